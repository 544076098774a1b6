//! `_asyncio.EventLoop`: what is scheduled on a loop. How it is driven is in [`super::run_forever`].
//!
//! The loop's object holds its executor, whose handles are [`Scheduled`]. **The ready queue takes a call from any thread; only
//! `call_soon_threadsafe` also tells a loop that waits in its selector.**

use loopthread_executor::{Executor, Handles};
use loopthread_protocol::{LoopId, ThreadId};
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::Data;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::future::{Future, context_argument};
use super::handle::{self, Handle};
use super::scheduled::{HeapHandles, Scheduled};
use crate::glue::{bound_method, enter, flag, host_data, none, number, process, ret, with};
use crate::modules::{HostClass, contextvars, define, sys, warnings};
use crate::threads::Park;

#[derive(Clone, Debug)]
pub struct EventLoop {
    pub id: LoopId,
    /// Absent only while [`with_executor`] has it.
    executor: Option<Box<Executor<Scheduled>>>,
    pub closed: bool,
    /// The thread that runs it.
    pub thread: Option<ThreadId>,
    pub debug: bool,
    /// While it has its thread note where coroutines are made: how many calls that noted before.
    origin_depth_before: Option<usize>,
    pub slow_callback_duration: Value,
    /// In debug mode: what runs.
    current_handle: Value,
    /// The newest timer's first argument, with its deadline: `asyncio.sleep` passes the future that it then awaits.
    newest_timer: (Value, f64),
}

host_data!(EventLoop, |this, m| {
    if let Some(executor) = &this.executor {
        executor.handles().for_each(|scheduled| scheduled.trace(m));
    }
    // The newest timer's argument is not kept: it is asked for at once or never.
    m.values(&[this.slow_callback_duration, this.current_handle]);
};
    fn finalizer(&self) -> Option<fn(&mut Vm, Value) -> NativeResult> {
        // Whoever runs one has it.
        (self.thread.is_none() && !self.closed).then_some(unclosed)
    }
);

pub fn install(vm: &mut Vm, namespace: Id) {
    let name = HostClass::EventLoop;
    let class = define(vm, namespace, "asyncio.events", "AbstractEventLoop", name, types::OBJECT, true);
    vm.add_methods(class, METHODS);
    vm.add_setter(class, "slow_callback_duration", set_slow_callback_duration);
}

// In CPython they are functions of BaseEventLoop.
const METHODS: &[Def] = &[
    Def::static_method("EventLoop.__new__", "...", new),
    Def::method("BaseEventLoop.run_forever", "self, /", super::run_forever::run_forever),
    Def::method("BaseEventLoop.stop", "self, /", stop),
    Def::method("BaseEventLoop.close", "self, /", close),
    Def::method("BaseEventLoop.is_running", "self, /", is_running),
    Def::method("BaseEventLoop.is_closed", "self, /", is_closed),
    Def::method("BaseEventLoop.time", "self, /", time),
    Def::method("BaseEventLoop.call_soon", "self, callback?, *args, context?", call_soon_method),
    Def::method("BaseEventLoop.call_later", "self, delay?, callback?, *args, context?", call_later),
    Def::method("BaseEventLoop.call_at", "self, when?, callback?, *args, context?", call_at),
    Def::method(
        "BaseEventLoop.call_soon_threadsafe",
        "self, callback?, *args, context?",
        call_soon_threadsafe,
    ),
    Def::method("BaseEventLoop.create_future", "self, /", create_future),
    Def::method("BaseEventLoop.create_task", "self, coro?, *, name?, context?", super::task::create),
    Def::method("BaseEventLoop.get_debug", "self, /", get_debug),
    Def::method("BaseEventLoop.set_debug", "self, enabled, /", set_debug),
    Def::method("EventLoop._set_coroutine_origin_tracking", "self, enabled, /", set_origin_tracking),
    Def::method("EventLoop._check_closed", "self, /", check_closed_method),
    Def::method("EventLoop._check_running", "self, /", check_running_method),
    Def::method("EventLoop._live_asyncgens", "self, /", live_asyncgens),
    Def::method("EventLoop.__repr__", "self, /", repr),
    Def::getter("EventLoop._ready", get_ready),
    Def::getter("EventLoop._current_handle", |vm, args| {
        ret(with(vm, args[0], |lp: &mut EventLoop| lp.current_handle)?)
    }),
    Def::getter("EventLoop.slow_callback_duration", get_slow_callback_duration),
];

