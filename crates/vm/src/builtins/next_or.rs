//! `next(iterator, default)` where the next item takes Python to find.

use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// An item being asked for.
#[derive(Clone, Debug)]
pub struct NextOr {
    iterator: Value,
    default: Value,
}

impl NextOr {
    pub fn new(iterator: Value, default: Value) -> NextOr {
        NextOr { iterator, default }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Outcome::Start = outcome {
            return match vm.next(self.iterator)? {
                Action::Finished(_) => Ok(Action::Return(self.default)),
                action => Ok(action),
            };
        }
        let item = vm.outcome_item(outcome)?;
        Ok(Action::Return(item.unwrap_or(self.default)))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.iterator, self.default]);
    }
}
