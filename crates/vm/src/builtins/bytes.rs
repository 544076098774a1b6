//! `bytes` and `bytearray`: constructors and what only they have; the methods they share with str are in `bytes/methods.rs`.
//!
//! A method of a bytearray gives a bytearray, as in CPython.

mod by_text;
mod case;
mod items;
mod methods;

use super::codec;
use super::construct::bind;
use super::text::repr_bytes;
use crate::errors;
use crate::frame::native::collect::Sink;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::arith::MAX_BYTES;

pub(super) fn install(vm: &mut Vm) {
    for table in [BYTES, methods::BYTES, by_text::BYTES, case::BYTES] {
        vm.add_methods(types::BYTES, table);
    }
    for table in [BYTEARRAY, items::BYTEARRAY, methods::BYTEARRAY, by_text::BYTEARRAY, case::BYTEARRAY] {
        vm.add_methods(types::BYTEARRAY, table);
    }
}

const BYTES: &[Def] = &[
    Def::static_method("bytes.__new__", "...", |vm, args| new(vm, args, "bytes")),
    Def::method("bytes.__repr__", "self, /", repr),
    Def::method("bytes.__str__", "self, /", repr),
    Def::method("bytes.__hash__", "self, /", |vm, args| match vm.hash(args[0])? {
        crate::vm::key::Hash::Known(hash) => Ok(Action::Return(Value::Int(hash))),
        crate::vm::key::Hash::Ask => Ok(Action::Return(Value::Int(0))),
    }),
    Def::class_method("bytes.fromhex", "type, string, /", fromhex),
    Def::method("bytes.__mod__", "self, value, /", |vm, args| super::percent::modulo(vm, args[0], args[1])),
    Def::method("bytes.__rmod__", "self, value, /", |_, _| Ok(Action::Return(Value::NotImplemented))),
];

const BYTEARRAY: &[Def] = &[
    Def::static_method("bytearray.__new__", "...", |vm, args| new(vm, args, "bytearray")),
    Def::method("bytearray.__repr__", "self, /", repr),
    Def::method("bytearray.__str__", "self, /", repr),
    Def::class_method("bytearray.fromhex", "type, string, /", fromhex),
    Def::method("bytearray.__mod__", "self, value, /", |vm, args| {
        super::percent::modulo(vm, args[0], args[1])
    }),
    Def::method("bytearray.append", "self, item, /", append),
    Def::method("bytearray.extend", "self, iterable_of_ints, /", extend),
    Def::method("bytearray.clear", "self, /", |vm, args| change(vm, args, |bytes| bytes.clear())),
    Def::method("bytearray.reverse", "self, /", |vm, args| change(vm, args, |bytes| bytes.reverse())),
    Def::method("bytearray.copy", "self, /", |vm, args| {
        let bytes = this(vm, args).to_vec();
        Ok(Action::Return(like(vm, args[0], bytes)))
    }),
];

/// The bytes that ints stand for.
pub(super) fn collect(vm: &mut Vm, items: &[Value], into: Value) -> Result<Vec<u8>, Raised> {
    let wrong = match vm.data(into) {
        Some(Data::ByteArray(_)) => "byte must be in range(0, 256)",
        _ if vm.class_of_instance(into).is_some_and(|c| vm.is_subclass(c, types::BYTEARRAY)) => {
            "byte must be in range(0, 256)"
        }
        _ => "bytes must be in range(0, 256)",
    };
    let mut bytes = Vec::with_capacity(items.len());
    for &item in items {
        match vm.number(item) {
            Some(n) if n.is_int() => match vm.small_int(item).and_then(|n| u8::try_from(n).ok()) {
                Some(byte) => bytes.push(byte),
                None => return Err(errors::value_error(vm, wrong)),
            },
            _ => return Err(errors::not_an_integer(vm, item)),
        }
    }
    Ok(bytes)
}

fn this<'a>(vm: &'a Vm, args: &Args) -> &'a [u8] {
    vm.bytes_of(args[0]).unwrap_or(&[])
}

/// Text in Latin-1 as bytes.
pub(super) use by_text::bytes_of as latin_1;

