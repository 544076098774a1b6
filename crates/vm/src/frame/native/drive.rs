//! An `asend`, `athrow` or `aclose` that is driven by hand, or by a task, instead of being awaited.

use crate::errors;
use crate::frame::NativeFrame;
use crate::heap::Marker;
use crate::heap::object::{AsyncGenAction, AsyncGenStep, Data, GeneratorState, StepState};
use crate::native::{Action, Input, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// One `send` or `throw` of a step.
#[derive(Clone, Debug)]
pub struct Drive {
    step: Id,
    generator: Id,
    input: Input,
}

impl Drive {
    /// `step.send(value)`, or `step.throw(exc)`.
    pub fn begin(vm: &mut Vm, step: Value, input: Input) -> NativeResult {
        let Some(id) = step.id() else { return Ok(Action::Return(Value::None)) };
        let Data::AsyncGenStep(s) = vm.heap.data(id) else { return Ok(Action::Return(Value::None)) };
        let AsyncGenStep { generator, action, state } = **s;
        let closed = vm.generator(generator.into()).is_none_or(|g| g.state == GeneratorState::Closed);
        let input = match (state, action, input) {
            (StepState::Closed, AsyncGenAction::Send(_), _) => {
                return Err(errors::runtime_error(vm, "cannot reuse already awaited __anext__()/asend()"));
            }
            (StepState::Closed, _, _) => {
                return Err(errors::runtime_error(vm, "cannot reuse already awaited aclose()/athrow()"));
            }
            (StepState::Created, AsyncGenAction::Close, _) if closed => {
                vm.close_async_step(step);
                return Ok(Action::Finished(Value::None));
            }
            (StepState::Created, _, _) if closed => {
                vm.close_async_step(step);
                return Err(Raised(vm.exception(types::STOP_ASYNC_ITERATION, &[])));
            }
            (StepState::Created, AsyncGenAction::Send(value), Input::Send(_)) => Input::Send(value),
            (StepState::Created, AsyncGenAction::Throw(exc), Input::Send(_)) => Input::Throw(exc),
            (StepState::Created, AsyncGenAction::Close, Input::Send(_)) => {
                Input::Throw(vm.exception(types::GENERATOR_EXIT, &[]))
            }
            (_, _, input) => input,
        };
        if state == StepState::Created {
            vm.start_async_step(id)?;
        }
        Ok(Action::Enter(NativeFrame::Drive(Box::new(Drive { step: id, generator, input }))))
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => Ok(Action::Resume(self.generator, self.input)),
            Outcome::Returned(value) => Ok(Action::Return(value)),
            ended => match vm.async_step_outcome(self.step.into(), ended) {
                Outcome::Raised(exc) => Err(Raised(exc)),
                Outcome::Finished(value) | Outcome::Returned(value) => Ok(Action::Finished(value)),
                Outcome::Start => Ok(Action::Return(Value::None)),
            },
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.step);
        m.id(self.generator);
        let (Input::Send(value) | Input::Throw(value)) = self.input;
        m.value(value);
    }
}
