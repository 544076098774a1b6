//! Subscripts and membership: `o[k]`, `o[k] = v`, `del o[k]`, `k in o`.

use super::Vm;
use super::index::{Span, slice_indices, span};
use super::truth::range_len;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::frame::native::collect::{Collect, Sink};
use crate::frame::native::indexed::{Access, Indexed};
use crate::frame::native::probe::Job;
use crate::frame::native::search::{Search, Sought};
use crate::heap::Object;
use crate::heap::object::{Data, DictViewKind, Range};
use crate::names;
use crate::native::{Action, NativeResult};
use crate::types;
use crate::value::{Id, Value};

impl Vm {
    /// `object[key]`.
    pub fn get_item(&mut self, object: Value, key: Value) -> NativeResult {
        if let Some(method) = self.overridden(object, names::GETITEM) {
            return match method {
                Value::None => Err(errors::not_subscriptable(self, object)),
                method => Ok(self.call_dunder(method, object, &[key])),
            };
        }
        if let Some(class) = self.class_of_instance(object) {
            return self.class_getitem(class, key);
        }
        self.native_get_item(object, key)
    }

    /// `object[key]` on native data, whatever the class overrides.
    pub fn native_get_item(&mut self, object: Value, key: Value) -> NativeResult {
        match self.data(object) {
            Some(Data::Dict(_)) => return self.probe(object, key, Job::GetItem),
            Some(Data::MappingProxy(dict)) => {
                let dict = Value::Obj(*dict);
                return self.get_item(dict, key);
            }
            Some(
                Data::List(_)
                | Data::Tuple(_)
                | Data::Str(_)
                | Data::Bytes(_)
                | Data::ByteArray(_)
                | Data::Range(_),
            ) => {}
            Some(Data::GenericAlias(alias)) => {
                let origin = alias.0;
                return Ok(Action::Return(self.generic_alias(origin, key)));
            }
            _ => {
                return match self.special(object, names::GETITEM) {
                    Some(method) if !method.is_none() => Ok(self.call_dunder(method, object, &[key])),
                    _ => Err(errors::not_subscriptable(self, object)),
                };
            }
        }
        if let Some(frame) = self.indexed(Access::Get, object, key) {
            return Ok(Action::Enter(frame));
        }
        if let Some(Data::Slice(_)) = self.data(key) {
            return self.get_slice(object, key);
        }
        let Some(index) = self.native_index(key) else { return Err(errors::bad_index(self, object, key)) };
        if !matches!(self.data(object), Some(Data::Range(_))) {
            self.fitting_index(key)?;
        }
        let item = match self.data(object) {
            Some(Data::Range(range)) => range_item(range, index).map(Value::Int),
            Some(Data::Str(s)) => {
                let c = self.place(index, s.chars()).and_then(|at| s.char_at(at));
                c.map(|c| self.char_value(c))
            }
            Some(Data::Bytes(_) | Data::ByteArray(_)) => {
                let bytes = self.bytes_of(object).unwrap_or(&[]);
                self.place(index, bytes.len()).and_then(|at| bytes.get(at)).map(|&b| Value::Int(i64::from(b)))
            }
            _ => {
                let items = self.sequence_of(object).unwrap_or(&[]);
                self.place(index, items.len()).and_then(|at| items.get(at).copied())
            }
        };
        item.map(Action::Return).ok_or_else(|| errors::index_out_of_range(self, object, false))
    }

    /// A frame for `__index__` of the key or of a slice's parts, if any of them needs it.
    fn indexed(&mut self, access: Access, object: Value, key: Value) -> Option<NativeFrame> {
        let needed = match self.data(key) {
            Some(Data::Slice(parts)) => parts.iter().any(|&p| self.needs_index_call(p)),
            Some(Data::Int(_) | Data::BigInt(_)) | None => false,
            _ => self.needs_index_call(key),
        };
        needed.then(|| NativeFrame::Indexed(Box::new(Indexed::new(self, access, object, key))))
    }

