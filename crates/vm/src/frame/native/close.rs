//! Closing: `generator.close()`, and closing what a generator delegates to when it is itself closed.

use crate::errors;
use crate::heap::Marker;
use crate::native::{Action, Args, Input, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// `close()` of a suspended generator or coroutine: throws GeneratorExit and wants it to end.
#[derive(Clone, Debug)]
pub struct Close {
    pub generator: Id,
}

impl Close {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => {
                let exit = vm.exception(types::GENERATOR_EXIT, &[]);
                Ok(Action::Resume(self.generator, Input::Throw(exit)))
            }
            Outcome::Returned(_) => {
                let kind = vm.generator_kind(self.generator);
                Err(errors::runtime_error(vm, format!("{kind} ignored GeneratorExit")))
            }
            Outcome::Finished(value) => Ok(Action::Return(value)),
            Outcome::Raised(exc)
                if vm.is_instance(exc, types::GENERATOR_EXIT)
                    || vm.is_instance(exc, types::STOP_ITERATION) =>
            {
                // It has kept what the frames had.
                vm.drop_values(&[exc]);
                Ok(Action::Return(Value::None))
            }
            Outcome::Raised(exc) => Err(Raised(exc)),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.generator);
    }
}

/// Calls the `close` of a foreign iterator that is delegated to, then raises GeneratorExit where it was awaited.
#[derive(Clone, Debug)]
pub struct CloseThenRaise {
    pub exc: Value,
    pub method: Value,
    pub receiver: Value,
}

impl CloseThenRaise {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => Ok(Action::call(self.method, Args::of(&[self.receiver]))),
            outcome => outcome.value(vm).and(Err(Raised(self.exc))),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.exc, self.method, self.receiver]);
    }
}

/// `generator.throw(Class, value)` where making the exception runs Python.
#[derive(Clone, Debug)]
pub struct ThrowClass {
    generator: Id,
    class: Value,
    value: Value,
    thrown: bool,
}

impl ThrowClass {
    pub fn new(generator: Id, class: Value, value: Value) -> ThrowClass {
        ThrowClass { generator, class, value, thrown: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => {
                let mut args = Args::new();
                args.values.extend(self.value.bound().filter(|v| !v.is_none()));
                Ok(Action::call(self.class, args))
            }
            Outcome::Finished(value) if self.thrown => Ok(Action::Finished(value)),
            outcome => {
                let value = outcome.value(vm)?;
                if self.thrown {
                    return Ok(Action::Return(value));
                }
                self.thrown = true;
                Ok(Action::Resume(self.generator, Input::Throw(value)))
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.generator);
        m.values(&[self.class, self.value]);
    }
}
