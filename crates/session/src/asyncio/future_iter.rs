//! `_asyncio.FutureIter`: what `await future` delegates to.
//!
//! Its first step yields the future itself, marked as awaited; its second gives the future's outcome.

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::future::{Future, State, outcome_of};
use crate::glue::{enter, host_data, none, process, ret, with};
use crate::modules::{HostClass, define};

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
    with(vm, args[0], |_: &mut Future| ())?;
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
    let message = format!(
        "exceptions must be classes deriving BaseException or instances of such a class, not {}",
        vm.type_name(exc)
    );
    Err(errors::type_error(vm, message))
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
