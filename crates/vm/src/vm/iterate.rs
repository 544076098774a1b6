//! Iteration: CPython's `PyObject_GetIter` and `PyIter_Next`.
//!
//! Iterators over native containers give their items at once. Those that draw on other iterators do too while all of them
//! are such; otherwise a [`Step`] frame asks one after the other.

use super::Vm;
use super::truth::{range_len, view_item};
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::frame::native::step::Step;
use crate::heap::Object;
use crate::heap::iter::Iter;
use crate::heap::object::{Data, DictViewKind};
use crate::names;
use crate::native::{Action, Input, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};

/// Iterators of iterators nested deeper than this go through frames, which the recursion limit counts.
const MAX_NESTING: u32 = 8;

impl Vm {
    /// `value.__aiter__()`, which must give an asynchronous iterator; for `async for` or for `aiter`.
    pub(crate) fn async_iter(&mut self, value: Value, in_for: bool) -> NativeResult {
        match self.special(value, names::AITER) {
            Some(method) if self.is_native_function(method) => Ok(self.call_dunder(method, value, &[])),
            Some(method) => Ok(self.call_checked(method, value, &[], Check::AsyncIterator { in_for })),
            None => {
                let of = self.type_name(value);
                let message = match in_for {
                    true => format!("'async for' requires an object with __aiter__ method, got {of}"),
                    false => format!("'{of}' object is not an async iterable"),
                };
                Err(errors::type_error(self, message))
            }
        }
    }

    /// `iter(value)`. A user's `__iter__` is called; that its result is an iterator is for the caller to check.
    pub fn get_iter(&mut self, value: Value) -> NativeResult {
        if let Some(method) = self.overridden(value, names::ITER) {
            return match method {
                Value::None => Err(errors::not_iterable(self, value)),
                method => Ok(self.call_dunder(method, value, &[])),
            };
        }
        if let Some(iterator) = self.native_iter(value) {
            return Ok(Action::Return(iterator));
        }
        if let Some(method) = self.special(value, names::ITER)
            && matches!(self.data(value), Some(Data::Host(_) | Data::Plain | Data::Slots(_)))
        {
            return Ok(self.call_dunder(method, value, &[]));
        }
        if self.special(value, names::GETITEM).is_some_and(|m| !m.is_none()) && !self.is_dict(value) {
            let iter = Iter::Sequence { object: value, index: 0 };
            return Ok(Action::Return(self.new_iter(types::SEQUENCE_ITERATOR, iter)));
        }
        Err(errors::not_iterable(self, value))
    }

    /// As [`Vm::get_iter`], with the check that a user's `__iter__` gave an iterator.
    pub fn get_iter_checked(&mut self, value: Value) -> NativeResult {
        match self.get_iter(value)? {
            Action::Call(callee, args) => Ok(Action::Enter(NativeFrame::Checked(Box::new(Checked::new(
                callee,
                *args,
                Check::Iterator,
            ))))),
            other => Ok(other),
        }
    }

    /// The iterator over native data, whatever the class overrides.
    pub fn native_iter(&mut self, value: Value) -> Option<Value> {
        let id = value.id()?;
        let (class, iter) = match self.heap.data(id) {
            Data::Iter(_) => return Some(value),
            Data::Generator(g) if matches!(g.kind, crate::code::CodeKind::Generator) => return Some(value),
            Data::CoroutineWrapper(_) => return Some(value),
            Data::List(_) => (types::LIST_ITERATOR, Iter::List { list: id, index: 0 }),
            Data::Tuple(_) => (types::TUPLE_ITERATOR, Iter::Tuple { tuple: id, index: 0 }),
            Data::Range(r) => {
                let iter = Iter::Range { next: r.start, step: r.step, left: range_len(r) };
                (types::RANGE_ITERATOR, iter)
            }
            Data::Str(_) => (types::STR_ITERATOR, Iter::Str { string: id, offset: 0 }),
            Data::Bytes(_) => (types::BYTES_ITERATOR, Iter::Bytes { bytes: id, index: 0 }),
            Data::ByteArray(_) => (types::BYTEARRAY_ITERATOR, Iter::Bytes { bytes: id, index: 0 }),
            Data::Dict(d) => dict_iter(id, DictViewKind::Keys, d.len()),
            Data::DictView(view) => {
                let (kind, dict) = **view;
                dict_iter(dict, kind, self.dict_of(dict.into())?.len())
            }
            Data::MappingProxy(dict) => {
                let dict = *dict;
                dict_iter(dict, DictViewKind::Keys, self.dict_of(dict.into())?.len())
            }
            Data::Set(s) => {
                let len = s.len();
                (types::SET_ITERATOR, Iter::Set { set: id, position: 0, len, left: len })
            }
            _ => return None,
        };
        Some(self.new_iter(class, iter))
    }

