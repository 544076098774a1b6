//! Truth and length: CPython's `PyObject_IsTrue` and `PyObject_Size`.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Vm;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::heap::object::{Data, DictViewKind, Range};
use crate::names;
use crate::native::{Action, Args, NativeResult, Raised};
use crate::types;
use crate::value::Value;

/// What is known of a value's truth.
pub enum Truth {
    Known(bool),
    /// Call this; [`Vm::truth_answer`] turns the result into the truth.
    Call(Value, Args, Asked),
}

/// Which method was asked for truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// `__bool__`: must answer a bool.
    Bool,
    /// `__len__`: must answer a length.
    Length,
}

/// Whether one of the everyday values that are asked is true.
#[inline(always)]
pub(super) fn plain_truth(value: Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(truth),
        Value::Int(i) => Some(i != 0),
        Value::None => Some(false),
        _ => None,
    }
}

impl Vm {
    /// Whether a value counts as true.
    #[inline]
    pub fn truth(&self, value: Value) -> Result<Truth, Raised> {
        let known = match value {
            Value::Unbound | Value::None => false,
            Value::NotImplemented | Value::Ellipsis => true,
            Value::Bool(b) => b,
            Value::Int(i) => i != 0,
            Value::Float(f) => f != 0.0,
            Value::Obj(_) => return Ok(self.object_truth(value)),
        };
        Ok(Truth::Known(known))
    }

    fn object_truth(&self, value: Value) -> Truth {
        if self.object(value).is_some_and(|o| (o.class.index() as u32) >= types::FIRST_FREE) {
            for (name, asked) in [(names::BOOL, Asked::Bool), (names::LEN, Asked::Length)] {
                let Some(method) = self.special(value, name) else { continue };
                if !self.is_native_function(method) || matches!(self.data(value), Some(Data::Host(_))) {
                    let (callee, args) = self.bind_dunder(method, value, &[]);
                    return Truth::Call(callee, args, asked);
                }
                break;
            }
        }
        let known = match self.data(value) {
            Some(Data::Int(i)) => *i != 0,
            Some(Data::Float(f)) => *f != 0.0,
            Some(Data::Complex(c)) => c.0 != 0.0 || c.1 != 0.0,
            _ => self.native_len(value) != Some(0),
        };
        Truth::Known(known)
    }

    /// What the answer of [`Truth::Call`] means.
    pub fn truth_answer(&mut self, asked: Asked, answer: Value) -> Result<bool, Raised> {
        match (asked, answer) {
            (Asked::Bool, Value::Bool(b)) => Ok(b),
            (Asked::Bool, other) => {
                let message = format!("__bool__ should return bool, returned {}", self.type_name(other));
                Err(errors::type_error(self, message))
            }
            (Asked::Length, length) => Ok(self.length_answer(length)? != 0),
        }
    }

    /// Truth for native frames: a bool at once, or through a frame that answers with one.
    pub fn truth_action(&mut self, value: Value) -> NativeResult {
        match self.truth(value)? {
            Truth::Known(b) => Ok(Action::Return(b.into())),
            Truth::Call(callee, args, asked) => Ok(Action::Enter(NativeFrame::Checked(Box::new(
                Checked::new(callee, args, Check::Truth(asked)),
            )))),
        }
    }

    /// `len(value)`.
    pub fn len(&mut self, value: Value) -> NativeResult {
        if let Some(Data::Range(range)) = self.data(value) {
            let length = i64::try_from(range_len(range)).ok();
            return length
                .map(|n| Action::Return(Value::Int(n)))
                .ok_or_else(|| errors::overflow_error(self, "Python int too large to convert to C ssize_t"));
        }
        if self.overridden(value, names::LEN).is_none()
            && let Some(length) = self.native_len(value)
        {
            return Ok(Action::Return(Value::Int(length as i64)));
        }
        match self.special(value, names::LEN) {
            Some(method) if !method.is_none() => {
                let (callee, args) = self.bind_dunder(method, value, &[]);
                Ok(Action::Enter(NativeFrame::Checked(Box::new(Checked::new(callee, args, Check::Length)))))
            }
            _ => {
                let message = format!("object of type '{}' has no len()", self.type_name(value));
                Err(errors::type_error(self, message))
            }
        }
    }

    /// The length of native data that has one.
    pub fn native_len(&self, value: Value) -> Option<usize> {
        Some(match self.data(value)? {
            Data::Str(s) => s.chars(),
            Data::Bytes(b) => b.len(),
            Data::ByteArray(b) => b.len(),
            Data::List(items) => items.len(),
            Data::Tuple(items) => items.len(),
            Data::Dict(dict) => dict.len(),
            Data::Set(set) => set.len(),
            Data::Range(range) => range_len(range).min(usize::MAX as u64) as usize,
            Data::DictView(view) => match self.heap.data(view.1) {
                Data::Dict(dict) => dict.len(),
                _ => 0,
            },
            Data::MappingProxy(dict) => match self.heap.data(*dict) {
                Data::Dict(dict) => dict.len(),
                _ => 0,
            },
            _ => return None,
        })
    }

    /// Checks what `__len__` answered.
    pub fn length_answer(&mut self, answer: Value) -> Result<i64, Raised> {
        match self.small_int(answer) {
            Some(length) if length >= 0 => Ok(length),
            Some(_) => Err(errors::value_error(self, "__len__() should return >= 0")),
            None if self.big_int(answer).is_some() => {
                Err(errors::overflow_error(self, "cannot fit 'int' into an index-sized integer"))
            }
            None => Err(errors::not_an_integer(self, answer)),
        }
    }
}

/// How many numbers a range has.
pub fn range_len(range: &Range) -> u64 {
    let (low, high, step) = match range.step {
        step if step > 0 => (range.start, range.stop, step as u64),
        step => (range.stop, range.start, step.unsigned_abs()),
    };
    if low >= high || step == 0 { 0 } else { (high.wrapping_sub(low) as u64 - 1) / step + 1 }
}

/// Which parts of a dict's entries a view shows.
pub fn view_item(vm: &mut Vm, kind: DictViewKind, key: Value, value: Value) -> Value {
    match kind {
        DictViewKind::Keys => key,
        DictViewKind::Values => value,
        DictViewKind::Items => vm.tuple([key, value]),
    }
}

/// An index cut to what fits: beyond is as good as infinite for slices.
pub fn clamp_index(n: &BigInt) -> i64 {
    n.to_i64().unwrap_or(if n.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX })
}