// ---- what the rest of the crate does with loops ----

/// Lets `f` at a loop's executor, together with what it must know about its handles. `None` if it is no loop.
pub fn with_executor<R>(
    vm: &mut Vm,
    lp: Value,
    f: impl FnOnce(&mut Executor<Scheduled>, &mut HeapHandles<'_>) -> R,
) -> Option<R> {
    let mut executor = vm.host_mut::<EventLoop>(lp)?.executor.take()?;
    let result = f(&mut executor, &mut HeapHandles { heap: &mut vm.heap });
    vm.host_mut::<EventLoop>(lp)?.executor = Some(executor);
    Some(result)
}

/// The number of a loop.
pub fn id(vm: &Vm, lp: Value) -> Option<LoopId> {
    vm.host::<EventLoop>(lp).map(|lp| lp.id)
}

/// Whether this thread runs it.
pub fn is_running_here(vm: &mut Vm, lp: Value) -> bool {
    let here = process(vm).threads.current_id();
    vm.host::<EventLoop>(lp).is_some_and(|lp| lp.thread == Some(here))
}

/// Whether it is in debug mode.
pub fn is_debugged(vm: &Vm, lp: Value) -> bool {
    vm.host::<EventLoop>(lp).is_some_and(|lp| lp.debug)
}

/// Whether a turn would find something to run, timers aside.
pub fn has_ready(vm: &Vm, lp: Value) -> bool {
    let executor = vm.host::<EventLoop>(lp).and_then(|lp| lp.executor.as_ref());
    executor
        .is_none_or(|executor| executor.queue().ready().next().is_some() || executor.queue().is_stopping())
}

/// The deadline of a loop's next timer, in its time.
pub fn next_timer(vm: &Vm, lp: Value) -> Option<f64> {
    let executor = vm.host::<EventLoop>(lp)?.executor.as_ref()?;
    executor.queue().timers().head().map(|(when, _)| when)
}

/// Schedules a callback for the loop's next turn; gives its handle.
pub fn call_soon(
    vm: &mut Vm,
    lp: Value,
    callback: Value,
    args: &[Value],
    context: Value,
) -> Result<Value, Raised> {
    check_open_here(vm, lp)?;
    call_soon_unchecked(vm, lp, callback, args, context)
}

fn call_soon_unchecked(
    vm: &mut Vm,
    lp: Value,
    callback: Value,
    args: &[Value],
    context: Value,
) -> Result<Value, Raised> {
    let handle = Handle { callback, args: args.to_vec(), lp, context, ..Handle::default() };
    schedule(vm, lp, handle)
}

/// As [`call_soon`], and the loop hears of it if it waits.
pub fn call_soon_from_outside(
    vm: &mut Vm,
    lp: Value,
    callback: Value,
    args: &[Value],
    context: Value,
) -> Result<Value, Raised> {
    check_open(vm, lp)?;
    let handle = call_soon_unchecked(vm, lp, callback, args, context)?;
    wake(vm, lp);
    Ok(handle)
}

/// As `call_soon_threadsafe`, with a coroutine that the handle owns.
pub fn submit(vm: &mut Vm, lp: Value, callback: Value, coro: Value) -> Result<(), Raised> {
    check_open(vm, lp)?;
    let context = contextvars::copy_current(vm);
    let handle = call_soon_from_outside(vm, lp, callback, &[], context)?;
    with(vm, handle, |handle: &mut Handle| handle.owns = coro)?;
    tell_sent(vm, lp, handle)
}

/// Schedules a step of a task for the loop's next turn. In debug mode it is a handle, which tells where it was made.
pub fn call_step(vm: &mut Vm, lp: Value, step: Scheduled) -> Result<(), Raised> {
    let taken = with(vm, lp, |lp: &mut EventLoop| match &mut lp.executor {
        Some(executor) if !lp.closed && !lp.debug => {
            executor.queue_mut().call_soon(step);
            true
        }
        _ => false,
    })?;
    if taken {
        return Ok(());
    }
    check_open_here(vm, lp)?;
    let handle = step.data(vm, lp)?;
    schedule(vm, lp, handle).map(|_| ())
}

/// The next of the turn, and whether the loop is in debug mode; without one, whether the loop is to stop.
pub fn take_next(vm: &mut Vm, lp: Value) -> Result<(Scheduled, bool), bool> {
    loop {
        let Some(data) = vm.host_mut::<EventLoop>(lp) else { return Err(true) };
        let Some(executor) = &mut data.executor else { return Err(true) };
        let Some(next) = executor.take_next(&()) else { return Err(executor.queue().is_stopping()) };
        let debug = data.debug;
        if !(HeapHandles { heap: &mut vm.heap }).is_cancelled(&next) {
            return Ok((next, debug));
        }
    }
}

/// A handle in the timer heap was cancelled.
pub fn timer_cancelled(vm: &mut Vm, lp: Value) {
    with_executor(vm, lp, |executor, _| executor.queue_mut().timer_cancelled());
}

fn schedule(vm: &mut Vm, lp: Value, handle: Handle) -> Result<Value, Raised> {
    let when = handle.when;
    let source = super::source::now(vm, lp);
    let handle = handle::make(vm, Handle { scheduled: when.is_some(), source, ..handle });
    let id = crate::glue::id_of(vm, handle)?;
    with_executor(vm, lp, |executor, _| match when {
        None => executor.queue_mut().call_soon(Scheduled::Handle(id)),
        Some(when) => executor.queue_mut().call_at(when, Scheduled::Handle(id)),
    });
    Ok(handle)
}

/// `_write_to_self`: a thread that waits in the loop's selector looks again.
fn wake(vm: &mut Vm, lp: Value) {
    process(vm).wake_where(|park| matches!(park, Park::Select(selected) if selected.is(lp)));
}

pub fn check_open(vm: &mut Vm, lp: Value) -> Result<(), Raised> {
    if with(vm, lp, |lp: &mut EventLoop| lp.closed)? {
        return Err(errors::runtime_error(vm, "Event loop is closed"));
    }
    Ok(())
}

/// In debug mode it is known what runs.
pub fn set_current_handle(vm: &mut Vm, lp: Value, handle: Value) {
    if let Some(lp) = vm.host_mut::<EventLoop>(lp) {
        lp.current_handle = handle;
    }
}

/// A loop dies that nobody has closed.
fn unclosed(_vm: &mut Vm, lp: Value) -> NativeResult {
    Ok(enter("BaseEventLoop.__del__", unclosed_step, &[lp]))
}

fn unclosed_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let lp = frame.values[0];
    frame.stage += 1;
    match frame.stage {
        1 => {
            let message = format!("unclosed event loop {}", text(vm, lp)?);
            warnings::deliver(vm, &message, types::RESOURCE_WARNING, lp)
        }
        2 => {
            outcome.value(vm)?;
            match bound_method(vm, lp, "close") {
                Some(method) => Ok(Action::call(method, Args::new())),
                None => none(),
            }
        }
        _ => outcome.value(vm).map(Action::Return),
    }
}

