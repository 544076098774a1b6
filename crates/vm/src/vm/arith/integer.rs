//! Integer operators: checked 64-bit arithmetic, big integers beyond it.
//!
//! Results are bounded in size ([`MAX_BITS`]), so that one operation cannot hold the machine for long; what would be larger
//! raises MemoryError.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};

use super::float;
use crate::code::op::Binary;
use crate::errors;
use crate::native::Raised;
use crate::value::Value;
use crate::vm::Vm;

/// The largest integer that arithmetic makes, in bits (2.5 million decimal digits).
pub(crate) const MAX_BITS: u64 = 1 << 23;

/// The result when both operands and it fit 64 bits and no error is due.
#[inline]
pub(super) fn small(op: Binary, x: i64, y: i64) -> Option<Value> {
    let result = match op {
        Binary::Add => x.checked_add(y)?,
        Binary::Sub => x.checked_sub(y)?,
        // Wasm has no multiplication with overflow: that of 128 bits which stands in for it is a call.
        Binary::Mul if i64::from(x as i32) == x && i64::from(y as i32) == y => x * y,
        Binary::Mul => x.checked_mul(y)?,
        Binary::FloorDiv => floor_div(x, y)?,
        Binary::Mod => floor_mod(x, y)?,
        Binary::TrueDiv => return small_true_div(x, y).map(Value::Float),
        Binary::Pow => x.checked_pow(u32::try_from(y).ok()?)?,
        Binary::LShift => {
            let shifted = x.checked_shl(u32::try_from(y).ok()?)?;
            return (shifted >> y == x).then_some(Value::Int(shifted));
        }
        Binary::RShift if y >= 0 => x >> y.min(63),
        Binary::RShift | Binary::MatMul => return None,
        Binary::And => x & y,
        Binary::Or => x | y,
        Binary::Xor => x ^ y,
    };
    Some(Value::Int(result))
}

/// Rounds towards minus infinity.
#[inline]
fn floor_div(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    let inexact = x % y != 0;
    Some(if inexact && (x < 0) != (y < 0) { quotient - 1 } else { quotient })
}

/// Takes the sign of the divisor.
#[inline]
fn floor_mod(x: i64, y: i64) -> Option<i64> {
    let rest = x.checked_rem(y)?;
    Some(if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest })
}

fn small_true_div(x: i64, y: i64) -> Option<f64> {
    const EXACT: u64 = 1 << 53;
    (y != 0 && x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT).then(|| x as f64 / y as f64)
}

/// Any two integers.
pub(super) fn big(vm: &mut Vm, op: Binary, x: BigInt, y: BigInt) -> Result<Value, Raised> {
    vm.work += (x.bits() + y.bits()) / 256;
    let result = match op {
        Binary::Add => x + y,
        Binary::Sub => x - y,
        Binary::Mul => {
            within(vm, x.bits() + y.bits())?;
            vm.work += (x.bits() / 64) * (y.bits() / 64) / 64;
            x * y
        }
        Binary::TrueDiv => return divide(vm, &x, &y),
        Binary::FloorDiv if y.is_zero() => {
            return Err(errors::zero_division(vm, "integer division or modulo by zero"));
        }
        Binary::Mod if y.is_zero() => return Err(errors::zero_division(vm, "integer modulo by zero")),
        Binary::FloorDiv => {
            charge_division(vm, &x, &y);
            x.div_floor(&y)
        }
        Binary::Mod => {
            charge_division(vm, &x, &y);
            x.mod_floor(&y)
        }
        Binary::Pow => return power(vm, x, y),
        Binary::LShift | Binary::RShift => shift(vm, op, x, &y)?,
        Binary::And => x & y,
        Binary::Or => x | y,
        // The crate's own `^` is 2 KB, and rare.
        Binary::Xor => (&x | &y) - (x & y),
        Binary::MatMul => return Ok(Value::NotImplemented),
    };
    Ok(vm.int(result))
}

fn charge_division(vm: &mut Vm, x: &BigInt, y: &BigInt) {
    vm.work += (x.bits().saturating_sub(y.bits()) / 64) * (y.bits() / 64) / 16;
}

fn within(vm: &mut Vm, bits: u64) -> Result<(), Raised> {
    if bits > MAX_BITS { Err(errors::memory_error(vm)) } else { Ok(()) }
}

fn shift(vm: &mut Vm, op: Binary, x: BigInt, by: &BigInt) -> Result<BigInt, Raised> {
    if by.is_negative() {
        return Err(errors::value_error(vm, "negative shift count"));
    }
    if x.is_zero() {
        return Ok(x);
    }
    match (op, by.to_u64()) {
        (Binary::RShift, Some(by)) if by <= x.bits() => Ok(x >> by),
        (Binary::RShift, _) => Ok(if x.is_negative() { -BigInt::one() } else { BigInt::ZERO }),
        (_, Some(by)) if by <= i64::MAX as u64 => {
            within(vm, x.bits().saturating_add(by))?;
            Ok(x << by)
        }
        _ => Err(errors::overflow_error(vm, "too many digits in integer")),
    }
}

