//! `_asyncio.Future`: a result that is still to come, and who is to be told of it.
//!
//! **A future's callbacks never run at once**: they are scheduled on its loop, in the order they were added.

use loopthread_protocol::{Actor, TaskId, TaskState};
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Marker;
use loopthread_vm::heap::dict::Same;
use loopthread_vm::heap::object::{HostData, TraceEntry};
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use smallvec::SmallVec;

use super::scheduled::Scheduled;
use super::task::Task;
use super::{ask_policy, event_loop, invalid_state, loop_or_running, task};
use crate::glue::{enter, flag, host_data, none, process, ret, with};
use crate::modules::{HostClass, contextvars, define};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Pending,
    Cancelled,
    Finished,
}

/// What is scheduled once a future is done.
#[derive(Clone, Copy, Debug)]
pub enum Callback {
    /// A function, and the context it runs in.
    Call(Value, Value),
    /// The next step of a task that awaits the future.
    Wakeup(Id),
    /// A gathering notes it, or a follower.
    Told(Id),
}

impl Callback {
    fn trace(&self, m: &mut Marker<'_>) {
        match *self {
            Callback::Call(function, context) => m.values(&[function, context]),
            Callback::Wakeup(id) | Callback::Told(id) => m.id(id),
        }
    }

    /// What is called, for its name: no object is made for it.
    pub fn function(self, vm: &mut Vm) -> Value {
        match self {
            Callback::Call(function, _) => function,
            Callback::Wakeup(_) => process(vm).classes.task_wakeup,
            Callback::Told(listener) => super::gather::function(vm, listener.into()),
        }
    }

    /// The function and the context, as Python sees them.
    pub fn seen(self, vm: &mut Vm) -> (Value, Value) {
        match self {
            Callback::Call(function, context) => (function, context),
            Callback::Wakeup(task) => {
                let wakeup = process(vm).classes.task_wakeup;
                let context = task::with_task(vm, task.into(), |t| t.context).unwrap_or(Value::None);
                (vm.bound_method(wakeup, task.into()), context)
            }
            Callback::Told(gathering) => {
                let function = super::gather::function(vm, gathering.into());
                (vm.bound_method(function, gathering.into()), contextvars::copy_current(vm))
            }
        }
    }
}

/// The data of a Future, and of a Task, which is one.
#[derive(Clone, Debug, Default)]
pub struct Future {
    pub lp: Value,
    pub state: State,
    pub callbacks: SmallVec<[Callback; 1]>,
    pub result: Value,
    /// An exception instance, or unbound.
    pub exception: Value,
    /// The exception's traceback when it was set. The first result() begins there, every later one anew, as CPython's do.
    pub traceback: Vec<TraceEntry>,
    pub cancel_message: Value,
    /// The CancelledError that ended a task: the first who looks gets that very one.
    pub cancelled_error: Value,
    /// It was yielded by `await`, not by a bare `yield`.
    pub blocking: bool,
    pub log_traceback: bool,
    /// In debug mode: the calls that made it.
    pub source: Value,
    pub task: Option<Box<Task>>,
}

host_data!(Future, |this, m| {
    m.values(&[this.lp, this.result, this.exception, this.cancel_message, this.cancelled_error, this.source]);
    this.callbacks.iter().for_each(|callback| callback.trace(m));
    if let Some(task) = &this.task {
        task.trace(m);
    }
};
    fn finalizer(&self) -> Option<fn(&mut Vm, Value) -> NativeResult> {
        match self.state {
            State::Pending if self.task.as_ref().is_some_and(|task| !task.destroyed) => Some(task::destroyed),
            State::Finished if self.log_traceback => Some(never_retrieved),
            _ => None,
        }
    };
    fn birth(&self) -> Option<u64> {
        self.task.as_ref().map(|task| task.birth)
    };
    fn is_suspicious(&self) -> bool {
        self.log_traceback || self.task.as_ref().is_some_and(|task| task.orphaned && !task.destroyed)
    };
    fn any_held(&self, test: &mut dyn FnMut(Value) -> bool) -> bool {
        let coro = self.task.as_ref().filter(|task| task.destroyed).map(|task| task.coro);
        [self.result, self.exception, self.cancelled_error].into_iter().chain(coro).any(test)
    }
);

