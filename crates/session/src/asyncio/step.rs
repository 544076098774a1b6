//! One step of a task: resume its coroutine, then see what it yielded, returned or raised.
//!
//! The order of the tests is CPython's `task_step_impl` and `task_step_handle_result_impl`; learners see it in messages.

use loopthread_protocol::{TaskState, Wait, WaitKind};
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::{Data, GeneratorState};
use loopthread_vm::native::{Action, Args, Input, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use super::future::{
    Future, State, cancel_future, fail, finish, make_cancelled_error, outcome_of, when_done,
};
use super::{event_loop, invalid_state, task};
use crate::glue::{bound_method, builtin, enter, none, process, with};
use crate::modules::HostClass;
use crate::process::clock::nanos;

/// `Task.__step(exc=None)`: what the loop calls.
pub fn step(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("Task.__step", resume, &[args[0], args[1], Value::None]))
}

/// `Task.__wakeup(future)`: the awaited future is done.
pub fn wakeup(vm: &mut Vm, args: &Args) -> NativeResult {
    let exc = match vm.host::<Future>(args[1]) {
        Some(_) => match outcome_of(vm, args[1]) {
            Ok(_) => Value::Unbound,
            Err(Raised(exc)) => exc,
        },
        None => return Ok(enter("Task.__wakeup", wakeup_foreign, &[args[0], args[1]])),
    };
    Ok(enter("Task.__step", resume, &[args[0], exc, Value::None]))
}

/// The future is not one of ours: ask its `result()`.
fn wakeup_foreign(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    let exc = match (frame.stage, outcome) {
        (1, _) => {
            return match bound_method(vm, frame.values[1], "result") {
                Some(method) => Ok(Action::call(method, Args::new())),
                None => Err(errors::type_error(vm, "a future was expected")),
            };
        }
        (2, Outcome::Raised(exc)) => exc,
        (2, _) => Value::Unbound,
        // The step is done.
        (_, outcome) => {
            outcome.value(vm)?;
            return none();
        }
    };
    Ok(enter("Task.__step", resume, &[frame.values[0], exc, Value::None]))
}

/// Stages of the frame.
const RESUMED: u32 = 1;
const REPR_FOR_ERROR: u32 = 2;
const CANCEL_WAITER: u32 = 3;
const STRANGE: u32 = 4;

fn resume(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let task = frame.values[0];
    match (frame.stage, outcome) {
        (0, _) => begin(vm, frame),
        (RESUMED, outcome) => {
            leave(vm);
            match outcome {
                Outcome::Returned(yielded) => yielded_by(vm, frame, yielded),
                Outcome::Finished(value) => returned(vm, task, value),
                Outcome::Raised(exc) => raised(vm, task, exc),
                Outcome::Start => none(),
            }
        }
        (REPR_FOR_ERROR, outcome) => {
            let text = outcome.value(vm)?;
            let text = vm.str_of(text).unwrap_or("?").to_owned();
            let shown = vm.str_of(frame.values[2]).unwrap_or("").replace("{}", &text);
            throw_runtime_error(vm, task, shown)
        }
        (STRANGE, outcome) => match outcome {
            Outcome::Raised(exc) => {
                task::schedule_step(vm, task, exc)?;
                none()
            }
            outcome => {
                let trouble = outcome.value(vm)?;
                match vm.str_of(trouble).map(str::to_owned) {
                    Some(message) => throw_runtime_error(vm, task, message),
                    None => awaits(vm, frame, frame.values[2]),
                }
            }
        },
        (_, outcome) => {
            outcome.value(vm)?;
            none()
        }
    }
}

/// What has to be asked in Python's way: a future with its own `add_done_callback`, or an object that only behaves as one.
fn is_strange(vm: &mut Vm, yielded: Value) -> bool {
    let class = vm.class_of(yielded);
    let classes = &process(vm).classes;
    if class == classes.of(HostClass::Future) || class == classes.of(HostClass::Task) {
        return false;
    }
    if vm.host::<Future>(yielded).is_some() {
        let name = vm.intern("add_done_callback");
        return vm.class_attr(class, name).is_some_and(|method| !vm.is_native_function(method));
    }
    !matches!(vm.data(yielded), Some(Data::Generator(_)))
}

