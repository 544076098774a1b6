//! `min` and `max`: one pass over an iterable, with a key and a default.

use crate::code::Compare;
use crate::errors;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// A search for the extreme item.
#[derive(Clone, Debug)]
pub struct MinMax {
    /// `Gt` for max, `Lt` for min.
    op: Compare,
    source: Value,
    key: Value,
    /// Unbound: none was given.
    default: Value,
    best: Value,
    best_key: Value,
    item: Value,
    item_key: Value,
    asked: Asked,
}

/// What was asked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Iterator,
    Item,
    Key,
    Better,
}

impl MinMax {
    /// `key` is None where there is none.
    pub fn new(op: Compare, source: Value, key: Value, default: Value) -> MinMax {
        let [best, best_key, item, item_key] = [Value::Unbound; 4];
        MinMax { op, source, key, default, best, best_key, item, item_key, asked: Asked::Nothing }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        loop {
            let action = match self.asked {
                Asked::Nothing => {
                    self.asked = Asked::Iterator;
                    vm.get_iter_checked(self.source)?
                }
                Asked::Iterator => {
                    self.source = outcome.value(vm)?;
                    self.ask_item(vm)?
                }
                Asked::Item => match vm.outcome_item(outcome)? {
                    None => return self.finish(vm),
                    Some(item) => {
                        self.item = item;
                        self.asked = Asked::Key;
                        match self.key {
                            Value::None => Action::Return(item),
                            key => Action::call(key, Args::of(&[item])),
                        }
                    }
                },
                Asked::Key => {
                    self.item_key = outcome.value(vm)?;
                    self.asked = Asked::Better;
                    match self.best {
                        Value::Unbound => Action::Return(Value::Bool(true)),
                        _ => vm.compare_truth(self.op, self.item_key, self.best_key)?,
                    }
                }
                Asked::Better => {
                    if matches!(outcome.value(vm)?, Value::Bool(true)) {
                        (self.best, self.best_key) = (self.item, self.item_key);
                    }
                    self.ask_item(vm)?
                }
            };
            outcome = match action {
                Action::Return(value) => Outcome::Returned(value),
                Action::Finished(value) => Outcome::Finished(value),
                action => return Ok(action),
            };
        }
    }

    fn ask_item(&mut self, vm: &mut Vm) -> NativeResult {
        self.asked = Asked::Item;
        vm.next(self.source)
    }

    fn finish(&self, vm: &mut Vm) -> NativeResult {
        match (self.best, self.default) {
            (Value::Unbound, Value::Unbound) => {
                Err(errors::empty_iterable(vm, if self.op == Compare::Gt { "max" } else { "min" }))
            }
            (Value::Unbound, default) => Ok(Action::Return(default)),
            (best, _) => Ok(Action::Return(best)),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.source, self.key, self.default, self.best, self.best_key, self.item, self.item_key]);
    }
}
