//! `_asyncio.Handle` and `TimerHandle`: a scheduled callback with its arguments and context.

use loopthread_vm::errors;
use loopthread_vm::frame::native::{EXCEPT, OwnFrame};
use loopthread_vm::heap::Dict;
use loopthread_vm::heap::object::{Data, TraceEntry};
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::event_loop;
use super::future::context_argument;
use super::text::{UNKNOWN, callback_text, strange};
use crate::glue::{bound_method, builtin, enter, host_data, none, number, own_attr, process, ret, with};
use crate::modules::{HostClass, contextvars, define};

#[derive(Clone, Debug, Default)]
pub struct Handle {
    pub callback: Value,
    pub args: Vec<Value>,
    pub lp: Value,
    pub context: Value,
    pub cancelled: bool,
    /// A timer's deadline, in the loop's time.
    pub when: Option<f64>,
    /// It is in its loop's timer heap.
    pub scheduled: bool,
    /// A call from another thread: the message to report when it runs.
    pub message: Option<loopthread_protocol::MessageId>,
    /// In debug mode: the calls that made it.
    pub source: Value,
    /// A coroutine whose end is noticed with this handle's.
    pub owns: Value,
    /// In debug mode: what a cancelled one had to call, for its repr.
    pub kept: Option<(Value, Vec<Value>)>,
}

host_data!(Handle, |this, m| {
    m.values(&[this.callback, this.lp, this.context, this.source, this.owns]);
    m.values(&this.args);
    if let Some((callback, args)) = &this.kept {
        m.value(*callback);
        m.values(args);
    }
};
    fn any_held(&self, test: &mut dyn FnMut(Value) -> bool) -> bool {
        test(self.callback) || self.args.iter().copied().any(test)
    }
);

pub fn install(vm: &mut Vm, namespace: Id) {
    let class = define(vm, namespace, "asyncio.events", "Handle", HostClass::Handle, types::OBJECT, true);
    vm.add_methods(class, METHODS);
    let timer = define(vm, namespace, "asyncio.events", "TimerHandle", HostClass::TimerHandle, class, true);
    vm.add_methods(timer, TIMER_METHODS);
}

const METHODS: &[Def] = &[
    Def::static_method("Handle.__new__", "...", new),
    Def::method("Handle.__init__", "self, callback, args, loop, context?", init),
    Def::method("Handle.cancel", "self, /", cancel),
    Def::method("Handle.cancelled", "self, /", cancelled),
    Def::method("Handle.get_context", "self, /", get_context),
    Def::method("Handle._run", "self, /", run),
    Def::method("Handle.__repr__", "self, /", repr),
    Def::getter("Handle._callback", get_callback),
    Def::getter("Handle._args", get_args),
    Def::getter("Handle._cancelled", cancelled),
    Def::getter("Handle._loop", get_loop),
    Def::getter("Handle._source_traceback", get_source_traceback),
];

const TIMER_METHODS: &[Def] = &[
    Def::method("TimerHandle.__init__", "self, when, callback, args, loop, context?", init_timer),
    Def::method("TimerHandle.when", "self, /", when),
    Def::method("TimerHandle.__lt__", "self, other, /", less),
    Def::method("TimerHandle.__le__", "self, other, /", less_or_equal),
    Def::method("TimerHandle.__gt__", "self, other, /", greater),
    Def::method("TimerHandle.__ge__", "self, other, /", greater_or_equal),
    Def::getter("TimerHandle._when", when),
    Def::getter("TimerHandle._scheduled", get_scheduled),
];

/// A handle as a loop makes them.
pub fn make(vm: &mut Vm, handle: Handle) -> Value {
    let class = if handle.when.is_some() { HostClass::TimerHandle } else { HostClass::Handle };
    let class = process(vm).classes.of(class);
    vm.host_object(class, handle)
}

/// Cancels a handle; its loop hears of it if it is a timer.
pub fn cancel_handle(vm: &mut Vm, handle: Value) -> Result<(), Raised> {
    let lp = with(vm, handle, |h: &mut Handle| h.lp)?;
    let is_debugged = event_loop::is_debugged(vm, lp);
    let (counted, dropped) = with(vm, handle, |h: &mut Handle| {
        let first = !std::mem::replace(&mut h.cancelled, true);
        if first && is_debugged {
            h.kept = Some((h.callback, h.args.clone()));
        }
        let mut dropped = std::mem::take(&mut h.args);
        dropped.push(std::mem::replace(&mut h.callback, Value::None));
        ((first && h.scheduled).then_some(h.lp), dropped)
    })?;
    vm.drop_values(&dropped);
    if let Some(lp) = counted {
        event_loop::timer_cancelled(vm, lp);
    }
    Ok(())
}

