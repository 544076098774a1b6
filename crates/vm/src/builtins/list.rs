//! `list`: constructor, methods and special methods.

use crate::builtins::arguments::index_arg;
use crate::code::Compare;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::Sink;
use crate::frame::native::search::Sought;
use crate::frame::native::sort::Sort;
use crate::heap::Object;
use crate::heap::iter::Iter;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

pub(super) const METHODS: &[Def] = &[
    Def::static_method("list.__new__", "...", new),
    Def::method("list.__init__", "self, iterable?, /", init),
    Def::method("list.append", "self, object, /", append),
    Def::method("list.clear", "self, /", clear),
    Def::method("list.copy", "self, /", copy),
    Def::method("list.count", "self, value, /", |vm, args| vm.search(args[0], args[1], Sought::Count)),
    Def::method("list.extend", "self, iterable, /", extend),
    Def::method("list.index", "self, value, start?, stop?, /", index),
    Def::method("list.insert", "self, index, object, /", insert),
    Def::method("list.pop", "self, index?, /", pop),
    Def::method("list.remove", "self, value, /", |vm, args| vm.search(args[0], args[1], Sought::Remove)),
    Def::method("list.reverse", "self, /", reverse),
    Def::method("list.sort", "self, *, key?, reverse?", sort),
    Def::method("list.__iadd__", "self, value, /", iadd),
    Def::method("list.__reversed__", "self, /", reversed),
];

/// A new object of the class given first, which must have the right layout.
pub(super) fn instance(vm: &mut Vm, args: &Args, data: Data) -> NativeResult {
    let class = class_argument(vm, args)?;
    Ok(Action::Return(vm.heap.add(Object::new(class, data)).into()))
}

/// The class that `__new__` was called with.
pub(super) fn class_argument(vm: &mut Vm, args: &Args) -> Result<Id, crate::native::Raised> {
    match vm.class_of_instance(args[0]) {
        Some(class) => Ok(class),
        None => Err(errors::type_error(vm, "__new__(X): X is not a type object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    instance(vm, args, Data::List(Vec::new()))
}

fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    clear(vm, args)?;
    match args[1] {
        Value::Unbound => Ok(Action::Return(Value::None)),
        iterable => vm.collect_into(iterable, Sink::Extend(args[0])),
    }
}

fn append(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(list) = vm.list_mut(args[0]) {
        list.push(args[1]);
        vm.heap.grew(size_of::<Value>());
    }
    Ok(Action::Return(Value::None))
}

fn clear(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(list) = vm.list_mut(args[0]) {
        *list = Vec::new();
    }
    Ok(Action::Return(Value::None))
}

fn copy(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = vm.items_snapshot(args[0]);
    vm.work += items.len() as u64 / 16;
    Ok(Action::Return(vm.list(items)))
}

fn extend(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.collect_into(args[1], Sink::Extend(args[0]))
}

fn iadd(vm: &mut Vm, args: &Args) -> NativeResult {
    fn done(vm: &mut Vm, items: Vec<Value>, list: Value) -> NativeResult {
        vm.heap.grew(items.len() * size_of::<Value>());
        if let Some(target) = vm.list_mut(list) {
            target.extend(items);
        }
        Ok(Action::Return(list))
    }
    vm.collect_whole(args[1], Sink::Then(done, args[0]))
}

/// Where a search begins or ends: counted from the end if negative.
pub(super) fn bound(index: i64, len: usize) -> usize {
    if index < 0 { (index.saturating_add(len as i64)).max(0) as usize } else { index as usize }
}

pub(super) fn index(vm: &mut Vm, args: &Args) -> NativeResult {
    let len = vm.native_len(args[0]).unwrap_or(0);
    for bound in [args[2], args[3]] {
        if vm.native_index(bound.or(Value::Int(0))).is_none() && vm.special(bound, names::INDEX).is_none() {
            return Err(errors::bad_bound(vm));
        }
    }
    let start = if args[2].is_unbound() { 0 } else { index_arg!(vm, args, 2, index) };
    let stop = if args[3].is_unbound() { i64::MAX } else { index_arg!(vm, args, 3, index) };
    vm.search_between(args[0], args[1], Sought::Index, bound(start, len), bound(stop, len))
}

fn insert(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = index_arg!(vm, args, 1, insert);
    if let Some(list) = vm.list_mut(args[0]) {
        let at = bound(at, list.len()).min(list.len());
        list.insert(at, args[2]);
        vm.heap.grew(size_of::<Value>());
    }
    Ok(Action::Return(Value::None))
}

fn pop(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = if args[1].is_unbound() { -1 } else { index_arg!(vm, args, 1, pop) };
    let len = vm.native_len(args[0]).unwrap_or(0);
    if len == 0 {
        return Err(errors::pop_from_empty(vm, "empty list"));
    }
    match (vm.place(at, len), vm.list_mut(args[0])) {
        (Some(at), Some(list)) => Ok(Action::Return(list.remove(at))),
        _ => Err(errors::index_error(vm, "pop index out of range")),
    }
}

fn reverse(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(list) = vm.list_mut(args[0]) {
        list.reverse();
    }
    Ok(Action::Return(Value::None))
}

fn reversed(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(list) = args[0].id() else { return Ok(Action::Return(Value::NotImplemented)) };
    let left = vm.native_len(args[0]).unwrap_or(0);
    Ok(Action::Return(vm.new_iter(types::LIST_REVERSEITERATOR, Iter::ListReversed { list, left })))
}

fn sort(vm: &mut Vm, args: &Args) -> NativeResult {
    let reverse = reverse_flag(vm, args[2]);
    let frame = Sort::new(args[0], Value::None, args[1].or(Value::None), reverse);
    Ok(Action::Enter(NativeFrame::Sort(Box::new(frame))))
}

fn reverse_flag(vm: &mut Vm, flag: Value) -> bool {
    !flag.is_unbound() && vm.truth_native(flag)
}

/// `sorted(iterable, /, *, key=None, reverse=False)`.
pub(super) fn sorted(vm: &mut Vm, args: &Args) -> NativeResult {
    fn sort(vm: &mut Vm, items: Vec<Value>, options: Value) -> NativeResult {
        let (key, reverse) = match vm.tuple_of(options) {
            Some(&[key, reverse]) => (key, matches!(reverse, Value::Bool(true))),
            _ => (Value::None, false),
        };
        let list = vm.list(items);
        Ok(Action::Enter(NativeFrame::Sort(Box::new(Sort::new(list, list, key, reverse)))))
    }
    if args.len() != 3 {
        return Err(errors::expected_count(vm, "sorted", 1, 1, args.len() - 2));
    }
    let args = Args::of(&[args[2], args[0], args[1]]);
    let reverse = reverse_flag(vm, args[2]);
    let options = vm.tuple([args[1].or(Value::None), reverse.into()]);
    vm.collect_whole(args[0], Sink::Then(sort, options))
}

/// The special methods that all native containers share, each by what it does to the native data.
macro_rules! container {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".__len__"), "self, /", crate::builtins::list::len),
            Def::method(concat!($class, ".__iter__"), "self, /", crate::builtins::list::iter),
            Def::method(concat!($class, ".__contains__"), "self, key, /", |vm, args| {
                vm.native_contains(args[0], args[1])
            }),
            Def::method(concat!($class, ".__repr__"), "self, /", |vm, args| vm.native_repr(args[0])),
            Def::method(concat!($class, ".__eq__"), "self, value, /", crate::builtins::list::eq),
            Def::method(concat!($class, ".__ne__"), "self, value, /", crate::builtins::list::ne),
        ]
    };
}
pub(super) use container;

