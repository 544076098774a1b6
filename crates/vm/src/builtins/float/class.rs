//! The class `float`: constructor and methods.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, One, Zero};

use super::{hex, truncated};
use crate::builtins::arguments::index_arg;
use crate::builtins::construct::bind;
use crate::builtins::int::{not_a_subtype, source};
use crate::builtins::str::case::is_space;
use crate::builtins::unicode::decimal_value;
use crate::errors;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::Number;

pub(in crate::builtins) const METHODS: &[Def] = &[
    Def::static_method("float.__new__", "...", new),
    Def::method("float.__float__", "self, /", plain),
    Def::method("float.conjugate", "self, /", plain),
    Def::method("float.__int__", "self, /", |vm, args| whole(vm, args, f64::trunc)),
    Def::method("float.__trunc__", "self, /", |vm, args| whole(vm, args, f64::trunc)),
    Def::method("float.__floor__", "self, /", |vm, args| whole(vm, args, f64::floor)),
    Def::method("float.__ceil__", "self, /", |vm, args| whole(vm, args, f64::ceil)),
    Def::method("float.__round__", "self, ndigits?, /", round),
    Def::method("float.is_integer", "self, /", |vm, args| {
        let f = this(vm, args);
        Ok(Action::Return(Value::Bool(f.is_finite() && f == f.trunc())))
    }),
    Def::method("float.as_integer_ratio", "self, /", as_integer_ratio),
    Def::method("float.hex", "self, /", |vm, args| {
        let text = hex::write(this(vm, args));
        vm.ok_str(text)
    }),
    Def::class_method("float.fromhex", "type, string, /", fromhex),
    Def::getter("float.real", plain),
    Def::getter("float.imag", |_, _| Ok(Action::Return(Value::Float(0.0)))),
];

fn this(vm: &Vm, args: &Args) -> f64 {
    vm.float_of(args[0]).unwrap_or(0.0)
}

fn plain(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(Value::Float(this(vm, args))))
}

fn whole(vm: &mut Vm, args: &Args, round: fn(f64) -> f64) -> NativeResult {
    let n = truncated(vm, round(this(vm, args)))?;
    Ok(Action::Return(vm.int(n)))
}

/// `float(x=0, /)`; the class first.
fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut args = args.clone();
    bind(vm, "float", &["/x"], &mut args)?;
    from_object(vm, &Args::of(&[args[0], args[1].or(Value::Float(0.0))]))
}

fn from_object(vm: &mut Vm, args: &Args) -> NativeResult {
    let value = args[1];
    let native =
        |vm: &Vm| vm.class_attr(vm.class_of(value), names::FLOAT).is_none_or(|m| vm.is_native_function(m));
    match vm.number(value) {
        Some(number @ (Number::Small(_) | Number::Big(_) | Number::Float(_))) if native(vm) => {
            let f = number.to_float(vm)?;
            return instance(vm, args[0], f);
        }
        None => {
            if let Some((text, shown)) = source(vm, value) {
                vm.work += text.len() as u64 / 8;
                return match parse(&text) {
                    Some(f) => instance(vm, args[0], f),
                    None => {
                        let message = format!("could not convert string to float: {shown}");
                        Err(errors::value_error(vm, message))
                    }
                };
            }
        }
        Some(_) => {}
    }
    for name in [names::FLOAT, names::INDEX] {
        if let Some(result) = vm.convert(name, args, 1, from_object) {
            return result;
        }
    }
    let message =
        format!("float() argument must be a string or a real number, not '{}'", vm.type_name(value));
    Err(errors::type_error(vm, message))
}

fn instance(vm: &mut Vm, class: Value, f: f64) -> NativeResult {
    let Some(class) = class.id().filter(|&class| class != types::FLOAT) else {
        return Ok(Action::Return(Value::Float(f)));
    };
    if !vm.is_subclass(class, types::FLOAT) {
        return Err(not_a_subtype(vm, "float", class));
    }
    Ok(Action::Return(vm.heap.add(Object::new(class, Data::Float(f))).into()))
}

/// What `float(text)` reads; `None` when it is no number.
pub(in crate::builtins) fn parse(text: &str) -> Option<f64> {
    let trimmed = text.trim_matches(is_space);
    let mut plain = String::with_capacity(trimmed.len());
    let mut before = ' ';
    for c in trimmed.chars() {
        let digit = decimal_value(c).and_then(|v| char::from_digit(v, 10)).unwrap_or(c);
        // An underscore stands between two digits.
        if before == '_' && !digit.is_ascii_digit() || c == '_' && !before.is_ascii_digit() {
            return None;
        }
        if c != '_' {
            plain.push(digit);
        }
        before = digit;
    }
    if before == '_' {
        return None;
    }
    let lower = plain.to_ascii_lowercase();
    let unsigned = lower.strip_prefix(['+', '-']).unwrap_or(&lower);
    match unsigned {
        "inf" | "infinity" | "nan" => {}
        // Rust reads a few more words than these; numbers alone begin so.
        _ if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') => return None,
        _ => {}
    }
    lower.parse().ok()
}

