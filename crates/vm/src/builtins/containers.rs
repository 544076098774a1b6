//! Puts the tables of containers and iterators into their classes.

use crate::builtins::list::{container, ordering, subscripts};
use crate::builtins::{dict, iterating, iterators, list, set};
use crate::frame::native::checked::Check;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// Everything about containers and iteration.
pub(super) fn install(vm: &mut Vm) {
    vm.add_methods(types::OBJECT, OBJECT);
    vm.add_methods(types::BASE_EXCEPTION, EXCEPTION);
    vm.add_functions(vm.builtins, "builtins", iterating::FUNCTIONS);
    vm.add_methods(types::LIST, container!("list"));
    vm.add_methods(types::LIST, subscripts!("list"));
    vm.add_methods(types::LIST, ordering!("list"));
    vm.add_methods(types::LIST, list::METHODS);
    vm.add_methods(types::TUPLE, container!("tuple"));
    vm.add_methods(types::TUPLE, ordering!("tuple"));
    vm.add_methods(types::TUPLE, iterators::TUPLE);
    vm.add_methods(types::DICT, container!("dict"));
    vm.add_methods(types::DICT, subscripts!("dict"));
    vm.add_methods(types::DICT, dict::METHODS);
    vm.add_methods(types::MAPPINGPROXY, container!("mappingproxy"));
    vm.add_methods(types::MAPPINGPROXY, dict::PROXY);
    for (class, own) in [(types::DICT_KEYS, dict::KEYS), (types::DICT_ITEMS, dict::ITEMS)] {
        vm.add_methods(class, container!("dict_view"));
        vm.add_methods(class, ordering!("dict_view"));
        vm.add_methods(class, dict::VIEW_OPERATORS);
        vm.add_methods(class, own);
    }
    vm.add_methods(types::DICT_VALUES, dict::VALUES);
    for class in [types::SET, types::FROZENSET] {
        vm.add_methods(class, container!("set"));
        vm.add_methods(class, ordering!("set"));
        vm.add_methods(class, set::SHARED);
    }
    vm.add_methods(types::SET, set::MUTABLE);
    vm.add_methods(types::FROZENSET, set::FROZEN);
    vm.add_methods(types::FROZENSET, HASH);
    vm.add_methods(types::RANGE, container!("range"));
    vm.add_methods(types::RANGE, iterators::RANGE);
    vm.add_methods(types::SLICE, iterators::SLICE);
    for &class in iterators::ITERATOR_CLASSES {
        vm.add_methods(class, iterators::ITERATOR);
    }
    vm.add_methods(types::ENUMERATE, iterators::ENUMERATE);
    vm.add_methods(types::ZIP, iterators::ZIP);
    vm.add_methods(types::MAP, iterators::MAP);
    vm.add_methods(types::FILTER, iterators::FILTER);
    vm.add_methods(types::REVERSED, iterators::REVERSED);
    for class in [types::LIST, types::DICT, types::SET, types::BYTEARRAY, types::DICT_KEYS, types::DICT_ITEMS]
    {
        vm.set_class_attr(class, names::HASH, Value::None);
    }
}

/// What every object inherits: by identity, and by the native data of its layout.
const OBJECT: &[Def] = &[
    Def::method("object.__repr__", "self, /", |vm, args| vm.native_repr(args[0])),
    Def::method("object.__str__", "self, /", |vm, args| vm.repr(args[0])),
    Def::method("object.__eq__", "self, value, /", |_, args| {
        Ok(Action::Return(if args[0].is(args[1]) { Value::Bool(true) } else { Value::NotImplemented }))
    }),
    Def::method("object.__ne__", "self, value, /", |vm, args| {
        let inherited = vm.class_attr(types::OBJECT, names::EQ);
        match vm.special(args[0], names::EQ) {
            Some(own) if !inherited.is_some_and(|eq| eq.is(own)) => {
                Ok(vm.call_checked(own, args[0], &[args[1]], Check::Opposite))
            }
            _ if args[0].is(args[1]) => Ok(Action::Return(Value::Bool(false))),
            _ => Ok(Action::Return(Value::NotImplemented)),
        }
    }),
    Def::method("object.__lt__", "self, value, /", not_implemented),
    Def::method("object.__le__", "self, value, /", not_implemented),
    Def::method("object.__gt__", "self, value, /", not_implemented),
    Def::method("object.__ge__", "self, value, /", not_implemented),
    Def::method("object.__hash__", "self, /", |vm, args| match (vm.data(args[0]), args[0].id()) {
        (Some(Data::Plain | Data::Slots(_)), Some(id)) => {
            Ok(Action::Return(Value::Int((id.index() as i64) << 4 | 1)))
        }
        _ => vm.hash_action(args[0]),
    }),
];

fn not_implemented(_: &mut Vm, _: &Args) -> NativeResult {
    Ok(Action::Return(Value::NotImplemented))
}

const EXCEPTION: &[Def] = &[
    Def::method("BaseException.__repr__", "self, /", |vm, args| vm.native_repr(args[0])),
    Def::method("BaseException.__str__", "self, /", |vm, args| vm.native_str(args[0])),
];

const HASH: &[Def] = &[Def::method("frozenset.__hash__", "self, /", |vm, args| vm.hash_action(args[0]))];
