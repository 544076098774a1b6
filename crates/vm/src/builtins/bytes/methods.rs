//! Methods that bytes and bytearray share: text-like ones, on ASCII alone.

use super::{like, this};
use crate::builtins::arguments::{index_arg, window};
use crate::builtins::codec;
use crate::errors;
use crate::frame::native::collect::Sink;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;

macro_rules! methods {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".decode"), "self, encoding?, errors?", decode),
            Def::method(concat!($class, ".hex"), "self, sep?, bytes_per_sep?", hex),
            Def::method(concat!($class, ".join"), "self, iterable_of_bytes, /", join),
            Def::method(concat!($class, ".split"), "self, sep?, maxsplit?", split),
            Def::method(concat!($class, ".splitlines"), "self, keepends?", splitlines),
            Def::method(concat!($class, ".strip"), "self, bytes?, /", |vm, args| strip(vm, args, true, true)),
            Def::method(concat!($class, ".lstrip"), "self, bytes?, /", |vm, args| {
                strip(vm, args, true, false)
            }),
            Def::method(concat!($class, ".rstrip"), "self, bytes?, /", |vm, args| {
                strip(vm, args, false, true)
            }),
            Def::method(concat!($class, ".find"), "self, sub, start?, end?, /", |vm, args| {
                find(vm, args, false, false)
            }),
            Def::method(concat!($class, ".rfind"), "self, sub, start?, end?, /", |vm, args| {
                find(vm, args, true, false)
            }),
            Def::method(concat!($class, ".index"), "self, sub, start?, end?, /", |vm, args| {
                find(vm, args, false, true)
            }),
            Def::method(concat!($class, ".rindex"), "self, sub, start?, end?, /", |vm, args| {
                find(vm, args, true, true)
            }),
            Def::method(concat!($class, ".count"), "self, sub, start?, end?, /", count),
            Def::method(concat!($class, ".startswith"), "self, prefix, start?, end?, /", |vm, args| {
                affix(vm, args, "startswith", |part, affix| part.starts_with(affix))
            }),
            Def::method(concat!($class, ".endswith"), "self, suffix, start?, end?, /", |vm, args| {
                affix(vm, args, "endswith", |part, affix| part.ends_with(affix))
            }),
            Def::method(concat!($class, ".replace"), "self, old, new, count?, /", replace),
            Def::method(concat!($class, ".partition"), "self, sep, /", |vm, args| partition(vm, args, false)),
            Def::method(concat!($class, ".rpartition"), "self, sep, /", |vm, args| partition(vm, args, true)),
            Def::method(concat!($class, ".upper"), "self, /", |vm, args| {
                mapped(vm, args, <[u8]>::to_ascii_uppercase)
            }),
            Def::method(concat!($class, ".lower"), "self, /", |vm, args| {
                mapped(vm, args, <[u8]>::to_ascii_lowercase)
            }),
            Def::method(concat!($class, ".isdigit"), "self, /", |vm, args| {
                all(vm, args, |b| b.is_ascii_digit())
            }),
            Def::method(concat!($class, ".isalpha"), "self, /", |vm, args| {
                all(vm, args, |b| b.is_ascii_alphabetic())
            }),
            Def::method(concat!($class, ".isalnum"), "self, /", |vm, args| {
                all(vm, args, |b| b.is_ascii_alphanumeric())
            }),
            Def::method(concat!($class, ".isspace"), "self, /", |vm, args| all(vm, args, is_space)),
            Def::method(concat!($class, ".isascii"), "self, /", |vm, args| {
                Ok(Action::Return(Value::Bool(this(vm, args).is_ascii())))
            }),
        ]
    };
}

pub(super) const BYTES: &[Def] = methods!("bytes");
pub(super) const BYTEARRAY: &[Def] = methods!("bytearray");

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

fn decode(vm: &mut Vm, args: &Args) -> NativeResult {
    let encoding = codec::name_argument(vm, "decode", "encoding", args[1])?;
    let on_error = codec::name_argument(vm, "decode", "errors", args[2])?;
    let text = codec::decode(vm, args[0], encoding.as_deref(), on_error.as_deref())?;
    vm.ok_str(text)
}

fn mapped(vm: &mut Vm, args: &Args, map: fn(&[u8]) -> Vec<u8>) -> NativeResult {
    let bytes = map(this(vm, args));
    vm.work += bytes.len() as u64 / 64;
    Ok(Action::Return(like(vm, args[0], bytes)))
}

fn all(vm: &mut Vm, args: &Args, has: fn(u8) -> bool) -> NativeResult {
    let bytes = this(vm, args);
    Ok(Action::Return(Value::Bool(!bytes.is_empty() && bytes.iter().all(|&b| has(b)))))
}

/// A bytes-like argument.
fn bytes_argument(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    match vm.bytes_of(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(errors::not_bytes_like(vm, value)),
    }
}

