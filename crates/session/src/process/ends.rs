//! What a process says when an object dies: warnings, reports, and the loop that closes an asynchronous generator.
//!
//! When that is, the machine decides (`vm::death`); the words are CPython's.

use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::{AsyncGenAction, Data};
use loopthread_vm::native::{Action, Args, NativeResult, Outcome};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::death::Hooks;
use loopthread_vm::vm::traceback::gather::Wanted;
use smallvec::smallvec;

use crate::asyncio::event_loop;
use crate::glue::{bound_method, builtin, enter, none, process, process_ref};
use crate::modules::warnings;

/// What the machine is given.
pub const HOOKS: Hooks = Hooks {
    never_awaited,
    first_iteration,
    left_in_the_middle,
    unraisable,
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
    let message = format!("{what} '{}' was never awaited", vm.str_of(name).unwrap_or("?"));
    let message = vm.str(message);
    match warnings::filtered(vm, "warn") {
        Some(warn) => {
            let source = vm.intern("source");
            let values = smallvec![message, types::RUNTIME_WARNING.into(), Value::Int(1), coroutine];
            Ok(Action::call(warn, Args { values, keywords: vec![source] }))
        }
        None => {
            let args = [message, types::RUNTIME_WARNING.into(), Value::Int(1), coroutine];
            warnings::warn(vm, &Args::of(&args))
        }
    }
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

/// `Exception ignored in: …`, with the traceback.
fn unraisable(_vm: &mut Vm, exc: Value, source: Value) -> NativeResult {
    Ok(enter("unraisablehook", unraisable_step, &[exc, source, Value::None]))
}

fn unraisable_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match (frame.stage, outcome) {
        (1, _) => Ok(Action::call(builtin(vm, "repr"), Args::of(&[frame.values[1]]))),
        (2, outcome) => {
            frame.values[2] = match outcome {
                Outcome::Returned(text) => text,
                _ => vm.str("<object repr() failed>"),
            };
            let only = Wanted { chain: false, limit: Some(0) };
            Ok(vm.format_exception_action(frame.values[0], only, true))
        }
        (_, outcome) => {
            let lines = outcome.value(vm)?;
            let last = vm.list_of(lines).and_then(|lines| lines.first()).copied().unwrap_or(Value::None);
            let traceback = traceback(vm, frame.values[0]);
            let text = |value| vm.str_of(value).unwrap_or("").to_owned();
            let report =
                format!("Exception ignored in: {}\n{traceback}{}", text(frame.values[2]), text(last));
            process(vm).write_error(&report);
            none()
        }
    }
}

/// As the interpreter itself prints it: without carets, and without what came before. What was raised outside of all frames counts for
/// the one that runs.
fn traceback(vm: &Vm, exc: Value) -> String {
    let raised = vm.exception_of(exc).map(|e| e.traceback.iter().rev().copied().collect());
    let mut entries: Vec<_> = raised.unwrap_or_default();
    if entries.is_empty() {
        entries.extend(vm.stack_entries().into_iter().rev().find(|entry| !vm.code(entry.code).library));
    }
    match entries.is_empty() {
        true => String::new(),
        false => {
            format!("Traceback (most recent call last):\n{}", vm.format_entries(&entries, false).concat())
        }
    }
}
