//! Where the items of a [`super::Collect`] go.

use crate::code::{Binary, Compare};
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::Collect;
use crate::frame::native::probe::Job;
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

use super::sum::Sum;

/// What is to be done with all items, and a value to do it with.
pub type Continue = fn(&mut Vm, Vec<Value>, Value) -> NativeResult;

/// A consumer of items.
#[derive(Clone, Debug)]
pub enum Sink {
    List,
    Tuple,
    /// Appends to a list as the items come.
    Extend(Value),
    /// `list[slice] = items`.
    AssignSlice {
        list: Value,
        slice: Value,
    },
    /// Does a job with each item in a set, a set's or dict's key; the result at the end.
    Table {
        table: Value,
        job: Job,
        result: Value,
    },
    /// Adds those items that are in one table to another set, which is the result.
    Both {
        table: Value,
        into: Value,
        item: Value,
    },
    /// Key and value of each item into a dict; how many there were; the result at the end.
    Pairs {
        dict: Value,
        count: usize,
        result: Value,
    },
    /// Each item is a key of `mapping`, its value asked there.
    Mapping {
        dict: Value,
        mapping: Value,
        key: Value,
        result: Value,
    },
    Sum(Sum),
    Any,
    All,
    /// Whether an item is among them.
    Find(Value),
    /// Whether none of them is in a table (`isdisjoint`); `all`: whether all of them are (`issuperset`).
    Within {
        table: Value,
        all: bool,
    },
    Unpack {
        count: usize,
    },
    UnpackEx {
        before: usize,
        after: usize,
    },
    /// All items at the end, with a value.
    Then(Continue, Value),
}

/// What an item led to.
pub enum Push {
    More,
    Ask(Action),
    /// The result, before the end.
    Done(Value),
}

impl Sink {
    /// Whether all items go into a list or tuple, for which CPython asks how long the iterable is.
    pub(super) fn wants_room(&self) -> bool {
        matches!(self, Sink::List | Sink::Tuple | Sink::Extend(_))
    }

    /// Whether the sink does nothing before the end.
    pub(super) fn wants_all(&self) -> bool {
        matches!(
            self,
            Sink::List
                | Sink::Tuple
                | Sink::Extend(_)
                | Sink::AssignSlice { .. }
                | Sink::UnpackEx { .. }
                | Sink::Then(..)
        )
    }

    pub(super) fn push(&mut self, vm: &mut Vm, items: &mut Vec<Value>, item: Value) -> Result<Push, Raised> {
        match self {
            Sink::List | Sink::Tuple | Sink::AssignSlice { .. } | Sink::UnpackEx { .. } | Sink::Then(..) => {
                vm.heap.grew(size_of::<Value>());
                items.push(item);
            }
            Sink::Extend(list) => {
                vm.heap.grew(size_of::<Value>());
                if let Some(list) = vm.list_mut(*list) {
                    list.push(item);
                }
            }
            Sink::Table { table, job, .. } => {
                return match vm.probe(*table, item, *job)? {
                    Action::Return(_) => Ok(Push::More),
                    action => Ok(Push::Ask(action)),
                };
            }
            Sink::Both { table, item: current, .. } => {
                *current = item;
                let asked = vm.native_contains(*table, item)?;
                return self.answer_at_once(vm, asked);
            }
            Sink::Within { table, .. } => {
                let asked = vm.contains(*table, item)?;
                return self.answer_at_once(vm, asked);
            }
            Sink::Pairs { count, .. } => {
                *count += 1;
                if vm.sequence_of(item).is_some() {
                    return self.answer(vm, item);
                }
                let at = *count - 1;
                let collect = Collect::new(item, Sink::Tuple);
                if vm.native_iter(item).is_none()
                    && !vm.has_sequence_protocol(item)
                    && vm.special(item, crate::names::ITER).is_none()
                {
                    return Err(errors::not_a_pair(vm, at));
                }
                return Ok(Push::Ask(Action::Enter(NativeFrame::Collect(Box::new(collect)))));
            }
            Sink::Mapping { mapping, key, .. } => {
                *key = item;
                let asked = vm.get_item(*mapping, item)?;
                return self.answer_at_once(vm, asked);
            }
            Sink::Sum(sum) => {
                if sum.add(item) {
                    return Ok(Push::More);
                }
                let asked = vm.binary(Binary::Add, false, sum.total(), item)?;
                return self.answer_at_once(vm, asked);
            }
            Sink::Any | Sink::All => {
                let asked = vm.truth_action(item)?;
                return self.answer_at_once(vm, asked);
            }
            Sink::Find(wanted) => {
                let asked = vm.compare_truth(Compare::Eq, item, *wanted)?;
                return self.answer_at_once(vm, asked);
            }
            Sink::Unpack { count } => {
                if items.len() == *count {
                    return Err(errors::too_many_values(vm, *count));
                }
                items.push(item);
            }
        }
        Ok(Push::More)
    }

    fn answer_at_once(&mut self, vm: &mut Vm, asked: Action) -> Result<Push, Raised> {
        match asked {
            Action::Return(value) => self.answer(vm, value),
            action => Ok(Push::Ask(action)),
        }
    }

