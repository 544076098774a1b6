//! One operation after the other on a set: `s.update(a, b, c)`, `s.intersection(a, b)`.

use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// What is done with a set and one more value. Answers the set that the next value meets.
pub type Step = fn(&mut Vm, Value, Value) -> NativeResult;

/// Operations in progress.
#[derive(Clone, Debug)]
pub struct Each {
    set: Value,
    /// The next is last.
    others: Vec<Value>,
    step: Step,
    /// The step for all but the first.
    rest: Step,
    /// Gets the last set, and `value`; its result is the frame's.
    finish: Step,
    value: Value,
    finished: bool,
}

impl Each {
    /// `step` with each of `others` in turn; the result is the last set.
    pub fn new(set: Value, others: &[Value], step: Step) -> Each {
        let others = others.iter().rev().copied().collect();
        let finish: Step = |_, set, _| Ok(Action::Return(set));
        Each { set, others, step, rest: step, finish, value: Value::None, finished: false }
    }

    /// Another step for all but the first.
    pub fn rest(self, rest: Step) -> Each {
        Each { rest, ..self }
    }

    /// What is done with the last set and `value`.
    pub fn finish(self, finish: Step, value: Value) -> Each {
        Each { finish, value, ..self }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => {}
            outcome => self.set = outcome.value(vm)?,
        }
        if self.finished {
            return Ok(Action::Return(self.set));
        }
        while let Some(other) = self.others.pop() {
            match std::mem::replace(&mut self.step, self.rest)(vm, self.set, other)? {
                Action::Return(set) => self.set = set,
                action => return Ok(action),
            }
        }
        self.finished = true;
        (self.finish)(vm, self.set, self.value)
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.set, self.value]);
        m.values(&self.others);
    }
}