pub fn install(vm: &mut Vm, namespace: Id) {
    let class = define(vm, namespace, "_asyncio", "Future", HostClass::Future, types::OBJECT, true);
    vm.add_methods(class, METHODS);
    vm.add_setter(class, "_asyncio_future_blocking", set_blocking);
    vm.add_setter(class, "_log_traceback", set_log_traceback);
    vm.add_setter(class, "_cancel_message", set_cancel_message);
}

const METHODS: &[Def] = &[
    Def::static_method("Future.__new__", "...", new),
    Def::method("Future.__init__", "self, *, loop?", init),
    Def::method("Future.result", "self, /", result),
    Def::method("Future.exception", "self, /", exception),
    Def::method("Future.set_result", "self, result, /", set_result),
    Def::method("Future.set_exception", "self, exception, /", set_exception),
    Def::method("Future.add_done_callback", "self, fn, /, *, context?", add_done_callback),
    Def::method("Future.remove_done_callback", "self, fn, /", remove_done_callback),
    Def::method("Future.cancel", "self, msg?", cancel),
    Def::method("Future.cancelled", "self, /", cancelled),
    Def::method("Future.done", "self, /", done),
    Def::method("Future.get_loop", "self, /", get_loop),
    Def::method("Future._make_cancelled_error", "self, /", make_cancelled_error_method),
    Def::method("Future.__await__", "self, /", super::future_iter::of),
    Def::method("Future.__iter__", "self, /", super::future_iter::of),
    Def::method("Future.__del__", "self, /", |vm, args| {
        let finalizer = vm.host::<Future>(args[0]).and_then(HostData::finalizer);
        finalizer.map_or_else(none, |finalizer| finalizer(vm, args[0]))
    }),
    Def::method("Future.__repr__", "self, /", super::text::future_repr),
    Def::class_method("Future.__class_getitem__", "cls, item, /", class_getitem),
    Def::getter("Future._loop", get_loop),
    Def::getter("Future._state", get_state),
    Def::getter("Future._callbacks", get_callbacks),
    Def::getter("Future._result", get_result),
    Def::getter("Future._exception", get_exception),
    Def::getter("Future._cancel_message", get_cancel_message),
    Def::getter("Future._asyncio_future_blocking", get_blocking),
    Def::getter("Future._log_traceback", get_log_traceback),
    Def::getter("Future._source_traceback", super::source::of_future),
];

// ---- what the rest of the crate does with futures ----

/// Gives a pending future its result and schedules its callbacks.
pub fn finish(vm: &mut Vm, future: Value, value: Value) -> Result<(), Raised> {
    let done = with(vm, future, |f: &mut Future| {
        let done = f.state != State::Pending;
        if !done {
            f.state = State::Finished;
            f.result = value;
        }
        done
    })?;
    if done {
        return Err(invalid_state(vm, "invalid state"));
    }
    schedule_callbacks(vm, future)
}

/// Gives a pending future an exception and schedules its callbacks.
pub fn fail(vm: &mut Vm, future: Value, exc: Value) -> Result<(), Raised> {
    let traceback = vm.exception_of(exc).map_or_else(Vec::new, |e| e.traceback.clone());
    with(vm, future, |f: &mut Future| {
        f.state = State::Finished;
        f.exception = exc;
        f.traceback = traceback;
        f.log_traceback = true;
    })?;
    // It may be that nobody has it any more.
    vm.suspect(future);
    schedule_callbacks(vm, future)
}

/// Cancels a pending future and schedules its callbacks; false if it is done.
pub fn cancel_future(vm: &mut Vm, future: Value, message: Value) -> Result<bool, Raised> {
    let pending = with(vm, future, |f: &mut Future| {
        f.log_traceback = false;
        let pending = f.state == State::Pending;
        if pending {
            f.state = State::Cancelled;
            f.cancel_message = message;
        }
        pending
    })?;
    if pending {
        schedule_callbacks(vm, future)?;
    }
    Ok(pending)
}

