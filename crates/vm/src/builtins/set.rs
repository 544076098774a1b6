//! `set` and `frozenset`, and the set operations of dict views.

use crate::builtins::list::class_argument;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::{Collect, Sink};
use crate::frame::native::probe::Job;
use crate::heap::object::{Data, Layout};
use crate::heap::{Object, Set};
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

pub(super) const SHARED: &[Def] = &[
    Def::method("set.copy", "self, /", |vm, args| {
        let copy = copy_of(vm, args[0]);
        Ok(Action::Return(copy))
    }),
    Def::method("set.difference", "self, *others", |vm, args| {
        let copy = copy_of(vm, args[0]);
        each(vm, copy, args.rest(1), Job::Discard, copy)
    }),
    Def::method("set.union", "self, *others", |vm, args| {
        let copy = copy_of(vm, args[0]);
        each(vm, copy, args.rest(1), Job::Add, copy)
    }),
    Def::method("set.intersection", "self, *others", |vm, args| match *args.rest(1) {
        [] => {
            let copy = copy_of(vm, args[0]);
            Ok(Action::Return(copy))
        }
        [other] => both(vm, args[0], other),
        _ => Err(errors::not_supported(vm, "intersection with several sets at once")),
    }),
    Def::method("set.symmetric_difference", "self, other, /", |vm, args| {
        let copy = copy_of(vm, args[0]);
        toggle(vm, copy, args[1], copy)
    }),
    Def::method("set.isdisjoint", "self, other, /", |_, args| {
        let sink = Sink::Within { table: args[0], all: false };
        Ok(consume(args[1], sink))
    }),
    Def::method("set.issuperset", "self, other, /", |_, args| {
        Ok(consume(args[1], Sink::Within { table: args[0], all: true }))
    }),
    Def::method("set.issubset", "self, other, /", |vm, args| {
        if vm.is_set_like(args[1]) {
            return Ok(consume(args[0], Sink::Within { table: args[1], all: true }));
        }
        fn within(vm: &mut Vm, items: Vec<Value>, inner: Value) -> NativeResult {
            fn test(vm: &mut Vm, _: Vec<Value>, pair: Value) -> NativeResult {
                match vm.tuple_of(pair) {
                    Some(&[inner, outer]) => Ok(consume(inner, Sink::Within { table: outer, all: true })),
                    _ => Ok(Action::Return(Value::None)),
                }
            }
            let outer = vm.set(Set::default());
            let items = vm.list(items);
            let pair = vm.tuple([inner, outer]);
            let fill = Sink::Table { table: outer, job: Job::Add, result: Value::None };
            let then =
                crate::frame::native::sequence::Sequence::new(vec![consume_frame(items, fill)], test, pair);
            Ok(Action::Enter(NativeFrame::Sequence(Box::new(then))))
        }
        vm.collect_into(args[1], Sink::Then(within, args[0]))
    }),
];

/// The operators, which views of dicts have as well.
pub(super) const OPERATORS: &[Def] = &[
    Def::method("set.__sub__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| {
            let copy = copy_of(vm, a);
            each(vm, copy, &[b], Job::Discard, copy)
        })
    }),
    Def::method("set.__or__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| {
            let copy = copy_of(vm, a);
            each(vm, copy, &[b], Job::Add, copy)
        })
    }),
    Def::method("set.__and__", "self, value, /", |vm, args| operator(vm, args, both)),
    Def::method("set.__xor__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| {
            let copy = copy_of(vm, a);
            toggle(vm, copy, b, copy)
        })
    }),
    Def::method("set.__rsub__", "self, value, /", |vm, args| {
        let swapped = Args::of(&[args[1], args[0]]);
        operator(vm, &swapped, |vm, a, b| {
            let copy = copy_of(vm, a);
            each(vm, copy, &[b], Job::Discard, copy)
        })
    }),
];