    pub fn new_iter(&mut self, class: Id, iter: Iter) -> Value {
        self.heap.add(Object::new(class, Data::Iter(Box::new(iter)))).into()
    }

    /// The next item of an iterator: `Return(item)` or `Finished` at once, or what must run for it.
    #[inline]
    pub fn next(&mut self, iterator: Value) -> NativeResult {
        if let Some(id) = iterator.id() {
            match self.heap.data(id) {
                Data::Iter(_) => {
                    return match self.next_instant(id, MAX_NESTING) {
                        Some(Ok(Some(item))) => Ok(Action::Return(item)),
                        Some(Ok(None)) => Ok(Action::Finished(Value::None)),
                        Some(Err(raised)) => Err(raised),
                        None => Ok(Action::Enter(NativeFrame::Step(Box::new(Step::new(id))))),
                    };
                }
                Data::Generator(g) if matches!(g.kind, crate::code::CodeKind::Generator) => {
                    return Ok(Action::Resume(id, Input::Send(Value::None)));
                }
                _ => {}
            }
        }
        match self.special(iterator, names::NEXT) {
            Some(method) if !method.is_none() => Ok(self.call_dunder(method, iterator, &[])),
            _ => Err(errors::not_an_iterator(self, iterator)),
        }
    }

    /// What an iterator's answer means: an item, or `None` at the end.
    #[inline]
    pub fn outcome_item(&self, outcome: Outcome) -> Result<Option<Value>, Raised> {
        match outcome {
            Outcome::Start | Outcome::Finished(_) => Ok(None),
            Outcome::Returned(item) => Ok(Some(item)),
            Outcome::Raised(exc) if self.is_instance(exc, types::STOP_ITERATION) => Ok(None),
            Outcome::Raised(exc) => Err(Raised(exc)),
        }
    }

