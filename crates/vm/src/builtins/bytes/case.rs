//! Letters' cases in bytes and bytearray, which know ASCII alone; and tables of translation.

use super::{like, this};
use crate::errors;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;

macro_rules! cases {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".capitalize"), "self, /", |vm, args| {
                cased(vm, args, |_, at| at == 0)
            }),
            Def::method(concat!($class, ".title"), "self, /", |vm, args| cased(vm, args, begins_word)),
            Def::method(concat!($class, ".swapcase"), "self, /", |vm, args| {
                cased(vm, args, |bytes, at| bytes[at].is_ascii_lowercase())
            }),
            Def::method(concat!($class, ".islower"), "self, /", |vm, args| {
                all_cased(vm, args, |bytes, at| bytes[at].is_ascii_lowercase())
            }),
            Def::method(concat!($class, ".isupper"), "self, /", |vm, args| {
                all_cased(vm, args, |bytes, at| bytes[at].is_ascii_uppercase())
            }),
            Def::method(concat!($class, ".istitle"), "self, /", |vm, args| {
                all_cased(vm, args, |bytes, at| bytes[at].is_ascii_uppercase() == begins_word(bytes, at))
            }),
            Def::method(concat!($class, ".translate"), "self, table, /, delete?", translate),
            Def::static_method(concat!($class, ".maketrans"), "frm, to, /", maketrans),
        ]
    };
}

pub(super) const BYTES: &[Def] = cases!("bytes");
pub(super) const BYTEARRAY: &[Def] = cases!("bytearray");

fn begins_word(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphabetic())
}

/// Upper case where `upper` says so, lower case elsewhere.
fn cased(vm: &mut Vm, args: &Args, upper: fn(&[u8], usize) -> bool) -> NativeResult {
    let bytes = this(vm, args);
    let case = |(at, byte): (usize, &u8)| match upper(bytes, at) {
        true => byte.to_ascii_uppercase(),
        false => byte.to_ascii_lowercase(),
    };
    let bytes: Vec<u8> = bytes.iter().enumerate().map(case).collect();
    vm.work += bytes.len() as u64 / 16;
    Ok(Action::Return(like(vm, args[0], bytes)))
}

/// Whether there are letters, and all are as they should be.
fn all_cased(vm: &mut Vm, args: &Args, right: fn(&[u8], usize) -> bool) -> NativeResult {
    let bytes = this(vm, args);
    let mut letters = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_alphabetic()).peekable();
    let answer = letters.peek().is_some() && letters.all(|at| right(bytes, at));
    vm.work += vm.bytes_of(args[0]).map_or(0, <[u8]>::len) as u64 / 16;
    Ok(Action::Return(Value::Bool(answer)))
}

fn bytes_like(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    match vm.bytes_of(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(errors::not_bytes_like(vm, value)),
    }
}

fn translate(vm: &mut Vm, args: &Args) -> NativeResult {
    let table = match args[1] {
        Value::None => None,
        table => Some(bytes_like(vm, table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(errors::value_error(vm, "translation table must be 256 characters long"));
    }
    let doomed = if args[2].is_unbound() { Vec::new() } else { bytes_like(vm, args[2])? };
    let kept = this(vm, args).iter().filter(|byte| !doomed.contains(byte));
    let to =
        |byte: &u8| table.as_ref().and_then(|table| table.get(usize::from(*byte))).copied().unwrap_or(*byte);
    let bytes: Vec<u8> = kept.map(to).collect();
    vm.work += bytes.len() as u64 / 16;
    Ok(Action::Return(like(vm, args[0], bytes)))
}

fn maketrans(vm: &mut Vm, args: &Args) -> NativeResult {
    let (from, to) = (bytes_like(vm, args[0])?, bytes_like(vm, args[1])?);
    if from.len() != to.len() {
        return Err(errors::value_error(vm, "maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(Action::Return(vm.bytes(table)))
}
