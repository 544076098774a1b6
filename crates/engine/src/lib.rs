//! The run loop and the collector, compiled for speed.
//!
//! What a visitor downloads is compiled to be small, and that makes an interpreter's loop two to three times slower. So the
//! hot functions of `loopthread-vm` are `#[inline]`: they are compiled here, where they are called, and this crate alone has
//! the highest optimisation level (see the workspace's Cargo.toml). A function of the machine that turns out to be hot only
//! needs the attribute. What must not be inlined and yet be compiled here is generic over `IN_ENGINE`, which is always true: generic
//! functions are made where they are used.

use loopthread_vm::native::{Action, NativeResult};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::{Budget, Exit, Fiber};

/// [`Vm::run`], fast.
#[inline(never)]
pub fn run(vm: &mut Vm, fiber: &mut Fiber, budget: &mut Budget) -> Exit {
    vm.run(fiber, budget)
}

/// [`Vm::collect`], fast.
#[inline(never)]
pub fn collect(vm: &mut Vm, fibers: &[&Fiber], due: bool) -> Option<Action> {
    vm.collect(fibers, due)
}

/// [`Vm::bury`], fast.
#[inline(never)]
pub fn bury(vm: &mut Vm, fibers: &[&Fiber]) -> NativeResult {
    vm.bury(fibers)
}