/// The value of a done future, or its exception on its way, as `result()` has it.
pub fn outcome_of(vm: &mut Vm, future: Value) -> Result<Value, Raised> {
    let (state, value, exc, traceback, is_made) = with(vm, future, |f: &mut Future| {
        if f.state == State::Finished {
            f.log_traceback = false;
        }
        (f.state, f.result, f.exception, std::mem::take(&mut f.traceback), !f.lp.is_unbound())
    })?;
    match (state, exc.bound()) {
        (State::Cancelled, _) => Err(Raised(make_cancelled_error(vm, future)?)),
        (State::Pending, _) if !is_made => Err(invalid_state(vm, NOT_INITIALIZED)),
        (State::Pending, _) => Err(invalid_state(vm, "Result is not set.")),
        (State::Finished, Some(exc)) => {
            if let Some(e) = vm.exception_mut(exc) {
                e.traceback = traceback;
            }
            Err(Raised(exc))
        }
        (State::Finished, None) => Ok(value.or(Value::None)),
    }
}

/// The CancelledError for who looks at a cancelled future.
pub fn make_cancelled_error(vm: &mut Vm, future: Value) -> Result<Value, Raised> {
    let (earlier, message) =
        with(vm, future, |f: &mut Future| (std::mem::take(&mut f.cancelled_error), f.cancel_message))?;
    if let Some(earlier) = earlier.bound() {
        return Ok(earlier);
    }
    let class = process(vm).classes.cancelled_error;
    Ok(match message {
        Value::Unbound | Value::None => vm.exception(class, &[]),
        message => vm.exception(class, &[message]),
    })
}

/// Has a callback scheduled on the future's loop once it is done.
pub fn when_done(vm: &mut Vm, future: Value, callback: Callback) -> Result<(), Raised> {
    let (pending, lp) = with(vm, future, |f: &mut Future| {
        let pending = f.state == State::Pending;
        if pending {
            f.callbacks.push(callback);
        }
        (pending, f.lp)
    })?;
    if pending { Ok(()) } else { schedule(vm, lp, future, callback) }
}

fn schedule_callbacks(vm: &mut Vm, future: Value) -> Result<(), Raised> {
    let ended = task::ended(vm, future);
    let (lp, callbacks) = with(vm, future, |f: &mut Future| (f.lp, std::mem::take(&mut f.callbacks)))?;
    if callbacks.iter().any(|callback| matches!(callback, Callback::Wakeup(_))) {
        tell_woken(vm, ended, &callbacks);
    }
    callbacks.into_iter().try_for_each(|callback| schedule(vm, lp, future, callback))
}

/// Records that tasks are ready: by the task that has ended, or by whoever has given the future its result.
fn tell_woken(vm: &mut Vm, ended: Option<TaskId>, callbacks: &[Callback]) {
    let (by, line) = match ended {
        Some(task) => {
            let thread = process(vm).threads.current_id();
            (Some(Actor::Python { thread, task: Some(task) }), None)
        }
        None => super::text::acting(vm),
    };
    for callback in callbacks {
        if let Callback::Wakeup(task) = *callback {
            task::tell(vm, task.into(), TaskState::Ready { by, line });
        }
    }
}

fn schedule(vm: &mut Vm, lp: Value, future: Value, callback: Callback) -> Result<(), Raised> {
    match callback {
        Callback::Call(function, context) => {
            event_loop::call_soon(vm, lp, function, &[future], context).map(|_| ())
        }
        Callback::Wakeup(task) => {
            let future = crate::glue::id_of(vm, future)?;
            event_loop::call_step(vm, lp, Scheduled::Wakeup(task, future))
                .map_err(|refused| task::orphan(vm, task.into(), refused))
        }
        Callback::Told(gathering) => {
            let future = crate::glue::id_of(vm, future)?;
            event_loop::call_step(vm, lp, Scheduled::Told(gathering, future))
        }
    }
}