    /// What the sink asked for has come.
    pub(super) fn answer(&mut self, vm: &mut Vm, answer: Value) -> Result<Push, Raised> {
        let yes = matches!(answer, Value::Bool(true));
        Ok(match self {
            Sink::Both { into, item, .. } if yes && !item.is_unbound() => {
                // The answer of this second probe must not be taken for that of the first.
                let key = std::mem::replace(item, Value::Unbound);
                match vm.probe(*into, key, Job::Add)? {
                    Action::Return(_) => return self.answer(vm, Value::None),
                    action => Push::Ask(action),
                }
            }
            Sink::Both { table, into, item } if item.is_unbound() => {
                match (vm.set_of(*table), vm.set_of(*into)) {
                    (Some(table), Some(found)) if found.len() >= table.len() => Push::Done(*into),
                    _ => Push::More,
                }
            }
            Sink::Within { all: true, .. } if !yes => Push::Done(Value::Bool(false)),
            Sink::Within { all: false, .. } if yes => Push::Done(Value::Bool(false)),
            Sink::Any if yes => Push::Done(Value::Bool(true)),
            Sink::All if !yes => Push::Done(Value::Bool(false)),
            Sink::Find(_) if yes => Push::Done(Value::Bool(true)),
            Sink::Sum(sum) => {
                sum.go_on_from(answer);
                Push::More
            }
            Sink::Mapping { dict, key, .. } if !key.is_unbound() => {
                let asked = vm.probe(*dict, *key, Job::Set(answer))?;
                *key = Value::Unbound;
                match asked {
                    Action::Return(_) => Push::More,
                    action => Push::Ask(action),
                }
            }
            Sink::Pairs { dict, count, .. } => match vm.sequence_of(answer) {
                Some(&[key, value]) => match vm.probe(*dict, key, Job::Set(value))? {
                    Action::Return(_) => Push::More,
                    action => Push::Ask(action),
                },
                Some(other) => {
                    let (at, len) = (*count - 1, other.len());
                    return Err(errors::pair_of_wrong_length(vm, at, len));
                }
                None => Push::More,
            },
            _ => Push::More,
        })
    }

    /// All items have come.
    pub(super) fn finish(&mut self, vm: &mut Vm, mut items: Vec<Value>) -> NativeResult {
        Ok(Action::Return(match self {
            Sink::List => vm.list(items),
            Sink::Tuple => vm.tuple(items),
            Sink::Extend(list) => {
                vm.heap.grew(items.len() * size_of::<Value>());
                if let Some(list) = vm.list_mut(*list) {
                    list.append(&mut items);
                }
                Value::None
            }
            Sink::AssignSlice { list, slice } => return vm.set_slice(*list, *slice, items),
            Sink::Table { table, job: Job::Discard, result } => {
                vm.sweep_set(*table);
                *result
            }
            Sink::Table { result, .. } | Sink::Pairs { result, .. } | Sink::Mapping { result, .. } => *result,
            Sink::Both { into, .. } => *into,
            Sink::Sum(sum) => sum.total(),
            Sink::Any | Sink::Find(_) => Value::Bool(false),
            Sink::All | Sink::Within { .. } => Value::Bool(true),
            Sink::Unpack { count } if items.len() < *count => {
                return Err(errors::too_few_values(vm, *count, items.len()));
            }
            Sink::Unpack { .. } => vm.tuple(items),
            Sink::UnpackEx { before, after } => {
                let (before, after) = (*before, *after);
                if items.len() < before + after {
                    return Err(errors::too_few_values_starred(vm, before + after, items.len()));
                }
                let last = items.split_off(items.len() - after);
                let middle = items.split_off(before);
                items.push(vm.list(middle));
                items.extend(last);
                vm.tuple(items)
            }
            Sink::Then(then, value) => return then(vm, items, *value),
        }))
    }

    /// Some consumers say it in their own words that their argument is not iterable.
    pub(super) fn not_iterable(&self, vm: &mut Vm, source: Value, raised: Raised) -> Raised {
        if !vm.is_instance(raised.0, types::TYPE_ERROR)
            || vm.special(source, crate::names::ITER).is_some_and(|m| !m.is_none())
        {
            return raised;
        }
        match self {
            Sink::Unpack { .. } | Sink::UnpackEx { .. } => errors::cannot_unpack(vm, source),
            Sink::AssignSlice { .. } => errors::type_error(vm, "must assign iterable to extended slice"),
            _ => raised,
        }
    }

    pub(super) fn trace(&self, m: &mut Marker<'_>) {
        match self {
            Sink::Extend(v) | Sink::Find(v) | Sink::Then(_, v) => m.value(*v),
            Sink::AssignSlice { list, slice } => m.values(&[*list, *slice]),
            Sink::Table { table, job, result } => {
                m.values(&[*table, *result]);
                if let Job::Set(v) | Job::SetDefault(v) = job {
                    m.value(*v);
                }
            }
            Sink::Both { table, into, item } => m.values(&[*table, *into, *item]),
            Sink::Pairs { dict, result, .. } => m.values(&[*dict, *result]),
            Sink::Mapping { dict, mapping, key, result } => m.values(&[*dict, *mapping, *key, *result]),
            Sink::Sum(sum) => m.value(sum.total()),
            Sink::Within { table, .. } => m.value(*table),
            Sink::List
            | Sink::Tuple
            | Sink::Any
            | Sink::All
            | Sink::Unpack { .. }
            | Sink::UnpackEx { .. } => {}
        }
    }
}
