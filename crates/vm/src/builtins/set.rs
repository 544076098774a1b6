//! `set` and `frozenset`. What their methods do to the table, step by step as CPython does it, is in [`steps`].

mod steps;

pub(crate) use steps::{consume, discard, enter, intersection, toggle, update};

use crate::builtins::list::class_argument;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::Sink;
use crate::frame::native::each::{Each, Step};
use crate::frame::native::probe::Job;
use crate::frame::native::then::Then;
use crate::heap::object::Data;
use crate::heap::{Object, Set};
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use steps::{become_like, copy_of, difference, nothing, symmetric_difference};

pub(super) const SHARED: &[Def] = &[
    Def::method("set.copy", "self, /", |vm, args| {
        let exact = vm.class_of(args[0]) == types::FROZENSET;
        Ok(Action::Return(if exact { args[0] } else { copy_of(vm, args[0]) }))
    }),
    Def::method("set.difference", "self, *others", |vm, args| match args.rest(1) {
        [] => Ok(Action::Return(copy_of(vm, args[0]))),
        others => enter(Each::new(args[0], others, difference).rest(discard)),
    }),
    Def::method("set.union", "self, *others", |vm, args| {
        let copy = copy_of(vm, args[0]);
        enter(Each::new(copy, args.rest(1), update))
    }),
    Def::method("set.intersection", "self, *others", |vm, args| match args.rest(1) {
        [] => Ok(Action::Return(copy_of(vm, args[0]))),
        others => enter(Each::new(args[0], others, intersection)),
    }),
    Def::method("set.symmetric_difference", "self, other, /", |vm, args| {
        symmetric_difference(vm, args[0], args[1])
    }),
    Def::method("set.isdisjoint", "self, other, /", |_, args| {
        Ok(consume(args[1], Sink::Within { table: args[0], all: false }))
    }),
    Def::method("set.issuperset", "self, other, /", |_, args| {
        Ok(consume(args[1], Sink::Within { table: args[0], all: true }))
    }),
    Def::method("set.issubset", "self, other, /", |vm, args| {
        if vm.set_of(args[1]).is_some() {
            return Ok(consume(args[0], Sink::Within { table: args[1], all: true }));
        }
        let outer = vm.set(Set::default());
        let within = |_: &mut Vm, outer, inner| Ok(consume(inner, Sink::Within { table: outer, all: true }));
        enter(Each::new(outer, &[args[1]], update).finish(within, args[0]))
    }),
    Def::method("set.__and__", "self, value, /", |vm, args| operator(vm, args, intersection)),
    Def::method("set.__or__", "self, value, /", |vm, args| operator(vm, args, union)),
    Def::method("set.__sub__", "self, value, /", |vm, args| operator(vm, args, difference)),
    Def::method("set.__xor__", "self, value, /", |vm, args| operator(vm, args, symmetric_difference)),
    Def::method("set.__rand__", "self, value, /", |vm, args| operator(vm, &swapped(args), intersection)),
    Def::method("set.__ror__", "self, value, /", |vm, args| operator(vm, &swapped(args), union)),
    Def::method("set.__rsub__", "self, value, /", |vm, args| operator(vm, &swapped(args), difference)),
    Def::method("set.__rxor__", "self, value, /", |vm, args| {
        operator(vm, &swapped(args), symmetric_difference)
    }),
];

