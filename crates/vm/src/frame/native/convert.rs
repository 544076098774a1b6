//! A native function that needs one of its arguments converted by a user's method (`__index__`, `__float__` …) first.
//!
//! The function is called again with the converted argument in place: natives are written as if arguments were plain.

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::{Collect, Sink};
use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeFn, NativeResult, Outcome};
use crate::value::{Id, Value};
use crate::vm::Vm;

/// A conversion in progress.
#[derive(Clone, Debug)]
pub struct ConvertFrame {
    method: Value,
    /// The special method's name, which decides what its result must be; other callables may answer anything.
    name: Id,
    /// Who is called again, with the argument at `at` replaced; without it the converted value is the result.
    then: Option<NativeFn>,
    args: Args,
    at: usize,
    /// The function was called again: its result is the frame's.
    called: bool,
}

impl ConvertFrame {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if self.called {
            return outcome.value(vm).map(Action::Return);
        }
        if let Outcome::Start = outcome {
            let value = self.args[self.at];
            return Ok(match self.name {
                names::EMPTY => {
                    let mut frame = Collect::new(value, Sink::List);
                    frame.wants_room = false;
                    Action::Enter(NativeFrame::Collect(Box::new(frame)))
                }
                _ => vm.call_dunder(self.method, value, &[]),
            });
        }
        let value = outcome.value(vm)?;
        let wanted = match self.name {
            names::FLOAT => ("float", vm.float_of(value).is_some()),
            names::COMPLEX => {
                ("complex", matches!(vm.number(value), Some(crate::vm::arith::Number::Complex(..))))
            }
            names::STR | names::REPR | names::FORMAT => ("string", vm.str_of(value).is_some()),
            names::BYTES => ("bytes", vm.bytes_of(value).is_some()),
            names::EMPTY => ("", true),
            _ => ("int", vm.number(value).is_some_and(|n| n.is_int())),
        };
        if !wanted.1 {
            return Err(self.wrong_result(vm, wanted.0, value));
        }
        let Some(then) = self.then else { return Ok(Action::Return(value)) };
        let mut args = std::mem::take(&mut self.args);
        args.values[self.at] = value;
        self.called = true;
        then(vm, &args)
    }

    fn wrong_result(&self, vm: &mut Vm, wanted: &str, value: Value) -> crate::native::Raised {
        let got = vm.type_name(value);
        let method = vm.text(self.name);
        let message = match self.name {
            names::FORMAT => format!("__format__ must return a str, not {got}"),
            names::FLOAT => {
                format!("{}.__float__ returned non-float (type {got})", vm.type_name(self.args[self.at]))
            }
            _ => format!("{method} returned non-{wanted} (type {got})"),
        };
        errors::type_error(vm, message)
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.method);
        self.args.trace(m);
    }
}

impl Vm {
    /// Converts `args[at]` by the special method `name` of its class and calls `then` with the result in its place.
    /// `None` when the class has no such method.
    pub(crate) fn convert(
        &mut self,
        name: Id,
        args: &Args,
        at: usize,
        then: NativeFn,
    ) -> Option<NativeResult> {
        let method = self.class_attr(self.class_of(args[at]), name).filter(|m| !m.is_none())?;
        let frame = ConvertFrame { method, name, then: Some(then), args: args.clone(), at, called: false };
        Some(Ok(Action::Enter(super::NativeFrame::Convert(Box::new(frame)))))
    }

    /// Makes `args[at]`, an iterable, a list, and calls `then` with it in its place.
    pub(crate) fn listed(&mut self, args: &Args, at: usize, then: NativeFn) -> NativeResult {
        let frame = ConvertFrame {
            method: Value::None,
            name: names::EMPTY,
            then: Some(then),
            args: args.clone(),
            at,
            called: false,
        };
        Ok(Action::Enter(super::NativeFrame::Convert(Box::new(frame))))
    }

    /// Calls the special method `name` on `value`; its result is checked and becomes the result. `None` without the method.
    pub(crate) fn checked_special(&mut self, name: Id, value: Value) -> Option<NativeResult> {
        let method = self.class_attr(self.class_of(value), name).filter(|m| !m.is_none())?;
        let frame = ConvertFrame { method, name, then: None, args: Args::of(&[value]), at: 0, called: false };
        Some(Ok(Action::Enter(super::NativeFrame::Convert(Box::new(frame)))))
    }

    /// For a native whose `args[at]` must be an int and is none: by `__index__` if it has that, else CPython's TypeError.
    pub(crate) fn convert_index(&mut self, args: &Args, at: usize, then: NativeFn) -> NativeResult {
        match self.convert(names::INDEX, args, at, then) {
            Some(result) => result,
            None => Err(errors::not_an_integer(self, args[at])),
        }
    }
}
