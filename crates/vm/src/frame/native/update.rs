//! `dict.update`: from other dicts entry by entry, from mappings through their `keys`.

use crate::frame::NativeFrame;
use crate::frame::native::collect::{Collect, Sink};
use crate::frame::native::probe::Job;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// An update in progress.
#[derive(Clone, Debug)]
pub struct Update {
    dict: Value,
    result: Value,
    /// Sources still to come, the next first.
    sources: Vec<Value>,
    /// Entries still to be set, the next last.
    entries: Vec<(i64, Value, Value)>,
    /// A mapping, and the call of its `keys`.
    mapping: Option<(Value, Value, Args)>,
    keys_asked: bool,
}

impl Update {
    /// From several sources in order.
    pub fn new(dict: Value, sources: Vec<Value>, result: Value) -> Update {
        Update { dict, result, sources, entries: Vec::new(), mapping: None, keys_asked: false }
    }

    /// From a dict.
    pub fn entries(vm: &Vm, dict: Value, source: Value, result: Value) -> Update {
        let mut entries: Vec<_> = vm.dict_of(source).map_or_else(Vec::new, |d| d.iter_hashed().collect());
        entries.reverse();
        Update { entries, ..Update::new(dict, Vec::new(), result) }
    }

    /// From a mapping whose `keys` is called with `args`.
    pub fn mapping(dict: Value, mapping: Value, callee: Value, args: Args, result: Value) -> Update {
        Update { mapping: Some((mapping, callee, args)), ..Update::new(dict, Vec::new(), result) }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let answer = match outcome {
            Outcome::Start => Value::Unbound,
            outcome => outcome.value(vm)?,
        };
        if self.keys_asked
            && let Some((mapping, ..)) = self.mapping.take()
        {
            self.keys_asked = false;
            let sink = Sink::Mapping { dict: self.dict, mapping, key: Value::Unbound, result: Value::None };
            return Ok(Action::Enter(NativeFrame::Collect(Box::new(Collect::new(answer, sink)))));
        }
        if let Some((_, callee, args)) = &self.mapping {
            self.keys_asked = true;
            return Ok(Action::call(*callee, args.clone()));
        }
        while let Some((hash, key, value)) = self.entries.pop() {
            match vm.probe_hashed(self.dict, key, hash, Job::Set(value))? {
                Action::Return(_) => {}
                action => return Ok(action),
            }
        }
        if !self.sources.is_empty() {
            let source = self.sources.remove(0);
            return match vm.dict_update(self.dict, source, Value::None)? {
                Action::Return(_) => self.resume(vm, Outcome::Start),
                action => Ok(action),
            };
        }
        Ok(Action::Return(self.result))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.dict, self.result]);
        m.values(&self.sources);
        self.entries.iter().for_each(|&(_, key, value)| m.values(&[key, value]));
        if let Some((mapping, callee, args)) = &self.mapping {
            m.values(&[*mapping, *callee]);
            args.trace(m);
        }
    }
}
