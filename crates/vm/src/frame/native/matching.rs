//! `match` patterns that ask the subject: keys of a mapping, attributes of a class pattern.

use std::collections::VecDeque;

use crate::errors;
use crate::heap::Marker;
use crate::heap::object::Layout;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

use super::NativeFrame;

/// `case {k1: …, k2: …}`: a tuple of the values, or None when a key is missing.
#[derive(Clone, Debug)]
pub struct MatchKeys {
    mapping: Value,
    keys: VecDeque<Value>,
    values: Vec<Value>,
}

impl MatchKeys {
    pub fn new(mapping: Value, keys: Vec<Value>) -> MatchKeys {
        MatchKeys { mapping, keys: keys.into(), values: Vec::new() }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => {}
            Outcome::Raised(exc) if vm.is_instance(exc, types::KEY_ERROR) => {
                return Ok(Action::Return(Value::None));
            }
            other => {
                let value = other.value(vm)?;
                self.values.push(value);
            }
        }
        while let Some(key) = self.keys.pop_front() {
            match vm.native_get_item(self.mapping, key) {
                Ok(Action::Return(value)) => self.values.push(value),
                Err(Raised(exc)) if vm.is_instance(exc, types::KEY_ERROR) => {
                    return Ok(Action::Return(Value::None));
                }
                other => return other,
            }
        }
        Ok(Action::Return(vm.tuple(std::mem::take(&mut self.values))))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.mapping);
        self.keys.iter().for_each(|&k| m.value(k));
        m.values(&self.values);
    }
}

/// `case Class(p1, …, k=…)`: a tuple of the attributes, or None when the subject does not match.
#[derive(Clone, Debug)]
pub struct MatchClass {
    subject: Value,
    class: Value,
    positional: usize,
    keywords: VecDeque<Value>,
    values: Vec<Value>,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Instance,
    Args,
    Attributes,
}

impl MatchClass {
    pub fn begin(
        vm: &mut Vm,
        subject: Value,
        class: Value,
        positional: usize,
        keywords: Vec<Value>,
    ) -> NativeResult {
        if vm.class_of_instance(class).is_none() {
            return Err(errors::type_error(vm, "called match pattern must be a class"));
        }
        let keywords = keywords.into();
        let frame =
            MatchClass { subject, class, positional, keywords, values: Vec::new(), stage: Stage::Instance };
        Ok(Action::Enter(NativeFrame::MatchClass(Box::new(frame))))
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        if let (Outcome::Start, Stage::Instance) = (outcome, self.stage) {
            match vm.isinstance_action(self.subject, self.class)? {
                Action::Return(value) => outcome = Outcome::Returned(value),
                action => return Ok(action),
            }
        }
        if let Outcome::Raised(exc) = outcome
            && vm.is_instance(exc, types::ATTRIBUTE_ERROR)
        {
            match self.stage {
                Stage::Args => return self.use_match_args(vm, Value::Unbound),
                _ => return Ok(Action::Return(Value::None)),
            }
        }
        let value = outcome.value(vm)?;
        match self.stage {
            Stage::Instance => {
                if !matches!(value, Value::Bool(true)) {
                    return Ok(Action::Return(Value::None));
                }
                self.stage = Stage::Args;
                if self.positional == 0 {
                    self.stage = Stage::Attributes;
                    return self.next_attribute(vm);
                }
                match vm.load_attr(self.class, crate::names::MATCH_ARGS) {
                    Ok(Action::Return(args)) => self.use_match_args(vm, args),
                    Err(Raised(exc)) if vm.is_instance(exc, types::ATTRIBUTE_ERROR) => {
                        self.use_match_args(vm, Value::Unbound)
                    }
                    other => other,
                }
            }
            Stage::Args => self.use_match_args(vm, value),
            Stage::Attributes => {
                self.values.push(value);
                self.next_attribute(vm)
            }
        }
    }

    fn use_match_args(&mut self, vm: &mut Vm, args: Value) -> NativeResult {
        self.stage = Stage::Attributes;
        let class = self.class.id().unwrap_or(types::OBJECT);
        let name = vm.class_name(class).to_owned();
        if args.is_unbound() {
            let whole = !matches!(
                vm.layout(class),
                Layout::Plain | Layout::Exception | Layout::Class | Layout::Module | Layout::Host(_)
            ) && (vm.layout(class) != Layout::Sealed || class == types::BOOL);
            let allowed = usize::from(whole);
            if self.positional > allowed {
                return Err(too_many(vm, &name, allowed, self.positional));
            }
            self.values.push(self.subject);
            return self.next_attribute(vm);
        }
        let Some(items) = vm.tuple_of(args).map(<[Value]>::to_vec) else {
            let message = format!("{name}.__match_args__ must be a tuple (got {})", vm.type_name(args));
            return Err(errors::type_error(vm, message));
        };
        if self.positional > items.len() {
            return Err(too_many(vm, &name, items.len(), self.positional));
        }
        for &item in items[..self.positional].iter().rev() {
            if vm.str_of(item).is_none() {
                let message = format!("__match_args__ elements must be strings (got {})", vm.type_name(item));
                return Err(errors::type_error(vm, message));
            }
            if self.keywords.iter().any(|&seen| vm.str_of(seen) == vm.str_of(item)) {
                let attribute = vm.str_of(item).unwrap_or("?");
                let message = format!("{name}() got multiple sub-patterns for attribute '{attribute}'");
                return Err(errors::type_error(vm, message));
            }
            self.keywords.push_front(item);
        }
        self.next_attribute(vm)
    }

    fn next_attribute(&mut self, vm: &mut Vm) -> NativeResult {
        while let Some(name) = self.keywords.pop_front() {
            match vm.load_attr(self.subject, name.id().unwrap_or(crate::names::EMPTY)) {
                Ok(Action::Return(value)) => self.values.push(value),
                Err(Raised(exc)) if vm.is_instance(exc, types::ATTRIBUTE_ERROR) => {
                    return Ok(Action::Return(Value::None));
                }
                other => return other,
            }
        }
        Ok(Action::Return(vm.tuple(std::mem::take(&mut self.values))))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.subject, self.class]);
        self.keywords.iter().for_each(|&k| m.value(k));
        m.values(&self.values);
    }
}

fn too_many(vm: &mut Vm, class: &str, allowed: usize, given: usize) -> Raised {
    let s = if allowed == 1 { "" } else { "s" };
    errors::type_error(vm, format!("{class}() accepts {allowed} positional sub-pattern{s} ({given} given)"))
}
