//! A rich comparison with user-defined methods: the candidates in order, then what identity or a TypeError says.

use crate::code::Compare;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// One way to answer a comparison.
#[derive(Clone, Copy, Debug)]
pub enum Candidate {
    /// A method of a class; `opposite`: it is `__eq__`, and the comparison is `!=`.
    Method { method: Value, this: Value, other: Value, opposite: bool },
    /// The native comparison of the two.
    Native,
}

/// A comparison in progress.
#[derive(Clone, Debug)]
pub struct Rich {
    op: Compare,
    a: Value,
    b: Value,
    candidates: Vec<Candidate>,
    next: usize,
}

impl Rich {
    pub fn new(op: Compare, a: Value, b: Value, candidates: Vec<Candidate>) -> Rich {
        Rich { op, a, b, candidates, next: 0 }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut answer = match outcome {
            Outcome::Start => Value::NotImplemented,
            outcome => outcome.value(vm)?,
        };
        loop {
            if !matches!(answer, Value::NotImplemented) {
                return Ok(Action::Return(answer));
            }
            let Some(&candidate) = self.candidates.get(self.next) else {
                return vm.compare_default(self.op, self.a, self.b);
            };
            self.next += 1;
            match candidate {
                Candidate::Native => match vm.compare_native(self.op, self.a, self.b)? {
                    Action::Return(value) => answer = value,
                    action => return Ok(action),
                },
                Candidate::Method { method, this, other, opposite } => {
                    let (callee, args) = vm.bind_dunder(method, this, &[other]);
                    if !opposite {
                        return Ok(Action::call(callee, args));
                    }
                    let checked = Checked::new(callee, args, Check::Opposite);
                    return Ok(Action::Enter(NativeFrame::Checked(Box::new(checked))));
                }
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.a, self.b]);
        for candidate in &self.candidates {
            if let Candidate::Method { method, this, other, .. } = candidate {
                m.values(&[*method, *this, *other]);
            }
        }
    }
}

/// A comparison whose answer is wanted as a bool.
#[derive(Clone, Debug)]
pub struct RichTruth {
    rich: Rich,
    asked: bool,
}

impl RichTruth {
    pub fn new(rich: Rich) -> RichTruth {
        RichTruth { rich, asked: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if self.asked {
            return outcome.value(vm).map(Action::Return);
        }
        match self.rich.resume(vm, outcome)? {
            Action::Return(value) => {
                self.asked = true;
                vm.truth_action(value)
            }
            action => Ok(action),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.rich.trace(m);
    }
}
