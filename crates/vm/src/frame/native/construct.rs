//! `cls(...)` in general: `__new__`, then `__init__` of what it made.

use crate::errors;
use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::{Id, Value};
use crate::vm::Vm;

/// A construction in progress.
#[derive(Clone, Debug)]
pub struct Construct {
    class: Option<Id>,
    args: Args,
    /// What was made; unbound before.
    instance: Value,
    /// What to do on entering, when `__new__` or `__init__` has begun already.
    first: Option<Box<Action>>,
}

impl Construct {
    pub fn new(class: Id, args: Args) -> Construct {
        Construct { class: Some(class), args, instance: Value::Unbound, first: None }
    }

    /// `__init__` of `instance` goes on with `action`.
    pub fn after(instance: Id, action: Action) -> Construct {
        Construct { class: None, args: Args::new(), instance: instance.into(), first: Some(Box::new(action)) }
    }

    /// `__new__` goes on with `action`; `args` are those of the call.
    pub fn making(class: Id, args: Args, action: Action) -> Construct {
        Construct { class: Some(class), args, instance: Value::Unbound, first: Some(Box::new(action)) }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Outcome::Start = outcome {
            return match (self.first.take(), self.class) {
                (Some(action), _) => Ok(*action),
                (None, Some(class)) => self.call_new(vm, class),
                (None, None) => Ok(Action::Return(self.instance)),
            };
        }
        let value = outcome.value(vm)?;
        match self.class {
            Some(class) if self.instance.is_unbound() => {
                self.instance = value;
                if !vm.is_instance(value, class) {
                    return Ok(Action::Return(value));
                }
                let made = vm.class_of(value);
                match vm.class_attr(made, names::INIT) {
                    Some(init) if !init.is(vm.object_init) => {
                        let mut args = std::mem::take(&mut self.args);
                        args.prepend(value);
                        Ok(Action::call(init, args))
                    }
                    _ => Ok(Action::Return(value)),
                }
            }
            _ => match value {
                Value::None => Ok(Action::Return(self.instance)),
                other => Err(errors::init_result(vm, other)),
            },
        }
    }

    fn call_new(&mut self, vm: &mut Vm, class: Id) -> NativeResult {
        let Some(new) = vm.class_attr(class, names::NEW) else {
            return Err(errors::cannot_create(vm, class));
        };
        let mut args = self.args.clone();
        args.prepend(class.into());
        Ok(Action::call(new, args))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.class.into_iter().for_each(|id| m.id(id));
        self.args.trace(m);
        m.value(self.instance);
        if let Some(first) = &self.first {
            first.trace(m);
        }
    }
}
