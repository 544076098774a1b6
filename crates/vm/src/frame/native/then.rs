//! One frame, then a native function with its result.

use crate::frame::NativeFrame;
use crate::frame::native::collect::Continue;
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// What is done with a result, and a value to do it with.
pub type Next = fn(&mut Vm, Value, Value) -> NativeResult;

/// A frame whose result goes to a function.
#[derive(Clone, Debug)]
pub struct Then {
    first: Option<Box<NativeFrame>>,
    then: Option<Next>,
    value: Value,
}

impl Then {
    /// `then` gets the result of `first`, and `value`.
    pub fn new(first: NativeFrame, then: Next, value: Value) -> Then {
        Then { first: Some(Box::new(first)), then: Some(then), value }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Some(first) = self.first.take() {
            return Ok(Action::Enter(*first));
        }
        let answer = outcome.value(vm)?;
        match self.then.take() {
            Some(then) => then(vm, answer, self.value),
            None => Ok(Action::Return(answer)),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        if let Some(first) = &self.first {
            first.trace(m);
        }
        m.value(self.value);
    }
}

/// Iterators of several iterables, made one by one.
#[derive(Clone, Debug)]
pub struct Iterators {
    /// The iterables, replaced by their iterators up to `at`.
    values: Vec<Value>,
    at: usize,
    then: Continue,
    value: Value,
    done: bool,
}

impl Iterators {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if self.done {
            return outcome.value(vm).map(Action::Return);
        }
        let mut answer = match outcome {
            Outcome::Start => None,
            outcome => Some(outcome.value(vm)?),
        };
        loop {
            if let (Some(iterator), Some(slot)) = (answer.take(), self.values.get_mut(self.at)) {
                *slot = iterator;
                self.at += 1;
            }
            let Some(&iterable) = self.values.get(self.at) else {
                self.done = true;
                return (self.then)(vm, std::mem::take(&mut self.values), self.value);
            };
            match vm.get_iter_checked(iterable)? {
                Action::Return(iterator) => answer = Some(iterator),
                action => return Ok(action),
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.values);
        m.value(self.value);
    }
}

impl Vm {
    /// Makes iterators of all `iterables`, then goes on with them.
    pub(crate) fn iterators(&mut self, iterables: Vec<Value>, then: Continue, value: Value) -> NativeResult {
        let frame = Iterators { values: iterables, at: 0, then, value, done: false };
        Ok(Action::Enter(NativeFrame::Iterators(Box::new(frame))))
    }
}
