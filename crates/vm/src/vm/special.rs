//! Special methods: found on the class, never on the instance, and bound without making a method object.
//!
//! Native code works on the native data directly unless the class overrides the method *in Python*; that question is
//! [`Vm::overridden`]. Builtin classes cannot change, so for their own instances it costs a comparison.

use super::Vm;
use crate::heap::object::Data;
use crate::native::{Action, Args};
use crate::types;
use crate::value::{Id, Value};

impl Vm {
    /// The special method `name` of a value's class if Python code defined it (`None` as a value included).
    pub fn overridden(&self, value: Value, name: Id) -> Option<Value> {
        let class = self.heap.get(value.id()?).class;
        if (class.index() as u32) < types::FIRST_FREE {
            return None;
        }
        self.class_attr(class, name).filter(|&m| !self.is_native_function(m))
    }

    /// The special method `name` of a value's class, native or not.
    pub fn special(&self, value: Value, name: Id) -> Option<Value> {
        self.class_attr(self.class_of(value), name)
    }

    /// What to call, and with what, to call the class attribute `method` on `this`.
    pub fn bind_dunder(&self, method: Value, this: Value, args: &[Value]) -> (Value, Args) {
        let mut bound = Args::of(args);
        let callee = match self.data(method) {
            Some(Data::Function(_)) => {
                bound.prepend(this);
                method
            }
            Some(Data::Native(f)) if f.is_method => {
                bound.prepend(this);
                method
            }
            Some(Data::StaticMethod(f)) => *f,
            Some(Data::ClassMethod(f)) => {
                bound.prepend(self.class_of(this).into());
                *f
            }
            _ => method,
        };
        (callee, bound)
    }

    /// Calls the class attribute `method` on `this`.
    pub fn call_dunder(&self, method: Value, this: Value, args: &[Value]) -> Action {
        let (callee, args) = self.bind_dunder(method, this, args);
        Action::call(callee, args)
    }
}
