//! Filling collections on behalf of displays and calls: `{*a}`, `{**m}`, `f(**m)`.

use super::Vm;
use super::key::Hash;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::Sink;
use crate::frame::native::merge::Merge;
use crate::frame::native::probe::Job;
use crate::heap::dict::Probe;
use crate::names;
use crate::native::{Action, NativeResult, Raised};
use crate::value::Value;

impl Vm {
    /// Adds items to a new set, which is the result.
    pub(super) fn set_from_items(&mut self, set: Value, items: Vec<Value>) -> NativeResult {
        let items = self.tuple(items);
        self.collect_into(items, Sink::Table { table: set, job: Job::Add, result: set })
    }

    /// Adds keys and values, alternating, to a new dict, which is the result.
    pub(super) fn dict_from_pairs(&mut self, dict: Value, items: Vec<Value>) -> NativeResult {
        for (at, pair) in items.chunks_exact(2).enumerate() {
            match self.probe(dict, pair[0], Job::Set(pair[1]))? {
                Action::Return(_) => {}
                _ => {
                    // From here on, keys ask Python.
                    let rest: Vec<Value> =
                        items[2 * at..].chunks_exact(2).map(|p| self.tuple([p[0], p[1]])).collect();
                    let rest = self.list(rest);
                    return self.collect_into(rest, Sink::Pairs { dict, count: 0, result: dict });
                }
            }
        }
        Ok(Action::Return(dict))
    }

    pub(super) fn set_add(&mut self, set: Value, item: Value) -> NativeResult {
        self.probe(set, item, Job::Add)
    }

    pub(super) fn dict_set(&mut self, dict: Value, key: Value, value: Value) -> NativeResult {
        self.probe(dict, key, Job::Set(value))
    }

    /// `[*iterable]`.
    pub(super) fn list_extend_star(&mut self, list: Value, iterable: Value) -> NativeResult {
        let class = self.class_of(iterable);
        if self.class_attr(class, names::ITER).is_none() && self.class_attr(class, names::GETITEM).is_none() {
            let message = format!("Value after * must be an iterable, not {}", self.type_name(iterable));
            return Err(errors::type_error(self, message));
        }
        self.collect_into(iterable, Sink::Extend(list))
    }

    pub(super) fn set_update(&mut self, set: Value, iterable: Value) -> NativeResult {
        crate::builtins::set::update(self, set, iterable)
    }

    /// `{**mapping}`.
    pub(super) fn dict_update_mapping(&mut self, dict: Value, mapping: Value) -> NativeResult {
        let Some(entries) = self.dict_of(mapping).cloned() else {
            if self.class_attr(self.class_of(mapping), names::KEYS).is_none() {
                let message = format!("'{}' object is not a mapping", self.type_name(mapping));
                return Err(errors::type_error(self, message));
            }
            return Ok(Action::Enter(NativeFrame::Merge(Box::new(Merge::new(dict, mapping)))));
        };
        self.work += entries.len() as u64 / 4;
        for (key, value) in entries.iter() {
            match self.hash(key)? {
                Hash::Known(_) => {
                    if let Action::Return(_) = self.probe(dict, key, Job::Set(value))? {
                        continue;
                    }
                }
                Hash::Ask => {}
            }
            let pairs: Vec<Value> = entries.iter().map(|(k, v)| self.tuple([k, v])).collect();
            let pairs = self.list(pairs);
            return self.collect_into(pairs, Sink::Pairs { dict, count: 0, result: Value::None });
        }
        Ok(Action::Return(Value::None))
    }

    /// `f(**mapping)`: keys must be strings, and none may be there already.
    pub(super) fn dict_merge_keywords(&mut self, dict: Value, mapping: Value, callee: Value) -> NativeResult {
        let name = match callee {
            Value::Unbound => "__build_class__()".to_owned(),
            callee => self.callee_text(callee),
        };
        let Some(entries) = self.dict_of(mapping).cloned() else {
            if self.class_attr(self.class_of(mapping), names::KEYS).is_none() {
                let message =
                    format!("{name} argument after ** must be a mapping, not {}", self.type_name(mapping));
                return Err(errors::type_error(self, message));
            }
            return Ok(Action::Enter(NativeFrame::Merge(Box::new(Merge::new(dict, mapping)))));
        };
        for (key, value) in entries.iter() {
            self.add_keyword(dict, key, value, &name)?;
        }
        Ok(Action::Return(Value::None))
    }

    fn add_keyword(&mut self, dict: Value, key: Value, value: Value, callee: &str) -> Result<(), Raised> {
        let Some(text) = self.str_of(key).map(str::to_owned) else {
            return Err(errors::type_error(self, "keywords must be strings"));
        };
        let Ok(Hash::Known(hash)) = self.hash(key) else { return Ok(()) };
        let twice = self
            .dict_of(dict)
            .is_some_and(|d| matches!(d.probe(hash, |k| self.same_key(k, key)), Probe::Found(_)));
        if twice {
            let message = format!("{callee} got multiple values for keyword argument '{text}'");
            return Err(errors::type_error(self, message));
        }
        if let Some(d) = self.dict_mut(dict) {
            d.insert_new(hash, key, value);
        }
        Ok(())
    }
}
