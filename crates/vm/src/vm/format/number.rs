//! Formatting of int, float and complex.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::float::{Style, magnitude};
use super::spec::Spec;
use crate::builtins::float::{repr_complex, repr_float};
use crate::errors;
use crate::native::Raised;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::Number;

/// `number.__format__(spec)`; `value` is the object, for its type's name.
pub(crate) fn format_number(
    vm: &mut Vm,
    value: Value,
    number: &Number,
    text: &str,
) -> Result<String, Raised> {
    if text.is_empty() {
        return match number {
            Number::Float(f) => Ok(repr_float(*f)),
            Number::Complex(re, im) => Ok(repr_complex(*re, *im)),
            Number::Small(i) => Ok(i.to_string()),
            Number::Big(n) => vm.decimal(n),
        };
    }
    let type_name = vm.type_name(value).to_owned();
    let spec = match Spec::parse(text, '>', &type_name) {
        Ok(spec) => spec,
        Err(message) => return Err(errors::value_error(vm, message)),
    };
    match number {
        Number::Float(f) => format_float(vm, &spec, *f, &type_name),
        Number::Complex(re, im) => format_complex(vm, &spec, *re, *im, &type_name),
        Number::Small(i) => format_int(vm, &spec, &BigInt::from(*i), &type_name),
        Number::Big(n) => format_int(vm, &spec, n, &type_name),
    }
}

fn format_int(vm: &mut Vm, spec: &Spec, n: &BigInt, type_name: &str) -> Result<String, Raised> {
    let radix = match spec.kind {
        None | Some('d' | 'n') => 10,
        Some('b') => 2,
        Some('o') => 8,
        Some('x' | 'X') => 16,
        Some('c') => return format_char(vm, spec, n),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let f = crate::vm::arith::int_to_float(vm, n)?;
            return format_float(vm, spec, f, type_name);
        }
        _ => return Err(errors::value_error(vm, spec.unknown_code(type_name))),
    };
    if spec.precision.is_some() {
        return Err(errors::value_error(vm, "Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        let message = "Negative zero coercion (z) not allowed in integer format specifier";
        return Err(errors::value_error(vm, message));
    }
    let digits = if radix == 10 { vm.decimal(&n.abs())? } else { n.magnitude().to_str_radix(radix) };
    let digits = if spec.kind == Some('X') { digits.to_ascii_uppercase() } else { digits };
    let prefix = match spec.kind {
        Some(kind @ ('b' | 'o' | 'x' | 'X')) if spec.alternate => format!("0{kind}"),
        _ => String::new(),
    };
    let head = format!("{}{prefix}", sign(spec, n.is_negative()));
    lay_out(vm, spec, &head, &digits, "", if radix == 10 { 3 } else { 4 })
}

fn format_char(vm: &mut Vm, spec: &Spec, n: &BigInt) -> Result<String, Raised> {
    let refused = match () {
        () if spec.precision.is_some() => "Precision not allowed in integer format specifier",
        () if spec.no_negative_zero => "Negative zero coercion (z) not allowed in integer format specifier",
        () if spec.sign.is_some() => "Sign not allowed with integer format specifier 'c'",
        () if spec.alternate => "Alternate form (#) not allowed with integer format specifier 'c'",
        () => "",
    };
    if !refused.is_empty() {
        return Err(errors::value_error(vm, refused));
    }
    match n.to_u32().and_then(char::from_u32) {
        Some(c) => lay_out(vm, spec, "", &c.to_string(), "", 3),
        None if n.to_u32().is_some_and(|n| n < 0x11_0000) => {
            Err(errors::not_supported(vm, "a lone surrogate in a string"))
        }
        None if n.to_i64().is_none() => {
            Err(errors::overflow_error(vm, "Python int too large to convert to C long"))
        }
        None => Err(errors::overflow_error(vm, "%c arg not in range(0x110000)")),
    }
}

fn format_float(vm: &mut Vm, spec: &Spec, f: f64, type_name: &str) -> Result<String, Raised> {
    if !matches!(spec.kind, None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) {
        return Err(errors::value_error(vm, spec.unknown_code(type_name)));
    }
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(errors::value_error(vm, "precision too big"));
    }
    let (head, whole, rest) = float_parts(spec, f);
    lay_out(vm, spec, &head, &whole, &rest, 3)
}

