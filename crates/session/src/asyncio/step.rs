//! One step of a task: resume its coroutine, then see what it yielded, returned or raised.
//!
//! The order of the tests is CPython's `task_step_impl` and `task_step_handle_result_impl`; learners see it in messages.

use loopthread_protocol::{TaskId, TaskState, Wait, WaitKind, What};
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::{Data, GeneratorState};
use loopthread_vm::native::{Action, Args, Input, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use super::future::{
    Callback, Future, State, cancel_future, fail, finish, make_cancelled_error, outcome_of, when_done,
};
use super::{event_loop, invalid_state, task};
use crate::glue::{bound_method, builtin, enter, none, process, with};
use crate::modules::HostClass;
use crate::process::clock::nanos;

/// `Task.__step(exc=None)`, called by its name.
pub fn step(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("Task.__step", resume, &[args[0], args[1]]))
}

/// `Task.__wakeup(future)`, called by its name.
pub fn wakeup(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.host::<Future>(args[1]).is_none() || overrides(vm, args[1], "result") {
        return Ok(enter("Task.__wakeup", wakeup_foreign, &[args[0], args[1]]));
    }
    let exc = thrown_by(vm, args[1]);
    Ok(enter("Task.__step", resume, &[args[0], exc]))
}

/// Whether a future has a class that has this method in Python.
pub fn overrides(vm: &mut Vm, future: Value, method: &str) -> bool {
    let class = vm.class_of(future);
    let classes = &process(vm).classes;
    if class == classes.of(HostClass::Future) || class == classes.of(HostClass::Task) {
        return false;
    }
    let name = vm.intern(method);
    vm.class_attr(class, name).is_some_and(|method| !vm.is_native_function(method))
}

/// What a future that is done throws into the task that awaited it, or unbound.
pub fn thrown_by(vm: &mut Vm, future: Value) -> Value {
    match outcome_of(vm, future) {
        Ok(_) => Value::Unbound,
        Err(Raised(exc)) => exc,
    }
}

/// The future is not one of ours, or has a `result()` in Python: ask that.
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
    Ok(enter("Task.__step", resume, &[frame.values[0], exc]))
}

/// A step that a loop does not run itself. The frame's values: the task, what is thrown into it or unbound.
fn resume(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match frame.stage {
        1 => {
            let ready = Ready::of(vm, frame.values[0])?;
            begin(vm, frame.values[0], &ready, frame.values[1])
        }
        2 => end(vm, frame.values[0], outcome),
        _ => {
            outcome.value(vm)?;
            none()
        }
    }
}

/// What has to be asked in Python's way: a future with its own `add_done_callback`, or an object that only behaves as one.
fn is_strange(vm: &mut Vm, yielded: Value) -> bool {
    match vm.host::<Future>(yielded) {
        Some(_) => overrides(vm, yielded, "add_done_callback"),
        None => !matches!(vm.data(yielded), Some(Data::Generator(_))),
    }
}

/// What a step must know of its task: looked up once, for a step is short.
pub struct Ready {
    state: State,
    coro: Value,
    pub context: Value,
    id: TaskId,
    /// There is something to forget: what it awaited, or that it is to be cancelled.
    waits: bool,
    must_cancel: bool,
}

impl Ready {
    pub fn of(vm: &mut Vm, task: Value) -> Result<Ready, Raised> {
        let future = vm.host::<Future>(task);
        let ready = future.and_then(|f| f.task.as_deref().map(|t| (f.state, t))).map(|(state, t)| Ready {
            state,
            coro: t.coro,
            context: t.context,
            id: t.id,
            waits: t.must_cancel || !t.waiter.is_none(),
            must_cancel: t.must_cancel,
        });
        ready.ok_or_else(|| task::no_task(vm, task))
    }
}

