//! The total of `sum`: ints, then floats with what each addition loses kept beside, as CPython adds them; else `+`.

use crate::value::Value;

/// A total so far.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    total: Value,
    phase: Phase,
}

#[derive(Clone, Copy, Debug)]
enum Phase {
    /// The total and all items were ints.
    Ints,
    /// The total is a float; what rounding has cost so far.
    Floats(f64),
    /// Any objects, for good.
    Objects,
}

impl Sum {
    pub fn new(start: Value) -> Sum {
        let phase = match start {
            Value::Int(_) => Phase::Ints,
            Value::Float(_) => Phase::Floats(0.0),
            _ => Phase::Objects,
        };
        Sum { total: start, phase }
    }

    /// Adds an item; false when only the operator can, with [`Sum::total`], and [`Sum::go_on_from`] is to get its result.
    #[inline]
    pub(super) fn add(&mut self, item: Value) -> bool {
        let item = match item {
            Value::Bool(b) => Value::Int(b.into()),
            item => item,
        };
        match (self.phase, self.total, item) {
            (Phase::Ints, Value::Int(a), Value::Int(b)) => match a.checked_add(b) {
                Some(sum) => self.total = Value::Int(sum),
                None => return false,
            },
            (Phase::Floats(lost), Value::Float(high), Value::Float(x)) => {
                let sum = high + x;
                let error = if high.abs() >= x.abs() { (high - sum) + x } else { (x - sum) + high };
                (self.total, self.phase) = (Value::Float(sum), Phase::Floats(lost + error));
            }
            (Phase::Floats(_), Value::Float(high), Value::Int(i)) => {
                self.total = Value::Float(high + i as f64);
            }
            _ => return false,
        }
        true
    }

    pub(super) fn total(&self) -> Value {
        match (self.phase, self.total) {
            (Phase::Floats(lost), Value::Float(high)) if lost.is_finite() => Value::Float(high + lost),
            (_, total) => total,
        }
    }

    pub(super) fn go_on_from(&mut self, total: Value) {
        *self = match (self.phase, total) {
            (Phase::Ints, Value::Int(_) | Value::Float(_)) => Sum::new(total),
            _ => Sum { total, phase: Phase::Objects },
        };
    }
}
