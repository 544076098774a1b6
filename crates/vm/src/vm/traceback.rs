//! Tracebacks as text.

mod carets;
mod entry;
pub mod gather;
mod report;
mod suggestion;
mod text;

use super::Vm;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::types;
use crate::value::Value;

impl Vm {
    /// `exc.__traceback__`: the frames it has left so far, outermost first; None before it was raised.
    pub fn traceback_object(&mut self, exc: Value) -> Value {
        let entries = self.exception_of(exc).map(|e| e.traceback.clone()).unwrap_or_default();
        if entries.is_empty() {
            return Value::None;
        }
        let outermost_first: Vec<_> = entries.into_iter().rev().collect();
        self.heap.add(Object::new(types::TRACEBACK, Data::Traceback(outermost_first.into()))).into()
    }
}
