//! Floats as text, the way CPython writes and reads them.

pub(crate) mod class;
mod hex;

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use crate::errors;
use crate::native::Raised;
use crate::vm::Vm;

/// `repr(f)`: the shortest digits that read back as `f`; an exponent from 1e16 on and below 1e-4.
pub fn repr_float(f: f64) -> String {
    if !f.is_finite() {
        return not_finite(f).to_owned();
    }
    let (digits, exponent) = shortest_digits(f);
    let text = if (-4..16).contains(&exponent) {
        positional(&digits, exponent, true)
    } else {
        scientific(&digits, exponent)
    };
    if f.is_sign_negative() { format!("-{text}") } else { text }
}

/// `repr` of a complex number: `(1+2j)`, or `2j` when the real part is positive zero.
pub fn repr_complex(real: f64, imaginary: f64) -> String {
    let part = |f: f64| {
        let text = repr_float(f);
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let sign = if imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", part(real), part(imaginary))
}

/// `int(f)`: cut towards zero.
pub(crate) fn truncated(vm: &mut Vm, f: f64) -> Result<BigInt, Raised> {
    match BigInt::from_f64(f.trunc()) {
        Some(n) => Ok(n),
        None if f.is_nan() => Err(errors::value_error(vm, "cannot convert float NaN to integer")),
        None => Err(errors::overflow_error(vm, "cannot convert float infinity to integer")),
    }
}

/// `inf`, `-inf` or `nan`.
pub(crate) fn not_finite(f: f64) -> &'static str {
    match (f.is_nan(), f > 0.0) {
        (true, _) => "nan",
        (_, true) => "inf",
        _ => "-inf",
    }
}

/// The shortest decimal digits of a finite number's magnitude, and the exponent of the first one.
pub(crate) fn shortest_digits(f: f64) -> (String, i32) {
    let (digits, exponent) = split_scientific(&format!("{:e}", f.abs()));
    // Two neighbours can be equally near; CPython takes the even one.
    if digits.len() >= 15 {
        let even = format!("{:.*e}", digits.len() - 1, f.abs());
        if even.parse() == Ok(f.abs()) {
            return split_scientific(&even);
        }
    }
    (digits, exponent)
}

/// `count` digits of a finite number's magnitude, correctly rounded, and the exponent of the first one.
pub(crate) fn rounded_digits(f: f64, count: usize) -> (String, i32) {
    split_scientific(&format!("{:.*e}", count.max(1) - 1, f.abs()))
}

fn split_scientific(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// `digits` with a point where `exponent` says; `.0` after whole numbers when `point` asks for it.
pub(crate) fn positional(digits: &str, exponent: i32, point: bool) -> String {
    if exponent < 0 {
        let zeros = "0".repeat((-1 - exponent) as usize);
        return format!("0.{zeros}{digits}");
    }
    let whole = exponent as usize + 1;
    match digits.split_at_checked(whole) {
        Some((whole, fraction)) if !fraction.is_empty() => format!("{whole}.{fraction}"),
        _ => {
            let zeros = "0".repeat(whole - digits.len());
            format!("{digits}{zeros}{}", if point { ".0" } else { "" })
        }
    }
}

/// `1.5e-07`: at least two digits of exponent.
pub(crate) fn scientific(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.abs())
}
