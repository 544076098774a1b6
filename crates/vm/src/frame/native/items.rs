//! Comparisons of containers whose items only Python can compare: sequences item by item, tables by containment.

use crate::code::Compare;
use crate::frame::native::probe::Job;
use crate::heap::Marker;
use crate::heap::object::{Data, DictViewKind};
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// Lexicographic comparison of two sequences.
#[derive(Clone, Debug)]
pub struct CompareItems {
    op: Compare,
    a: Vec<Value>,
    b: Vec<Value>,
    at: usize,
    /// The deciding items are being compared with `op` itself.
    deciding: bool,
}

impl CompareItems {
    pub fn new(op: Compare, a: Vec<Value>, b: Vec<Value>) -> CompareItems {
        CompareItems::starting_at(op, a, b, 0)
    }

    /// The items before `at` are known to be equal.
    pub fn starting_at(op: Compare, a: Vec<Value>, b: Vec<Value>, at: usize) -> CompareItems {
        CompareItems { op, a, b, at, deciding: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        loop {
            if !matches!(outcome, Outcome::Start) {
                let answer = outcome.value(vm)?;
                if self.deciding {
                    return Ok(Action::Return(answer));
                }
                if matches!(answer, Value::Bool(false)) {
                    match self.op {
                        Compare::Eq => return Ok(Action::Return(Value::Bool(false))),
                        Compare::Ne => return Ok(Action::Return(Value::Bool(true))),
                        op => {
                            self.deciding = true;
                            return vm.compare(op, self.a[self.at], self.b[self.at]);
                        }
                    }
                }
                self.at += 1;
            }
            let (Some(&x), Some(&y)) = (self.a.get(self.at), self.b.get(self.at)) else {
                let result = self.op.holds(self.a.len().cmp(&self.b.len()));
                return Ok(Action::Return(result.into()));
            };
            match vm.compare_truth(Compare::Eq, x, y)? {
                Action::Return(value) => outcome = Outcome::Returned(value),
                action => return Ok(action),
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.a);
        m.values(&self.b);
    }
}

/// Whether every entry of one table is in another (with an equal value, for dicts).
#[derive(Clone, Debug)]
pub struct CompareTables {
    entries: Vec<(Value, Value)>,
    outer: Value,
    /// Compare values as well.
    values: bool,
    /// Answer the opposite.
    opposite: bool,
    at: usize,
    asked: Asked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Found,
    Equal,
}

impl CompareTables {
    pub fn new(vm: &mut Vm, inner: Value, outer: Value, opposite: bool) -> CompareTables {
        let values = matches!(vm.data(inner), Some(Data::Dict(_)));
        let entries = match vm.data(inner) {
            Some(Data::Dict(dict)) => dict.iter().collect(),
            Some(Data::Set(set)) => set.iter().map(|item| (item, Value::None)).collect(),
            Some(Data::DictView(view)) => {
                let (kind, dict) = **view;
                let entries: Vec<_> =
                    vm.dict_of(dict.into()).map_or_else(Vec::new, |dict| dict.iter().collect());
                match kind {
                    DictViewKind::Items => {
                        entries.into_iter().map(|(k, v)| (vm.tuple([k, v]), Value::None)).collect()
                    }
                    _ => entries,
                }
            }
            _ => Vec::new(),
        };
        CompareTables { entries, outer, values, opposite, at: 0, asked: Asked::Nothing }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        loop {
            let action = match self.asked {
                Asked::Nothing => {
                    let Some(&(key, _)) = self.entries.get(self.at) else {
                        return Ok(Action::Return((!self.opposite).into()));
                    };
                    vm.work += 1;
                    self.asked = Asked::Found;
                    match self.values {
                        true => vm.probe(self.outer, key, Job::Get { default: Value::Unbound })?,
                        false => vm.contains(self.outer, key)?,
                    }
                }
                Asked::Found | Asked::Equal => {
                    let answer = outcome.value(vm)?;
                    let missing = match self.values && self.asked == Asked::Found {
                        true => answer.is_unbound(),
                        false => matches!(answer, Value::Bool(false)),
                    };
                    if missing {
                        return Ok(Action::Return(self.opposite.into()));
                    }
                    if self.values && self.asked == Asked::Found {
                        self.asked = Asked::Equal;
                        vm.compare_truth(Compare::Eq, self.entries[self.at].1, answer)?
                    } else {
                        self.at += 1;
                        self.asked = Asked::Nothing;
                        Action::Return(Value::None)
                    }
                }
            };
            match action {
                Action::Return(value) => outcome = Outcome::Returned(value),
                action => return Ok(action),
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.entries.iter().for_each(|&(k, v)| m.values(&[k, v]));
        m.value(self.outer);
    }
}