    fn get_slice(&mut self, object: Value, slice: Value) -> NativeResult {
        if let Some(Data::Range(range)) = self.data(object) {
            let range = **range;
            return self.slice_range(range, slice);
        }
        let span = self.resolve_slice(slice, self.native_len(object).unwrap_or(0))?;
        self.work += span.count as u64 / 16;
        let result = match self.data(object) {
            Some(Data::Str(s)) if span.step == 1 => {
                let text = s.slice(span.start, span.start + span.count).to_owned();
                self.str(text)
            }
            Some(Data::Str(s)) => {
                let chars: Vec<char> = s.as_str().chars().collect();
                let text: String = span.pick(&chars).into_iter().collect();
                self.str(text)
            }
            Some(Data::Bytes(b)) => {
                let picked = span.pick(b);
                self.bytes(picked)
            }
            Some(Data::ByteArray(b)) => {
                let picked = span.pick(b);
                self.heap.add(Object::new(types::BYTEARRAY, Data::ByteArray(picked))).into()
            }
            Some(Data::Tuple(items)) => {
                let picked = span.pick(items);
                self.tuple(picked)
            }
            Some(Data::List(items)) => {
                let picked = span.pick(items);
                self.list(picked)
            }
            _ => Value::None,
        };
        Ok(Action::Return(result))
    }

    fn slice_range(&mut self, range: Range, slice: Value) -> NativeResult {
        let (start, stop, step) = self.slice_parts(slice)?;
        let len = range_len(&range).min(i64::MAX as u64) as i64;
        let (start, stop, step) = slice_indices(start, stop, step, len);
        let at = |i: i64| i.checked_mul(range.step).and_then(|i| i.checked_add(range.start));
        match (at(start), at(stop), step.checked_mul(range.step)) {
            (Some(start), Some(stop), Some(step)) => {
                Ok(Action::Return(self.new_range(Range { start, stop, step })))
            }
            _ => {
                Err(errors::overflow_error(self, "range ends beyond 64 bits are not supported in Loopthread"))
            }
        }
    }

    pub fn new_range(&mut self, range: Range) -> Value {
        self.heap.add(Object::new(types::RANGE, Data::Range(Box::new(range)))).into()
    }

    /// `object[key] = value`.
    pub fn set_item(&mut self, object: Value, key: Value, value: Value) -> NativeResult {
        match self.overridden(object, names::SETITEM) {
            Some(method) if !method.is_none() => Ok(self.call_dunder(method, object, &[key, value])),
            _ => self.native_set_item(object, key, value),
        }
    }

    /// `object[key] = value` on native data, whatever the class overrides.
    pub fn native_set_item(&mut self, object: Value, key: Value, value: Value) -> NativeResult {
        match self.data(object) {
            Some(Data::Dict(_)) => return self.probe(object, key, Job::Set(value)),
            Some(Data::List(_)) => {}
            _ => {
                return match self.special(object, names::SETITEM) {
                    Some(method) if !method.is_none() => Ok(self.call_dunder(method, object, &[key, value])),
                    _ => Err(errors::no_item_assignment(self, object)),
                };
            }
        }
        if let Some(frame) = self.indexed(Access::Set(value), object, key) {
            return Ok(Action::Enter(frame));
        }
        if let (Some(Data::Slice(_)), Some(Data::List(_))) = (self.data(key), self.data(object)) {
            return match self.sequence_of(value) {
                Some(items) if self.overridden(value, names::ITER).is_none() => {
                    let items = items.to_vec();
                    self.set_slice(object, key, items)
                }
                _ => {
                    let sink = Sink::AssignSlice { list: object, slice: key };
                    Ok(Action::Enter(NativeFrame::Collect(Box::new(Collect::new(value, sink)))))
                }
            };
        }
        let Some(index) = self.native_index(key) else { return Err(errors::bad_index(self, object, key)) };
        self.fitting_index(key)?;
        let at = self.place(index, self.native_len(object).unwrap_or(0));
        let slot = match (object.id().map(|id| self.heap.data_mut(id)), at) {
            (Some(Data::List(items)), Some(at)) => items.get_mut(at),
            _ => None,
        };
        match slot {
            Some(slot) => {
                *slot = value;
                Ok(Action::Return(Value::None))
            }
            None => Err(errors::index_out_of_range(self, object, true)),
        }
    }

