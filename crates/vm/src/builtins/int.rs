//! `int` and `bool`: constructors and methods.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive, Zero};

use super::arguments::index_arg;
use super::construct::bind;
use super::float::truncated;
use super::str::case::is_space;
use super::text::{repr_bytes, repr_str};
use super::unicode::decimal_value;
use crate::errors;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::arith::Number;

pub(super) const INT: &[Def] = &[
    Def::static_method("int.__new__", "...", new),
    Def::method("int.__int__", "self, /", plain),
    Def::method("int.__index__", "self, /", plain),
    Def::method("int.__trunc__", "self, /", plain),
    Def::method("int.__floor__", "self, /", plain),
    Def::method("int.__ceil__", "self, /", plain),
    Def::method("int.__float__", "self, /", |vm, args| {
        let f = this(vm, args).to_float(vm)?;
        Ok(Action::Return(Value::Float(f)))
    }),
    Def::method("int.__round__", "self, ndigits?, /", round),
    Def::method("int.conjugate", "self, /", plain),
    Def::method("int.bit_length", "self, /", |vm, args| {
        let bits = this(vm, args).into_big().bits();
        Ok(Action::Return(Value::Int(bits as i64)))
    }),
    Def::method("int.bit_count", "self, /", |vm, args| {
        let ones: u64 = this(vm, args).into_big().iter_u64_digits().map(|d| u64::from(d.count_ones())).sum();
        Ok(Action::Return(Value::Int(ones as i64)))
    }),
    Def::method("int.is_integer", "self, /", |_, _| Ok(Action::Return(Value::Bool(true)))),
    Def::method("int.as_integer_ratio", "self, /", |vm, args| {
        let n = vm.number_positive(args[0]).unwrap_or(Value::Int(0));
        Ok(Action::Return(vm.tuple([n, Value::Int(1)])))
    }),
    Def::method("int.to_bytes", "self, length?, byteorder?, *, signed?", to_bytes),
    Def::class_method("int.from_bytes", "type, bytes, byteorder?, *, signed?", from_bytes),
    Def::getter("int.real", plain),
    Def::getter("int.numerator", plain),
    Def::getter("int.imag", |_, _| Ok(Action::Return(Value::Int(0)))),
    Def::getter("int.denominator", |_, _| Ok(Action::Return(Value::Int(1)))),
];

fn this(vm: &Vm, args: &Args) -> Number {
    vm.number(args[0]).unwrap_or(Number::Small(0))
}

fn plain(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.number_positive(args[0]).unwrap_or(args[0])))
}

/// `int(x=0, /, base=10)`; the class first.
fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut args = args.clone();
    bind(vm, "int", &["/x", "base"], &mut args)?;
    if args[2].is_unbound() {
        let value = args[1].or(Value::Int(0));
        return from_object(vm, &Args::of(&[args[0], value]));
    }
    if args[1].is_unbound() {
        return Err(errors::type_error(vm, "int() missing string argument"));
    }
    with_base(vm, &Args::of(&args.values[..3]))
}

fn with_base(vm: &mut Vm, args: &Args) -> NativeResult {
    let base = index_arg!(vm, args, 2, with_base);
    if base != 0 && !(2..=36).contains(&base) {
        return Err(errors::value_error(vm, "int() base must be >= 2 and <= 36, or 0"));
    }
    let Some((text, shown)) = source(vm, args[1]) else {
        return Err(errors::type_error(vm, "int() can't convert non-string with explicit base"));
    };
    let n = parse(vm, &text, base as u32, &shown)?;
    instance(vm, args[0], n)
}

