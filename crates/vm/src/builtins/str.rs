//! `str`: the constructor, joining, encoding, formatting; the rest of its methods in the files beside.
//!
//! Everything counts in code points. There are no lone surrogates.

pub(crate) mod case;
mod search;
mod shape;

use super::codec;
use super::text::repr_str;
use crate::errors;
use crate::heap::object::Data;
use crate::heap::{Object, Str};
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::MAX_BYTES;

pub(super) fn install(vm: &mut Vm) {
    for table in [METHODS, case::METHODS, search::METHODS, shape::METHODS] {
        vm.add_methods(types::STR, table);
    }
}

const METHODS: &[Def] = &[
    Def::static_method("str.__new__", "...", new),
    Def::method("str.join", "self, iterable, /", join),
    Def::method("str.encode", "self, encoding?, errors?", encode),
    Def::method("str.__str__", "self, /", |vm, args| {
        // An instance of a subclass becomes a plain string.
        if vm.class_of(args[0]) == types::STR {
            return Ok(Action::Return(args[0]));
        }
        let text = this(vm, args).to_owned();
        vm.ok_str(text)
    }),
    Def::method("str.__repr__", "self, /", |vm, args| {
        let text = repr_str(this(vm, args));
        vm.work += text.len() as u64 / 32;
        vm.ok_str(text)
    }),
    Def::method("str.__format__", "self, format_spec, /", super::number::format),
    Def::method("str.__hash__", "self, /", |vm, args| {
        Ok(Action::Return(Value::Int(vm.string(args[0]).map_or(0, Str::hash))))
    }),
    Def::method("str.__mod__", "self, value, /", |vm, args| super::percent::modulo(vm, args[0], args[1])),
    Def::method("str.__rmod__", "self, value, /", |vm, args| match vm.str_of(args[1]) {
        Some(_) => super::percent::modulo(vm, args[1], args[0]),
        None => Ok(Action::Return(Value::NotImplemented)),
    }),
    Def::method("str.format", "...", super::template::format),
    Def::method("str.format_map", "self, mapping, /", super::template::format_map),
];

/// The text of `self`. The caller of a method has checked its type.
fn this<'a>(vm: &'a Vm, args: &Args) -> &'a str {
    vm.str_of(args[0]).unwrap_or("")
}

fn string_list(vm: &mut Vm, parts: Vec<String>) -> Value {
    vm.work += parts.len() as u64;
    let parts = parts.into_iter().map(|part| vm.str(part)).collect();
    vm.list(parts)
}

/// `str(object='')`, `str(bytes, encoding, errors)`; the class first.
fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    if let ([Value::Obj(types::STR), object], true) = (args.positional(), args.keywords.is_empty()) {
        return vm.str_value(*object);
    }
    let mut args = args.clone();
    super::construct::bind(vm, "str", &["object", "encoding", "errors"], &mut args)?;
    let Some(class) = args[0].id() else { return Err(errors::needs_an_argument(vm, "str.__new__")) };
    let (object, encoding, on_error) = (args[1], args[2], args[3]);
    if object.is_unbound() {
        return finish_new(vm, &Args::of(&[class.into(), names::value(names::EMPTY)]));
    }
    if encoding.is_unbound() && on_error.is_unbound() {
        let again = Args::of(&[class.into(), object]);
        if class == types::STR {
            return vm.str_value(object);
        }
        return match vm.convert(names::STR, &again, 1, finish_new) {
            Some(result) => result,
            None => Err(errors::not_supported(vm, "str() of this object")),
        };
    }
    let encoding = codec::name_argument(vm, "str", "encoding", encoding)?;
    let on_error = codec::name_argument(vm, "str", "errors", on_error)?;
    if vm.str_of(object).is_some() {
        return Err(errors::type_error(vm, "decoding str is not supported"));
    }
    if vm.bytes_of(object).is_none() {
        let message = format!("decoding to str: need a bytes-like object, {} found", vm.type_name(object));
        return Err(errors::type_error(vm, message));
    }
    let text = codec::decode(vm, object, encoding.as_deref(), on_error.as_deref())?;
    let text = vm.str(text);
    finish_new(vm, &Args::of(&[class.into(), text]))
}

/// Makes an instance of the class `args[0]` with the text of `args[1]`.
fn finish_new(vm: &mut Vm, args: &Args) -> NativeResult {
    match args[0].id() {
        Some(class) if class != types::STR => {
            let text = vm.str_of(args[1]).unwrap_or("").to_owned();
            let data = Data::Str(Str::new(text));
            Ok(Action::Return(vm.heap.add(Object::new(class, data)).into()))
        }
        _ => Ok(Action::Return(args[1])),
    }
}

fn join(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(items) = vm.sequence_of(args[1]) else {
        let class = vm.class_of(args[1]);
        if ![names::ITER, names::GETITEM].iter().any(|&name| vm.class_attr(class, name).is_some()) {
            return Err(errors::type_error(vm, "can only join an iterable"));
        }
        return vm.listed(args, 1, join);
    };
    let separator = this(vm, args);
    let mut text = String::new();
    for (at, &item) in items.iter().enumerate() {
        let Some(part) = vm.str_of(item) else {
            let got = vm.type_name(item);
            let message = format!("sequence item {at}: expected str instance, {got} found");
            return Err(errors::type_error(vm, message));
        };
        if at > 0 {
            text.push_str(separator);
        }
        text.push_str(part);
        if text.len() > MAX_BYTES {
            return Err(errors::memory_error(vm));
        }
    }
    vm.work += items_work(text.len());
    vm.ok_str(text)
}

fn items_work(bytes: usize) -> u64 {
    bytes as u64 / 16
}

fn encode(vm: &mut Vm, args: &Args) -> NativeResult {
    let encoding = codec::name_argument(vm, "encode", "encoding", args[1])?;
    let on_error = codec::name_argument(vm, "encode", "errors", args[2])?;
    let bytes = codec::encode(vm, args[0], encoding.as_deref(), on_error.as_deref())?;
    Ok(Action::Return(vm.bytes(bytes)))
}