/// In debug mode a loop refuses calls from threads other than its own, too.
fn check_open_here(vm: &mut Vm, lp: Value) -> Result<(), Raised> {
    check_open(vm, lp)?;
    let (debug, thread) = with(vm, lp, |lp: &mut EventLoop| (lp.debug, lp.thread))?;
    if debug && thread.is_some_and(|thread| thread != process(vm).threads.current_id()) {
        let message = "Non-thread-safe operation invoked on an event loop other than the current one";
        return Err(errors::runtime_error(vm, message));
    }
    Ok(())
}

// ---- methods ----

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = crate::glue::id_of(vm, args[0])?;
    let asyncio = &mut process(vm).asyncio;
    let id = LoopId(asyncio.loops_made);
    asyncio.loops_made += 1;
    let data = EventLoop {
        id,
        executor: Some(Box::default()),
        closed: false,
        thread: None,
        debug: false,
        origin_depth_before: None,
        slow_callback_duration: Value::Float(0.1),
        current_handle: Value::None,
        newest_timer: (Value::None, 0.0),
    };
    ret(vm.host_object(class, data))
}

fn create_future(vm: &mut Vm, args: &Args) -> NativeResult {
    let (lp, source) = (args[0], super::source::now(vm, args[0]));
    let class = process(vm).classes.of(HostClass::Future);
    ret(vm.host_object(class, Future { lp, source, ..Future::default() }))
}