fn from_object(vm: &mut Vm, args: &Args) -> NativeResult {
    let value = args[1];
    let own =
        |vm: &Vm, name| vm.class_attr(vm.class_of(value), name).is_some_and(|m| !vm.is_native_function(m));
    match vm.number(value) {
        Some(_) if own(vm, names::INT) => {}
        Some(Number::Float(f)) => {
            let n = truncated(vm, f)?;
            return instance(vm, args[0], n);
        }
        Some(Number::Complex(..)) => {}
        Some(number) => {
            if args[0].id() == Some(types::INT) {
                return Ok(Action::Return(vm.number_positive(value).unwrap_or(value)));
            }
            return instance(vm, args[0], number.into_big());
        }
        None => {
            if let Some((text, shown)) = source(vm, value) {
                let n = parse(vm, &text, 10, &shown)?;
                return instance(vm, args[0], n);
            }
        }
    }
    if !matches!(vm.number(value), Some(Number::Complex(..))) {
        for name in [names::INT, names::INDEX] {
            if let Some(result) = vm.convert(name, args, 1, from_object) {
                return result;
            }
        }
    }
    let message = format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        vm.type_name(value)
    );
    Err(errors::type_error(vm, message))
}

/// An instance of `class`, which is int or derives from it.
fn instance(vm: &mut Vm, class: Value, n: BigInt) -> NativeResult {
    let Some(class) = class.id().filter(|&class| class != types::INT) else {
        return Ok(Action::Return(vm.int(n)));
    };
    if !vm.is_subclass(class, types::INT) {
        return Err(not_a_subtype(vm, "int", class));
    }
    let data = match n.to_i64() {
        Some(small) => Data::Int(small),
        None => Data::BigInt(Box::new(n)),
    };
    Ok(Action::Return(vm.heap.add(Object::new(class, data)).into()))
}

pub(super) fn not_a_subtype(vm: &mut Vm, base: &str, class: Id) -> Raised {
    let name = vm.class_name(class);
    let message = format!("{base}.__new__({name}): {name} is not a subtype of {base}");
    errors::type_error(vm, message)
}

/// The text to read a number from, and how messages show it.
pub(super) fn source(vm: &Vm, value: Value) -> Option<(String, String)> {
    if let Some(text) = vm.str_of(value) {
        return Some((text.to_owned(), repr_str(text)));
    }
    let bytes = vm.bytes_of(value)?;
    Some((bytes.iter().map(|&b| b as char).collect(), repr_bytes(bytes)))
}

