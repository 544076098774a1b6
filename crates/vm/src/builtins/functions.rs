//! Builtin functions on numbers and text: `abs`, `round`, `pow`, `divmod`, `chr`, `ord`, `hex`, `format` …

use num_bigint::BigInt;
use num_traits::Signed;

use super::arguments::index_arg;
use super::text::escape_non_ascii;
use crate::code::op::Binary;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::binary::{BinaryFrame, Otherwise};
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

pub(super) const FUNCTIONS: &[Def] = &[
    Def::function("abs", "x, /", abs),
    Def::function("round", "number, ndigits?", round),
    Def::function("pow", "base, exp, mod?", pow),
    Def::function("divmod", "x, y, /", divmod),
    Def::function("chr", "i, /", chr),
    Def::function("ord", "c, /", ord),
    Def::function("hex", "number, /", hex),
    Def::function("oct", "number, /", oct),
    Def::function("bin", "number, /", bin),
    Def::function("format", "value, format_spec?, /", format),
    Def::function("ascii", "obj, /", ascii),
];

fn abs(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.class_attr(vm.class_of(args[0]), names::ABS) {
        _ if vm.is_plain_number(args[0]) => super::number::absolute(vm, args),
        Some(method) if !method.is_none() => Ok(vm.call_dunder(method, args[0], &[])),
        _ => {
            let message = format!("bad operand type for abs(): '{}'", vm.type_name(args[0]));
            Err(errors::type_error(vm, message))
        }
    }
}

fn round(vm: &mut Vm, args: &Args) -> NativeResult {
    let method = vm.class_attr(vm.class_of(args[0]), names::ROUND);
    match (method, args[1]) {
        (Some(method), Value::Unbound | Value::None) => Ok(vm.call_dunder(method, args[0], &[])),
        (Some(method), digits) => Ok(vm.call_dunder(method, args[0], &[digits])),
        (None, _) => {
            let message = format!("type {} doesn't define __round__ method", vm.type_name(args[0]));
            Err(errors::type_error(vm, message))
        }
    }
}

fn pow(vm: &mut Vm, args: &Args) -> NativeResult {
    let (base, exp, modulus) = (args[0], args[1], args[2]);
    if matches!(modulus, Value::Unbound | Value::None) {
        return vm.binary(Binary::Pow, false, base, exp);
    }
    let own = vm.class_attr(vm.class_of(base), names::POW).filter(|&m| !vm.is_native_function(m));
    if let Some(method) = own {
        return Ok(vm.call_dunder(method, base, &[exp, modulus]));
    }
    match super::number::pow_modulo(vm, base, exp, modulus)? {
        Action::Return(Value::NotImplemented) => {
            let (a, b, c) = (vm.type_name(base), vm.type_name(exp), vm.type_name(modulus));
            let message = format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'");
            Err(errors::type_error(vm, message))
        }
        result => Ok(result),
    }
}

fn divmod(vm: &mut Vm, args: &Args) -> NativeResult {
    let (a, b) = (args[0], args[1]);
    if vm.is_plain_number(a)
        && vm.is_plain_number(b)
        && !vm.is_instance(a, types::COMPLEX)
        && !vm.is_instance(b, types::COMPLEX)
    {
        return super::number::divmod(vm, a, b);
    }
    let method = |vm: &Vm, value: Value, name: Id| vm.class_attr(vm.class_of(value), name);
    let left = method(vm, a, names::DIVMOD).map(|m| (m, a, b));
    let same = vm.class_of(a) == vm.class_of(b);
    let right = method(vm, b, names::RDIVMOD).filter(|_| !same).map(|m| (m, b, a));
    let first = vm.is_instance(b, vm.class_of(a)) && !same;
    let candidates = if first { [right, left] } else { [left, right] }.into_iter().flatten().collect();
    let otherwise = Otherwise::Raise(errors::unsupported_operands(vm, "divmod()", a, b).0);
    let frame = BinaryFrame { candidates, next: 0, otherwise };
    Ok(Action::Enter(NativeFrame::Binary(Box::new(frame))))
}

fn chr(vm: &mut Vm, args: &Args) -> NativeResult {
    let code = index_arg!(vm, args, 0, chr);
    match u32::try_from(code).ok().filter(|&c| c < 0x11_0000) {
        None => Err(errors::value_error(vm, "chr() arg not in range(0x110000)")),
        Some(code) => match char::from_u32(code) {
            Some(c) => vm.ok_str(c.to_string()),
            None => Err(errors::not_supported(vm, "a lone surrogate in a string")),
        },
    }
}

fn ord(vm: &mut Vm, args: &Args) -> NativeResult {
    let (length, code) = match (vm.string(args[0]), vm.bytes_of(args[0])) {
        (Some(text), _) => (text.chars(), text.char_at(0).map_or(0, |c| c as u32)),
        (_, Some(bytes)) => (bytes.len(), bytes.first().map_or(0, |&b| u32::from(b))),
        _ => {
            let message = format!("ord() expected string of length 1, but {} found", vm.type_name(args[0]));
            return Err(errors::type_error(vm, message));
        }
    };
    if length != 1 {
        let message = format!("ord() expected a character, but string of length {length} found");
        return Err(errors::type_error(vm, message));
    }
    Ok(Action::Return(Value::Int(i64::from(code))))
}

fn hex(vm: &mut Vm, args: &Args) -> NativeResult {
    radix(vm, args, hex, 16, "0x")
}

fn oct(vm: &mut Vm, args: &Args) -> NativeResult {
    radix(vm, args, oct, 8, "0o")
}

fn bin(vm: &mut Vm, args: &Args) -> NativeResult {
    radix(vm, args, bin, 2, "0b")
}

fn radix(vm: &mut Vm, args: &Args, again: crate::native::NativeFn, radix: u32, prefix: &str) -> NativeResult {
    let n: BigInt = match vm.number(args[0]) {
        Some(n) if n.is_int() => n.into_big(),
        _ => return vm.convert_index(args, 0, again),
    };
    vm.work += n.bits() / 64;
    let sign = if n.is_negative() { "-" } else { "" };
    let text = format!("{sign}{prefix}{}", n.magnitude().to_str_radix(radix));
    vm.ok_str(text)
}

fn format(vm: &mut Vm, args: &Args) -> NativeResult {
    match args[1] {
        Value::Unbound => vm.format(args[0], ""),
        spec => match vm.str_of(spec).map(str::to_owned) {
            Some(spec) => vm.format(args[0], &spec),
            None => Err(errors::wrong_argument_at(vm, "format", 2, "str", spec)),
        },
    }
}

/// `ascii(obj)`: the repr, then what is not ASCII escaped.
pub(crate) fn ascii(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.convert(names::REPR, args, 0, escaped) {
        Some(result) => result,
        None => Err(errors::not_supported(vm, "the repr of this object")),
    }
}

fn escaped(vm: &mut Vm, args: &Args) -> NativeResult {
    let text = escape_non_ascii(vm.str_of(args[0]).unwrap_or(""));
    vm.ok_str(text)
}
