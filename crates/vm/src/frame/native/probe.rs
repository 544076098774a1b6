//! A look into a dict or set that needs `__hash__` or `__eq__` of user-defined classes.
//!
//! When the table changes while Python runs, the probe begins anew, as CPython's does.

use crate::code::Compare;
use crate::heap::Marker;
use crate::heap::dict::{Cursor, Probe as Probed};
use crate::heap::object::Data;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// What is wanted of the key's place.
#[derive(Clone, Copy, Debug)]
pub enum Job {
    /// The value, or `default` (which may be the unbound marker).
    Get {
        default: Value,
    },
    /// The value; `__missing__` or KeyError.
    GetItem,
    Set(Value),
    /// Remove; KeyError.
    Delete,
    /// Whether it is there.
    Contains,
    SetDefault(Value),
    /// Remove and give the value, or `default`; KeyError when that is unbound.
    Pop {
        default: Value,
    },
    /// Add to a set: whether it is new.
    Add,
    /// Remove from a set; KeyError.
    Remove,
    /// Remove from a set if it is there: whether it was.
    Discard,
    /// Remove from a set if there, else add.
    Toggle,
}

impl Job {
    pub(crate) fn says_whether(self) -> bool {
        matches!(self, Job::Discard)
    }
}

/// A probe in progress.
#[derive(Clone, Debug)]
pub struct Probe {
    table: Value,
    key: Value,
    hash: Option<i64>,
    job: Job,
    /// The candidate being compared.
    cursor: Option<Cursor>,
    /// The job has been handed on (`__missing__`).
    done: bool,
}

impl Probe {
    pub fn new(table: Value, key: Value, hash: Option<i64>, job: Job) -> Probe {
        Probe { table, key, hash, job, cursor: None, done: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        if self.done {
            return outcome.value(vm).map(Action::Return);
        }
        loop {
            let answer = match outcome {
                Outcome::Start => None,
                outcome => Some(outcome.value(vm)?),
            };
            let Some(hash) = self.hash else {
                match answer {
                    Some(answer) => self.hash = vm.hash_answer(answer),
                    None => match vm.hash_action(self.key)? {
                        Action::Return(value) => self.hash = vm.hash_answer(value),
                        action => return Ok(action),
                    },
                }
                outcome = Outcome::Start;
                continue;
            };
            if let (Some(Value::Bool(true)), Some(cursor)) = (answer, self.cursor) {
                let found = match vm.data(self.table) {
                    Some(Data::Dict(dict)) => dict.accept(hash, cursor),
                    Some(Data::Set(set)) => set.accept(hash, cursor),
                    _ => None,
                };
                if found.is_some() {
                    self.done = true;
                    return vm.finish_probe(self.table, self.key, hash, self.job, found);
                }
            }
            let same = |candidate| vm.same_key(candidate, self.key);
            let cursor = self.cursor.unwrap_or_default();
            let probed = match (vm.data(self.table), self.cursor) {
                (Some(Data::Dict(dict)), Some(_)) => dict.probe_from(hash, cursor, same),
                (Some(Data::Dict(dict)), None) => dict.probe(hash, same),
                (Some(Data::Set(set)), Some(_)) => set.probe_from(hash, cursor, same),
                (Some(Data::Set(set)), None) => set.probe(hash, same),
                _ => Probed::Missing,
            };
            match probed {
                Probed::Found(found) => {
                    self.done = true;
                    return vm.finish_probe(self.table, self.key, hash, self.job, Some(found));
                }
                Probed::Missing => {
                    self.done = true;
                    return vm.finish_probe(self.table, self.key, hash, self.job, None);
                }
                Probed::Ask(candidate, cursor) => {
                    self.cursor = Some(cursor);
                    match vm.compare_truth(Compare::Eq, candidate, self.key)? {
                        Action::Return(value) => outcome = Outcome::Returned(value),
                        action => return Ok(action),
                    }
                }
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.table, self.key]);
        if let Job::Get { default: v } | Job::Set(v) | Job::SetDefault(v) | Job::Pop { default: v } = self.job
        {
            m.value(v);
        }
    }
}
