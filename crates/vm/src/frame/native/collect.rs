//! Every consumer of an iterable: items go one by one into a [`Sink`], whose result is the frame's.
//!
//! Long runs of native items are cut by a [`crate::frame::NativeFrame::Breath`], so that a slice can end in the middle of
//! `sum(range(10**9))`.

mod sink;
mod sum;

pub use sink::{Continue, Push, Sink};
pub use sum::Sum;

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::Check;
use crate::heap::Marker;
use crate::names;
use crate::native::{Action, NativeResult, Outcome};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// Items taken before the run loop gets a chance to stop.
const BREATH: u32 = 512;

/// An iterable being consumed.
#[derive(Clone, Debug)]
pub struct Collect {
    /// The iterable, then its iterator.
    source: Value,
    sink: Sink,
    items: Vec<Value>,
    asked: Asked,
    /// The iterable is asked how long it is.
    pub wants_room: bool,
}

/// What was asked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Iterator,
    /// The iterable's own `__len__`, as CPython asks for how much room it will need.
    Length,
    Item,
    /// Something the sink needs for an item.
    Sink,
    /// The sink's own last action: its result is the frame's.
    Result,
    /// A pause.
    Breath,
}

impl Collect {
    /// Consumes an iterable.
    pub fn new(iterable: Value, sink: Sink) -> Collect {
        let wants_room = sink.wants_room();
        Collect { source: iterable, sink, items: Vec::new(), asked: Asked::Nothing, wants_room }
    }

    /// Consumes an iterator.
    pub fn from_iterator(iterator: Value, sink: Sink) -> Collect {
        Collect { source: iterator, sink, items: Vec::new(), asked: Asked::Breath, wants_room: false }
    }

    #[inline]
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        let mut left = BREATH;
        loop {
            let push = match self.asked {
                Asked::Nothing => {
                    self.asked = Asked::Iterator;
                    Push::Ask(
                        vm.get_iter_checked(self.source)
                            .map_err(|raised| self.sink.not_iterable(vm, self.source, raised))?,
                    )
                }
                Asked::Iterator => {
                    let iterable = std::mem::replace(&mut self.source, outcome.value(vm)?);
                    let length = vm.overridden(iterable, names::LEN).filter(|_| self.wants_room);
                    match length.filter(|method| !method.is_none()) {
                        Some(method) => {
                            self.asked = Asked::Length;
                            return Ok(vm.call_checked(method, iterable, &[], Check::Length));
                        }
                        None => Push::More,
                    }
                }
                Asked::Length => {
                    match outcome {
                        Outcome::Raised(exc) if vm.is_instance(exc, types::TYPE_ERROR) => {}
                        outcome => drop(outcome.value(vm)?),
                    }
                    Push::More
                }
                Asked::Breath => Push::More,
                Asked::Item => match vm.outcome_item(outcome)? {
                    Some(item) => self.sink.push(vm, &mut self.items, item)?,
                    None => return self.finish(vm),
                },
                Asked::Sink => {
                    let answer = outcome.value(vm)?;
                    self.sink.answer(vm, answer)?
                }
                Asked::Result => return outcome.value(vm).map(Action::Return),
            };
            if matches!(push, Push::Ask(_)) && self.asked == Asked::Item {
                self.asked = Asked::Sink;
            }
            let action = match push {
                Push::Done(value) => return Ok(Action::Return(value)),
                Push::Ask(action) => action,
                Push::More if left == 0 => {
                    self.asked = Asked::Breath;
                    return Ok(Action::Enter(NativeFrame::Breath));
                }
                Push::More => {
                    left -= 1;
                    self.asked = Asked::Item;
                    match vm.instant_item(self.source) {
                        Some(item) => Action::Return(item),
                        None => vm.next(self.source)?,
                    }
                }
            };
            outcome = match action {
                Action::Return(value) => Outcome::Returned(value),
                Action::Finished(value) => Outcome::Finished(value),
                action => return Ok(action),
            };
        }
    }

    fn finish(&mut self, vm: &mut Vm) -> NativeResult {
        self.asked = Asked::Result;
        match self.sink.finish(vm, std::mem::take(&mut self.items))? {
            Action::Finished(value) => Ok(Action::Return(value)),
            action => Ok(action),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.source);
        m.values(&self.items);
        self.sink.trace(m);
    }
}

impl Vm {
    /// Consumes an iterable: at once for lists and tuples, else through a frame.
    pub fn collect_into(&mut self, iterable: Value, mut sink: Sink) -> NativeResult {
        if sink.wants_all()
            && let Some(items) = self.items_at_once(iterable)
        {
            self.work += items.len() as u64 / 16;
            return sink.finish(self, items);
        }
        Ok(Action::Enter(NativeFrame::Collect(Box::new(Collect::new(iterable, sink)))))
    }

    /// As [`Vm::collect_into`], for what is made by way of a list or tuple in CPython, too.
    pub(crate) fn collect_whole(&mut self, iterable: Value, sink: Sink) -> NativeResult {
        let mut action = self.collect_into(iterable, sink)?;
        if let Action::Enter(NativeFrame::Collect(frame)) = &mut action {
            frame.wants_room = true;
        }
        Ok(action)
    }

    /// `list(iterable)`.
    pub fn collect_list(&mut self, iterable: Value) -> NativeResult {
        self.collect_into(iterable, Sink::List)
    }

    /// All items of an iterable whose iteration runs no Python and is short enough.
    pub fn items_at_once(&self, iterable: Value) -> Option<Vec<Value>> {
        use crate::heap::object::{Data, DictViewKind};
        const MOST: u64 = 4096;
        if self.overridden(iterable, crate::names::ITER).is_some() {
            return None;
        }
        Some(match self.data(iterable)? {
            Data::List(items) => items.clone(),
            Data::Tuple(items) => items.to_vec(),
            Data::Set(set) => set.iter().collect(),
            Data::Dict(dict) => dict.iter().map(|(key, _)| key).collect(),
            Data::DictView(view) if view.0 != DictViewKind::Items => {
                let keys = view.0 == DictViewKind::Keys;
                self.dict_of(view.1.into())?.iter().map(|(k, v)| if keys { k } else { v }).collect()
            }
            Data::Range(range) if crate::vm::truth::range_len(range) <= MOST => {
                let len = crate::vm::truth::range_len(range) as i64;
                (0..len).map(|i| Value::Int(range.start + i * range.step)).collect()
            }
            _ => return None,
        })
    }

    /// `a, b = value`: a tuple of exactly `count` items.
    pub fn unpack(&mut self, value: Value, count: usize) -> NativeResult {
        match self.sequence_of(value) {
            Some(items) if self.overridden(value, crate::names::ITER).is_none() => match items.len() {
                len if len == count && self.tuple_of(value).is_some() => Ok(Action::Return(value)),
                len if len == count => {
                    let items = items.to_vec();
                    Ok(Action::Return(self.tuple(items)))
                }
                len if len < count => Err(errors::too_few_values(self, count, len)),
                _ => Err(errors::too_many_values(self, count)),
            },
            _ => {
                let collect = Collect::new(value, Sink::Unpack { count });
                Ok(Action::Enter(NativeFrame::Collect(Box::new(collect))))
            }
        }
    }

    /// `a, *b, c = value`: a tuple of the items before, a list of those in the middle, and the items after.
    pub fn unpack_ex(&mut self, value: Value, before: usize, after: usize) -> NativeResult {
        self.collect_into(value, Sink::UnpackEx { before, after })
    }
}
