//! One step of an iterator that draws on others or calls Python: enumerate, zip, map, filter, `iter(callable, sentinel)`,
//! and the old sequence protocol.

use crate::code::Compare;
use crate::errors;
use crate::heap::Marker;
use crate::heap::iter::Iter;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// A step in progress.
#[derive(Clone, Debug)]
pub struct Step {
    iterator: Id,
    /// Items of this step so far (zip and map), or the one being judged (filter, callable).
    items: Vec<Value>,
    asked: Asked,
}

/// What was asked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// An inner iterator's next item.
    Item,
    /// The function of map or filter, a callable, `__getitem__`.
    Function,
    /// Truth of filter's answer, or whether the sentinel was met.
    Verdict,
    /// `zip(strict=True)` whose first iterator has ended: whether another one goes on; its index.
    Surplus(usize),
}

/// What an iterator is made of, copied so that the machine can be used meanwhile.
enum Kind {
    Enumerate(Value),
    Zip(bool),
    Map(Value),
    Filter(Value, Value),
    Sequence(Value, i64),
    Callable(Value, Value),
    Ended,
}

impl Step {
    pub fn new(iterator: Id) -> Step {
        Step { iterator, items: Vec::new(), asked: Asked::Nothing }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        loop {
            let action = match self.asked {
                Asked::Nothing => self.ask(vm)?,
                Asked::Item => match vm.outcome_item(outcome)? {
                    Some(item) => self.item(vm, item)?,
                    None => self.inner_ended(vm)?,
                },
                Asked::Function => self.answered(vm, outcome)?,
                Asked::Verdict => self.judged(vm, outcome)?,
                Asked::Surplus(at) => match vm.outcome_item(outcome)? {
                    Some(_) => return Err(errors::zip_longer(vm, at)),
                    None => self.surplus(vm, at + 1)?,
                },
            };
            outcome = match action {
                Progress::Ask(Action::Return(value)) => Outcome::Returned(value),
                Progress::Ask(Action::Finished(value)) => Outcome::Finished(value),
                Progress::Ask(action) => return Ok(action),
                Progress::Again => {
                    self.asked = Asked::Nothing;
                    Outcome::Start
                }
                Progress::Done(item) => return Ok(Action::Return(item)),
                Progress::End => return Ok(Action::Finished(Value::None)),
            };
        }
    }

    fn kind(&self, vm: &Vm) -> Kind {
        let Data::Iter(iter) = vm.heap.data(self.iterator) else { return Kind::Ended };
        match **iter {
            Iter::Enumerate { iter, .. } => Kind::Enumerate(iter),
            Iter::Zip { strict, .. } => Kind::Zip(strict),
            Iter::Map { function, .. } => Kind::Map(function),
            Iter::Filter { function, iter } => Kind::Filter(function, iter),
            Iter::Sequence { object, index } => Kind::Sequence(object, index),
            Iter::SequenceReversed { object, left } => match left {
                0 => Kind::Ended,
                left => Kind::Sequence(object, left - 1),
            },
            Iter::Callable { function, sentinel } => Kind::Callable(function, sentinel),
            _ => Kind::Ended,
        }
    }

    fn inner(&self, vm: &Vm, at: usize) -> Option<Value> {
        match vm.heap.data(self.iterator) {
            Data::Iter(iter) => match &**iter {
                Iter::Zip { iters, .. } | Iter::Map { iters, .. } => iters.get(at).copied(),
                _ => None,
            },
            _ => None,
        }
    }

    fn ask(&mut self, vm: &mut Vm) -> Result<Progress, Raised> {
        let inner = match self.kind(vm) {
            Kind::Enumerate(inner) | Kind::Filter(_, inner) => inner,
            Kind::Zip(_) | Kind::Map(_) => match self.inner(vm, self.items.len()) {
                Some(inner) => inner,
                None => return Ok(Progress::End),
            },
            Kind::Sequence(object, index) => {
                self.asked = Asked::Function;
                return Ok(Progress::Ask(vm.get_item(object, Value::Int(index)).or_else(|raised| {
                    // Native subscripts fail at once; treat that as the answer of a call.
                    self.sequence_error(vm, raised)
                })?));
            }
            Kind::Callable(function, _) => {
                self.asked = Asked::Function;
                return Ok(Progress::Ask(Action::call(function, Args::new())));
            }
            Kind::Ended => return Ok(Progress::End),
        };
        self.asked = Asked::Item;
        vm.next(inner).map(Progress::Ask)
    }

    fn item(&mut self, vm: &mut Vm, item: Value) -> Result<Progress, Raised> {
        self.items.push(item);
        match self.kind(vm) {
            Kind::Enumerate(_) => {
                let mut index = 0;
                if let Data::Iter(iter) = vm.heap.data_mut(self.iterator)
                    && let Iter::Enumerate { next, .. } = &mut **iter
                {
                    index = *next;
                    *next += 1;
                }
                Ok(Progress::Done(vm.tuple([Value::Int(index), item])))
            }
            Kind::Zip(_) => match self.inner(vm, self.items.len()) {
                Some(_) => Ok(Progress::Again),
                None => Ok(Progress::Done(vm.tuple(std::mem::take(&mut self.items)))),
            },
            Kind::Map(function) => match self.inner(vm, self.items.len()) {
                Some(_) => Ok(Progress::Again),
                None => {
                    self.asked = Asked::Function;
                    Ok(Progress::Ask(Action::call(function, Args::of(&self.items))))
                }
            },
            Kind::Filter(Value::None, _) => {
                self.asked = Asked::Verdict;
                vm.truth_action(item).map(Progress::Ask)
            }
            Kind::Filter(function, _) => {
                self.asked = Asked::Function;
                Ok(Progress::Ask(Action::call(function, Args::of(&[item]))))
            }
            _ => Ok(Progress::End),
        }
    }