    fn is_dict(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Dict(_)))
    }

    /// Whether [`Vm::next_instant`] can answer.
    #[inline]
    fn is_instant(&self, iterator: Value, nesting: u32) -> bool {
        let Some(Data::Iter(iter)) = self.data(iterator) else { return false };
        match &**iter {
            Iter::Enumerate { iter, .. } => nesting > 0 && self.is_instant(*iter, nesting - 1),
            Iter::Zip { iters, .. } => nesting > 0 && iters.iter().all(|&i| self.is_instant(i, nesting - 1)),
            Iter::Map { .. }
            | Iter::Filter { .. }
            | Iter::Sequence { .. }
            | Iter::SequenceReversed { .. }
            | Iter::Callable { .. } => false,
            _ => true,
        }
    }

    /// The next item if no frame is needed for it (`None` inside: the end); `None` when one is, with nothing consumed.
    #[inline]
    fn next_instant(&mut self, id: Id, nesting: u32) -> Option<Result<Option<Value>, Raised>> {
        if !self.is_instant(id.into(), nesting) {
            return None;
        }
        self.work += 1;
        let Data::Iter(iter) = self.heap.data_mut(id) else { return None };
        // Taken out, so that what it walks over can be looked at; put back unless it has ended.
        let mut taken = std::mem::replace(&mut **iter, Iter::Exhausted);
        let result = self.advance(&mut taken, nesting);
        let keep = match &result {
            Ok(Some(_)) => true,
            Ok(None) => matches!(taken, Iter::Zip { .. } | Iter::Enumerate { .. }),
            Err(_) => !matches!(taken, Iter::Exhausted),
        };
        if keep && let Data::Iter(iter) = self.heap.data_mut(id) {
            **iter = taken;
        }
        Some(result)
    }

    #[inline]
    fn advance(&mut self, iter: &mut Iter, nesting: u32) -> Result<Option<Value>, Raised> {
        Ok(match iter {
            Iter::List { list, index } => {
                *index += 1;
                self.list_of((*list).into()).and_then(|items| items.get(*index - 1).copied())
            }
            Iter::ListReversed { list, left } => {
                let item = self.list_of((*list).into()).and_then(|v| v.get((*left).checked_sub(1)?).copied());
                *left = left.saturating_sub(1);
                item
            }
            Iter::Tuple { tuple, index } => {
                *index += 1;
                self.tuple_of((*tuple).into()).and_then(|items| items.get(*index - 1).copied())
            }
            Iter::Range { left: 0, .. } | Iter::Exhausted => None,
            Iter::Range { next, step, left } => {
                let item = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                Some(Value::Int(item))
            }
            Iter::Str { string, offset } => {
                let c = self.text(*string).get(*offset..).and_then(|rest| rest.chars().next());
                *offset += c.map_or(0, char::len_utf8);
                c.map(|c| self.char_value(c))
            }
            Iter::Bytes { bytes, index } => {
                *index += 1;
                let byte = self.bytes_of((*bytes).into()).and_then(|b| b.get(*index - 1).copied());
                byte.map(|b| Value::Int(i64::from(b)))
            }
            Iter::Dict { dict, kind, position, len, left } => {
                let entry = match self.dict_of((*dict).into()) {
                    Some(d) if d.len() == *len => d.next_entry(*position),
                    _ => return Err(self.changed_size(len, "dictionary changed size during iteration")),
                };
                match entry {
                    Some(_) if *left == 0 => {
                        return Err(self.changed_size(len, "dictionary keys changed during iteration"));
                    }
                    Some((key, value, next)) => {
                        (*position, *left) = (next, *left - 1);
                        Some(view_item(self, *kind, key, value))
                    }
                    None => None,
                }
            }
            Iter::DictReversed { dict, kind, position, len, left } => {
                let entry = match self.dict_of((*dict).into()) {
                    Some(d) if d.len() == *len => d.previous_entry(*position),
                    _ => return Err(self.changed_size(len, "dictionary changed size during iteration")),
                };
                match entry {
                    Some((key, value, at)) if *left > 0 => {
                        (*position, *left) = (at, *left - 1);
                        Some(view_item(self, *kind, key, value))
                    }
                    _ => None,
                }
            }
            Iter::Set { set, position, len, left } => {
                let item = match self.set_of((*set).into()) {
                    Some(s) if s.len() == *len => s.next_item(*position),
                    _ => return Err(self.changed_size(len, "Set changed size during iteration")),
                };
                item.map(|(item, next)| {
                    (*position, *left) = (next, left.saturating_sub(1));
                    item
                })
            }
            Iter::Enumerate { iter, next } => match self.advance_inner(*iter, nesting)? {
                Some(item) => {
                    let index = *next;
                    *next += 1;
                    Some(self.tuple([Value::Int(index), item]))
                }
                None => None,
            },
            Iter::Zip { iters, strict } => {
                let mut items = Vec::with_capacity(iters.len());
                for (at, &inner) in iters.iter().enumerate() {
                    match self.advance_inner(inner, nesting)? {
                        Some(item) => items.push(item),
                        None if *strict && at > 0 => return Err(errors::zip_shorter(self, at)),
                        None if *strict => {
                            for (at, &inner) in iters.iter().enumerate().skip(1) {
                                if self.advance_inner(inner, nesting)?.is_some() {
                                    return Err(errors::zip_longer(self, at));
                                }
                            }
                            return Ok(None);
                        }
                        None => return Ok(None),
                    }
                }
                if items.is_empty() { None } else { Some(self.tuple(items)) }
            }
            Iter::Map { .. }
            | Iter::Filter { .. }
            | Iter::Sequence { .. }
            | Iter::SequenceReversed { .. }
            | Iter::Callable { .. } => None,
        })
    }

    fn advance_inner(&mut self, iterator: Value, nesting: u32) -> Result<Option<Value>, Raised> {
        // Known to be instant; one that contains itself gets the end, as the iterator is taken out while it steps.
        let next = iterator.id().and_then(|id| self.next_instant(id, nesting.saturating_sub(1)));
        next.unwrap_or(Ok(None))
    }

    /// The iterator stays broken: no container has that length.
    fn changed_size(&mut self, len: &mut usize, message: &str) -> Raised {
        *len = usize::MAX;
        errors::runtime_error(self, message)
    }

    /// A string of one character; those of ASCII are shared.
    pub fn char_value(&mut self, c: char) -> Value {
        let mut buffer = [0; 4];
        let text = c.encode_utf8(&mut buffer);
        if c.is_ascii() { self.intern(text).into() } else { self.str(&*text) }
    }
}

fn dict_iter(dict: Id, kind: DictViewKind, len: usize) -> (Id, Iter) {
    let class = match kind {
        DictViewKind::Keys => types::DICT_KEYITERATOR,
        DictViewKind::Values => types::DICT_VALUEITERATOR,
        DictViewKind::Items => types::DICT_ITEMITERATOR,
    };
    (class, Iter::Dict { dict, kind, position: 0, len, left: len })
}