fn hex(vm: &mut Vm, args: &Args) -> NativeResult {
    let group = match args[2] {
        Value::Unbound => 1,
        _ => index_arg!(vm, args, 2, hex),
    };
    let separator = match (args[1], vm.str_of(args[1])) {
        (Value::Unbound, _) => None,
        (_, Some(text)) if text.chars().count() == 1 && text.is_ascii() => text.chars().next(),
        (_, Some(_)) => return Err(errors::value_error(vm, "sep must be length 1.")),
        _ => return Err(errors::type_error(vm, "sep must be str or bytes.")),
    };
    let bytes = this(vm, args);
    let (size, length) = (group.unsigned_abs() as usize, bytes.len());
    let mut text = String::with_capacity(length * 3);
    for (at, byte) in bytes.iter().enumerate() {
        // Groups count from the right, or from the left when negative.
        let edge = if group > 0 { length - at } else { at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && edge % size == 0
        {
            text.push(separator);
        }
        text.push_str(&format!("{byte:02x}"));
    }
    vm.work += text.len() as u64 / 32;
    vm.ok_str(text)
}

fn join(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.collect_into(args[1], Sink::Then(joined, args[0]))
}

fn joined(vm: &mut Vm, items: Vec<Value>, separator: Value) -> NativeResult {
    let between = vm.bytes_of(separator).unwrap_or(&[]).to_vec();
    let mut bytes = Vec::new();
    for (at, &item) in items.iter().enumerate() {
        let Some(part) = vm.bytes_of(item) else {
            let got = vm.type_name(item);
            let message = format!("sequence item {at}: expected a bytes-like object, {got} found");
            return Err(errors::type_error(vm, message));
        };
        if at > 0 {
            bytes.extend_from_slice(&between);
        }
        bytes.extend_from_slice(part);
    }
    vm.work += bytes.len() as u64 / 64;
    Ok(Action::Return(like(vm, separator, bytes)))
}

/// Where `needle` begins in `bytes`, the first or the last time.
fn position(bytes: &[u8], needle: &[u8], last: bool) -> Option<usize> {
    let places = bytes.len().checked_sub(needle.len())?;
    let matches = |&at: &usize| bytes[at..].starts_with(needle);
    if last { (0..=places).rev().find(matches) } else { (0..=places).find(matches) }
}

fn list_of(vm: &mut Vm, model: Value, parts: Vec<Vec<u8>>) -> NativeResult {
    vm.work += parts.len() as u64;
    let parts = parts.into_iter().map(|part| like(vm, model, part)).collect();
    Ok(Action::Return(vm.list(parts)))
}

fn split(vm: &mut Vm, args: &Args) -> NativeResult {
    let limit = match args[2] {
        Value::Unbound => usize::MAX,
        _ => usize::try_from(index_arg!(vm, args, 2, split)).unwrap_or(usize::MAX),
    };
    let mut parts = Vec::new();
    if matches!(args[1], Value::Unbound | Value::None) {
        let mut rest = this(vm, args).trim_ascii_start();
        while !rest.is_empty() {
            let end = match parts.len() < limit {
                true => rest.iter().position(|&b| is_space(b)).unwrap_or(rest.len()),
                false => rest.len(),
            };
            parts.push(rest[..end].to_vec());
            rest = rest[end..].trim_ascii_start();
        }
        return list_of(vm, args[0], parts);
    }
    let separator = bytes_argument(vm, args[1])?;
    if separator.is_empty() {
        return Err(errors::value_error(vm, "empty separator"));
    }
    let mut rest = this(vm, args);
    while parts.len() < limit
        && let Some(at) = position(rest, &separator, false)
    {
        parts.push(rest[..at].to_vec());
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest.to_vec());
    list_of(vm, args[0], parts)
}

fn splitlines(vm: &mut Vm, args: &Args) -> NativeResult {
    let keep = !args[1].is_unbound() && vm.native_truth(args[1]);
    let (mut parts, mut rest) = (Vec::new(), this(vm, args));
    while !rest.is_empty() {
        let end = rest.iter().position(|&b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        let after = (end + if rest[end..].starts_with(b"\r\n") { 2 } else { 1 }).min(rest.len());
        parts.push(rest[..if keep { after } else { end }].to_vec());
        rest = &rest[after..];
    }
    list_of(vm, args[0], parts)
}

fn strip(vm: &mut Vm, args: &Args, left: bool, right: bool) -> NativeResult {
    let set = match args[1] {
        Value::Unbound | Value::None => b" \t\n\r\x0b\x0c".to_vec(),
        value => bytes_argument(vm, value)?,
    };
    let mut bytes = this(vm, args);
    while left && let Some((first, rest)) = bytes.split_first().filter(|(b, _)| set.contains(b)) {
        let _ = first;
        bytes = rest;
    }
    while right && let Some((last, rest)) = bytes.split_last().filter(|(b, _)| set.contains(b)) {
        let _ = last;
        bytes = rest;
    }
    let bytes = bytes.to_vec();
    Ok(Action::Return(like(vm, args[0], bytes)))
}

/// The part between `args[2]` and `args[3]` and where it starts; `None` when that is past the end.
fn part(vm: &mut Vm, args: &Args) -> Result<Option<(Vec<u8>, usize)>, Raised> {
    let length = this(vm, args).len();
    let (start, end) = window(vm, args[2], args[3], length)?;
    Ok((start <= end && start <= length).then(|| (this(vm, args)[start..end].to_vec(), start)))
}

/// What is looked for: bytes, or an int that is one byte.
fn needle(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    match (vm.bytes_of(value), vm.small_int(value).map(u8::try_from)) {
        (Some(bytes), _) => Ok(bytes.to_vec()),
        (_, Some(Ok(byte))) => Ok(vec![byte]),
        (_, Some(Err(_))) => Err(errors::value_error(vm, "byte must be in range(0, 256)")),
        _ => {
            let got = vm.type_name(value);
            let message = format!("argument should be integer or bytes-like object, not '{got}'");
            Err(errors::type_error(vm, message))
        }
    }
}

fn find(vm: &mut Vm, args: &Args, last: bool, must: bool) -> NativeResult {
    let needle = needle(vm, args[1])?;
    let part = part(vm, args)?;
    vm.work += part.as_ref().map_or(0, |(part, _)| part.len() as u64 / 16);
    match part.and_then(|(part, start)| Some(start + position(&part, &needle, last)?)) {
        Some(at) => Ok(Action::Return(Value::Int(at as i64))),
        None if must => Err(errors::value_error(vm, "subsection not found")),
        None => Ok(Action::Return(Value::Int(-1))),
    }
}

fn count(vm: &mut Vm, args: &Args) -> NativeResult {
    let needle = needle(vm, args[1])?;
    let Some((part, _)) = part(vm, args)? else { return Ok(Action::Return(Value::Int(0))) };
    if needle.is_empty() {
        return Ok(Action::Return(Value::Int(part.len() as i64 + 1)));
    }
    let (mut rest, mut count) = (&part[..], 0);
    while let Some(at) = position(rest, &needle, false) {
        count += 1;
        rest = &rest[at + needle.len()..];
    }
    vm.work += part.len() as u64 / 16;
    Ok(Action::Return(Value::Int(count)))
}

fn affix(vm: &mut Vm, args: &Args, name: &str, has: fn(&[u8], &[u8]) -> bool) -> NativeResult {
    let part = part(vm, args)?;
    let options = match (vm.bytes_of(args[1]), vm.tuple_of(args[1])) {
        (Some(_), _) => vec![args[1]],
        (_, Some(items)) => items.to_vec(),
        _ => {
            let got = vm.type_name(args[1]);
            let message = format!("{name} first arg must be bytes or a tuple of bytes, not {got}");
            return Err(errors::type_error(vm, message));
        }
    };
    for option in options {
        let affix = bytes_argument(vm, option)?;
        if part.as_ref().is_some_and(|(part, _)| has(part, &affix)) {
            return Ok(Action::Return(Value::Bool(true)));
        }
    }
    Ok(Action::Return(Value::Bool(false)))
}

fn replace(vm: &mut Vm, args: &Args) -> NativeResult {
    let (old, new) = (bytes_argument(vm, args[1])?, bytes_argument(vm, args[2])?);
    let limit = match args[3] {
        Value::Unbound => usize::MAX,
        _ => usize::try_from(index_arg!(vm, args, 3, replace)).unwrap_or(usize::MAX),
    };
    let bytes = this(vm, args);
    if bytes.len().saturating_add(1).saturating_mul(new.len()) > crate::vm::arith::MAX_BYTES {
        return Err(errors::memory_error(vm));
    }
    let (mut out, mut at, mut done) = (Vec::with_capacity(bytes.len()), 0, 0);
    while done < limit && at <= bytes.len() {
        if bytes[at..].starts_with(&old) {
            out.extend_from_slice(&new);
            done += 1;
            at += old.len();
            if !old.is_empty() {
                continue;
            }
        }
        out.extend(bytes.get(at));
        at += 1;
    }
    out.extend_from_slice(bytes.get(at..).unwrap_or(&[]));
    vm.work += out.len() as u64 / 16;
    Ok(Action::Return(like(vm, args[0], out)))
}

fn partition(vm: &mut Vm, args: &Args, last: bool) -> NativeResult {
    let separator = bytes_argument(vm, args[1])?;
    if separator.is_empty() {
        return Err(errors::value_error(vm, "empty separator"));
    }
    let bytes = this(vm, args);
    let parts = match position(bytes, &separator, last) {
        Some(at) => [bytes[..at].to_vec(), separator.clone(), bytes[at + separator.len()..].to_vec()],
        None if last => [Vec::new(), Vec::new(), bytes.to_vec()],
        None => [bytes.to_vec(), Vec::new(), Vec::new()],
    };
    let parts = parts.map(|part| like(vm, args[0], part));
    Ok(Action::Return(vm.tuple(parts)))
}