/// Access to items by subscript.
macro_rules! subscripts {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".__getitem__"), "self, key, /", |vm, args| {
                vm.native_get_item(args[0], args[1])
            }),
            Def::method(concat!($class, ".__setitem__"), "self, key, value, /", |vm, args| {
                vm.native_set_item(args[0], args[1], args[2])
            }),
            Def::method(concat!($class, ".__delitem__"), "self, key, /", |vm, args| {
                vm.native_delete_item(args[0], args[1])
            }),
        ]
    };
}
pub(super) use subscripts;

/// The four ordering methods.
macro_rules! ordering {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".__lt__"), "self, value, /", crate::builtins::list::lt),
            Def::method(concat!($class, ".__le__"), "self, value, /", crate::builtins::list::le),
            Def::method(concat!($class, ".__gt__"), "self, value, /", crate::builtins::list::gt),
            Def::method(concat!($class, ".__ge__"), "self, value, /", crate::builtins::list::ge),
        ]
    };
}
pub(super) use ordering;

pub(super) fn len(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(Value::Int(vm.native_len(args[0]).unwrap_or(0) as i64)))
}

pub(super) fn iter(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.native_iter(args[0]) {
        Some(iterator) => Ok(Action::Return(iterator)),
        None => Err(errors::not_iterable(vm, args[0])),
    }
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.compare_native(Compare::Eq, args[0], args[1])
}

pub(super) fn ne(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.compare_native(Compare::Ne, args[0], args[1])
}

pub(super) fn lt(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.compare_native(Compare::Lt, args[0], args[1])
}

pub(super) fn le(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.compare_native(Compare::Le, args[0], args[1])
}

pub(super) fn gt(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.compare_native(Compare::Gt, args[0], args[1])
}

pub(super) fn ge(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.compare_native(Compare::Ge, args[0], args[1])
}