pub(super) const MUTABLE: &[Def] = &[
    Def::static_method("set.__new__", "...", |vm, args| {
        super::list::instance(vm, args, Data::Set(Box::default()))
    }),
    Def::method("set.__init__", "self, iterable?, /", |vm, args| {
        if let Some(set) = vm.set_mut(args[0]) {
            set.clear();
        }
        match args[1] {
            Value::Unbound => Ok(Action::Return(Value::None)),
            iterable => enter(Each::new(args[0], &[iterable], update).finish(nothing, Value::None)),
        }
    }),
    Def::method("set.add", "self, object, /", |vm, args| silently(vm, args, Job::Add)),
    Def::method("set.discard", "self, object, /", |vm, args| silently(vm, args, Job::Discard)),
    Def::method("set.remove", "self, object, /", |vm, args| silently(vm, args, Job::Remove)),
    Def::method("set.clear", "self, /", |vm, args| {
        if let Some(set) = vm.set_mut(args[0]) {
            set.clear();
        }
        Ok(Action::Return(Value::None))
    }),
    Def::method("set.pop", "self, /", |vm, args| match vm.set_mut(args[0]).and_then(Set::pop) {
        Some(item) => Ok(Action::Return(item)),
        None => Err(errors::empty(vm, "pop from an empty set")),
    }),
    Def::method("set.update", "self, *others", |_, args| {
        enter(Each::new(args[0], args.rest(1), update).finish(nothing, Value::None))
    }),
    Def::method("set.difference_update", "self, *others", |_, args| {
        enter(Each::new(args[0], args.rest(1), discard).finish(nothing, Value::None))
    }),
    Def::method("set.symmetric_difference_update", "self, other, /", |_, args| {
        enter(Each::new(args[0], &[args[1]], toggle).finish(nothing, Value::None))
    }),
    Def::method("set.intersection_update", "self, *others", |_, args| match args.rest(1) {
        [] => Ok(Action::Return(Value::None)),
        others => {
            let each = Each::new(args[0], others, intersection);
            let keep = |vm: &mut Vm, found, this| {
                become_like(vm, this, found);
                Ok(Action::Return(Value::None))
            };
            enter(each.finish(keep, args[0]))
        }
    }),
    Def::method("set.__ior__", "self, value, /", |vm, args| operator(vm, args, update)),
    Def::method("set.__isub__", "self, value, /", |vm, args| operator(vm, args, discard)),
    Def::method("set.__ixor__", "self, value, /", |vm, args| operator(vm, args, toggle)),
    Def::method("set.__iand__", "self, value, /", |vm, args| {
        operator(vm, args, |_, this, other| {
            let keep = |vm: &mut Vm, found, this| {
                become_like(vm, this, found);
                Ok(Action::Return(this))
            };
            enter(Each::new(this, &[other], intersection).finish(keep, this))
        })
    }),
];

pub(super) const FROZEN: &[Def] = &[Def::static_method("frozenset.__new__", "...", |vm, args| {
    let class = class_argument(vm, args)?;
    if class == types::FROZENSET && vm.class_of(args[1]) == types::FROZENSET {
        return Ok(Action::Return(args[1]));
    }
    let set = vm.heap.add(Object::new(class, Data::Set(Box::default()))).into();
    match args[1] {
        Value::Unbound => Ok(Action::Return(set)),
        iterable => update(vm, set, iterable),
    }
})];

fn union(vm: &mut Vm, a: Value, b: Value) -> NativeResult {
    let copy = copy_of(vm, a);
    update(vm, copy, b)
}

/// A job whose answer nobody wants.
fn silently(vm: &mut Vm, args: &Args, job: Job) -> NativeResult {
    match vm.probe(args[0], args[1], job)? {
        Action::Return(_) => Ok(Action::Return(Value::None)),
        Action::Enter(frame) => {
            Ok(Action::Enter(NativeFrame::Then(Box::new(Then::new(frame, nothing, Value::None)))))
        }
        action => Ok(action),
    }
}

fn swapped(args: &Args) -> Args {
    Args::of(&[args[1], args[0]])
}

/// An operator: both sides must be sets.
fn operator(vm: &mut Vm, args: &Args, step: Step) -> NativeResult {
    match vm.set_of(args[0]).is_some() && vm.set_of(args[1]).is_some() {
        true => step(vm, args[0], args[1]),
        false => Ok(Action::Return(Value::NotImplemented)),
    }
}
