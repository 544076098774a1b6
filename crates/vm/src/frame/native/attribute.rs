//! Attribute access that runs Python: `__getattribute__` or a descriptor first, `__getattr__` when that raises AttributeError.

use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// An attribute access with a fallback.
#[derive(Clone, Debug)]
pub struct GetAttrFrame {
    pub object: Value,
    pub name: Id,
    /// What to ask first; called with `args`.
    pub first: Value,
    pub args: Args,
    pub fallback: Fallback,
    pub stage: Stage,
    /// The default of `getattr`, unless unbound: the last resort.
    pub default: Value,
}

/// What an AttributeError of the first call leads to.
#[derive(Clone, Copy, Debug)]
pub enum Fallback {
    Raise,
    /// `__getattr__`, not bound.
    Method(Value),
    /// `getattr(o, n, default)`.
    Value(Value),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    First,
    Method,
}

impl GetAttrFrame {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => Ok(Action::call(self.first, std::mem::take(&mut self.args))),
            Outcome::Raised(exc) if vm.is_instance(exc, types::ATTRIBUTE_ERROR) => match self.fallback {
                Fallback::Method(method) if self.stage == Stage::First => {
                    self.stage = Stage::Method;
                    Ok(Action::call(method, Args::of(&[self.object, names::value(self.name)])))
                }
                Fallback::Value(default) => Ok(Action::Return(default)),
                _ if !self.default.is_unbound() => Ok(Action::Return(self.default)),
                _ => Err(Raised(exc)),
            },
            other => other.value(vm).map(Action::Return),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.object, self.first, self.default]);
        m.id(self.name);
        self.args.trace(m);
        if let Fallback::Method(v) | Fallback::Value(v) = self.fallback {
            m.value(v);
        }
    }
}
