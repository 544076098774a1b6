//! A subscript whose key, or a part of whose slice, has a user-defined `__index__`.

use crate::heap::Marker;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::native::{Action, NativeResult, Outcome};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// What is done with the item.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    Get,
    Set(Value),
    Delete,
}

/// A subscript waiting for its indexes.
#[derive(Clone, Debug)]
pub struct Indexed {
    access: Access,
    object: Value,
    slice: bool,
    /// The key, or the slice's three parts; ints up to `at`.
    parts: Vec<Value>,
    at: usize,
    done: bool,
}

impl Indexed {
    pub fn new(vm: &Vm, access: Access, object: Value, key: Value) -> Indexed {
        let (slice, parts) = match vm.data(key) {
            Some(Data::Slice(parts)) => (true, parts.to_vec()),
            _ => (false, vec![key]),
        };
        Indexed { access, object, slice, parts, at: 0, done: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if self.done {
            return outcome.value(vm).map(Action::Return);
        }
        if !matches!(outcome, Outcome::Start) {
            let index = outcome.value(vm)?;
            if let Some(part) = self.parts.get_mut(self.at) {
                *part = index;
            }
            self.at += 1;
        }
        while let Some(&part) = self.parts.get(self.at) {
            if vm.needs_index_call(part) {
                return vm.index_action(part);
            }
            self.at += 1;
        }
        self.done = true;
        let key = match self.parts[..] {
            [start, stop, step] if self.slice => {
                vm.heap.add(Object::new(types::SLICE, Data::Slice(Box::new([start, stop, step])))).into()
            }
            [key, ..] => key,
            [] => Value::None,
        };
        match self.access {
            Access::Get => vm.native_get_item(self.object, key),
            Access::Set(value) => vm.native_set_item(self.object, key, value),
            Access::Delete => vm.native_delete_item(self.object, key),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.object);
        m.values(&self.parts);
        if let Access::Set(value) = self.access {
            m.value(value);
        }
    }
}