fn begin(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    let task = frame.values[0];
    let mut exc = frame.values[1];
    let (state, must_cancel, coro) = with(vm, task, |f: &mut Future| {
        let data = f.task.as_deref_mut();
        let (must_cancel, coro) = data.map_or((false, Value::None), |t| {
            t.waiter = Value::None;
            (std::mem::take(&mut t.must_cancel), t.coro)
        });
        (f.state, must_cancel, coro)
    })?;
    if state != State::Pending {
        return Err(invalid_state(vm, "__step(): already done"));
    }
    if must_cancel {
        let class = process(vm).classes.cancelled_error;
        if exc.is_unbound() || !vm.is_instance(exc, class) {
            exc = make_cancelled_error(vm, task)?;
        }
    }
    enter_task(vm, task);
    frame.stage = RESUMED;
    let input = match exc.bound() {
        Some(exc) => Input::Throw(exc),
        None => Input::Send(Value::None),
    };
    if let (Some(Data::Generator(_)), Some(id)) = (vm.data(coro), coro.id()) {
        return Ok(Action::Resume(id, input));
    }
    let (name, arg) = match input {
        Input::Send(value) => ("send", value),
        Input::Throw(exc) => ("throw", exc),
    };
    match bound_method(vm, coro, name) {
        Some(method) => Ok(Action::call(method, Args::of(&[arg]))),
        None => Err(errors::type_error(vm, "a coroutine was expected")),
    }
}

pub(super) fn enter_task(vm: &mut Vm, task: Value) {
    let id = task::id(vm, task);
    let thread = process(vm).threads.current();
    thread.current_task = task;
    thread.current_task_id = id;
    task::tell(vm, task, TaskState::Running);
}

fn leave(vm: &mut Vm) {
    let thread = process(vm).threads.current();
    thread.current_task = Value::None;
    thread.current_task_id = None;
}

/// The coroutine has returned.
fn returned(vm: &mut Vm, task: Value, value: Value) -> NativeResult {
    let (must_cancel, message) = with(vm, task, |f: &mut Future| {
        let must_cancel = f.task.as_deref_mut().is_some_and(|t| std::mem::take(&mut t.must_cancel));
        (must_cancel, f.cancel_message)
    })?;
    if must_cancel {
        // It was cancelled right before its end.
        cancel_future(vm, task, message)?;
    } else {
        finish(vm, task, value)?;
    }
    none()
}

/// The coroutine has raised.
fn raised(vm: &mut Vm, task: Value, exc: Value) -> NativeResult {
    let cancelled = process(vm).classes.cancelled_error;
    if vm.is_instance(exc, types::STOP_ITERATION) {
        let value = vm.exception_of(exc).map_or(Value::None, |e| e.extra[0].or(Value::None));
        return returned(vm, task, value);
    }
    if vm.is_instance(exc, cancelled) {
        with(vm, task, |f: &mut Future| f.cancelled_error = exc)?;
        cancel_future(vm, task, Value::None)?;
        return none();
    }
    fail(vm, task, exc)?;
    if vm.is_instance(exc, types::KEYBOARD_INTERRUPT) || vm.is_instance(exc, types::SYSTEM_EXIT) {
        return Err(Raised(exc));
    }
    none()
}