    fn inner_ended(&mut self, vm: &mut Vm) -> Result<Progress, Raised> {
        match self.kind(vm) {
            Kind::Zip(true) if self.items.is_empty() => self.surplus(vm, 1),
            Kind::Zip(true) => Err(errors::zip_shorter(vm, self.items.len())),
            _ => Ok(Progress::End),
        }
    }

    fn surplus(&mut self, vm: &mut Vm, at: usize) -> Result<Progress, Raised> {
        match self.inner(vm, at) {
            Some(inner) => {
                self.asked = Asked::Surplus(at);
                vm.next(inner).map(Progress::Ask)
            }
            None => Ok(Progress::End),
        }
    }

    fn answered(&mut self, vm: &mut Vm, outcome: Outcome) -> Result<Progress, Raised> {
        match self.kind(vm) {
            Kind::Map(_) => Ok(Progress::Done(outcome.value(vm)?)),
            Kind::Filter(..) => {
                let verdict = outcome.value(vm)?;
                self.asked = Asked::Verdict;
                vm.truth_action(verdict).map(Progress::Ask)
            }
            Kind::Sequence(..) => match outcome {
                Outcome::Raised(exc) => self.sequence_error(vm, Raised(exc)).map(Progress::Ask),
                Outcome::Finished(_) => Ok(self.exhaust(vm)),
                outcome => {
                    let item = outcome.value(vm)?;
                    if let Data::Iter(iter) = vm.heap.data_mut(self.iterator) {
                        match &mut **iter {
                            Iter::Sequence { index, .. } => *index += 1,
                            Iter::SequenceReversed { left, .. } => *left -= 1,
                            _ => {}
                        }
                    }
                    Ok(Progress::Done(item))
                }
            },
            Kind::Callable(_, sentinel) => match vm.outcome_item(outcome)? {
                Some(item) => {
                    self.items.push(item);
                    self.asked = Asked::Verdict;
                    vm.compare_truth(Compare::Eq, item, sentinel).map(Progress::Ask)
                }
                None => Ok(self.exhaust(vm)),
            },
            _ => Ok(Progress::End),
        }
    }

    fn judged(&mut self, vm: &mut Vm, outcome: Outcome) -> Result<Progress, Raised> {
        let verdict = matches!(outcome.value(vm)?, Value::Bool(true));
        let item = self.items.pop().unwrap_or(Value::None);
        match self.kind(vm) {
            Kind::Filter(..) if verdict => Ok(Progress::Done(item)),
            Kind::Filter(..) => Ok(Progress::Again),
            _ if verdict => Ok(self.exhaust(vm)),
            _ => Ok(Progress::Done(item)),
        }
    }

    /// IndexError and StopIteration end the old protocol; the answer `Finished` then comes back to [`Step::answered`].
    fn sequence_error(&mut self, vm: &mut Vm, raised: Raised) -> NativeResult {
        let ends =
            vm.is_instance(raised.0, types::INDEX_ERROR) || vm.is_instance(raised.0, types::STOP_ITERATION);
        if ends { Ok(Action::Finished(Value::None)) } else { Err(raised) }
    }

    fn exhaust(&mut self, vm: &mut Vm) -> Progress {
        if let Data::Iter(iter) = vm.heap.data_mut(self.iterator) {
            **iter = Iter::Exhausted;
        }
        Progress::End
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.iterator);
        m.values(&self.items);
    }
}

/// How far a step has come.
enum Progress {
    Ask(Action),
    /// From the top: the next inner iterator, or the next candidate.
    Again,
    Done(Value),
    End,
}

impl Vm {
    /// `__length_hint__` of native iterators.
    pub fn native_length_hint(&self, value: Value) -> Option<usize> {
        let Some(Data::Iter(iter)) = self.data(value) else { return self.native_len(value) };
        Some(match **iter {
            Iter::List { list, index } => self.list_of(list.into())?.len().saturating_sub(index),
            Iter::ListReversed { left, .. } => left,
            Iter::Tuple { tuple, index } => self.tuple_of(tuple.into())?.len().saturating_sub(index),
            Iter::Range { left, .. } => left.min(usize::MAX as u64) as usize,
            Iter::Str { string, offset } => self.text(string).get(offset..)?.chars().count(),
            Iter::Bytes { bytes, index } => self.bytes_of(bytes.into())?.len().saturating_sub(index),
            Iter::Dict { left, .. } | Iter::DictReversed { left, .. } | Iter::Set { left, .. } => left,
            Iter::Exhausted => 0,
            _ => return None,
        })
    }

    /// The class whose `__reversed__` or `__len__` and `__getitem__` serve `reversed`.
    pub fn has_sequence_protocol(&self, value: Value) -> bool {
        [names::LEN, names::GETITEM].iter().all(|&n| self.special(value, n).is_some_and(|m| !m.is_none()))
    }
}
