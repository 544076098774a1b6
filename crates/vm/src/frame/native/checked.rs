//! One call of a special method whose result must be of a certain kind: `__bool__`, `__len__`, `__iter__`, `__hash__` …

use crate::code::CodeKind;
use crate::errors;
use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::truth::{Asked, Truth};

/// A call and what its result must be.
#[derive(Clone, Debug)]
pub struct Checked {
    callee: Value,
    args: Args,
    check: Check,
}

/// What the result must be, and what is made of it.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Answered to a question for truth: becomes a bool.
    Truth(Asked),
    /// Any value: becomes its truth (`__contains__`).
    TruthOf,
    /// Any value but NotImplemented: becomes the opposite of its truth (`__ne__` made from `__eq__`).
    Opposite,
    /// A length: becomes an int.
    Length,
    /// An iterator.
    Iterator,
    /// An asynchronous iterator, asked for by `async for` or by `aiter`.
    AsyncIterator { in_for: bool },
    /// The iterator of an awaitable.
    Awaited,
    /// An int: becomes a hash.
    Hash,
    /// An int.
    Index,
    /// A string; the method's name for the message.
    Text(&'static str),
}

impl Checked {
    pub fn new(callee: Value, args: Args, check: Check) -> Checked {
        Checked { callee, args, check }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Outcome::Start = outcome {
            return Ok(Action::call(self.callee, std::mem::take(&mut self.args)));
        }
        let value = outcome.value(vm)?;
        let result = match self.check {
            Check::Truth(asked) => vm.truth_answer(asked, value)?.into(),
            Check::Opposite if matches!(value, Value::NotImplemented) => value,
            Check::AsyncIterator { in_for } => match vm.special(value, names::ANEXT) {
                Some(_) => value,
                None => {
                    let of = vm.type_name(value);
                    let message = match in_for {
                        true => format!(
                            "'async for' received an object from __aiter__ that does not implement __anext__: {of}"
                        ),
                        false => format!("aiter() returned not an async iterator of type '{of}'"),
                    };
                    return Err(errors::type_error(vm, message));
                }
            },
            Check::Awaited => {
                let coroutine = vm.generator(value).is_some_and(|g| g.kind == CodeKind::Coroutine);
                if coroutine {
                    vm.drop_values(&[value]);
                    return Err(errors::type_error(vm, "__await__() returned a coroutine"));
                }
                if !vm.is_iterator(value) {
                    let of = vm.type_name(value);
                    let message = format!("__await__() returned non-iterator of type '{of}'");
                    return Err(errors::type_error(vm, message));
                }
                value
            }
            Check::TruthOf | Check::Opposite => {
                let opposite = matches!(self.check, Check::Opposite);
                match vm.truth(value)? {
                    Truth::Known(b) => (b != opposite).into(),
                    Truth::Call(callee, args, asked) => {
                        // Comes back here as a bool.
                        let inner = Checked::new(callee, args, Check::Truth(asked));
                        return Ok(Action::Enter(crate::frame::NativeFrame::Checked(Box::new(inner))));
                    }
                }
            }
            Check::Length => Value::Int(vm.length_answer(value)?),
            Check::Iterator => {
                if !vm.is_iterator(value) {
                    let message = format!("iter() returned non-iterator of type '{}'", vm.type_name(value));
                    return Err(errors::type_error(vm, message));
                }
                value
            }
            Check::Hash => match vm.hash_answer(value) {
                Some(hash) => Value::Int(hash),
                None => return Err(errors::type_error(vm, "__hash__ method should return an integer")),
            },
            Check::Index => {
                if vm.big_int(value).is_none() {
                    let message = format!("__index__ returned non-int (type {})", vm.type_name(value));
                    return Err(errors::type_error(vm, message));
                }
                value
            }
            Check::Text(method) => {
                if vm.str_of(value).is_none() {
                    let message = format!("{method} returned non-string (type {})", vm.type_name(value));
                    return Err(errors::type_error(vm, message));
                }
                value
            }
        };
        Ok(Action::Return(result))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.callee);
        self.args.trace(m);
    }
}

impl Vm {
    /// Whether `next` can be asked of a value.
    pub fn is_iterator(&self, value: Value) -> bool {
        let class = self.class_of(value);
        match class {
            types::GENERATOR | types::COROUTINE_WRAPPER => true,
            _ if matches!(self.data(value), Some(crate::heap::object::Data::Iter(_))) => true,
            _ => self.class_attr(class, names::NEXT).is_some_and(|m| !m.is_none()),
        }
    }
}