    /// `list[slice] = items`.
    pub(crate) fn set_slice(&mut self, list: Value, slice: Value, items: Vec<Value>) -> NativeResult {
        let (start, stop, step) = self.slice_parts(slice)?;
        let len = self.native_len(list).unwrap_or(0);
        let (start, stop, step) = slice_indices(start, stop, step, len as i64);
        let span = span(start, stop, step);
        self.work += items.len() as u64 / 16;
        self.heap.grew(items.len() * size_of::<Value>());
        if step != 1 && span.count != items.len() {
            let message = format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                items.len(),
                span.count
            );
            return Err(errors::value_error(self, message));
        }
        if let Some(target) = self.list_mut(list) {
            if step == 1 {
                let start = span.start.min(target.len());
                target.splice(start..start + span.count, items);
            } else {
                for (at, item) in span.positions().zip(items) {
                    if let Some(slot) = target.get_mut(at) {
                        *slot = item;
                    }
                }
            }
        }
        Ok(Action::Return(Value::None))
    }

    /// `del object[key]`.
    pub fn delete_item(&mut self, object: Value, key: Value) -> NativeResult {
        match self.overridden(object, names::DELITEM) {
            Some(method) if !method.is_none() => Ok(self.call_dunder(method, object, &[key])),
            _ => self.native_delete_item(object, key),
        }
    }

    /// `del object[key]` on native data, whatever the class overrides.
    pub fn native_delete_item(&mut self, object: Value, key: Value) -> NativeResult {
        match self.data(object) {
            Some(Data::Dict(_)) => return self.probe(object, key, Job::Delete),
            Some(Data::List(_)) => {}
            _ => {
                return match self.special(object, names::DELITEM) {
                    Some(method) if !method.is_none() => Ok(self.call_dunder(method, object, &[key])),
                    _ => Err(errors::no_item_deletion(self, object, key)),
                };
            }
        }
        if let Some(frame) = self.indexed(Access::Delete, object, key) {
            return Ok(Action::Enter(frame));
        }
        let len = self.native_len(object).unwrap_or(0);
        if let (Some(Data::Slice(_)), Some(Data::List(_))) = (self.data(key), self.data(object)) {
            let span = self.resolve_slice(key, len)?;
            self.delete_span(object, span);
            return Ok(Action::Return(Value::None));
        }
        let Some(index) = self.native_index(key) else { return Err(errors::bad_index(self, object, key)) };
        self.fitting_index(key)?;
        match (self.place(index, len), object.id().map(|id| self.heap.data_mut(id))) {
            (Some(at), Some(Data::List(items))) => {
                items.remove(at);
            }
            _ => return Err(errors::index_out_of_range(self, object, true)),
        }
        Ok(Action::Return(Value::None))
    }

    fn delete_span(&mut self, list: Value, span: Span) {
        let Some(items) = self.list_mut(list) else { return };
        if span.step == 1 {
            items.drain(span.start.min(items.len())..(span.start + span.count).min(items.len()));
            return;
        }
        let mut doomed = vec![false; items.len()];
        span.positions().for_each(|at| {
            if let Some(flag) = doomed.get_mut(at) {
                *flag = true;
            }
        });
        let mut flags = doomed.into_iter();
        items.retain(|_| !flags.next().unwrap_or(false));
    }

    /// `item in container`: a bool.
    pub fn contains(&mut self, container: Value, item: Value) -> NativeResult {
        match self.overridden(container, names::CONTAINS) {
            Some(Value::None) => Err(errors::not_a_container(self, container)),
            Some(method) => Ok(self.call_checked(method, container, &[item], Check::TruthOf)),
            None => self.native_contains(container, item),
        }
    }

    /// Calls a special method and checks its answer.
    pub fn call_checked(&mut self, method: Value, this: Value, args: &[Value], check: Check) -> Action {
        let (callee, args) = self.bind_dunder(method, this, args);
        Action::Enter(NativeFrame::Checked(Box::new(Checked::new(callee, args, check))))
    }

    /// `item in container` on native data, whatever the class overrides.
    pub fn native_contains(&mut self, container: Value, item: Value) -> NativeResult {
        let found = match self.data(container) {
            Some(Data::Dict(_) | Data::Set(_)) => return self.probe(container, item, Job::Contains),
            Some(Data::MappingProxy(dict)) => {
                let dict = Value::Obj(*dict);
                return self.contains(dict, item);
            }
            Some(Data::DictView(view)) => {
                let (kind, dict) = **view;
                match kind {
                    DictViewKind::Keys => return self.probe(dict.into(), item, Job::Contains),
                    DictViewKind::Items => match self.tuple_of(item) {
                        Some(&[key, value]) => {
                            let search = Search::entry(dict.into(), key, value);
                            return Ok(Action::Enter(NativeFrame::Search(Box::new(search))));
                        }
                        _ => false,
                    },
                    DictViewKind::Values => {
                        let items = self
                            .dict_of(dict.into())
                            .map_or_else(Vec::new, |d| d.iter().map(|e| e.1).collect());
                        return self.search_items(items, item, Sought::Contains);
                    }
                }
            }
            Some(Data::Str(text)) => match self.str_of(item) {
                Some(part) => text.as_str().contains(part),
                None => {
                    let message = format!(
                        "'in <string>' requires string as left operand, not {}",
                        self.type_name(item)
                    );
                    return Err(errors::type_error(self, message));
                }
            },
            Some(Data::Bytes(_) | Data::ByteArray(_)) => return self.bytes_contain(container, item),
            Some(Data::Range(range)) => match item {
                Value::Int(_) | Value::Bool(_) => {
                    self.small_int(item).is_some_and(|i| range_position(range, i).is_some())
                }
                _ => return self.search_iterator(container, item),
            },
            Some(Data::List(_) | Data::Tuple(_)) => {
                return self.search(container, item, Sought::Contains);
            }
            Some(Data::Host(_)) if self.special(container, names::CONTAINS).is_some() => {
                let method = self.special(container, names::CONTAINS).unwrap_or_default();
                return Ok(self.call_checked(method, container, &[item], Check::TruthOf));
            }
            _ => {
                let iterable = self.native_iter(container).is_some()
                    || self.special(container, names::ITER).is_some_and(|m| !m.is_none())
                    || self.special(container, names::GETITEM).is_some_and(|m| !m.is_none());
                if !iterable {
                    return Err(errors::not_a_container(self, container));
                }
                return self.search_iterator(container, item);
            }
        };
        Ok(Action::Return(found.into()))
    }

    fn bytes_contain(&mut self, container: Value, item: Value) -> NativeResult {
        let bytes = self.bytes_of(container).unwrap_or(&[]);
        let found = match (self.bytes_of(item), self.native_index(item)) {
            (Some(part), _) => part.is_empty() || bytes.windows(part.len()).any(|w| w == part),
            (None, Some(byte)) => match u8::try_from(byte) {
                Ok(byte) => bytes.contains(&byte),
                Err(_) => return Err(errors::value_error(self, "byte must be in range(0, 256)")),
            },
            (None, None) => {
                let message = format!("a bytes-like object is required, not '{}'", self.type_name(item));
                return Err(errors::type_error(self, message));
            }
        };
        Ok(Action::Return(found.into()))
    }

    fn search_iterator(&mut self, container: Value, item: Value) -> NativeResult {
        let collect = Collect::new(container, Sink::Find(item));
        Ok(Action::Enter(NativeFrame::Collect(Box::new(collect))))
    }

    /// `class[key]`: `__class_getitem__`, or the generic form of a builtin class.
    fn class_getitem(&mut self, class: Id, key: Value) -> NativeResult {
        const GENERIC: &[Id] = &[
            types::LIST,
            types::TUPLE,
            types::DICT,
            types::SET,
            types::FROZENSET,
            types::TYPE,
            types::ENUMERATE,
            types::COROUTINE,
            types::GENERATOR,
            types::ASYNC_GENERATOR,
        ];
        if let Some(method) = self.special(class.into(), names::GETITEM) {
            return Ok(self.call_dunder(method, class.into(), &[key]));
        }
        if let Some(method) = self.class_attr(class, names::CLASS_GETITEM) {
            let function = match self.data(method) {
                Some(Data::ClassMethod(f)) => *f,
                _ => method,
            };
            return Ok(Action::call(function, crate::native::Args::of(&[class.into(), key])));
        }
        match GENERIC.iter().any(|&g| self.is_subclass(class, g)) && class != types::BOOL {
            true => Ok(Action::Return(self.generic_alias(class.into(), key))),
            false => Err(errors::not_subscriptable(self, class.into())),
        }
    }

    /// `origin[key]` as a `types.GenericAlias`.
    pub fn generic_alias(&mut self, origin: Value, key: Value) -> Value {
        let args = match self.tuple_of(key) {
            Some(_) => key,
            None => self.tuple([key]),
        };
        self.heap.add(Object::new(types::GENERIC_ALIAS, Data::GenericAlias(Box::new((origin, args))))).into()
    }
}

/// The number at `index` of a range, counted from the end if negative.
fn range_item(range: &Range, index: i64) -> Option<i64> {
    let len = range_len(range) as i128;
    let index = if index < 0 { i128::from(index) + len } else { i128::from(index) };
    if index < 0 || index >= len {
        return None;
    }
    i64::try_from(i128::from(range.start) + index * i128::from(range.step)).ok()
}

/// Where a number stands in a range.
pub fn range_position(range: &Range, number: i64) -> Option<i64> {
    let offset = i128::from(number) - i128::from(range.start);
    let step = i128::from(range.step);
    let within = offset % step == 0 && offset / step >= 0 && offset / step < range_len(range) as i128;
    if within { i64::try_from(offset / step).ok() } else { None }
}