/// The first half of a step: resumes the coroutine, or throws into it. The task is the thread's current one until [`end`].
pub fn begin(vm: &mut Vm, task: Value, ready: &Ready, thrown: Value) -> NativeResult {
    let mut exc = thrown;
    let &Ready { state, coro, id, waits, must_cancel, .. } = ready;
    if waits {
        task::with_task(vm, task, |t| (t.waiter, t.must_cancel) = (Value::None, false))?;
    }
    if state != State::Pending {
        return Err(invalid_state(vm, "__step(): already done"));
    }
    if must_cancel {
        let class = process(vm).classes.cancelled_error;
        if exc.is_unbound() || !vm.is_instance(exc, class) {
            exc = make_cancelled_error(vm, task)?;
        }
    }
    enter_task(vm, task, Some(id));
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

/// The second half: what the coroutine yielded, returned or raised. An action that is left to do ends the step.
pub fn end(vm: &mut Vm, task: Value, outcome: Outcome) -> NativeResult {
    let thread = process(vm).threads.current();
    thread.current_task = Value::None;
    thread.current_task_id = None;
    match outcome {
        Outcome::Returned(Value::None) => {
            task::schedule_step(vm, task, (None, None))?;
            none()
        }
        Outcome::Returned(yielded) => yielded_by(vm, task, yielded),
        Outcome::Finished(value) => returned(vm, task, value),
        Outcome::Raised(exc) => raised(vm, task, exc),
        Outcome::Start => none(),
    }
}

/// The task is the one that its thread runs.
pub(super) fn enter_task(vm: &mut Vm, task: Value, id: Option<TaskId>) {
    let process = process(vm);
    let thread = process.threads.current();
    thread.current_task = task;
    thread.current_task_id = id;
    if let Some(task) = id {
        process.tell(What::TaskState { task, state: TaskState::Running });
    }
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
fn yielded_by(vm: &mut Vm, task: Value, yielded: Value) -> NativeResult {
    if yielded.is(task) {
        return error_with_repr(vm, task, "Task cannot await on itself: {}", task);
    }
    if is_strange(vm, yielded) {
        return Ok(enter("Task.__step", await_strange, &[task, yielded]));
    }
    let lp = with(vm, task, |f: &mut Future| f.lp)?;
    let awaited = vm.host_mut::<Future>(yielded).map(|f| (f.lp, std::mem::take(&mut f.blocking)));
    match awaited {
        Some((_, false)) => {
            let message = "yield was used instead of yield from in task {} with ";
            error_with_reprs(vm, task, message, yielded, "")
        }
        Some((other, true)) if !other.is(lp) => {
            error_with_reprs(vm, task, "Task {} got Future ", yielded, " attached to a different loop")
        }
        Some(_) => {
            let id = crate::glue::id_of(vm, task)?;
            when_done(vm, yielded, Callback::Wakeup(id))?;
            awaits(vm, task, yielded)
        }
        None => {
            if matches!(vm.data(yielded), Some(Data::Generator(g)) if g.state != GeneratorState::Closed) {
                let message = "yield was used instead of yield from for generator in task {} with ";
                return error_with_reprs(vm, task, message, yielded, "");
            }
            error_with_repr(vm, task, "Task got bad yield: {}", yielded)
        }
    }
}

/// Something that only behaves as a future: the library adds the task to its callbacks, or says what is wrong with it.
fn await_strange(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    let (task, yielded) = (frame.values[0], frame.values[1]);
    match (frame.stage, outcome) {
        (1, _) => {
            let wakeup = process(vm).classes.task_wakeup;
            let wakeup = vm.bound_method(wakeup, task);
            super::call_library(vm, "asyncio.tasks", "_await_strange", &[task, yielded, wakeup])
        }
        (2, Outcome::Raised(exc)) => {
            task::schedule_throw(vm, task, exc)?;
            none()
        }
        (2, outcome) => {
            let trouble = outcome.value(vm)?;
            match vm.str_of(trouble).map(str::to_owned) {
                Some(message) => throw_runtime_error(vm, task, message),
                None => awaits(vm, task, yielded),
            }
        }
        (_, outcome) => {
            outcome.value(vm)?;
            none()
        }
    }
}

/// The task is among the future's callbacks.
fn awaits(vm: &mut Vm, task: Value, future: Value) -> NativeResult {
    let (must_cancel, message) = with(vm, task, |f: &mut Future| {
        let must_cancel = f.task.as_deref_mut().is_some_and(|t| {
            t.waiter = future;
            std::mem::take(&mut t.must_cancel)
        });
        (must_cancel, f.cancel_message)
    })?;
    tell_waiting(vm, task, future);
    if must_cancel {
        // It was cancelled while it ran: what it awaits is cancelled at once, if that works.
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
fn error_with_repr(vm: &mut Vm, task: Value, template: &str, object: Value) -> NativeResult {
    let template = vm.str(template);
    Ok(enter("Task.__step", throw_with_repr, &[task, template, object]))
}

fn throw_with_repr(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return Ok(Action::call(builtin(vm, "repr"), Args::of(&[frame.values[2]])));
    }
    let text = outcome.value(vm)?;
    let text = vm.str_of(text).unwrap_or("?").to_owned();
    let message = vm.str_of(frame.values[1]).unwrap_or("").replace("{}", &text);
    throw_runtime_error(vm, frame.values[0], message)
}

/// As [`error_with_repr`], with the task's repr and the object's.
fn error_with_reprs(vm: &mut Vm, task: Value, template: &str, object: Value, tail: &str) -> NativeResult {
    let shown = match vm.host::<Future>(object) {
        Some(_) => super::text::future_text(vm, object, ""),
        None => vm.repr_native(object).unwrap_or_default(),
    };
    error_with_repr(vm, task, &format!("{template}{shown}{tail}"), task)
}

fn throw_runtime_error(vm: &mut Vm, task: Value, message: String) -> NativeResult {
    let Raised(exc) = errors::runtime_error(vm, message);
    task::schedule_throw(vm, task, exc)?;
    none()
}