/// Begins a handle's callback in its context; what [`contextvars::leave`] wants comes with it.
pub fn begin(vm: &mut Vm, handle: Value) -> Result<(Action, Value), Raised> {
    let (callback, args, context) =
        with(vm, handle, |h: &mut Handle| (h.callback, Args::of(&h.args), h.context))?;
    let before = contextvars::enter_context(vm, context)?;
    Ok((Action::call(callback, args), before))
}

/// The call that reports an exception which a callback let through, or the exception if it must leave the loop.
pub fn report(vm: &mut Vm, handle: Value, exc: Value) -> NativeResult {
    if vm.is_instance(exc, types::SYSTEM_EXIT) || vm.is_instance(exc, types::KEYBOARD_INTERRUPT) {
        return Err(Raised(exc));
    }
    // What could not even be called has left no frame but that of CPython's `Handle._run`, one of the library.
    let library =
        crate::glue::module(vm, "asyncio.base_events").and_then(|module| own_attr(vm, module, "_log"));
    if let Some(Data::Function(run)) = library.and_then(|function| vm.data(function)) {
        let entry = TraceEntry { code: run.code, ip: 0 };
        if let Some(e) = vm.exception_mut(exc).filter(|e| e.traceback.is_empty()) {
            e.traceback.push(entry);
        }
    }
    let mut values = to_show(vm, handle)?.to_vec();
    values.push(exc);
    Ok(enter(EXCEPT, report_step, &values))
}

fn report_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if frame.stage == 3 {
        frame.stage += 1;
        return Ok(Action::Return(outcome.value(vm)?));
    }
    let shown = match show(vm, frame, outcome)? {
        Ok(shown) => shown,
        Err(action) => return Ok(action),
    };
    let message = vm.str(format!("Exception in callback {shown}"));
    let (handle, exc) = (frame.values[0], frame.values[4]);
    let (lp, source) = with(vm, handle, |h: &mut Handle| (h.lp, h.source))?;
    let context =
        [("message", message), ("exception", exc), ("handle", handle), ("source_traceback", source)];
    super::source::report_with(vm, lp, &context)
}

/// The call of a loop's exception handler.
pub fn report_to(vm: &mut Vm, lp: Value, context: &[(&str, Value)]) -> NativeResult {
    let dict = vm.dict(Dict::new());
    for &(key, value) in context {
        let key = vm.intern(key);
        vm.dict_set_str(dict, key, value);
    }
    // A program may have put a function of its own on the loop.
    let own = own_attr(vm, lp, "call_exception_handler");
    match own.or_else(|| bound_method(vm, lp, "call_exception_handler")) {
        Some(method) => Ok(Action::call(method, Args::of(&[dict.into()]))),
        None => none(),
    }
}

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = crate::glue::id_of(vm, args[0])?;
    ret(vm.host_object(class, Handle::default()))
}

fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    init_with(vm, args[0], None, &args.values[1..])
}

fn init_timer(vm: &mut Vm, args: &Args) -> NativeResult {
    let when = number(vm, args[1])?;
    init_with(vm, args[0], Some(when), &args.values[2..])
}

fn init_with(vm: &mut Vm, handle: Value, when: Option<f64>, rest: &[Value]) -> NativeResult {
    let &[callback, args, lp, context] = rest else {
        return Err(errors::type_error(vm, "a callback, its arguments and a loop are required"));
    };
    let args = vm.sequence_of(args).unwrap_or(&[]).to_vec();
    let context = context_argument(vm, context);
    let source = super::source::now(vm, lp);
    let data = Handle { callback, args, lp, context, when, source, ..Handle::default() };
    with(vm, handle, |h: &mut Handle| *h = data)?;
    none()
}

fn cancel(vm: &mut Vm, args: &Args) -> NativeResult {
    cancel_handle(vm, args[0])?;
    none()
}

fn cancelled(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Handle| h.cancelled)?)
}

fn get_context(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Handle| h.context)?)
}

fn get_callback(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Handle| if h.cancelled { Value::None } else { h.callback })?)
}

fn get_args(vm: &mut Vm, args: &Args) -> NativeResult {
    let values = with(vm, args[0], |h: &mut Handle| (!h.cancelled).then(|| h.args.clone()))?;
    match values {
        Some(values) => ret(vm.tuple(values)),
        None => none(),
    }
}

fn get_loop(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Handle| h.lp)?)
}

