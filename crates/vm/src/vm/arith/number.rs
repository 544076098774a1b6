//! The number behind a value, and operators between numbers of any two types.
//!
//! Widening goes int, float, complex, as in CPython; an operation that the wider type lacks answers NotImplemented.

use num_bigint::BigInt;

use super::{complex, float, integer};
use crate::code::op::Binary;
use crate::heap::object::Data;
use crate::native::Raised;
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// A number of a builtin class or of a subclass of one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Number {
    Small(i64),
    Big(BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl Number {
    pub(crate) fn is_int(&self) -> bool {
        matches!(self, Number::Small(_) | Number::Big(_))
    }

    pub(crate) fn into_big(self) -> BigInt {
        match self {
            Number::Small(i) => BigInt::from(i),
            Number::Big(n) => n,
            Number::Float(_) | Number::Complex(..) => BigInt::ZERO,
        }
    }

    /// OverflowError for an int beyond the range of floats. The real part of a complex.
    pub(crate) fn to_float(&self, vm: &mut Vm) -> Result<f64, Raised> {
        match self {
            Number::Small(i) => Ok(*i as f64),
            Number::Big(n) => integer::int_to_float(vm, n),
            Number::Float(f) | Number::Complex(f, _) => Ok(*f),
        }
    }
}

impl Vm {
    /// The number that `value` is: native data only, no `__index__` or `__float__`.
    pub(crate) fn number(&self, value: Value) -> Option<Number> {
        match value {
            Value::Int(i) => Some(Number::Small(i)),
            Value::Bool(b) => Some(Number::Small(i64::from(b))),
            Value::Float(f) => Some(Number::Float(f)),
            Value::Obj(id) => match self.heap.data(id) {
                Data::Int(i) => Some(Number::Small(*i)),
                Data::BigInt(n) => Some(Number::Big((**n).clone())),
                Data::Float(f) => Some(Number::Float(*f)),
                Data::Complex(c) => Some(Number::Complex(c.0, c.1)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether the value is a number whose class is `int`, `bool`, `float` or `complex` itself.
    pub(crate) fn is_plain_number(&self, value: Value) -> bool {
        match value {
            Value::Int(_) | Value::Bool(_) | Value::Float(_) => true,
            Value::Obj(id) => matches!(self.heap.get(id).class, types::INT | types::FLOAT | types::COMPLEX),
            _ => false,
        }
    }

    pub(crate) fn complex(&mut self, real: f64, imaginary: f64) -> Value {
        let data = Data::Complex(Box::new((real, imaginary)));
        self.heap.add(crate::heap::Object::new(types::COMPLEX, data)).into()
    }
}

/// `x op y`; `NotImplemented` when the wider of the two types has no such operator.
pub(crate) fn binary(vm: &mut Vm, op: Binary, x: Number, y: Number) -> Result<Value, Raised> {
    match (x, y) {
        (Number::Complex(re, im), y) => {
            let y = match y {
                Number::Complex(re, im) => (re, im),
                real => (real.to_float(vm)?, 0.0),
            };
            complex::binary(vm, op, (re, im), y)
        }
        (x, Number::Complex(re, im)) => {
            let x = (x.to_float(vm)?, 0.0);
            complex::binary(vm, op, x, (re, im))
        }
        (Number::Float(x), y) => {
            let y = y.to_float(vm)?;
            float::binary(vm, op, x, y)
        }
        (x, Number::Float(y)) => {
            let x = x.to_float(vm)?;
            float::binary(vm, op, x, y)
        }
        (Number::Small(x), Number::Small(y)) => match integer::small(op, x, y) {
            Some(result) => Ok(result),
            None => integer::big(vm, op, BigInt::from(x), BigInt::from(y)),
        },
        (x, y) => integer::big(vm, op, x.into_big(), y.into_big()),
    }
}