/// `float.__round__`: without digits an int, half to even; with digits the nearest decimal of that many.
fn round(vm: &mut Vm, args: &Args) -> NativeResult {
    let f = this(vm, args);
    if matches!(args[1], Value::Unbound | Value::None) {
        let n = truncated(vm, f.round_ties_even())?;
        return Ok(Action::Return(vm.int(n)));
    }
    let digits = match vm.number(args[1]) {
        Some(Number::Big(n)) if n.sign() == num_bigint::Sign::Minus => i64::MIN,
        Some(Number::Big(_)) => i64::MAX,
        _ => index_arg!(vm, args, 1, round),
    };
    if !f.is_finite() || digits > 323 {
        return Ok(Action::Return(Value::Float(f)));
    }
    if digits < -308 {
        return Ok(Action::Return(Value::Float(0f64.copysign(f))));
    }
    let rounded = match usize::try_from(digits) {
        Ok(digits) => format!("{f:.digits$}").parse().unwrap_or(f),
        Err(_) => round_tens(f, digits.unsigned_abs() as u32),
    };
    if rounded.is_infinite() {
        return Err(errors::overflow_error(vm, "rounded value too large to represent"));
    }
    Ok(Action::Return(Value::Float(rounded)))
}

/// To a multiple of `10**tens`, half to even, exactly.
fn round_tens(f: f64, tens: u32) -> f64 {
    let Some(whole) = BigInt::from_f64(f.trunc()) else { return f };
    let unit = BigInt::from(10).pow(tens);
    let (mut quotient, rest) = num_integer::Integer::div_mod_floor(&whole, &unit);
    // The fraction that was cut off only matters when the rest is exactly half.
    let fraction = f - f.trunc();
    let twice: BigInt = rest * 2;
    let above = twice > unit || twice == unit && fraction > 0.0;
    let tie = twice == unit && fraction == 0.0;
    if above || tie && num_integer::Integer::is_odd(&quotient) {
        quotient += 1;
    }
    let result = num_traits::ToPrimitive::to_f64(&(quotient * unit)).unwrap_or(f);
    if result == 0.0 { 0f64.copysign(f) } else { result }
}

fn as_integer_ratio(vm: &mut Vm, args: &Args) -> NativeResult {
    let f = this(vm, args);
    if f.is_nan() {
        return Err(errors::value_error(vm, "cannot convert NaN to integer ratio"));
    }
    if f.is_infinite() {
        return Err(errors::overflow_error(vm, "cannot convert Infinity to integer ratio"));
    }
    let (numerator, denominator) = ratio(f);
    let parts = [vm.int(numerator), vm.int(denominator)];
    Ok(Action::Return(vm.tuple(parts)))
}

/// A finite float as a fraction in lowest terms.
pub(crate) fn ratio(f: f64) -> (BigInt, BigInt) {
    let bits = f.abs().to_bits();
    let (raw, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    let (mantissa, exponent) = if raw == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raw - 1075) };
    if mantissa == 0 {
        return (BigInt::zero(), BigInt::one());
    }
    let shift = mantissa.trailing_zeros() as i32;
    let (mantissa, exponent) = (mantissa >> shift, exponent + shift);
    let numerator = BigInt::from(mantissa) << exponent.max(0);
    let denominator = BigInt::one() << (-exponent).max(0);
    (if f < 0.0 { -numerator } else { numerator }, denominator)
}

fn fromhex(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(text) = vm.str_of(args[1]).map(str::to_owned) else {
        return Err(errors::wrong_argument(vm, "fromhex", "str", args[1]));
    };
    let f = read_hex(vm, &text)?;
    match args[0].id() {
        Some(types::FLOAT) => Ok(Action::Return(Value::Float(f))),
        _ => Ok(Action::call(args[0], Args::of(&[Value::Float(f)]))),
    }
}

fn read_hex(vm: &mut Vm, text: &str) -> Result<f64, Raised> {
    match hex::read(text) {
        Some(f) if f.is_infinite() && !text.to_ascii_lowercase().contains("inf") => {
            Err(errors::overflow_error(vm, "hexadecimal value too large to represent as a float"))
        }
        Some(f) => Ok(f),
        None => Err(errors::value_error(vm, "invalid hexadecimal floating-point string")),
    }
}