fn power(vm: &mut Vm, x: BigInt, y: BigInt) -> Result<Value, Raised> {
    if y.is_negative() {
        let (x, y) = (int_to_float(vm, &x)?, int_to_float(vm, &y)?);
        return float::pow(vm, x, y);
    }
    if x.magnitude().is_one() || x.is_zero() {
        return Ok(match y.is_zero() || x.is_one() {
            true => Value::Int(1),
            false if x.is_zero() => Value::Int(0),
            false => Value::Int(if y.is_even() { 1 } else { -1 }),
        });
    }
    let exponent = y.to_u64().unwrap_or(u64::MAX);
    within(vm, (x.bits() - 1).max(1).saturating_mul(exponent))?;
    let power = Pow::pow(x, exponent);
    vm.work += (power.bits() / 64).pow(2) / 64;
    Ok(vm.int(power))
}

/// `pow(x, y, z)`.
pub(crate) fn power_modulo(vm: &mut Vm, x: &BigInt, y: &BigInt, z: &BigInt) -> Result<Value, Raised> {
    if z.is_zero() {
        return Err(errors::value_error(vm, "pow() 3rd argument cannot be 0"));
    }
    let modulus = z.abs();
    vm.work += y.bits() * (1 + (z.bits() / 64).pow(2) / 16);
    within(vm, y.bits().saturating_mul((z.bits() / 64 + 1).pow(2)) / 16)?;
    let result = if y.is_negative() {
        match x.modinv(&modulus) {
            Some(inverse) => inverse.modpow(&-y, &modulus),
            None => {
                return Err(errors::value_error(vm, "base is not invertible for the given modulus"));
            }
        }
    } else {
        x.modpow(y, &modulus)
    };
    let result = result.mod_floor(z);
    Ok(vm.int(result))
}

/// `float(n)`, rounded to nearest even; OverflowError beyond the largest float.
pub(crate) fn int_to_float(vm: &mut Vm, n: &BigInt) -> Result<f64, Raised> {
    match n.to_f64() {
        Some(f) if f.is_finite() => Ok(f),
        _ => Err(errors::overflow_error(vm, "int too large to convert to float")),
    }
}

fn divide(vm: &mut Vm, x: &BigInt, y: &BigInt) -> Result<Value, Raised> {
    if y.is_zero() {
        return Err(errors::zero_division(vm, "division by zero"));
    }
    match true_divide(x, y) {
        Some(f) => Ok(Value::Float(f)),
        None => Err(errors::overflow_error(vm, "integer division result too large for a float")),
    }
}

/// The float nearest to `x / y` (`y` is not 0), ties to even; `None` beyond the largest float.
pub(crate) fn true_divide(x: &BigInt, y: &BigInt) -> Option<f64> {
    let negative = x.is_negative() != y.is_negative();
    if x.is_zero() {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let (a, b) = (x.magnitude(), y.magnitude());
    // A quotient of 64 or 65 bits, its last bit made odd when something was cut off, rounds once and correctly;
    // for subnormal results fewer bits are taken, so that the one rounding happens at the right place.
    let exponent = a.bits() as i64 - b.bits() as i64;
    if exponent < -1100 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let shift = (exponent - 64).max(-1074 - 2);
    let (a, b) =
        if shift < 0 { (a << shift.unsigned_abs(), b.clone()) } else { (a.clone(), b << shift as u64) };
    let (quotient, rest) = a.div_rem(&b);
    let mut bits = quotient.to_u128()?;
    if !rest.is_zero() {
        bits |= 1;
    }
    let magnitude = scale(round_to(bits, shift), shift)?;
    Some(if negative { -magnitude } else { magnitude })
}

/// `bits` rounded to the digits that a float of value `bits * 2^shift` has.
fn round_to(bits: u128, shift: i64) -> u128 {
    let length = 128 - i64::from(bits.leading_zeros());
    let drop = (length - 53).max(-1074 - shift).max(0);
    if drop == 0 {
        return bits;
    }
    let half = 1u128 << (drop - 1);
    let (kept, lost) = (bits >> drop, bits & ((half << 1) - 1));
    let up = lost > half || lost == half && kept & 1 == 1;
    (kept + u128::from(up)) << drop
}

/// `bits * 2^shift`, which is exact; `None` when too large.
fn scale(bits: u128, shift: i64) -> Option<f64> {
    let mut value = bits as f64;
    let mut shift = shift;
    while shift > 0 {
        let step = shift.min(1000);
        value *= 2f64.powi(step as i32);
        shift -= step;
    }
    while shift < 0 {
        let step = (-shift).min(1000);
        value /= 2f64.powi(step as i32);
        shift += step;
    }
    value.is_finite().then_some(value)
}
