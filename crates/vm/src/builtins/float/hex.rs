//! Floats in hexadecimal: `float.hex` and `float.fromhex`.

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::not_finite;
use crate::builtins::str::case::is_space;
use crate::vm::arith::true_divide;

/// `0x1.8000000000000p+0`.
pub(super) fn write(f: f64) -> String {
    if !f.is_finite() {
        return not_finite(f).to_owned();
    }
    let sign = if f.is_sign_negative() { "-" } else { "" };
    let bits = f.abs().to_bits();
    let (raw, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    match (raw, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", raw - 1023),
    }
}

/// `None` when the text is malformed; infinite when too large.
pub(super) fn read(text: &str) -> Option<f64> {
    let lower = text.trim_matches(is_space).to_ascii_lowercase();
    let (negative, rest) = match lower.strip_prefix(['+', '-']) {
        Some(rest) => (lower.starts_with('-'), rest),
        None => (false, lower.as_str()),
    };
    let magnitude = match rest {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => read_digits(rest.strip_prefix("0x").unwrap_or(rest))?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

fn read_digits(text: &str) -> Option<f64> {
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let value = BigInt::parse_bytes(digits.as_bytes(), 16)?;
    let exponent = exponent.saturating_sub(4 * fraction.len() as i64);
    if value.is_zero() || exponent.saturating_add(value.bits() as i64) < -1100 {
        return Some(0.0);
    }
    if exponent.saturating_add(value.bits() as i64) > 1100 {
        return Some(f64::INFINITY);
    }
    let scale = BigInt::one() << exponent.unsigned_abs();
    let result = if exponent < 0 {
        true_divide(&value, &scale)
    } else {
        true_divide(&(value * scale), &BigInt::one())
    };
    Some(result.unwrap_or(f64::INFINITY))
}
