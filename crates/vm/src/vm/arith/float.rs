//! Float operators with CPython's signs and errors.

use super::complex;
use crate::code::op::Binary;
use crate::errors;
use crate::native::Raised;
use crate::value::Value;
use crate::vm::Vm;

/// The operators that cannot fail.
#[inline]
pub(super) fn simple(op: Binary, x: f64, y: f64) -> Option<Value> {
    match op {
        Binary::Add => Some(Value::Float(x + y)),
        Binary::Sub => Some(Value::Float(x - y)),
        Binary::Mul => Some(Value::Float(x * y)),
        Binary::TrueDiv if y != 0.0 => Some(Value::Float(x / y)),
        _ => None,
    }
}

pub(super) fn binary(vm: &mut Vm, op: Binary, x: f64, y: f64) -> Result<Value, Raised> {
    if let Some(result) = simple(op, x, y) {
        return Ok(result);
    }
    match op {
        Binary::TrueDiv => Err(errors::zero_division(vm, "float division by zero")),
        Binary::FloorDiv if y == 0.0 => Err(errors::zero_division(vm, "float floor division by zero")),
        Binary::Mod if y == 0.0 => Err(errors::zero_division(vm, "float modulo by zero")),
        Binary::FloorDiv => Ok(Value::Float(divmod(x, y).0)),
        Binary::Mod => Ok(Value::Float(divmod(x, y).1)),
        Binary::Pow => pow(vm, x, y),
        _ => Ok(Value::NotImplemented),
    }
}

/// `_float_div_mod`: quotient rounded down, rest with the divisor's sign. `y` is not 0.
pub(crate) fn divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(x / y), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `float_pow`: a complex result for a negative base with a fraction as exponent.
pub(crate) fn pow(vm: &mut Vm, x: f64, y: f64) -> Result<Value, Raised> {
    if x == 0.0 && y < 0.0 {
        return Err(errors::zero_division(vm, "0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        return complex::binary(vm, Binary::Pow, (x, 0.0), (y, 0.0));
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(errors::out_of_range(vm));
    }
    Ok(Value::Float(result))
}
