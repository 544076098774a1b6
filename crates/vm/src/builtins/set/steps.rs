//! What set methods do with one more operand, each as the C function it is named for does it, since that decides the order.
//!
//! Steps that change a set answer that set; the others answer a new one, of the builtin class of the first operand.

use crate::frame::NativeFrame;
use crate::frame::native::collect::{Collect, Sink};
use crate::frame::native::each::Each;
use crate::frame::native::probe::Job;
use crate::frame::native::transfer::Transfer;
use crate::heap::object::{Data, Layout};
use crate::heap::{Object, Set};
use crate::native::{Action, NativeResult};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// `set_update_internal`: adds the items of any iterable.
pub(crate) fn update(vm: &mut Vm, set: Value, other: Value) -> NativeResult {
    if other.is(set) {
        return Ok(Action::Return(set));
    }
    if let Some(source) = vm.set_of(other)
        && vm.set_of(set).is_some_and(Set::is_untouched)
    {
        let copy = source.copied();
        vm.work += copy.len() as u64 / 8;
        vm.heap.grew(copy.bytes());
        if let Some(set) = vm.set_mut(set) {
            set.become_like(copy);
        }
        return Ok(Action::Return(set));
    }
    match hashed(vm, other) {
        Some(keys) => {
            if let Some(set) = vm.set_mut(set) {
                set.make_room(keys.len());
            }
            Transfer::new(keys, set, Job::Add).enter()
        }
        None => Ok(consume(other, Sink::Table { table: set, job: Job::Add, result: set })),
    }
}

/// `set_difference_update_internal`: removes the items of any iterable.
pub(crate) fn discard(vm: &mut Vm, set: Value, other: Value) -> NativeResult {
    if other.is(set) {
        return cleared(vm, set);
    }
    match vm.set_of(other).map(|other| other.iter_hashed().collect()) {
        Some(keys) => Transfer::new(keys, set, Job::Discard).enter(),
        None => Ok(consume(other, Sink::Table { table: set, job: Job::Discard, result: set })),
    }
}

/// `set_symmetric_difference_update`: removes the items of any iterable that are there and adds the others, each once.
pub(crate) fn toggle(vm: &mut Vm, set: Value, other: Value) -> NativeResult {
    if other.is(set) {
        return cleared(vm, set);
    }
    match hashed(vm, other) {
        Some(keys) => Transfer::new(keys, set, Job::Toggle).enter(),
        None => {
            let unique = new_like(vm, set);
            enter(Each::new(unique, &[other], update).finish(|vm, unique, set| toggle(vm, set, unique), set))
        }
    }
}

/// `set_symmetric_difference`: begins with a copy of the other operand.
pub(super) fn symmetric_difference(vm: &mut Vm, set: Value, other: Value) -> NativeResult {
    let result = new_like(vm, set);
    enter(Each::new(result, &[other, set], update).rest(toggle))
}

/// `set_intersection`: the items of the smaller set that are in the other; those of another iterable, until all are found.
pub(crate) fn intersection(vm: &mut Vm, set: Value, other: Value) -> NativeResult {
    if other.is(set) {
        return Ok(Action::Return(copy_of(vm, set)));
    }
    let into = new_like(vm, set);
    let (Some(a), Some(b)) = (vm.set_of(set), vm.set_of(other)) else {
        return Ok(consume(other, Sink::Both { table: set, into, item: Value::Unbound }));
    };
    let (walked, table) = if b.len() > a.len() { (a, other) } else { (b, set) };
    Transfer::filter(walked.iter_hashed().collect(), table, into, true).enter()
}

/// `set_difference`: a copy without the items of the other, or, when that is not much smaller, the items it does not have.
pub(super) fn difference(vm: &mut Vm, set: Value, other: Value) -> NativeResult {
    let (own, others) = (vm.set_of(set).map_or(0, Set::len), hashed(vm, other).map(|keys| keys.len()));
    if others.is_none_or(|others| own / 4 > others) {
        let copy = copy_of(vm, set);
        return discard(vm, copy, other);
    }
    let into = new_like(vm, set);
    let keys = vm.set_of(set).map_or_else(Vec::new, |set| set.iter_hashed().collect());
    Transfer::filter(keys, other, into, false).enter()
}

/// Gives a set the content of another: `set_swap_bodies`.
pub(super) fn become_like(vm: &mut Vm, set: Value, other: Value) {
    let content = vm.set_of(other).cloned().unwrap_or_default();
    if let Some(set) = vm.set_mut(set) {
        set.become_like(content);
    }
}

/// An empty set of the builtin class that a set's class is of.
pub(super) fn new_like(vm: &mut Vm, set: Value) -> Value {
    let frozen = vm.class(vm.class_of(set)).is_some_and(|class| class.layout == Layout::FrozenSet);
    let class = if frozen { types::FROZENSET } else { types::SET };
    vm.heap.add(Object::new(class, Data::Set(Box::default()))).into()
}

/// `set_copy`.
pub(super) fn copy_of(vm: &mut Vm, set: Value) -> Value {
    let copy = new_like(vm, set);
    let content = vm.set_of(set).map(Set::copied).unwrap_or_default();
    vm.work += content.len() as u64 / 8;
    vm.heap.grew(content.bytes());
    if let Some(copy) = vm.set_mut(copy) {
        copy.become_like(content);
    }
    copy
}

/// The end of a method that returns None.
pub(super) fn nothing(_: &mut Vm, _: Value, _: Value) -> NativeResult {
    Ok(Action::Return(Value::None))
}

pub(crate) fn consume(iterable: Value, sink: Sink) -> Action {
    Action::Enter(NativeFrame::Collect(Box::new(Collect::new(iterable, sink))))
}

pub(crate) fn enter(each: Each) -> NativeResult {
    Ok(Action::Enter(NativeFrame::Each(Box::new(each))))
}

/// The items of a set or the keys of a plain dict, whose hashes are known.
fn hashed(vm: &Vm, value: Value) -> Option<Vec<(i64, Value)>> {
    match vm.data(value)? {
        Data::Set(set) => Some(set.iter_hashed().collect()),
        Data::Dict(dict) if vm.class_of(value) == types::DICT => {
            Some(dict.iter_hashed().map(|(hash, key, _)| (hash, key)).collect())
        }
        _ => None,
    }
}

fn cleared(vm: &mut Vm, set: Value) -> NativeResult {
    if let Some(set) = vm.set_mut(set) {
        set.clear();
    }
    Ok(Action::Return(set))
}
