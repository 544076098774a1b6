//! Attributes that are not where a line of the inline cache says, of objects on the stack of a parked frame.

use super::{After, Next};
use crate::frame::{FrameId, OnReturn};
use crate::native::{Action, Args};
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;
use crate::vm::cache::Hit;
use crate::vm::run::Fiber;

impl Vm {
    #[inline(never)]
    pub(super) fn load_attr_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        name: Id,
        line: usize,
    ) -> After {
        let object = self.pop_operand(top);
        let result = match self.cached_attr(object, name, line) {
            Some(Hit::Value(value)) => {
                self.push_operand(top, value);
                return match self.watching && self.lost_if_fresh(object) {
                    true => After::Leave(self.act(fiber, OnReturn::Discard, Vm::look())),
                    false => After::Same,
                };
            }
            Some(Hit::Method(function)) => {
                let bound = self.bound_method(function, object);
                self.push_operand(top, bound);
                return After::Same;
            }
            Some(Hit::Getter(get)) => get(self, &Args::of(&[object])),
            None => {
                let result = self.load_attr(object, name);
                if matches!(result, Ok(Action::Return(_))) {
                    self.learn_attr(object, name, line);
                }
                result
            }
        };
        self.push_parked::<IN_ENGINE>(fiber, top, result)
    }

    #[inline(never)]
    pub(super) fn load_method_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        name: Id,
        line: usize,
    ) -> After {
        let object = self.pop_operand(top);
        let (function, this) = match self.cached_attr(object, name, line) {
            Some(Hit::Value(value)) => (value, Value::Unbound),
            _ => {
                let (function, this) = match self.find_attr(object, name) {
                    Ok(Found::Method(function, this)) => (function, this),
                    Ok(Found::Value(value)) => (value, Value::Unbound),
                    Ok(Found::Act(action)) => {
                        return self.conclude::<IN_ENGINE>(
                            fiber,
                            top,
                            Next::Act(OnReturn::Method, Ok(action)),
                        );
                    }
                    Err(raised) => return self.conclude::<IN_ENGINE>(fiber, top, raised.into()),
                };
                self.learn_attr(object, name, line);
                (function, this)
            }
        };
        self.push_operand(top, function);
        self.push_operand(top, this);
        After::Same
    }

    #[inline(never)]
    pub(super) fn store_attr_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        object: Value,
        name: Id,
        value: Value,
        line: usize,
    ) -> After {
        if self.watching {
            self.note_attr(object, name);
        }
        let next = if self.cached_store(object, name, value, line) {
            Next::Go
        } else {
            let result = self.store_attr(object, name, value);
            if matches!(result, Ok(Action::Return(_))) {
                self.learn_attr(object, name, line);
            }
            Next::Act(OnReturn::Discard, result)
        };
        self.conclude::<IN_ENGINE>(fiber, top, next)
    }
}
