//! `_asyncio.FutureIter`: what `await future` delegates to.
//!
//! Its first step yields the future itself, marked as awaited; its second gives the future's outcome.

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::Data;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::future::{Future, State, check_initialized, outcome_of};
use crate::glue::{enter, host_data, none, process, ret, with};
use crate::modules::{HostClass, define, warnings};

#[derive(Clone, Debug)]
struct FutureIter {
    /// None once it has ended.
    future: Value,
}

host_data!(FutureIter, |this, m| m.value(this.future));

pub fn install(vm: &mut Vm, namespace: Id) {
    let name = HostClass::FutureIter;
    let class = define(vm, namespace, "_asyncio", "FutureIter", name, types::OBJECT, false);
    vm.add_methods(class, METHODS);
}

const METHODS: &[Def] = &[
    Def::method("FutureIter.__iter__", "self, /", this),
    Def::method("FutureIter.__next__", "self, /", next),
    Def::method("FutureIter.send", "self, value, /", next),
    Def::method("FutureIter.throw", "self, type, value?, traceback?, /", throw),
    Def::method("FutureIter.close", "self, /", close),
];

/// `Future.__await__`.
pub fn of(vm: &mut Vm, args: &Args) -> NativeResult {
    check_initialized(vm, args[0])?;
    let class = process(vm).classes.of(HostClass::FutureIter);
    ret(vm.host_object(class, FutureIter { future: args[0] }))
}

fn this(_vm: &mut Vm, args: &Args) -> NativeResult {
    ret(args[0])
}

fn next(vm: &mut Vm, args: &Args) -> NativeResult {
    let future = with(vm, args[0], |i: &mut FutureIter| i.future)?;
    if future.is_none() {
        return Ok(Action::Finished(Value::None));
    }
    let pending = with(vm, future, |f: &mut Future| {
        (f.state == State::Pending).then(|| std::mem::replace(&mut f.blocking, true))
    })?;
    match pending {
        Some(false) => ret(future),
        Some(true) => Err(errors::runtime_error(vm, "await wasn't used with future")),
        None => {
            with(vm, args[0], |i: &mut FutureIter| i.future = Value::None)?;
            outcome_of(vm, future).map(Action::Finished)
        }
    }
}

fn throw(vm: &mut Vm, args: &Args) -> NativeResult {
    with(vm, args[0], |i: &mut FutureIter| i.future = Value::None)?;
    if !args[2].is_unbound() {
        // A warning first, which may be an error.
        return Ok(enter("FutureIter.throw", warned, &args.values));
    }
    throw_now(vm, args)
}

const DEPRECATED: &str =
    "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";

fn throw_now(vm: &mut Vm, args: &Args) -> NativeResult {
    let traceback = args[3].or(Value::None);
    if !traceback.is_none() && !matches!(vm.data(traceback), Some(Data::Traceback(_))) {
        return Err(errors::type_error(vm, "throw() third argument must be a traceback"));
    }
    if vm.is_instance(args[1], types::BASE_EXCEPTION) && !args[2].or(Value::None).is_none() {
        return Err(errors::type_error(vm, "instance exception may not have a separate value"));
    }
    // The old form gives class and value; the value may be the instance already.
    let exc = match args[2] {
        value if vm.is_instance(value, types::BASE_EXCEPTION) => value,
        _ => args[1],
    };
    if vm.is_instance(exc, types::BASE_EXCEPTION) {
        return Err(Raised(exc));
    }
    if vm.is_exception_class(exc) {
        return Ok(enter("FutureIter.throw", throw_of_class, &[exc, args[2]]));
    }
    let message = "exceptions must be classes deriving BaseException or instances of such a class";
    Err(errors::type_error(vm, message))
}

fn warned(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match frame.stage {
        1 => warnings::deliver(vm, DEPRECATED, types::DEPRECATION_WARNING, Value::None),
        2 => {
            outcome.value(vm)?;
            throw_now(vm, &Args::of(&frame.values))
        }
        _ => ret(outcome.value(vm)?),
    }
}

fn throw_of_class(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        let args = match frame.values[1] {
            Value::Unbound | Value::None => Args::new(),
            value => Args::of(&[value]),
        };
        return Ok(Action::call(frame.values[0], args));
    }
    Err(Raised(outcome.value(vm)?))
}

fn close(vm: &mut Vm, args: &Args) -> NativeResult {
    with(vm, args[0], |i: &mut FutureIter| i.future = Value::None)?;
    none()
}
