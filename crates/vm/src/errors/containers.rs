//! Messages of containers and iterators.

use super::{index_error, new, type_error, value_error};
use crate::frame::native::search::Sought;
use crate::heap::object::Data;
use crate::native::Raised;
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

pub fn not_a_container(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("argument of type '{}' is not iterable", vm.type_name(object));
    type_error(vm, message)
}

pub fn zip_shorter(vm: &mut Vm, at: usize) -> Raised {
    let message = format!("zip() argument {} is shorter than {}", at + 1, earlier(at));
    value_error(vm, message)
}

pub fn zip_longer(vm: &mut Vm, at: usize) -> Raised {
    let message = format!("zip() argument {} is longer than {}", at + 1, earlier(at));
    value_error(vm, message)
}

fn earlier(at: usize) -> String {
    if at == 1 { "argument 1".into() } else { format!("arguments 1-{at}") }
}

pub fn no_item_assignment(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object does not support item assignment", vm.type_name(object));
    type_error(vm, message)
}

/// Sequences asked with an int say it with another contraction.
pub fn no_item_deletion(vm: &mut Vm, object: Value, key: Value) -> Raised {
    let class = vm.class_of(object);
    let sequence = vm.native_len(object).is_some() || vm.class(class).is_some_and(|c| c.heap_type);
    let not = if sequence && vm.native_index(key).is_some() { "doesn't" } else { "does not" };
    let message = format!("'{}' object {not} support item deletion", vm.type_name(object));
    type_error(vm, message)
}

/// A key that is no index.
pub fn bad_index(vm: &mut Vm, object: Value, key: Value) -> Raised {
    let got = vm.type_name(key);
    let message = match vm.data(object) {
        Some(Data::Str(_)) => format!("string indices must be integers, not '{got}'"),
        Some(Data::Tuple(_)) => format!("tuple indices must be integers or slices, not {got}"),
        Some(Data::Range(_)) => format!("range indices must be integers or slices, not {got}"),
        Some(Data::Bytes(_)) => format!("byte indices must be integers or slices, not {got}"),
        Some(Data::ByteArray(_)) => format!("bytearray indices must be integers or slices, not {got}"),
        _ => format!("list indices must be integers or slices, not {got}"),
    };
    type_error(vm, message)
}

/// Where `index` and its kin are to begin or end.
pub fn bad_bound(vm: &mut Vm) -> Raised {
    type_error(vm, "slice indices must be integers or have an __index__ method")
}

pub fn bad_slice_index(vm: &mut Vm) -> Raised {
    type_error(vm, "slice indices must be integers or None or have an __index__ method")
}

pub fn index_out_of_range(vm: &mut Vm, object: Value, assignment: bool) -> Raised {
    let message = match vm.data(object) {
        Some(Data::Str(_)) => "string index out of range",
        Some(Data::Tuple(_)) => "tuple index out of range",
        Some(Data::Range(_)) => "range object index out of range",
        Some(Data::Bytes(_)) => "index out of range",
        Some(Data::ByteArray(_)) => "bytearray index out of range",
        _ if assignment => "list assignment index out of range",
        _ => "list index out of range",
    };
    index_error(vm, message)
}

/// `index` and `remove` that found nothing; `None` for `list.index`, whose message needs the item's repr.
pub fn not_in_sequence(vm: &mut Vm, container: Value, sought: Sought) -> Option<Raised> {
    match (vm.data(container), sought) {
        (Some(Data::Tuple(_)), _) => Some(value_error(vm, "tuple.index(x): x not in tuple")),
        (_, Sought::Remove) => Some(value_error(vm, "list.remove(x): x not in list")),
        _ => None,
    }
}

pub fn too_few_values(vm: &mut Vm, expected: usize, got: usize) -> Raised {
    value_error(vm, format!("not enough values to unpack (expected {expected}, got {got})"))
}

pub fn too_few_values_starred(vm: &mut Vm, least: usize, got: usize) -> Raised {
    value_error(vm, format!("not enough values to unpack (expected at least {least}, got {got})"))
}

pub fn too_many_values(vm: &mut Vm, expected: usize) -> Raised {
    value_error(vm, format!("too many values to unpack (expected {expected})"))
}

pub fn cannot_unpack(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("cannot unpack non-iterable {} object", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_a_pair(vm: &mut Vm, at: usize) -> Raised {
    type_error(vm, format!("cannot convert dictionary update sequence element #{at} to a sequence"))
}

pub fn pair_of_wrong_length(vm: &mut Vm, at: usize, len: usize) -> Raised {
    value_error(vm, format!("dictionary update sequence element #{at} has length {len}; 2 is required"))
}

pub fn empty_iterable(vm: &mut Vm, function: &str) -> Raised {
    value_error(vm, format!("{function}() iterable argument is empty"))
}

/// A name that has no value in any scope of a container: `dict.popitem` and the like.
pub fn empty(vm: &mut Vm, message: &str) -> Raised {
    let message = vm.str(message);
    Raised(vm.exception(types::KEY_ERROR, &[message]))
}

/// A list that has nothing to pop.
pub fn pop_from_empty(vm: &mut Vm, what: &str) -> Raised {
    new(vm, types::INDEX_ERROR, format!("pop from {what}"))
}
