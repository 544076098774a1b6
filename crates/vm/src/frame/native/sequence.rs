//! Several native frames one after the other, then a native function: how natives put steps together.

use crate::frame::NativeFrame;
use crate::frame::native::collect::Continue;
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// Frames still to run, and what comes after.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// The next is last.
    frames: Vec<NativeFrame>,
    then: Continue,
    value: Value,
    done: bool,
}

impl Sequence {
    /// `then` gets no items, and `value`.
    pub fn new(mut frames: Vec<NativeFrame>, then: Continue, value: Value) -> Sequence {
        frames.reverse();
        Sequence { frames, then, value, done: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let answer = match outcome {
            Outcome::Start => Value::None,
            outcome => outcome.value(vm)?,
        };
        if self.done {
            return Ok(Action::Return(answer));
        }
        match self.frames.pop() {
            Some(frame) => Ok(Action::Enter(frame)),
            None => {
                self.done = true;
                (self.then)(vm, Vec::new(), self.value)
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.frames.iter().for_each(|frame| frame.trace(m));
        m.value(self.value);
    }
}
