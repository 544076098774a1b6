//! `{**mapping}` for mappings that are not dicts: `keys()`, then an item for each.

use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::attr::Found;

use super::collect::Sink;

/// A mapping being copied into a dict.
#[derive(Clone, Debug)]
pub struct Merge {
    dict: Value,
    mapping: Value,
    keys_asked: bool,
    collecting: bool,
}

impl Merge {
    pub fn new(dict: Value, mapping: Value) -> Merge {
        Merge { dict, mapping, keys_asked: false, collecting: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let value = outcome.value(vm)?;
        if !self.keys_asked {
            self.keys_asked = true;
            return match vm.find_attr(self.mapping, names::KEYS)? {
                Found::Method(function, this) => Ok(Action::call(function, Args::of(&[this]))),
                Found::Value(function) => Ok(Action::call(function, Args::new())),
                Found::Act(action) => Ok(action),
            };
        }
        if !self.collecting {
            self.collecting = true;
            let (dict, mapping) = (self.dict, self.mapping);
            return vm.collect_into(
                value,
                Sink::Mapping { dict, mapping, key: Value::Unbound, result: Value::None },
            );
        }
        Ok(Action::Return(Value::None))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.dict, self.mapping]);
    }
}
