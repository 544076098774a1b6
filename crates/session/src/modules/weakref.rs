//! `_weakref`: the class `ref`, and who refers weakly to an object. Proxies and collections are in the frozen library.

use loopthread_vm::native::{Action, Args, Def, NativeResult, Raised, host};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::death::weak::WeakRef;

use crate::glue::{id_of, none, ret, with};
use crate::modules::{HostClass, address, define, set};

pub fn install(vm: &mut Vm, namespace: Id) {
    let class = define(vm, namespace, "weakref", "ReferenceType", HostClass::WeakRef, types::OBJECT, false);
    vm.add_methods(class, METHODS);
    set(vm, namespace, "ref", class);
    vm.add_functions(
        namespace,
        "_weakref",
        &[Def::function("getweakrefs", "object, /", |_, args| {
            Ok(Action::host(host::WEAK_REFERENCES, Args::of(&[args[0]])))
        })],
    );
}

const METHODS: &[Def] = &[
    Def::static_method("ReferenceType.__new__", "cls, object, callback?, /, *args", new),
    Def::method("ReferenceType.__init__", "self, *args", |_, _| none()),
    Def::method("ReferenceType.__call__", "self, /", call),
    Def::method("ReferenceType.__hash__", "self, /", hash),
    Def::method("ReferenceType.__eq__", "self, other, /", |vm, args| compare(vm, args, true)),
    Def::method("ReferenceType.__ne__", "self, other, /", |vm, args| compare(vm, args, false)),
    Def::method("ReferenceType.__repr__", "self, /", repr),
    Def::class_method("ReferenceType.__class_getitem__", "cls, item, /", |_, args| ret(args[0])),
    Def::getter("ReferenceType.__callback__", |vm, args| {
        ret(with(vm, args[0], |w: &mut WeakRef| w.callback)?)
    }),
];

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = id_of(vm, args[0])?;
    ret(vm.weak_reference(class, args[1], args[2].or(Value::None))?)
}

fn referent(vm: &mut Vm, reference: Value) -> Result<Option<Value>, Raised> {
    with(vm, reference, |w: &mut WeakRef| w.referent.map(Value::from))
}

fn call(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(referent(vm, args[0])?.unwrap_or(Value::None))
}

fn hash(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.hash_action(args[0])
}

/// References to living objects are equal when these are; others, when they are one.
fn compare(vm: &mut Vm, args: &Args, equal: bool) -> NativeResult {
    if vm.host::<WeakRef>(args[1]).is_none() {
        return ret(Value::NotImplemented);
    }
    match (referent(vm, args[0])?, referent(vm, args[1])?) {
        (Some(one), Some(other)) => {
            let operator =
                if equal { loopthread_vm::code::Compare::Eq } else { loopthread_vm::code::Compare::Ne };
            vm.compare(operator, one, other)
        }
        _ => ret(args[0].is(args[1]) == equal),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = address(args[0]);
    let text = match referent(vm, args[0])? {
        Some(object) => format!("<weakref at {at}; to '{}' at {}>", vm.type_name(object), address(object)),
        None => format!("<weakref at {at}; dead>"),
    };
    vm.ok_str(text)
}
