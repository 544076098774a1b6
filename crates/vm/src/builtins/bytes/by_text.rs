//! Methods of bytes and bytearray that do what those of str do: the bytes are lent to them as Latin-1.
//!
//! Only methods without a call of Python are lent: whoever gives an object with `__index__` is refused.

use super::{like, this};
use crate::errors;
use crate::heap::object::Data;
use crate::native::{Action, Args, Def, NativeBody, NativeResult, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

macro_rules! lent {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".center"), "self, width, fillchar?, /", |vm, args| {
                padded(vm, args, "center")
            }),
            Def::method(concat!($class, ".ljust"), "self, width, fillchar?, /", |vm, args| {
                padded(vm, args, "ljust")
            }),
            Def::method(concat!($class, ".rjust"), "self, width, fillchar?, /", |vm, args| {
                padded(vm, args, "rjust")
            }),
            Def::method(concat!($class, ".zfill"), "self, width, /", |vm, args| lend(vm, args, "zfill")),
            Def::method(concat!($class, ".expandtabs"), "self, tabsize?", |vm, args| {
                lend(vm, args, "expandtabs")
            }),
            Def::method(concat!($class, ".rsplit"), "self, sep?, maxsplit?", |vm, args| {
                match args[1] {
                    Value::Unbound | Value::None => {}
                    separator => bytes_like(vm, separator)?,
                }
                lend(vm, args, "rsplit")
            }),
            Def::method(concat!($class, ".removeprefix"), "self, prefix, /", |vm, args| {
                bytes_like(vm, args[1])?;
                lend(vm, args, "removeprefix")
            }),
            Def::method(concat!($class, ".removesuffix"), "self, suffix, /", |vm, args| {
                bytes_like(vm, args[1])?;
                lend(vm, args, "removesuffix")
            }),
        ]
    };
}

pub(super) const BYTES: &[Def] = lent!("bytes");
pub(super) const BYTEARRAY: &[Def] = lent!("bytearray");

fn bytes_like(vm: &mut Vm, value: Value) -> Result<(), Raised> {
    match vm.bytes_of(value) {
        Some(_) => Ok(()),
        None => Err(errors::not_bytes_like(vm, value)),
    }
}

fn padded(vm: &mut Vm, args: &Args, name: &str) -> NativeResult {
    if !args[2].is_unbound() && vm.bytes_of(args[2]).is_none_or(|fill| fill.len() != 1) {
        return Err(errors::wrong_argument_at(vm, name, 2, "a byte string of length 1", args[2]));
    }
    lend(vm, args, name)
}

/// Calls the method of str.
fn lend(vm: &mut Vm, args: &Args, name: &str) -> NativeResult {
    let name = vm.intern(name);
    let method = vm.class_attr(types::STR, name).and_then(|method| match vm.data(method) {
        Some(Data::Native(method)) => Some(method.body),
        _ => None,
    });
    let mut lent = Args::new();
    for &value in &args.values {
        let text = vm.bytes_of(value).map(text_of);
        lent.values.push(match text {
            Some(text) => vm.str(text),
            None => value,
        });
    }
    let answer = match method {
        Some(NativeBody::Machine(method)) => method(vm, &lent)?,
        _ => Action::Return(Value::None),
    };
    let Action::Return(answer) = answer else {
        return Err(errors::not_supported(vm, "an argument with __index__ for a method of bytes"));
    };
    vm.work += this(vm, args).len() as u64 / 16;
    let parts = match vm.data(answer) {
        Some(Data::List(parts)) => parts.clone(),
        _ => return Ok(Action::Return(back(vm, args[0], answer))),
    };
    let parts = parts.into_iter().map(|part| back(vm, args[0], part)).collect();
    Ok(Action::Return(vm.list(parts)))
}

/// Bytes as text in Latin-1.
pub(in crate::builtins) fn text_of(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// Text in Latin-1 as bytes.
pub(in crate::builtins) fn bytes_of(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
}

fn back(vm: &mut Vm, model: Value, text: Value) -> Value {
    let bytes = bytes_of(vm.str_of(text).unwrap_or(""));
    like(vm, model, bytes)
}
