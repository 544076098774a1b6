//! The descriptor protocol of builtin descriptors, as methods that Python code may call or ask for: `__get__`, `__set__`, `__delete__`.
//!
//! Attribute access itself does not come through here.

use crate::errors;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;

pub(super) const TABLES: &[(Id, &[Def])] = &[
    (types::STATICMETHOD, &[Def::method("staticmethod.__get__", "self, instance, owner?, /", get)]),
    (types::CLASSMETHOD, &[Def::method("classmethod.__get__", "self, instance, owner?, /", get)]),
    (
        types::METHOD,
        &[
            Def::static_method("method.__new__", "cls, function, instance, /", |vm, args| {
                Ok(Action::Return(vm.bound_method(args[1], args[2])))
            }),
            Def::method("method.__get__", "self, instance, owner?, /", own),
        ],
    ),
    (types::METHOD_DESCRIPTOR, &[Def::method("method_descriptor.__get__", "self, instance, owner?, /", get)]),
    (
        types::WRAPPER_DESCRIPTOR,
        &[Def::method("wrapper_descriptor.__get__", "self, instance, owner?, /", get)],
    ),
    (
        types::PROPERTY,
        &[
            Def::method("property.__set__", "self, instance, value, /", property_set),
            Def::method("property.__delete__", "self, instance, /", property_set),
        ],
    ),
    (
        types::MEMBER,
        &[
            Def::method("member_descriptor.__get__", "self, instance, owner?, /", member_get),
            Def::method("member_descriptor.__set__", "self, instance, value, /", member_set),
            Def::method("member_descriptor.__delete__", "self, instance, /", member_set),
            Def::getter("member_descriptor.__name__", |vm, args| {
                Ok(Action::Return(member_name(vm, args).into()))
            }),
        ],
    ),
];

/// Binds to the instance, and a class method to the owner.
fn get(vm: &mut Vm, args: &Args) -> NativeResult {
    let is_class_method = matches!(vm.data(args[0]), Some(Data::ClassMethod(_)));
    if args[1].is_none() && !is_class_method {
        return own(vm, args);
    }
    let class = args[2].id().unwrap_or_else(|| vm.class_of(args[1]));
    match vm.bind(args[0], args[1], class)? {
        Found::Value(value) => Ok(Action::Return(value)),
        Found::Method(function, this) => Ok(Action::Return(vm.bound_method(function, this))),
        Found::Act(action) => Ok(action),
    }
}

/// What needs no instance, or has one already.
fn own(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(match vm.data(args[0]) {
        Some(Data::StaticMethod(function)) => *function,
        _ => args[0],
    }))
}

fn property_set(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(Data::Property(property)) = vm.data(args[0]) else { return Ok(Action::Return(Value::None)) };
    let (method, what) =
        if args[2].is_unbound() { (property.delete, "deleter") } else { (property.set, "setter") };
    let name = property.name;
    if method.or(Value::None).is_none() {
        return Err(errors::property_without(vm, name, args[1], what));
    }
    let mut given = Args::of(&[args[1]]);
    given.values.extend(args[2].bound());
    Ok(Action::call(method, given))
}

fn member_name(vm: &Vm, args: &Args) -> Id {
    match vm.data(args[0]) {
        Some(Data::Member(name)) => name.id().unwrap_or(names::EMPTY),
        _ => names::EMPTY,
    }
}

fn member_get(vm: &mut Vm, args: &Args) -> NativeResult {
    if args[1].is_none() {
        return own(vm, args);
    }
    vm.load_attr(args[1], member_name(vm, args))
}

fn member_set(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.store_attr_plain(args[1], member_name(vm, args), args[2])
}