/// A failed future dies, and nobody has asked.
fn never_retrieved(vm: &mut Vm, future: Value) -> NativeResult {
    let (lp, exc, source) = with(vm, future, |f: &mut Future| {
        f.log_traceback = false;
        (f.lp, f.exception, f.source)
    })?;
    let what = vm.type_short_name(future).to_owned();
    let message = vm.str(format!("{what} exception was never retrieved"));
    let context =
        [("message", message), ("exception", exc), ("future", future), ("source_traceback", source)];
    super::source::report_with(vm, lp, &context)
}

/// The context argument of a callback, or a copy of the current one.
pub fn context_argument(vm: &mut Vm, context: Value) -> Value {
    match context {
        Value::Unbound | Value::None => contextvars::copy_current(vm),
        context => context,
    }
}

// ---- methods ----

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = crate::glue::id_of(vm, args[0])?;
    // Without a loop it counts as not initialized.
    ret(vm.host_object(class, Future { lp: Value::Unbound, ..Future::default() }))
}

/// A subclass may have left `__init__` out.
pub fn check_initialized(vm: &mut Vm, future: Value) -> Result<(), Raised> {
    if with(vm, future, |f: &mut Future| f.lp.is_unbound())? {
        return Err(errors::runtime_error(vm, NOT_INITIALIZED));
    }
    Ok(())
}

const NOT_INITIALIZED: &str = "Future object is not initialized.";

pub fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(lp) = loop_or_running(vm, args[1]) else { return ask_policy(args, 1) };
    let source = super::source::now(vm, lp);
    with(vm, args[0], |f: &mut Future| *f = Future { lp, source, ..Future::default() })?;
    none()
}

fn result(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(outcome_of(vm, args[0])?)
}

fn exception(vm: &mut Vm, args: &Args) -> NativeResult {
    let (state, exc, is_made) = with(vm, args[0], |f: &mut Future| {
        if f.state == State::Finished {
            f.log_traceback = false;
        }
        (f.state, f.exception, !f.lp.is_unbound())
    })?;
    match state {
        State::Pending if !is_made => Err(invalid_state(vm, NOT_INITIALIZED)),
        State::Cancelled => Err(Raised(make_cancelled_error(vm, args[0])?)),
        State::Pending => Err(invalid_state(vm, "Exception is not set.")),
        State::Finished => ret(exc.or(Value::None)),
    }
}

fn set_result(vm: &mut Vm, args: &Args) -> NativeResult {
    check_initialized(vm, args[0])?;
    finish(vm, args[0], args[1])?;
    none()
}

fn set_exception(vm: &mut Vm, args: &Args) -> NativeResult {
    check_initialized(vm, args[0])?;
    if with(vm, args[0], |f: &mut Future| f.state)? != State::Pending {
        return Err(invalid_state(vm, "invalid state"));
    }
    if vm.is_exception_class(args[1]) {
        return Ok(enter("Future.set_exception", set_exception_of_class, &[args[0], args[1]]));
    }
    set_exception_instance(vm, args[0], args[1])
}

fn set_exception_of_class(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return Ok(Action::call(frame.values[1], Args::new()));
    }
    let exc = outcome.value(vm)?;
    set_exception_instance(vm, frame.values[0], exc)
}

fn set_exception_instance(vm: &mut Vm, future: Value, exc: Value) -> NativeResult {
    if !vm.is_instance(exc, types::BASE_EXCEPTION) {
        return Err(errors::type_error(vm, "invalid exception object"));
    }
    let mut exc = exc;
    if vm.is_instance(exc, types::STOP_ITERATION) {
        let message = "StopIteration interacts badly with generators and cannot be raised into a Future";
        let Raised(substitute) = errors::runtime_error(vm, message);
        if let Some(e) = vm.exception_mut(substitute) {
            e.cause = exc;
            e.context = exc;
            e.suppress_context = true;
        }
        exc = substitute;
    }
    fail(vm, future, exc)?;
    none()
}

