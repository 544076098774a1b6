//! The builtin classes' methods and the builtin functions, one file a subject.
//!
//! Each file offers tables of [`Def`]; [`install`] puts them into their classes. Natives never run Python themselves: see
//! [`crate::native`].

mod arguments;
mod bytes;
mod codec;
mod complex;
mod construct;
mod containers;
mod descriptors;
mod dict;
mod dynamic;
mod exception;
pub mod float;
mod function;
mod functions;
mod generator;
mod group;
mod int;
mod iterating;
mod iterators;
mod list;
pub mod math;
mod next_or;
mod number;
mod object;
mod operators;
mod percent;
pub mod random;
pub(crate) mod set;
mod sre;
pub(crate) mod str;
mod template;
pub mod text;
pub(crate) mod typing;
pub(crate) mod unicode;

pub(crate) use codec::unicode_error_text;
pub(crate) use exception::fill_syntax_error;
pub(crate) use functions::ascii;
pub(crate) use group::{project_asking, split_asking};
pub(crate) use next_or::NextOr;
pub(crate) use percent::PercentFrame;
pub(crate) use sre::Scan;
pub(crate) use template::TemplateFrame;

use crate::native::Def;
use crate::types;
use crate::value::Id;
use crate::value::Value;
use crate::vm::Vm;

/// What fills the namespace of a module that the machine itself has.
pub(crate) fn native_module(name: &str) -> Option<fn(&mut Vm, Id)> {
    match name {
        "math" => Some(math::fill),
        "_random" => Some(random::fill),
        "_sre" => Some(sre::fill),
        _ => None,
    }
}

/// Fills the classes and the `builtins` module of a fresh machine.
pub(crate) fn install(vm: &mut Vm) {
    vm.add_methods(types::OBJECT, object::OBJECT);
    vm.add_methods(types::OBJECT, &[exception::INSTANCE_DICT]);
    vm.add_setter(types::OBJECT, "__dict__", exception::set_instance_dict);
    vm.add_methods(types::TYPE, object::TYPE);
    vm.add_methods(types::SUPER, object::SUPER);
    typing::install(vm);
    vm.add_functions(vm.builtins, "builtins", object::FUNCTIONS);
    vm.add_functions(vm.builtins, "builtins", dynamic::FUNCTIONS);
    let print =
        Def::function("print", "*args, sep?, end?, file?, flush?", crate::frame::native::print::print);
    vm.add_functions(vm.builtins, "builtins", &[print]);
    vm.add_methods(types::FUNCTION, function::FUNCTION);
    vm.add_methods(types::METHOD, function::METHOD);
    for class in [types::BUILTIN_FUNCTION, types::METHOD_DESCRIPTOR, types::WRAPPER_DESCRIPTOR] {
        vm.add_methods(class, function::NATIVE);
    }
    vm.add_methods(types::CELL, function::CELL);
    vm.add_methods(types::CODE, function::CODE);
    vm.add_methods(types::MODULE, function::MODULE);
    vm.add_methods(types::TRACEBACK, crate::vm::traceback::TRACEBACK);
    vm.add_methods(types::PROPERTY, function::PROPERTY);
    vm.add_methods(types::STATICMETHOD, function::STATICMETHOD);
    vm.add_methods(types::CLASSMETHOD, function::CLASSMETHOD);
    for (class, methods) in descriptors::TABLES {
        vm.add_methods(*class, methods);
    }
    vm.add_methods(types::GENERATOR, generator::GENERATOR);
    vm.add_methods(types::COROUTINE, generator::COROUTINE);
    vm.add_methods(types::COROUTINE_WRAPPER, generator::COROUTINE_WRAPPER);
    vm.add_methods(types::ASYNC_GENERATOR, generator::ASYNC_GENERATOR);
    vm.add_methods(types::ASYNC_GEN_ASEND, generator::STEP);
    vm.add_methods(types::ASYNC_GEN_ATHROW, generator::STEP);
    vm.add_methods(types::BASE_EXCEPTION, exception::BASE_EXCEPTION);
    vm.add_methods(
        types::NONE,
        &[Def::method("NoneType.__bool__", "self, /", |_, _| {
            Ok(crate::native::Action::Return(false.into()))
        })],
    );
    for (class, new) in object::SINGLE {
        vm.add_methods(class, &[new]);
    }
    for (class, name) in exception::ABSENT {
        let name = vm.intern(name);
        vm.set_class_attr(class, name, Value::None);
    }
    for (class, fields) in exception::EXTRAS {
        vm.add_methods(*class, fields);
    }
    for setters in [object::SETTERS, function::SETTERS, generator::SETTERS, exception::SETTERS] {
        for &(class, name, set) in setters {
            vm.add_setter(class, name, set);
        }
    }
    vm.add_methods(types::INT, operators::INT);
    vm.add_methods(types::INT, operators::INT_MORE);
    vm.add_methods(types::INT, int::INT);
    vm.add_methods(types::BOOL, operators::BOOL);
    vm.add_methods(types::FLOAT, float::class::METHODS);
    vm.add_methods(types::COMPLEX, complex::METHODS);
    vm.add_functions(vm.builtins, "builtins", functions::FUNCTIONS);
    vm.add_methods(types::FLOAT, operators::FLOAT);
    vm.add_methods(types::FLOAT, operators::FLOAT_MORE);
    vm.add_methods(types::COMPLEX, operators::COMPLEX);
    vm.add_methods(types::STR, operators::STR);
    str::install(vm);
    vm.add_methods(types::BOOL, int::BOOL);
    vm.add_methods(types::STR, operators::STR_ITEMS);
    bytes::install(vm);
    vm.add_methods(types::BYTES, operators::BYTES_ITEMS);
    vm.add_methods(types::BYTEARRAY, operators::BYTEARRAY_ITEMS);
    vm.add_methods(types::BYTES, operators::BYTES);
    vm.add_methods(types::BYTEARRAY, operators::BYTEARRAY);
    vm.add_methods(types::BYTEARRAY, operators::BYTEARRAY_IN_PLACE);
    vm.add_methods(types::LIST, operators::LIST);
    vm.add_methods(types::LIST, operators::LIST_IN_PLACE);
    vm.add_methods(types::TUPLE, operators::TUPLE);
    vm.add_methods(
        types::OBJECT,
        &[Def::method("object.__format__", "self, format_spec, /", crate::vm::format::object_format)],
    );
    containers::install(vm);
    install_constants(vm);
    put_in_order(vm);
}