pub(super) const MUTABLE: &[Def] = &[
    Def::static_method("set.__new__", "...", |vm, args| {
        super::list::instance(vm, args, Data::Set(Box::default()))
    }),
    Def::method("set.__init__", "self, iterable?, /", |vm, args| {
        clear(vm, args)?;
        match args[1] {
            Value::Unbound => Ok(Action::Return(Value::None)),
            iterable => each(vm, args[0], &[iterable], Job::Add, Value::None),
        }
    }),
    Def::method("set.add", "self, object, /", |vm, args| nothing(vm.probe(args[0], args[1], Job::Add)?)),
    Def::method("set.clear", "self, /", clear),
    Def::method("set.discard", "self, object, /", |vm, args| {
        nothing(vm.probe(args[0], args[1], Job::Discard)?)
    }),
    Def::method("set.remove", "self, object, /", |vm, args| vm.probe(args[0], args[1], Job::Remove)),
    Def::method("set.pop", "self, /", pop),
    Def::method("set.update", "self, *others", |vm, args| {
        each(vm, args[0], args.rest(1), Job::Add, Value::None)
    }),
    Def::method("set.difference_update", "self, *others", |vm, args| {
        each(vm, args[0], args.rest(1), Job::Discard, Value::None)
    }),
    Def::method("set.symmetric_difference_update", "self, other, /", |vm, args| {
        toggle(vm, args[0], args[1], Value::None)
    }),
    Def::method("set.intersection_update", "self, other, /", |vm, args| {
        let frame = replace_with(vm, args[0], args[1], Value::None)?;
        Ok(frame)
    }),
    Def::method("set.__ior__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| each(vm, a, &[b], Job::Add, a))
    }),
    Def::method("set.__isub__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| each(vm, a, &[b], Job::Discard, a))
    }),
    Def::method("set.__ixor__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| toggle(vm, a, b, a))
    }),
    Def::method("set.__iand__", "self, value, /", |vm, args| {
        operator(vm, args, |vm, a, b| replace_with(vm, a, b, a))
    }),
];

pub(super) const FROZEN: &[Def] = &[Def::static_method("frozenset.__new__", "...", |vm, args| {
    let class = class_argument(vm, args)?;
    if class == types::FROZENSET && vm.object(args[1]).is_some_and(|o| o.class == types::FROZENSET) {
        return Ok(Action::Return(args[1]));
    }
    let set = vm.heap.add(Object::new(class, Data::Set(Box::default()))).into();
    match args[1] {
        Value::Unbound => Ok(Action::Return(set)),
        iterable => each(vm, set, &[iterable], Job::Add, set),
    }
})];

fn consume_frame(iterable: Value, sink: Sink) -> NativeFrame {
    NativeFrame::Collect(Box::new(Collect::new(iterable, sink)))
}

fn consume(iterable: Value, sink: Sink) -> Action {
    Action::Enter(consume_frame(iterable, sink))
}

/// The result of a probe that nobody wants.
fn nothing(action: Action) -> NativeResult {
    match action {
        Action::Return(_) => Ok(Action::Return(Value::None)),
        Action::Enter(frame) => {
            fn done(_: &mut Vm, _: Vec<Value>, _: Value) -> NativeResult {
                Ok(Action::Return(Value::None))
            }
            let then = crate::frame::native::sequence::Sequence::new(vec![frame], done, Value::None);
            Ok(Action::Enter(NativeFrame::Sequence(Box::new(then))))
        }
        action => Ok(action),
    }
}

fn clear(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(Data::Set(set)) = args[0].id().map(|id| vm.heap.data_mut(id)) {
        set.clear();
    }
    Ok(Action::Return(Value::None))
}

fn pop(vm: &mut Vm, args: &Args) -> NativeResult {
    let popped = match args[0].id().map(|id| vm.heap.data_mut(id)) {
        Some(Data::Set(set)) => set.pop(),
        _ => None,
    };
    match popped {
        Some(item) => Ok(Action::Return(item)),
        None => Err(errors::empty(vm, "pop from an empty set")),
    }
}

/// A set of the same kind (the builtin class, for subclasses); a set for what is not one.
fn copy_of(vm: &mut Vm, value: Value) -> Value {
    let frozen = vm.class(vm.class_of(value)).is_some_and(|c| c.layout == Layout::FrozenSet);
    let class = if frozen { types::FROZENSET } else { types::SET };
    match vm.data(value) {
        Some(Data::Set(set)) => {
            let copy = set.copied();
            vm.work += copy.len() as u64 / 8;
            vm.heap.add(Object::new(class, Data::Set(Box::new(copy)))).into()
        }
        _ => vm.heap.add(Object::new(class, Data::Set(Box::default()))).into(),
    }
}