fn add_done_callback(vm: &mut Vm, args: &Args) -> NativeResult {
    if with(vm, args[0], |f: &mut Future| f.lp.is_unbound())? {
        return Err(errors::runtime_error(vm, "uninitialized Future object"));
    }
    let context = context_argument(vm, args[2]);
    when_done(vm, args[0], Callback::Call(args[1], context))?;
    none()
}

fn remove_done_callback(vm: &mut Vm, args: &Args) -> NativeResult {
    check_initialized(vm, args[0])?;
    let callbacks = with(vm, args[0], |f: &mut Future| f.callbacks.clone())?;
    let before = callbacks.len();
    let is_other = |callback: &Callback| {
        let (function, _) = callback.seen(vm);
        vm.same_key(function, args[1]) != Same::Yes
    };
    let kept: SmallVec<_> = callbacks.into_iter().filter(is_other).collect();
    let removed = before - kept.len();
    with(vm, args[0], |f: &mut Future| f.callbacks = kept)?;
    ret(removed as i64)
}

fn cancel(vm: &mut Vm, args: &Args) -> NativeResult {
    check_initialized(vm, args[0])?;
    ret(cancel_future(vm, args[0], args[1].or(Value::None))?)
}

fn cancelled(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.state == State::Cancelled)?)
}

fn done(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.state != State::Pending)?)
}

fn get_loop(vm: &mut Vm, args: &Args) -> NativeResult {
    check_initialized(vm, args[0])?;
    ret(with(vm, args[0], |f: &mut Future| f.lp)?)
}

fn make_cancelled_error_method(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(make_cancelled_error(vm, args[0])?)
}

fn class_getitem(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(vm.generic_alias(args[0], args[1]))
}

fn get_state(vm: &mut Vm, args: &Args) -> NativeResult {
    let text = match with(vm, args[0], |f: &mut Future| f.state)? {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished => "FINISHED",
    };
    vm.ok_str(text)
}

fn get_callbacks(vm: &mut Vm, args: &Args) -> NativeResult {
    let callbacks = with(vm, args[0], |f: &mut Future| f.callbacks.clone())?;
    if callbacks.is_empty() {
        return none();
    }
    let pairs = callbacks
        .into_iter()
        .map(|callback| {
            let (function, context) = callback.seen(vm);
            vm.tuple(vec![function, context])
        })
        .collect();
    ret(vm.list(pairs))
}

fn get_result(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.result)?.or(Value::None))
}

fn get_exception(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.exception)?.or(Value::None))
}

fn get_cancel_message(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.cancel_message)?.or(Value::None))
}

fn set_cancel_message(vm: &mut Vm, args: &Args) -> NativeResult {
    refuse_to_delete(vm, args[1])?;
    with(vm, args[0], |f: &mut Future| f.cancel_message = args[1])?;
    none()
}

fn get_blocking(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.blocking)?)
}

/// Setters are called without a value to delete.
pub fn refuse_to_delete(vm: &mut Vm, value: Value) -> Result<(), Raised> {
    if value.is_unbound() {
        return Err(errors::new(vm, types::ATTRIBUTE_ERROR, "cannot delete attribute"));
    }
    Ok(())
}

fn set_blocking(vm: &mut Vm, args: &Args) -> NativeResult {
    refuse_to_delete(vm, args[1])?;
    let blocking = flag(vm, args[1], false);
    with(vm, args[0], |f: &mut Future| f.blocking = blocking)?;
    none()
}

fn get_log_traceback(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |f: &mut Future| f.log_traceback)?)
}

fn set_log_traceback(vm: &mut Vm, args: &Args) -> NativeResult {
    refuse_to_delete(vm, args[1])?;
    if flag(vm, args[1], false) {
        return Err(errors::value_error(vm, "_log_traceback can only be set to False"));
    }
    with(vm, args[0], |f: &mut Future| f.log_traceback = false)?;
    none()
}
