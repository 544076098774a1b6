//! `raise Class` and `raise … from Class` where making the instance runs Python.

use crate::errors;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// A `raise` whose exception, cause or both are still classes.
#[derive(Clone, Debug)]
pub struct RaiseFrame {
    pub value: Value,
    /// Unbound without `from`.
    pub cause: Value,
}

impl RaiseFrame {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if !matches!(outcome, Outcome::Start) {
            let made = outcome.value(vm)?;
            if vm.exception_of(made).is_none() {
                let class = if vm.exception_of(self.value).is_none() { self.value } else { self.cause };
                let message = format!(
                    "calling {} should have returned an instance of BaseException, not {}",
                    vm.class_of_instance(class).map_or_else(String::new, |c| vm.class_text(c)),
                    vm.class_text(vm.class_of(made))
                );
                return Err(errors::type_error(vm, message));
            }
            match vm.exception_of(self.value).is_none() {
                true => self.value = made,
                false => self.cause = made,
            }
        }
        if vm.exception_of(self.value).is_none() {
            return Ok(Action::call(self.value, Args::new()));
        }
        if vm.is_exception_class(self.cause) {
            return Ok(Action::call(self.cause, Args::new()));
        }
        Err(vm.with_cause(self.value, self.cause))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.value, self.cause]);
    }
}
