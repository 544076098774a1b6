//! One constructor for each error message of CPython that native code raises, word for word.

use crate::native::Raised;
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// An exception of a builtin class with one string argument.
pub fn new(vm: &mut Vm, class: Id, message: impl Into<Box<str>>) -> Raised {
    let message = vm.str(message);
    Raised(vm.exception(class, &[message]))
}

pub fn type_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::TYPE_ERROR, message)
}

pub fn value_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::VALUE_ERROR, message)
}

pub fn runtime_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::RUNTIME_ERROR, message)
}

pub fn index_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::INDEX_ERROR, message)
}

pub fn key_error(vm: &mut Vm, key: Value) -> Raised {
    Raised(vm.exception(types::KEY_ERROR, &[key]))
}

pub fn overflow_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::OVERFLOW_ERROR, message)
}

/// What the playground does not do yet: names the feature.
pub fn not_supported(vm: &mut Vm, feature: &str) -> Raised {
    new(vm, types::NOT_IMPLEMENTED_ERROR, format!("{feature} is not supported in Loopthread"))
}

pub fn no_attribute(vm: &mut Vm, object: Value, name: Id) -> Raised {
    let text = vm.text(name).to_owned();
    let message = match vm.class_of_instance(object) {
        Some(class) => format!("type object '{}' has no attribute '{text}'", vm.class_name(class)),
        None => match vm.module_name(object) {
            Some(module) => format!("module '{module}' has no attribute '{text}'"),
            None => format!("'{}' object has no attribute '{text}'", vm.type_name(object)),
        },
    };
    let message = vm.str(message);
    let raised = vm.exception(types::ATTRIBUTE_ERROR, &[message]);
    vm.set_exception_extra(raised, [Value::Obj(name), object]);
    Raised(raised)
}

pub fn not_callable(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object is not callable", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_iterable(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object is not iterable", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_an_iterator(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object is not an iterator", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_subscriptable(vm: &mut Vm, object: Value) -> Raised {
    let message = match vm.class_of_instance(object) {
        Some(class) => format!("type '{}' is not subscriptable", vm.class_name(class)),
        None => format!("'{}' object is not subscriptable", vm.type_name(object)),
    };
    type_error(vm, message)
}

pub fn unhashable(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("unhashable type: '{}'", vm.type_name(object));
    type_error(vm, message)
}

pub fn needs_an_argument(vm: &mut Vm, qualname: &str) -> Raised {
    type_error(vm, format!("unbound method {qualname}() needs an argument"))
}

pub fn takes_none(vm: &mut Vm, qualname: &str, given: usize) -> Raised {
    type_error(vm, format!("{qualname}() takes no arguments ({given} given)"))
}

pub fn takes_exactly_one(vm: &mut Vm, qualname: &str, given: usize) -> Raised {
    type_error(vm, format!("{qualname}() takes exactly one argument ({given} given)"))
}

pub fn takes_no_keywords(vm: &mut Vm, qualname: &str) -> Raised {
    type_error(vm, format!("{qualname}() takes no keyword arguments"))
}

pub fn takes_at_most(vm: &mut Vm, name: &str, most: usize, given: usize, exactly: bool) -> Raised {
    let bound = if exactly { "exactly" } else { "at most" };
    let s = if most == 1 { "" } else { "s" };
    type_error(vm, format!("{name}() takes {bound} {most} argument{s} ({given} given)"))
}

/// `most == usize::MAX` is no upper bound.
pub fn expected_count(vm: &mut Vm, name: &str, least: usize, most: usize, given: usize) -> Raised {
    let (bound, count) = match given < least {
        _ if least == most => ("", least),
        true => ("at least ", least),
        false => ("at most ", most),
    };
    let s = if count == 1 { "" } else { "s" };
    type_error(vm, format!("{name} expected {bound}{count} argument{s}, got {given}"))
}

pub fn argument_twice(vm: &mut Vm, name: &str, keyword: &str, position: usize) -> Raised {
    type_error(vm, format!("argument for {name}() given by name ('{keyword}') and position ({position})"))
}

pub fn unexpected_keyword(vm: &mut Vm, name: &str, keyword: &str) -> Raised {
    type_error(vm, format!("{name}() got an unexpected keyword argument '{keyword}'"))
}

pub fn missing_argument(vm: &mut Vm, name: &str, argument: &str, position: usize) -> Raised {
    type_error(vm, format!("{name}() missing required argument '{argument}' (pos {position})"))
}