/// Does a job in `table` with each item of each of `others`; answers `result`.
fn each(vm: &mut Vm, table: Value, others: &[Value], job: Job, result: Value) -> NativeResult {
    // `s.update(s)`, `s -= s`: the items are copied first, so that the iteration stands.
    let frames = others
        .iter()
        .map(|&other| {
            let other = if other.is(table) { copy_of(vm, other) } else { other };
            consume_frame(other, Sink::Table { table, job, result: Value::None })
        })
        .collect();
    fn done(_: &mut Vm, _: Vec<Value>, result: Value) -> NativeResult {
        Ok(Action::Return(result))
    }
    let then = crate::frame::native::sequence::Sequence::new(frames, done, result);
    Ok(Action::Enter(NativeFrame::Sequence(Box::new(then))))
}

/// Items of `other` that are not in `table` are added, the others removed; repeated ones count once.
fn toggle(vm: &mut Vm, table: Value, other: Value, result: Value) -> NativeResult {
    let unique = match vm.data(other) {
        Some(Data::Set(_) | Data::Dict(_)) if !other.is(table) => {
            return each(vm, table, &[other], Job::Toggle, result);
        }
        _ => vm.set(Set::default()),
    };
    fn done(vm: &mut Vm, _: Vec<Value>, parts: Value) -> NativeResult {
        match vm.tuple_of(parts) {
            Some(&[table, unique, result]) => each(vm, table, &[unique], Job::Toggle, result),
            _ => Ok(Action::Return(Value::None)),
        }
    }
    let parts = vm.tuple([table, unique, result]);
    let fill = consume_frame(other, Sink::Table { table: unique, job: Job::Add, result: Value::None });
    let then = crate::frame::native::sequence::Sequence::new(vec![fill], done, parts);
    Ok(Action::Enter(NativeFrame::Sequence(Box::new(then))))
}

/// The items that are in both: found by walking the smaller set, as CPython does.
fn both(vm: &mut Vm, a: Value, b: Value) -> NativeResult {
    let (mut table, mut walked) = (a, b);
    if vm.set_of(b).is_some() && vm.native_len(b) > vm.native_len(a) {
        (table, walked) = (b, a);
    }
    let empty = match vm.data(a) {
        Some(Data::Set(_)) if vm.class(vm.class_of(a)).is_some_and(|c| c.layout == Layout::FrozenSet) => {
            vm.heap.add(Object::new(types::FROZENSET, Data::Set(Box::default()))).into()
        }
        _ => vm.set(Set::default()),
    };
    Ok(consume(walked, Sink::Both { table, into: empty, item: Value::Unbound }))
}

/// `a &= b`: the content is replaced once it is known.
fn replace_with(vm: &mut Vm, a: Value, b: Value, result: Value) -> NativeResult {
    let into = vm.set(Set::default());
    fn done(vm: &mut Vm, _: Vec<Value>, parts: Value) -> NativeResult {
        let Some(&[a, into, result]) = vm.tuple_of(parts) else { return Ok(Action::Return(Value::None)) };
        let content = vm.set_of(into).cloned().unwrap_or_default();
        if let Some(Data::Set(set)) = a.id().map(|id| vm.heap.data_mut(id)) {
            **set = content;
        }
        Ok(Action::Return(result))
    }
    let parts = vm.tuple([a, into, result]);
    let fill = consume_frame(b, Sink::Both { table: a, into, item: Value::Unbound });
    let then = crate::frame::native::sequence::Sequence::new(vec![fill], done, parts);
    Ok(Action::Enter(NativeFrame::Sequence(Box::new(then))))
}

/// An operator: both sides must be set-like.
fn operator(vm: &mut Vm, args: &Args, f: fn(&mut Vm, Value, Value) -> NativeResult) -> NativeResult {
    match vm.is_set_like(args[0]) && vm.is_set_like(args[1]) {
        true => f(vm, args[0], args[1]),
        false => Ok(Action::Return(Value::NotImplemented)),
    }
}