/// The names of `builtins` that are neither functions nor classes of their own name.
fn install_constants(vm: &mut Vm) {
    let builtins = vm.builtins;
    for (name, value) in [
        ("NotImplemented", Value::NotImplemented),
        ("Ellipsis", Value::Ellipsis),
        ("None", Value::None),
        ("False", Value::Bool(false)),
        ("True", Value::Bool(true)),
        ("__debug__", Value::Bool(true)),
        ("EnvironmentError", types::OS_ERROR.into()),
        ("IOError", types::OS_ERROR.into()),
    ] {
        let name = vm.intern(name);
        vm.dict_set_str(builtins, name, value);
    }
}

/// Puts the names of `builtins` in CPython's order, in which a NameError's suggestion prefers the first of equals.
fn put_in_order(vm: &mut Vm) {
    let order: Vec<Id> =
        include_str!("builtins/order.txt").split_whitespace().map(|n| vm.intern(n)).collect();
    let builtins = vm.builtins;
    let known: Vec<(Id, Value)> =
        order.iter().filter_map(|&name| Some((name, vm.dict_get_str(builtins, name)?))).collect();
    let rest: Vec<(Id, Value)> = match vm.dict_of(builtins.into()) {
        Some(dict) => dict.iter().filter_map(|(k, v)| Some((k.id()?, v))).collect(),
        None => Vec::new(),
    };
    if let Some(dict) = vm.dict_mut(builtins.into()) {
        *dict = crate::heap::Dict::new();
    }
    for (name, value) in known.into_iter().chain(rest) {
        vm.dict_set_str(builtins, name, value);
    }
}