/// New bytes, of the builtin class of `model`.
pub(super) fn like(vm: &mut Vm, model: Value, bytes: Vec<u8>) -> Value {
    match vm.data(model) {
        Some(Data::ByteArray(_)) => vm.heap.add(Object::new(types::BYTEARRAY, Data::ByteArray(bytes))).into(),
        _ => vm.bytes(bytes),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let text = repr_bytes(this(vm, args));
    let text = match vm.data(args[0]) {
        Some(Data::ByteArray(_)) => format!("{}({text})", vm.type_name(args[0])),
        _ => text,
    };
    vm.ok_str(text)
}

/// `bytes(source=b'', encoding, errors)`; the class first.
fn new(vm: &mut Vm, args: &Args, name: &str) -> NativeResult {
    let mut args = args.clone();
    bind(vm, name, &["source", "encoding", "errors"], &mut args)?;
    let source = args[1];
    let encoding = codec::name_argument(vm, name, "encoding", args[2])?;
    let on_error = codec::name_argument(vm, name, "errors", args[3])?;
    if vm.str_of(source).is_some() {
        if encoding.is_none() {
            return Err(errors::type_error(vm, "string argument without an encoding"));
        }
        let bytes = codec::encode(vm, source, encoding.as_deref(), on_error.as_deref())?;
        return instance(vm, args[0], bytes);
    }
    if encoding.is_some() || on_error.is_some() {
        let which = if encoding.is_some() { "encoding" } else { "errors" };
        return Err(errors::type_error(vm, format!("{which} without a string argument")));
    }
    if source.is_unbound() {
        return instance(vm, args[0], Vec::new());
    }
    from_object(vm, &Args::of(&[args[0], source]))
}

fn from_object(vm: &mut Vm, args: &Args) -> NativeResult {
    let source = args[1];
    if let Some(bytes) = vm.bytes_of(source).map(<[u8]>::to_vec) {
        return instance(vm, args[0], bytes);
    }
    if let Some(result) = vm.convert(names::BYTES, args, 1, from_object) {
        return result;
    }
    if vm.number(source).is_some_and(|n| n.is_int()) {
        let Some(count) = vm.small_int(source) else {
            return Err(errors::overflow_error(vm, "cannot fit 'int' into an index-sized integer"));
        };
        let Ok(count) = usize::try_from(count) else {
            return Err(errors::value_error(vm, "negative count"));
        };
        if count > MAX_BYTES {
            return Err(errors::memory_error(vm));
        }
        return instance(vm, args[0], vec![0; count]);
    }
    if let Some(result) = vm.convert(names::INDEX, args, 1, from_object) {
        return result;
    }
    if vm.native_iter(source).is_none() && vm.special(source, names::ITER).is_none() {
        let to = match args[0].id() {
            Some(class) if vm.is_subclass(class, types::BYTEARRAY) => "bytearray",
            _ => "bytes",
        };
        let message = format!("cannot convert '{}' object to {to}", vm.type_name(source));
        return Err(errors::type_error(vm, message));
    }
    match args[0].id() {
        Some(class) if vm.is_subclass(class, types::BYTEARRAY) => {
            vm.collect_into(source, Sink::Then(from_items, args[0]))
        }
        _ => vm.collect_whole(source, Sink::Then(from_items, args[0])),
    }
}

fn from_items(vm: &mut Vm, items: Vec<Value>, class: Value) -> NativeResult {
    let bytes = collect(vm, &items, class)?;
    instance(vm, class, bytes)
}

fn instance(vm: &mut Vm, class: Value, bytes: Vec<u8>) -> NativeResult {
    let class: Id = class.id().unwrap_or(types::BYTES);
    let data = match vm.is_subclass(class, types::BYTEARRAY) {
        true => Data::ByteArray(bytes),
        false => Data::Bytes(bytes.into()),
    };
    Ok(Action::Return(vm.heap.add(Object::new(class, data)).into()))
}

fn fromhex(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(text) = vm.str_of(args[1]) else {
        return Err(errors::wrong_argument(vm, "fromhex", "str", args[1]));
    };
    let chars: Vec<char> = text.chars().collect();
    let (mut bytes, mut at) = (Vec::with_capacity(chars.len() / 2), 0);
    while let Some(&c) = chars.get(at) {
        if c.is_ascii() && super::str::case::is_space(c) {
            at += 1;
            continue;
        }
        let digit = |at: usize| chars.get(at).and_then(|c| c.to_digit(16));
        match (digit(at), digit(at + 1)) {
            (Some(high), Some(low)) => bytes.push((high * 16 + low) as u8),
            (high, _) => {
                let at = at + usize::from(high.is_some());
                let message = format!("non-hexadecimal number found in fromhex() arg at position {at}");
                return Err(errors::value_error(vm, message));
            }
        }
        at += 2;
    }
    instance(vm, args[0], bytes)
}

fn change(vm: &mut Vm, args: &Args, change: impl FnOnce(&mut Vec<u8>)) -> NativeResult {
    if let Some(id) = args[0].id()
        && let Data::ByteArray(bytes) = vm.heap.data_mut(id)
    {
        change(bytes);
    }
    Ok(Action::Return(Value::None))
}

fn append(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.small_int(args[1]).map(u8::try_from) {
        Some(Ok(byte)) => change(vm, args, |bytes| bytes.push(byte)),
        Some(Err(_)) => Err(errors::value_error(vm, "byte must be in range(0, 256)")),
        None => Err(errors::not_an_integer(vm, args[1])),
    }
}

fn extend(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.bytes_of(args[1]).is_some() {
        vm.bytearray_extend(args[0], args[1])?;
        return Ok(Action::Return(Value::None));
    }
    if vm.str_of(args[1]).is_some() {
        let message = format!("expected iterable of integers; got: '{}'", vm.type_name(args[1]));
        return Err(errors::type_error(vm, message));
    }
    vm.collect_into(args[1], Sink::Then(extended, args[0]))
}

fn extended(vm: &mut Vm, items: Vec<Value>, target: Value) -> NativeResult {
    let more = collect(vm, &items, target)?;
    change(vm, &Args::of(&[target]), |bytes| bytes.extend(more))
}