fn parse(vm: &mut Vm, text: &str, base: u32, shown: &str) -> Result<BigInt, Raised> {
    let invalid = |vm: &mut Vm| {
        let shown: String = shown.chars().take(200).collect();
        errors::value_error(vm, format!("invalid literal for int() with base {base}: {shown}"))
    };
    let trimmed = text.trim_matches(is_space);
    let (negative, unsigned) = match trimmed.strip_prefix(['+', '-']) {
        Some(rest) => (trimmed.starts_with('-'), rest),
        None => (false, trimmed),
    };
    let (radix, digits) = split_prefix(unsigned, base);
    let prefixed = digits.len() < unsigned.len();
    let body = if prefixed { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    if body.is_empty() || body.starts_with(['_', '+', '-']) || body.ends_with('_') || body.contains("__") {
        return Err(invalid(vm));
    }
    let plain: String = body
        .chars()
        .filter(|&c| c != '_')
        .map(|c| decimal_value(c).and_then(|v| char::from_digit(v, 10)).unwrap_or(c))
        .collect();
    if base == 0 && radix == 10 && plain.starts_with('0') && plain.contains(|c| c != '0') {
        return Err(invalid(vm));
    }
    if !radix.is_power_of_two() && vm.int_max_str_digits != 0 && plain.len() > vm.int_max_str_digits {
        return Err(errors::too_many_digits(vm, Some(plain.len())));
    }
    if plain.len() > MOST_DIGITS {
        return Err(errors::memory_error(vm));
    }
    vm.work += plain.len() as u64 / 8;
    match BigInt::parse_bytes(plain.as_bytes(), radix) {
        Some(n) => Ok(if negative { -n } else { n }),
        None => Err(invalid(vm)),
    }
}

/// What is longer would hold the machine for seconds.
const MOST_DIGITS: usize = 1 << 20;

/// The radix, and the digits after a `0x`, `0o` or `0b` that fits the base.
fn split_prefix(text: &str, base: u32) -> (u32, &str) {
    for (letters, radix) in [(["0x", "0X"], 16), (["0o", "0O"], 8), (["0b", "0B"], 2)] {
        if base != 0 && base != radix {
            continue;
        }
        for prefix in letters {
            if let Some(digits) = text.strip_prefix(prefix) {
                return (radix, digits);
            }
        }
    }
    (if base == 0 { 10 } else { base }, text)
}

/// `int.__round__`: half to even, `ndigits` below 0 rounds to tens, hundreds …
fn round(vm: &mut Vm, args: &Args) -> NativeResult {
    if matches!(args[1], Value::Unbound) {
        return plain(vm, args);
    }
    let digits = index_arg!(vm, args, 1, round);
    let n = this(vm, args).into_big();
    if digits >= 0 {
        return plain(vm, args);
    }
    if digits.unsigned_abs() > n.bits() {
        return Ok(Action::Return(Value::Int(0)));
    }
    let unit = BigInt::from(10).pow(digits.unsigned_abs() as u32);
    let (mut quotient, rest) = num_integer::Integer::div_mod_floor(&n, &unit);
    let twice: BigInt = rest * 2;
    if twice > unit || twice == unit && num_integer::Integer::is_odd(&quotient) {
        quotient += 1;
    }
    Ok(Action::Return(vm.int(quotient * unit)))
}

fn is_little(vm: &mut Vm, value: Value) -> Result<bool, Raised> {
    match vm.str_of(value) {
        None if value.is_unbound() => Ok(false),
        Some("big") => Ok(false),
        Some("little") => Ok(true),
        _ => Err(errors::value_error(vm, "byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: &Args) -> NativeResult {
    let length = match args[1] {
        Value::Unbound => 1,
        _ => index_arg!(vm, args, 1, to_bytes),
    };
    let little = is_little(vm, args[2])?;
    let Ok(length) = usize::try_from(length) else {
        return Err(errors::value_error(vm, "length argument must be non-negative"));
    };
    if length > crate::vm::arith::MAX_BYTES {
        return Err(errors::memory_error(vm));
    }
    let signed = vm.native_truth(args[3]);
    let n = this(vm, args).into_big();
    if n.is_negative() && !signed {
        return Err(errors::overflow_error(vm, "can't convert negative int to unsigned"));
    }
    let mut bytes = if signed { n.to_signed_bytes_le() } else { n.to_bytes_le().1 };
    if n.is_zero() {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(errors::overflow_error(vm, "int too big to convert"));
    }
    bytes.resize(length, if n.is_negative() { 0xff } else { 0 });
    if !little {
        bytes.reverse();
    }
    Ok(Action::Return(vm.bytes(bytes)))
}

fn from_bytes(vm: &mut Vm, args: &Args) -> NativeResult {
    let little = is_little(vm, args[2])?;
    let mut bytes = match (vm.bytes_of(args[1]), vm.sequence_of(args[1])) {
        (Some(bytes), _) => bytes.to_vec(),
        (None, Some(items)) => {
            let items = items.to_vec();
            super::bytes::collect(vm, &items, Value::None)?
        }
        _ => {
            let message = format!("cannot convert '{}' object to bytes", vm.type_name(args[1]));
            return Err(errors::type_error(vm, message));
        }
    };
    if little {
        bytes.reverse();
    }
    let n = match vm.native_truth(args[3]) {
        true => BigInt::from_signed_bytes_be(&bytes),
        false => BigInt::from_bytes_be(Sign::Plus, &bytes),
    };
    let n = vm.int(n);
    match args[0].id() {
        Some(types::INT) => Ok(Action::Return(n)),
        _ => Ok(Action::call(args[0], Args::of(&[n]))),
    }
}

pub(super) const BOOL: &[Def] = &[Def::static_method("bool.__new__", "...", |vm, args| {
    let mut args = args.clone();
    bind(vm, "bool", &["/x"], &mut args)?;
    match args[1] {
        Value::Unbound => Ok(Action::Return(Value::Bool(false))),
        value => vm.truth_action(value),
    }
})];
