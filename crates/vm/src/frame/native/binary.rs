//! Operators with user-defined methods: a few candidates tried in order until one does not answer NotImplemented.

use smallvec::SmallVec;

use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;

/// What to do when every candidate has answered NotImplemented.
#[derive(Clone, Copy, Debug)]
pub enum Otherwise {
    /// Raise this exception, made beforehand.
    Raise(Value),
    /// The operator's native answer: identity for `==` and `!=`.
    Return(Value),
}

/// A method and its two arguments, self first.
pub type Candidate = (Value, Value, Value);

/// A binary operator or rich comparison in progress.
#[derive(Clone, Debug)]
pub struct BinaryFrame {
    /// In order of trial.
    pub candidates: SmallVec<[Candidate; 3]>,
    pub next: usize,
    pub otherwise: Otherwise,
}

impl BinaryFrame {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if !matches!(outcome, Outcome::Start) {
            let value = outcome.value(vm)?;
            if !matches!(value, Value::NotImplemented) {
                return Ok(Action::Return(value));
            }
        }
        match self.candidates.get(self.next) {
            Some(&(method, this, other)) => {
                self.next += 1;
                Ok(Action::call(method, Args::of(&[this, other])))
            }
            None => match self.otherwise {
                Otherwise::Raise(exc) => Err(Raised(exc)),
                Otherwise::Return(value) => Ok(Action::Return(value)),
            },
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.candidates.iter().for_each(|&(a, b, c)| m.values(&[a, b, c]));
        let (Otherwise::Raise(v) | Otherwise::Return(v)) = self.otherwise;
        m.value(v);
    }
}
