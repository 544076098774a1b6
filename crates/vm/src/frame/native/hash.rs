//! The hash of a tuple with items that only Python can hash.

use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// Hashes of the items so far.
#[derive(Clone, Debug)]
pub struct HashItems {
    items: Vec<Value>,
    lanes: Vec<i64>,
}

impl HashItems {
    pub fn new(items: Vec<Value>) -> HashItems {
        HashItems { items, lanes: Vec::new() }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if !matches!(outcome, Outcome::Start) {
            let answer = outcome.value(vm)?;
            self.lanes.extend(vm.hash_answer(answer));
        }
        while let Some(&item) = self.items.get(self.lanes.len()) {
            match vm.hash_action(item)? {
                Action::Return(value) => self.lanes.extend(vm.hash_answer(value)),
                action => return Ok(action),
            }
        }
        Ok(Action::Return(Value::Int(vm.hash_of_items(&self.lanes))))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.items);
    }
}
