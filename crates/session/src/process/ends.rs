//! What a process says when an object dies: warnings, reports, and the loop that closes an asynchronous generator.
//!
//! When that is, the machine decides (`vm::death`); the words are CPython's.

use loopthread_vm::heap::object::{AsyncGenAction, Data};
use loopthread_vm::native::{Action, Args, NativeResult};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::death::Hooks;

use crate::asyncio::event_loop;
use crate::glue::{bound_method, none, process, process_ref};
use crate::modules::{hooks, warnings};

/// What the machine is given.
pub const HOOKS: Hooks = Hooks {
    never_awaited,
    first_iteration,
    left_in_the_middle,
    unraisable: hooks::unraisable,
    syntax_warning: warnings::syntax_warning,
};

/// `RuntimeWarning: coroutine 'f' was never awaited`, as the filters of the program have it.
fn never_awaited(vm: &mut Vm, coroutine: Value) -> NativeResult {
    let (what, generator) = match vm.data(coroutine) {
        Some(Data::AsyncGenStep(step)) => {
            let method = match step.action {
                AsyncGenAction::Send(_) => "coroutine method 'asend' of",
                AsyncGenAction::Throw(_) => "coroutine method 'athrow' of",
                AsyncGenAction::Close => "coroutine method 'aclose' of",
            };
            (method, step.generator.into())
        }
        _ => ("coroutine", coroutine),
    };
    let name = vm.generator(generator).map_or(Value::None, |g| g.qualname);
    let mut message = format!("{what} '{}' was never awaited", vm.str_of(name).unwrap_or("?"));
    if let Some(origin) = vm.generator(coroutine).and_then(|g| g.origin.clone()) {
        let calls = vm.format_entries(&origin, false).concat();
        message = format!("{message}\nCoroutine created at (most recent call last)\n{calls}");
        message.truncate(message.trim_end().len());
    }
    warnings::deliver(vm, &message, types::RUNTIME_WARNING, coroutine)
}

/// The number of the loop that the thread runs.
fn first_iteration(vm: &mut Vm) -> Option<u32> {
    let lp = process(vm).threads.current().running_loop;
    event_loop::id(vm, lp).map(|id| id.0)
}

/// The loop closes it, if it still runs.
fn left_in_the_middle(vm: &mut Vm, generator: Value, lp: u32) -> NativeResult {
    let lp = process_ref(vm).asyncio.loops.iter().find(|(id, _)| id.0 == lp).map(|&(_, lp)| lp);
    match lp.and_then(|lp| bound_method(vm, lp, "_close_left_asyncgen")) {
        Some(method) => Ok(Action::call(method, Args::of(&[generator]))),
        None => none(),
    }
}