fn stop(vm: &mut Vm, args: &Args) -> NativeResult {
    with(vm, args[0], |_: &mut EventLoop| ())?;
    with_executor(vm, args[0], |executor, _| executor.queue_mut().stop());
    none()
}

fn close(vm: &mut Vm, args: &Args) -> NativeResult {
    if with(vm, args[0], |lp: &mut EventLoop| lp.thread.is_some())? {
        return Err(errors::runtime_error(vm, "Cannot close a running event loop"));
    }
    let handles = with(vm, args[0], |lp: &mut EventLoop| {
        lp.closed = true;
        lp.newest_timer = (Value::None, 0.0);
        lp.executor.as_ref().map_or_else(Vec::new, |executor| executor.handles().copied().collect())
    })?;
    with_executor(vm, args[0], |executor, _| executor.queue_mut().clear());
    let tasks: Vec<Value> = process(vm).asyncio.tasks.values().copied().collect();
    for task in tasks {
        let orphan = vm.host_mut::<Future>(task).filter(|f| f.lp.is(args[0])).and_then(|f| f.task.as_mut());
        if let Some(task) = orphan {
            task.orphaned = true;
            vm.watch_strange();
        }
    }
    // A task that was to go on may die with the handle of its step.
    for handle in handles {
        let owned = vm.host::<Handle>(handle.object()).map_or(Value::None, |handle| handle.owns);
        vm.own_coroutine(owned, false);
        vm.suspect(handle.object());
    }
    none()
}

fn is_running(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |lp: &mut EventLoop| lp.thread.is_some())?)
}

fn is_closed(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |lp: &mut EventLoop| lp.closed)?)
}

fn time(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(process(vm).clock.now())
}

fn call_soon_method(vm: &mut Vm, args: &Args) -> NativeResult {
    // Bound: self, callback, context, then the callback's arguments.
    check_open_here(vm, args[0])?;
    check_callback(vm, args[0], args[1], "call_soon")?;
    let context = context_argument(vm, args[2]);
    ret(call_soon_unchecked(vm, args[0], args[1], args.rest(3), context)?)
}

fn call_soon_threadsafe(vm: &mut Vm, args: &Args) -> NativeResult {
    check_open(vm, args[0])?;
    check_callback(vm, args[0], args[1], "call_soon_threadsafe")?;
    let context = context_argument(vm, args[2]);
    let handle = call_soon_from_outside(vm, args[0], args[1], args.rest(3), context)?;
    tell_sent(vm, args[0], handle)?;
    ret(handle)
}

/// A call from another thread is a message in the trace.
fn tell_sent(vm: &mut Vm, lp: Value, handle: Value) -> Result<(), Raised> {
    let to = with(vm, lp, |lp: &mut EventLoop| lp.thread)?;
    let Some(to) = to.filter(|to| *to != process(vm).threads.current_id()) else { return Ok(()) };
    let callback = with(vm, handle, |h: &mut Handle| h.callback)?;
    let name = super::text::callback_name(vm, callback);
    let text = match name.strip_prefix(super::text::UNKNOWN) {
        Some(rest) => format!("{}{rest}()", vm.type_name(callback)),
        None => format!("{name}()"),
    };
    let (_, line) = super::text::acting(vm);
    let message = process(vm).tell_sent(to, text, line);
    with(vm, handle, |h: &mut Handle| h.message = Some(message))
}

