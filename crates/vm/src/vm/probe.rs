//! Looking into dicts and sets: at once while hashes and equality are native, else through a [`Probe`] frame.

use super::Vm;
use super::death::weak::{self, WeakRef};
use super::key::{Hash, hash_big, mix_lanes, mix_set};
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::frame::native::hash::HashItems;
use crate::frame::native::probe::{Job, Probe};
use crate::heap::dict::{Found, Probe as Probed, Same};
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, NativeResult};
use crate::value::Value;

impl Vm {
    /// Does `job` with `key` in a dict or set (any layout of them, whatever the class overrides).
    pub fn probe(&mut self, table: Value, key: Value, job: Job) -> NativeResult {
        let hash = match (self.hash(key), job) {
            // A set may be sought in a set, as the frozen one it is equal to.
            (Err(unhashable), Job::Contains | Job::Remove | Job::Discard) => {
                match (self.data(table), self.data(key)) {
                    (Some(Data::Set(_)), Some(Data::Set(set))) => Hash::Known(mix_set(set)),
                    _ => return Err(unhashable),
                }
            }
            (hash, _) => hash?,
        };
        match hash {
            Hash::Known(hash) => self.probe_hashed(table, key, hash, job),
            Hash::Ask => Ok(Action::Enter(NativeFrame::Probe(Box::new(Probe::new(table, key, None, job))))),
        }
    }

    /// As [`Vm::probe`] with the key's hash known.
    pub fn probe_hashed(&mut self, table: Value, key: Value, hash: i64, job: Job) -> NativeResult {
        self.work += 1;
        let same = |candidate| self.same_key(candidate, key);
        let probed = match self.data(table) {
            Some(Data::Dict(dict)) => dict.probe(hash, same),
            Some(Data::Set(set)) => set.probe(hash, same),
            _ => Probed::Missing,
        };
        match probed {
            Probed::Found(found) => self.finish_probe(table, key, hash, job, Some(found)),
            Probed::Missing => self.finish_probe(table, key, hash, job, None),
            Probed::Ask(..) => {
                Ok(Action::Enter(NativeFrame::Probe(Box::new(Probe::new(table, key, Some(hash), job)))))
            }
        }
    }

    /// Looks up a key natively; `Err` when only a frame can.
    pub fn find_native(&mut self, table: Value, key: Value) -> Result<Option<Found>, Same> {
        let Ok(Hash::Known(hash)) = self.hash(key) else { return Err(Same::Ask) };
        let same = |candidate| self.same_key(candidate, key);
        let probed = match self.data(table) {
            Some(Data::Dict(dict)) => dict.probe(hash, same),
            Some(Data::Set(set)) => set.probe(hash, same),
            _ => Probed::Missing,
        };
        match probed {
            Probed::Found(found) => Ok(Some(found)),
            Probed::Missing => Ok(None),
            Probed::Ask(..) => Err(Same::Ask),
        }
    }

    /// What a probe is for, once the key's place is known.
    pub(crate) fn finish_probe(
        &mut self,
        table: Value,
        key: Value,
        hash: i64,
        job: Job,
        found: Option<Found>,
    ) -> NativeResult {
        let old = found.map(|f| self.dict_of(table).map_or(Value::None, |dict| dict.value(f)));
        let result = match (job, found) {
            (Job::Get { default }, _) => old.unwrap_or(default),
            (Job::GetItem, Some(_)) => old.unwrap_or(Value::None),
            (Job::GetItem, None) => return self.missing(table, key),
            (Job::Set(value), _) => {
                self.put(table, key, value, hash, found);
                Value::None
            }
            (Job::SetDefault(value), None) => {
                self.put(table, key, value, hash, None);
                value
            }
            (Job::SetDefault(_), Some(_)) => old.unwrap_or(Value::None),
            (Job::Contains, found) => found.is_some().into(),
            (Job::Delete | Job::Remove | Job::Discard | Job::Toggle, Some(found)) => {
                self.take(table, found);
                if job.says_whether() { Value::Bool(true) } else { Value::None }
            }
            (Job::Delete | Job::Remove, None) => return Err(errors::key_error(self, key)),
            (Job::Discard, None) => Value::Bool(false),
            (Job::Pop { .. }, Some(found)) => self.take(table, found),
            (Job::Pop { default: Value::Unbound }, None) => return Err(errors::key_error(self, key)),
            (Job::Pop { default }, None) => default,
            (Job::Add, Some(_)) => Value::Bool(false),
            (Job::Add | Job::Toggle, None) => {
                self.put(table, key, Value::None, hash, None);
                Value::Bool(true)
            }
        };
        Ok(Action::Return(result))
    }

    /// A dict has no such key: `__missing__` of a subclass, else KeyError.
    fn missing(&mut self, table: Value, key: Value) -> NativeResult {
        match self.overridden(table, names::MISSING) {
            Some(method) => Ok(self.call_dunder(method, table, &[key])),
            None => match self.special(table, names::MISSING) {
                Some(method) => Ok(self.call_dunder(method, table, &[key])),
                None => Err(errors::key_error(self, key)),
            },
        }
    }

    fn put(&mut self, table: Value, key: Value, value: Value, hash: i64, found: Option<Found>) {
        let Some(id) = table.id() else { return };
        match (self.heap.data_mut(id), found) {
            (Data::Dict(dict), Some(found)) => dict.set_value(found, value),
            (Data::Dict(dict), None) => dict.insert_new(hash, key, value),
            (Data::Set(set), None) => set.insert_new(hash, key),
            _ => {}
        }
        if found.is_none() {
            self.heap.grew(40);
        }
    }

    fn take(&mut self, table: Value, found: Found) -> Value {
        let Some(id) = table.id() else { return Value::None };
        match self.heap.data_mut(id) {
            Data::Dict(dict) => dict.remove(found),
            Data::Set(set) => {
                set.remove(found);
                Value::None
            }
            _ => Value::None,
        }
    }

    /// `hash(value)`: an int at once or through frames.
    pub fn hash_action(&mut self, value: Value) -> NativeResult {
        if let Hash::Known(hash) = self.hash(value)? {
            return Ok(Action::Return(Value::Int(hash)));
        }
        if let Some(referent) = self.host::<WeakRef>(value).and_then(|weak| weak.referent) {
            return Ok(weak::hash_through(value, referent.into()));
        }
        if let Some(method) = self.overridden(value, names::HASH) {
            let (callee, args) = self.bind_dunder(method, value, &[]);
            return Ok(Action::Enter(NativeFrame::Checked(Box::new(Checked::new(
                callee,
                args,
                Check::Hash,
            )))));
        }
        let items = match self.data(value) {
            Some(Data::Tuple(items)) => items.to_vec(),
            Some(Data::BoundMethod(pair)) => vec![pair.0, pair.1],
            _ => Vec::new(),
        };
        Ok(Action::Enter(NativeFrame::HashItems(Box::new(HashItems::new(items)))))
    }

    /// What `__hash__` answered, if it is an int: as it is when it fits, reduced otherwise.
    pub fn hash_answer(&self, answer: Value) -> Option<i64> {
        match self.small_int(answer) {
            Some(-1) => Some(-2),
            Some(hash) => Some(hash),
            None => self.big_int(answer).map(|n| hash_big(&n)),
        }
    }

    /// The hash of a tuple whose items have these hashes.
    pub fn hash_of_items(&self, lanes: &[i64]) -> i64 {
        mix_lanes(lanes)
    }
}