fn get_source_traceback(vm: &mut Vm, args: &Args) -> NativeResult {
    let rows = with(vm, args[0], |h: &mut Handle| h.source)?;
    super::source::summary(rows)
}

fn get_scheduled(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Handle| h.scheduled)?)
}

fn run(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("Handle._run", run_step, &[args[0], Value::None]))
}

fn run_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match (frame.stage, outcome) {
        (1, _) => {
            let (action, before) = begin(vm, frame.values[0])?;
            frame.values[1] = before;
            Ok(action)
        }
        (2, outcome) => {
            contextvars::leave(vm, frame.values[1]);
            match outcome {
                Outcome::Raised(exc) => report(vm, frame.values[0], exc),
                _ => none(),
            }
        }
        (_, outcome) => {
            outcome.value(vm)?;
            none()
        }
    }
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let values = to_show(vm, args[0])?;
    Ok(enter("Handle.__repr__", repr_step, &values))
}

/// What [`show`] begins with: the handle, its callback, its arguments, and of the callback what only Python can show.
fn to_show(vm: &mut Vm, handle: Value) -> Result<[Value; 4], Raised> {
    let (callback, values, lp) = with(vm, handle, |h: &mut Handle| {
        let (callback, values) = h.kept.clone().unwrap_or_else(|| (h.callback, h.args.clone()));
        (callback, values, h.lp)
    })?;
    // Arguments are told in debug mode only.
    let values = if event_loop::is_debugged(vm, lp) { vm.tuple(values) } else { vm.tuple([]) };
    let strange = strange(vm, callback).unwrap_or_else(|| vm.str(""));
    Ok([handle, callback, values, strange])
}

/// The callback in words, once the last two values have become their reprs.
fn show(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> Result<Result<String, Action>, Raised> {
    frame.stage += 1;
    let at = frame.stage as usize;
    if at > 1 {
        frame.values[at] = outcome.value(vm)?;
    }
    if at == 1 && vm.tuple_of(frame.values[2]).is_some_and(|args| !args.is_empty()) {
        let shown = super::call_library(vm, "asyncio.base_events", "_format_args", &[frame.values[2]])?;
        return Ok(Err(shown));
    }
    if at < 3 {
        return Ok(Err(Action::call(builtin(vm, "repr"), Args::of(&[frame.values[at + 1]]))));
    }
    let text = |value| vm.str_of(value).unwrap_or("").to_owned();
    let (shown, strange) = (text(frame.values[2]), text(frame.values[3]));
    let shown = if shown == "()" { "" } else { &shown };
    Ok(Ok(callback_text(vm, frame.values[1], shown).replace(UNKNOWN, &strange)))
}

fn repr_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let shown = match show(vm, frame, outcome)? {
        Ok(shown) => shown,
        Err(action) => return Ok(action),
    };
    let handle = with(vm, frame.values[0], |h: &mut Handle| h.clone())?;
    let mut parts = vec![vm.type_name(frame.values[0]).to_owned()];
    if handle.cancelled {
        parts.push("cancelled".to_owned());
    }
    if let Some(when) = handle.when {
        parts.push(format!("when={when:?}"));
    }
    if !handle.cancelled || handle.kept.is_some() {
        parts.push(shown);
    }
    parts.extend(super::source::created_at(vm, handle.source));
    vm.ok_str(format!("<{}>", parts.join(" ")))
}

fn when(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Handle| h.when)?.unwrap_or(0.0))
}

fn whens(vm: &Vm, args: &Args) -> Option<(f64, f64)> {
    Some((vm.host::<Handle>(args[0])?.when?, vm.host::<Handle>(args[1])?.when?))
}

/// Timers of one time are not equal: they differ in what they call.
fn compare(vm: &Vm, args: &Args, or_equal: bool, holds: fn(f64, f64) -> bool) -> NativeResult {
    let same = or_equal && args[0].is(args[1]);
    ret(whens(vm, args).map_or(Value::NotImplemented, |(a, b)| Value::Bool(same || holds(a, b))))
}

fn less(vm: &mut Vm, args: &Args) -> NativeResult {
    compare(vm, args, false, |a, b| a < b)
}

fn less_or_equal(vm: &mut Vm, args: &Args) -> NativeResult {
    compare(vm, args, true, |a, b| a < b)
}

fn greater(vm: &mut Vm, args: &Args) -> NativeResult {
    compare(vm, args, false, |a, b| a > b)
}

fn greater_or_equal(vm: &mut Vm, args: &Args) -> NativeResult {
    compare(vm, args, true, |a, b| a > b)
}