fn call_later(vm: &mut Vm, args: &Args) -> NativeResult {
    check_given(vm, args, "call_later", "delay")?;
    if args[1].is_none() {
        return Err(errors::type_error(vm, "delay must not be None"));
    }
    let Ok(delay) = number(vm, args[1]) else {
        return Err(errors::unsupported_operands(vm, "+", Value::Float(0.0), args[1]));
    };
    let now = process(vm).clock.now();
    call_at_time(vm, args, now + delay, "call_at")
}

fn call_at(vm: &mut Vm, args: &Args) -> NativeResult {
    check_given(vm, args, "call_at", "when")?;
    if args[1].is_none() {
        return Err(errors::type_error(vm, "when cannot be None"));
    }
    let when = number(vm, args[1])?;
    call_at_time(vm, args, when, "call_at")
}

fn check_given(vm: &mut Vm, args: &Args, method: &str, time: &str) -> Result<(), Raised> {
    let missing = match [args[1], args[2]] {
        [_, callback] if !callback.is_unbound() => return Ok(()),
        [Value::Unbound, _] => format!("2 required positional arguments: '{time}' and 'callback'"),
        _ => "1 required positional argument: 'callback'".to_owned(),
    };
    Err(errors::type_error(vm, format!("BaseEventLoop.{method}() missing {missing}")))
}

/// Bound arguments: self, time, callback, context, then the callback's arguments.
fn call_at_time(vm: &mut Vm, args: &Args, when: f64, method: &str) -> NativeResult {
    check_open_here(vm, args[0])?;
    check_callback(vm, args[0], args[2], method)?;
    let context = context_argument(vm, args[3]);
    let callback = args[2];
    let given = args.rest(4).to_vec();
    let first = given.first().copied().unwrap_or(Value::None);
    with(vm, args[0], |lp: &mut EventLoop| lp.newest_timer = (first, when))?;
    let handle =
        Handle { callback, args: given, lp: args[0], context, when: Some(when), ..Handle::default() };
    ret(schedule(vm, args[0], handle)?)
}

/// When the newest timer of a loop is due, if it is to act on that future.
pub fn newest_deadline(vm: &Vm, lp: Value, future: Value) -> Option<f64> {
    let (acted_on, when) = vm.host::<EventLoop>(lp)?.newest_timer;
    acted_on.is(future).then_some(when)
}

/// In debug mode a loop refuses what is no plain callable.
fn check_callback(vm: &mut Vm, lp: Value, callback: Value, method: &str) -> Result<(), Raised> {
    if callback.is_unbound() {
        let message = format!("BaseEventLoop.{method}() missing 1 required positional argument: 'callback'");
        return Err(errors::type_error(vm, message));
    }
    let is_coroutine = match vm.data(callback) {
        Some(Data::Generator(_)) => true,
        Some(Data::Function(f)) => vm.code(f.code).kind == loopthread_vm::code::CodeKind::Coroutine,
        _ => false,
    };
    if !with(vm, lp, |lp: &mut EventLoop| lp.debug)? {
        return Ok(());
    }
    if is_coroutine {
        return Err(errors::type_error(vm, format!("coroutines cannot be used with {method}()")));
    }
    if !vm.is_callable(callback) {
        let shown =
            vm.repr_native(callback).unwrap_or_else(|| format!("<{} object>", vm.type_name(callback)));
        let message = format!("a callable object was expected by {method}(), got {shown}");
        return Err(errors::type_error(vm, message));
    }
    Ok(())
}

fn get_debug(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |lp: &mut EventLoop| lp.debug)?)
}

