//! `_gc`: what a program may ask of the collector.

use loopthread_vm::native::{Action, Args, Def, NativeResult, host};
use loopthread_vm::value::Id;
use loopthread_vm::vm::Vm;

use crate::glue::{flag, none, ret};

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(
        namespace,
        "_gc",
        &[
            Def::function("collect", "", |_, _| Ok(Action::host(host::COLLECT, Args::new()))),
            Def::function("_sweep", "", |_, _| Ok(Action::host(host::SWEEP, Args::new()))),
            Def::function("isenabled", "", |vm, _| ret(vm.deaths.automatic)),
            Def::function("_switch", "on, /", switch),
            Def::function("is_finalized", "obj, /", |vm, args| ret(vm.was_finalized(args[0]))),
        ],
    );
}

fn switch(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.deaths.automatic = flag(vm, args[0], true);
    none()
}