/// Sign, digits before the point, and all the rest.
fn float_parts(spec: &Spec, f: f64) -> (String, String, String) {
    let percent = spec.kind == Some('%');
    let style = Style {
        kind: match (spec.kind, spec.precision) {
            (Some('e' | 'E'), _) => 'e',
            (Some('f' | 'F' | '%'), _) => 'f',
            (None, None) => 'r',
            _ => 'g',
        },
        precision: spec.precision.unwrap_or(6),
        alternate: spec.alternate,
        point: spec.kind.is_none(),
    };
    let mut text = magnitude(if percent { f * 100.0 } else { f }, style);
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        text = text.to_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    let is_zero = !text
        .split(['e', 'E'])
        .next()
        .unwrap_or("")
        .contains(|c| matches!(c, '1'..='9' | 'n' | 'N' | 'i' | 'I'));
    let negative = f.is_sign_negative() && !f.is_nan() && !(spec.no_negative_zero && is_zero);
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (whole, rest) = text.split_at(split);
    (sign(spec, negative).to_owned(), whole.to_owned(), rest.to_owned())
}

fn format_complex(
    vm: &mut Vm,
    spec: &Spec,
    real: f64,
    imaginary: f64,
    type_name: &str,
) -> Result<String, Raised> {
    let refused = match () {
        () if !matches!(spec.kind, None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')) => {
            spec.unknown_code(type_name)
        }
        () if spec.fill == '0' => "Zero padding is not allowed in complex format specifier".to_owned(),
        () if spec.align == '=' => "'=' alignment flag is not allowed in complex format specifier".to_owned(),
        () => String::new(),
    };
    if !refused.is_empty() {
        return Err(errors::value_error(vm, refused));
    }
    let mut one = Spec { width: 0, align: '>', ..spec.clone() };
    let plain = spec.kind.is_none();
    let mut part = |one: &Spec, f: f64| -> Result<String, Raised> {
        let (head, whole, mut rest) = float_parts(one, f);
        if plain && rest.ends_with(".0") {
            rest.truncate(rest.len() - 2);
        }
        lay_out(vm, one, &head, &whole, &rest, 3)
    };
    let bare = plain && real == 0.0 && real.is_sign_positive();
    let first = if bare { String::new() } else { part(&one, real)? };
    if !bare {
        one.sign = Some('+');
    }
    let second = part(&one, imaginary)?;
    let text = match plain && !bare {
        true => format!("({first}{second}j)"),
        false => format!("{first}{second}j"),
    };
    spec.pad(vm, "", &text)
}

fn sign(spec: &Spec, negative: bool) -> &'static str {
    match spec.sign {
        _ if negative => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    }
}

/// Groups the digits and pads; zeros that fill the width are grouped too.
fn lay_out(
    vm: &mut Vm,
    spec: &Spec,
    head: &str,
    digits: &str,
    rest: &str,
    group: usize,
) -> Result<String, Raised> {
    let Some(separator) = spec.grouping else {
        return spec.pad(vm, head, &format!("{digits}{rest}"));
    };
    let zero_filled = spec.fill == '0' && spec.align == '=';
    if spec.width > crate::vm::arith::MAX_BYTES {
        return Err(errors::memory_error(vm));
    }
    let least = if zero_filled { spec.width.saturating_sub(head.len() + rest.len()) } else { 0 };
    let grouped = match digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        true => grouped(digits, separator, group, least),
        false => digits.to_owned(),
    };
    spec.pad(vm, head, &format!("{grouped}{rest}"))
}

/// `digits` in groups from the right, with zeros before them until the text has at least `least` characters.
fn grouped(digits: &str, separator: char, group: usize, least: usize) -> String {
    if digits.is_empty() {
        return String::new();
    }
    let mut reversed = String::with_capacity(digits.len() * 4 / 3 + least);
    let mut source = digits.bytes().rev();
    let mut count = 0;
    loop {
        let next = source.next();
        // A separator that would come first brings a zero with it.
        if next.is_none() && reversed.len() >= least {
            break;
        }
        if count > 0 && count % group == 0 {
            reversed.push(separator);
        }
        reversed.push(next.map_or('0', char::from));
        count += 1;
    }
    reversed.chars().rev().collect()
}
