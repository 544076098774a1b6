//! `-x`, `+x` and `~x`.

use num_bigint::BigInt;

use super::Number;
use crate::errors;
use crate::names;
use crate::native::{Action, NativeResult};
use crate::value::{Id, Value};
use crate::vm::Vm;

impl Vm {
    pub fn negative(&mut self, v: Value) -> NativeResult {
        match v {
            Value::Int(i) if i != i64::MIN => Ok(Action::Return(Value::Int(-i))),
            Value::Float(f) => Ok(Action::Return(Value::Float(-f))),
            _ => self.unary(v, names::NEG, "-", Vm::number_negative),
        }
    }

    pub fn positive(&mut self, v: Value) -> NativeResult {
        self.unary(v, names::POS, "+", Vm::number_positive)
    }

    pub fn invert(&mut self, v: Value) -> NativeResult {
        self.unary(v, names::INVERT, "~", Vm::number_invert)
    }

    fn unary(
        &mut self,
        v: Value,
        name: Id,
        symbol: &str,
        native: fn(&mut Vm, Value) -> Option<Value>,
    ) -> NativeResult {
        if self.is_plain_number(v)
            && let Some(result) = native(self, v)
        {
            return Ok(Action::Return(result));
        }
        match self.class_attr(self.class_of(v), name) {
            Some(method) if !method.is_none() => Ok(self.call_dunder(method, v, &[])),
            _ => {
                let message = format!("bad operand type for unary {symbol}: '{}'", self.type_name(v));
                Err(errors::type_error(self, message))
            }
        }
    }

    /// `None` for what is no number.
    pub(crate) fn number_negative(&mut self, v: Value) -> Option<Value> {
        Some(match self.number(v)? {
            Number::Small(i) => self.int(-BigInt::from(i)),
            Number::Big(n) => self.int(-n),
            Number::Float(f) => Value::Float(-f),
            Number::Complex(re, im) => self.complex(-re, -im),
        })
    }

    /// The plain number of an instance of a subclass.
    pub(crate) fn number_positive(&mut self, v: Value) -> Option<Value> {
        Some(match self.number(v)? {
            Number::Small(i) => Value::Int(i),
            Number::Big(n) => self.int(n),
            Number::Float(f) => Value::Float(f),
            Number::Complex(re, im) => self.complex(re, im),
        })
    }

    /// `None` for what is no integer.
    pub(crate) fn number_invert(&mut self, v: Value) -> Option<Value> {
        match self.number(v)? {
            Number::Small(i) => Some(Value::Int(!i)),
            Number::Big(n) => Some(self.int(!n)),
            Number::Float(_) | Number::Complex(..) => None,
        }
    }
}
