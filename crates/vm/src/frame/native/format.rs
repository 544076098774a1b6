//! A user's `__format__`, whose result must be a string.

use crate::errors;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// A call of `__format__`.
#[derive(Clone, Debug)]
pub struct UserFormat {
    method: Value,
    object: Value,
    spec: Value,
}

impl UserFormat {
    pub fn new(method: Value, object: Value, spec: Value) -> UserFormat {
        UserFormat { method, object, spec }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Outcome::Start = outcome {
            return Ok(Action::call(self.method, Args::of(&[self.object, self.spec])));
        }
        let value = outcome.value(vm)?;
        if vm.str_of(value).is_some() {
            return Ok(Action::Return(value));
        }
        let message = format!("__format__ must return a str, not {}", vm.type_name(value));
        Err(errors::type_error(vm, message))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.method, self.object, self.spec]);
    }
}
