//! `bytearray[i] = …` and `del bytearray[i]`, by index and by slice.

use super::{change, collect};
use crate::errors;
use crate::frame::native::collect::Sink;
use crate::heap::object::Data;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::index::Span;

pub(super) const BYTEARRAY: &[Def] = &[
    Def::method("bytearray.__setitem__", "self, key, value, /", set_item),
    Def::method("bytearray.__delitem__", "self, key, /", delete_item),
    Def::method("bytearray.insert", "self, index, item, /", insert),
    Def::method("bytearray.pop", "self, index?, /", pop),
    Def::method("bytearray.remove", "self, value, /", remove),
];

fn set_item(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(Data::Slice(_)) = vm.data(args[1]) {
        let target = vm.tuple([args[0], args[1]]);
        return match vm.bytes_of(args[2]).map(<[u8]>::to_vec) {
            Some(bytes) => set_slice(vm, target, bytes),
            None => vm.collect_into(args[2], Sink::Then(set_items, target)),
        };
    }
    let at = match place(vm, args[0], args[1])? {
        Some(at) => at,
        None => return vm.convert_index(args, 1, set_item),
    };
    let Some(byte) = byte(vm, args[2])? else { return vm.convert_index(args, 2, set_item) };
    change(vm, args, |bytes| {
        if let Some(slot) = bytes.get_mut(at) {
            *slot = byte;
        }
    })
}

fn set_items(vm: &mut Vm, items: Vec<Value>, target: Value) -> NativeResult {
    let array = vm.tuple_of(target).and_then(|t| t.first().copied()).unwrap_or_default();
    let bytes = collect(vm, &items, array)?;
    set_slice(vm, target, bytes)
}

/// `target` holds the bytearray and the slice.
fn set_slice(vm: &mut Vm, target: Value, new: Vec<u8>) -> NativeResult {
    let Some(&[array, slice]) = vm.tuple_of(target) else { return Ok(Action::Return(Value::None)) };
    let span = span(vm, array, slice)?;
    if span.step != 1 && span.count != new.len() {
        let message =
            format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), span.count);
        return Err(errors::value_error(vm, message));
    }
    vm.heap.grew(new.len());
    change(vm, &Args::of(&[array]), |bytes| {
        if span.step == 1 {
            let start = span.start.min(bytes.len());
            bytes.splice(start..(start + span.count).min(bytes.len()), new);
            return;
        }
        for (at, byte) in span.positions().zip(new) {
            if let Some(slot) = bytes.get_mut(at) {
                *slot = byte;
            }
        }
    })
}

fn delete_item(vm: &mut Vm, args: &Args) -> NativeResult {
    let doomed: Vec<usize> = match vm.data(args[1]) {
        Some(Data::Slice(_)) => span(vm, args[0], args[1])?.positions().collect(),
        _ => match place(vm, args[0], args[1])? {
            Some(at) => vec![at],
            None => return vm.convert_index(args, 1, delete_item),
        },
    };
    change(vm, args, |bytes| {
        let mut keep = vec![true; bytes.len()];
        for at in doomed {
            if let Some(flag) = keep.get_mut(at) {
                *flag = false;
            }
        }
        let mut keep = keep.into_iter();
        bytes.retain(|_| keep.next().unwrap_or(true));
    })
}

fn insert(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(index) = vm.native_index(args[1]) else { return vm.convert_index(args, 1, insert) };
    let Some(byte) = byte(vm, args[2])? else { return vm.convert_index(args, 2, insert) };
    change(vm, args, |bytes| {
        let len = bytes.len();
        let at = if index < 0 { len.saturating_sub(index.unsigned_abs() as usize) } else { index as usize };
        bytes.insert(at.min(len), byte);
    })
}

fn pop(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(index) = vm.native_index(args[1].or(Value::Int(-1))) else {
        return vm.convert_index(args, 1, pop);
    };
    let len = vm.bytes_of(args[0]).map_or(0, <[u8]>::len);
    if len == 0 {
        return Err(errors::index_error(vm, "pop from empty bytearray"));
    }
    let Some(at) = vm.place(index, len) else {
        return Err(errors::index_error(vm, "pop index out of range"));
    };
    let byte = vm.bytes_of(args[0]).and_then(|bytes| bytes.get(at).copied()).unwrap_or(0);
    change(vm, args, |bytes| {
        bytes.remove(at);
    })?;
    Ok(Action::Return(Value::Int(byte.into())))
}

fn remove(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(byte) = byte(vm, args[1])? else { return vm.convert_index(args, 1, remove) };
    match vm.bytes_of(args[0]).and_then(|bytes| bytes.iter().position(|&b| b == byte)) {
        Some(at) => change(vm, args, |bytes| {
            bytes.remove(at);
        }),
        None => Err(errors::value_error(vm, "value not found in bytearray")),
    }
}

/// The byte an int stands for; `None` for what is no int.
fn byte(vm: &mut Vm, value: Value) -> Result<Option<u8>, Raised> {
    match (vm.native_index(value), vm.small_int(value).map(u8::try_from)) {
        (None, _) => Ok(None),
        (_, Some(Ok(byte))) => Ok(Some(byte)),
        _ => Err(errors::value_error(vm, "byte must be in range(0, 256)")),
    }
}

/// The place an index means; `None` for what is no int.
fn place(vm: &mut Vm, array: Value, key: Value) -> Result<Option<usize>, Raised> {
    let Some(index) = vm.native_index(key) else {
        return match vm.special(key, crate::names::INDEX) {
            Some(_) => Ok(None),
            None => Err(errors::bad_index(vm, array, key)),
        };
    };
    vm.fitting_index(key)?;
    match vm.place(index, vm.bytes_of(array).map_or(0, <[u8]>::len)) {
        Some(at) => Ok(Some(at)),
        None => Err(errors::index_out_of_range(vm, array, true)),
    }
}

fn span(vm: &mut Vm, array: Value, slice: Value) -> Result<Span, Raised> {
    let len = vm.bytes_of(array).map_or(0, <[u8]>::len);
    vm.resolve_slice(slice, len)
}