/// The coroutine awaits something.
fn yielded_by(vm: &mut Vm, frame: &mut OwnFrame, yielded: Value) -> NativeResult {
    let task = frame.values[0];
    if yielded.is(task) {
        return error_with_repr(vm, frame, "Task cannot await on itself: {}", task);
    }
    if yielded.is_none() {
        task::schedule_step(vm, task, Value::Unbound)?;
        return none();
    }
    let lp = with(vm, task, |f: &mut Future| f.lp)?;
    if is_strange(vm, yielded) {
        frame.stage = STRANGE;
        frame.values[2] = yielded;
        return super::call_library(vm, "asyncio.tasks", "_await_strange", &[task, yielded]);
    }
    let awaited = vm.host_mut::<Future>(yielded).map(|f| (f.lp, std::mem::take(&mut f.blocking)));
    match awaited {
        Some((_, false)) => {
            let message = "yield was used instead of yield from in task {} with ";
            error_with_reprs(vm, frame, message, yielded)
        }
        Some((other, true)) if !other.is(lp) => {
            let message = "Task {} got Future ";
            frame.values.push(Value::Bool(true));
            error_with_reprs(vm, frame, message, yielded)
        }
        Some(_) => wait_for(vm, frame, yielded),
        None => {
            let template = match vm.data(yielded) {
                Some(Data::Generator(g)) if g.state != GeneratorState::Closed => {
                    "yield was used instead of yield from for generator in task with {}"
                }
                _ => "Task got bad yield: {}",
            };
            error_with_repr(vm, frame, template, yielded)
        }
    }
}

/// The task goes on when the future is done.
fn wait_for(vm: &mut Vm, frame: &mut OwnFrame, future: Value) -> NativeResult {
    let task = frame.values[0];
    let wakeup = process(vm).classes.task_wakeup;
    let callback = task::bound(vm, wakeup, task);
    let context = task::with_task(vm, task, |t| t.context)?;
    when_done(vm, future, callback, context)?;
    awaits(vm, frame, future)
}

/// The task is among the future's callbacks.
fn awaits(vm: &mut Vm, frame: &mut OwnFrame, future: Value) -> NativeResult {
    let task = frame.values[0];
    task::with_task(vm, task, |t| t.waiter = future)?;
    tell_waiting(vm, task, future);
    let (must_cancel, message) =
        with(vm, task, |f: &mut Future| (f.task.as_ref().is_some_and(|t| t.must_cancel), f.cancel_message))?;
    if must_cancel {
        // It was cancelled while it ran: what it awaits is cancelled at once, if that works.
        task::with_task(vm, task, |t| t.must_cancel = false)?;
        frame.stage = CANCEL_WAITER;
        return Ok(enter("Task.cancel", task::cancel_waiter, &[task, future, message]));
    }
    none()
}

fn tell_waiting(vm: &mut Vm, task: Value, future: Value) {
    let kind = match task::id(vm, future) {
        Some(id) => WaitKind::Task(id),
        None => WaitKind::Future,
    };
    let text = super::text::wait_text(vm, task, future);
    let line = super::text::waiting_line(vm, task);
    let (kind, until) = match super::text::sleep_of(vm, task) {
        true => {
            let lp = vm.host::<Future>(future).map_or(Value::None, |future| future.lp);
            (WaitKind::Sleep, event_loop::newest_deadline(vm, lp, future).map(nanos))
        }
        false => (kind, None),
    };
    task::tell(vm, task, TaskState::Waiting(Wait { kind, text, until, line }));
}

/// A RuntimeError thrown into the task at its next step, its message with a repr in it.
fn error_with_repr(vm: &mut Vm, frame: &mut OwnFrame, template: &str, object: Value) -> NativeResult {
    frame.stage = REPR_FOR_ERROR;
    frame.values[2] = vm.str(template);
    Ok(Action::call(builtin(vm, "repr"), Args::of(&[object])))
}

/// As [`error_with_repr`], with the task's repr and the object's.
fn error_with_reprs(vm: &mut Vm, frame: &mut OwnFrame, template: &str, object: Value) -> NativeResult {
    let other_loop = frame.values.len() > 3;
    let shown = super::text::future_text(vm, object, "");
    let tail = if other_loop { " attached to a different loop" } else { "" };
    let template = format!("{template}{shown}{tail}");
    let task = frame.values[0];
    error_with_repr(vm, frame, &template, task)
}

fn throw_runtime_error(vm: &mut Vm, task: Value, message: String) -> NativeResult {
    let Raised(exc) = errors::runtime_error(vm, message);
    task::schedule_step(vm, task, exc)?;
    none()
}