fn set_debug(vm: &mut Vm, args: &Args) -> NativeResult {
    let debug = flag(vm, args[1], false);
    let runs = with(vm, args[0], |lp: &mut EventLoop| {
        lp.debug = debug;
        lp.thread.is_some()
    })?;
    // Whoever calls this may do so on another thread.
    if let (true, Some(method)) = (runs, bound_method(vm, args[0], "_set_coroutine_origin_tracking")) {
        let context = contextvars::copy_current(vm);
        call_soon_from_outside(vm, args[0], method, &[debug.into()], context)?;
    }
    none()
}

fn set_origin_tracking(vm: &mut Vm, args: &Args) -> NativeResult {
    let enabled = flag(vm, args[1], false);
    track_origins(vm, args[0], enabled);
    none()
}

/// In debug mode a loop has its thread note where coroutines are made, as long as it runs.
pub fn track_origins(vm: &mut Vm, lp: Value, enabled: bool) {
    let before = vm.host::<EventLoop>(lp).and_then(|lp| lp.origin_depth_before);
    let before = match (enabled, before) {
        (true, None) => Some(sys::set_origin_depth(vm, super::source::DEPTH)),
        (false, Some(depth)) => {
            sys::set_origin_depth(vm, depth);
            None
        }
        (_, unchanged) => unchanged,
    };
    if let Some(lp) = vm.host_mut::<EventLoop>(lp) {
        lp.origin_depth_before = before;
    }
}

fn check_closed_method(vm: &mut Vm, args: &Args) -> NativeResult {
    check_open(vm, args[0])?;
    none()
}

fn check_running_method(vm: &mut Vm, args: &Args) -> NativeResult {
    check_running(vm, args[0])?;
    none()
}

/// A loop runs once at a time, and a thread runs one loop at a time.
pub fn check_running(vm: &mut Vm, lp: Value) -> Result<(), Raised> {
    if with(vm, lp, |lp: &mut EventLoop| lp.thread.is_some())? {
        return Err(errors::runtime_error(vm, "This event loop is already running"));
    }
    if !process(vm).threads.current().running_loop.is_none() {
        let message = "Cannot run the event loop while another loop is running";
        return Err(errors::runtime_error(vm, message));
    }
    Ok(())
}

fn live_asyncgens(vm: &mut Vm, args: &Args) -> NativeResult {
    let lp = with(vm, args[0], |lp: &mut EventLoop| lp.id)?;
    let generators = vm.live_async_generators(lp.0);
    ret(vm.list(generators))
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let text = text(vm, args[0])?;
    vm.ok_str(text)
}

fn text(vm: &mut Vm, lp: Value) -> Result<String, Raised> {
    let (running, closed, debug) =
        with(vm, lp, |lp: &mut EventLoop| (lp.thread.is_some(), lp.closed, lp.debug))?;
    let word = |flag| if flag { "True" } else { "False" };
    let class = vm.type_name(lp);
    Ok(format!("<{class} running={} closed={} debug={}>", word(running), word(closed), word(debug)))
}

/// The handles that the next turn runs, as a list that nobody else has.
fn get_ready(vm: &mut Vm, args: &Args) -> NativeResult {
    let ready =
        with_executor(vm, args[0], |executor, _| executor.queue().ready().copied().collect::<Vec<_>>());
    let handles: Result<Vec<Value>, Raised> =
        ready.unwrap_or_default().into_iter().map(|scheduled| scheduled.handle(vm, args[0])).collect();
    ret(vm.list(handles?))
}

fn get_slow_callback_duration(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |lp: &mut EventLoop| lp.slow_callback_duration)?)
}

fn set_slow_callback_duration(vm: &mut Vm, args: &Args) -> NativeResult {
    with(vm, args[0], |lp: &mut EventLoop| lp.slow_callback_duration = args[1])?;
    none()
}

/// The wait of a loop between two turns.
pub fn select(lp: Value, timeout: Option<f64>) -> Action {
    let timeout = timeout.map_or(Value::None, Value::Float);
    Action::host(crate::threads::park::SELECT, Args::of(&[lp, timeout]))
}
