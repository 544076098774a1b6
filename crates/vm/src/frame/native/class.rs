//! The `class` statement step by step, and what follows a class's making.

use std::collections::VecDeque;

use crate::errors;
use crate::heap::{Dict, Marker};
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;

/// A `class` statement: metaclass, `__prepare__`, the body, then the metaclass is called.
#[derive(Clone, Debug)]
pub struct ClassStatement {
    body: Value,
    name: Value,
    bases: Vec<Value>,
    /// The bases as written, where `__mro_entries__` replaced some.
    original: Option<Vec<Value>>,
    keywords: Args,
    meta: Value,
    namespace: Value,
    stage: Stage,
    /// The base whose `__mro_entries__` runs.
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Bases,
    Prepare,
    Body,
    Make,
}

impl ClassStatement {
    pub fn new(body: Value, name: Value, bases: Vec<Value>, keywords: Args) -> ClassStatement {
        let (meta, namespace) = (Value::Unbound, Value::Unbound);
        ClassStatement {
            body,
            name,
            bases,
            original: None,
            keywords,
            meta,
            namespace,
            stage: Stage::Bases,
            at: 0,
        }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let value = outcome.value(vm)?;
        match self.stage {
            Stage::Bases => self.resolve_bases(vm, value),
            Stage::Prepare => {
                self.namespace = value;
                self.run_body()
            }
            Stage::Body => {
                self.stage = Stage::Make;
                if let (Some(original), Value::Obj(ns)) = (self.original.take(), self.namespace) {
                    let original = vm.tuple(original);
                    vm.dict_set_str(ns, names::ORIG_BASES, original);
                }
                let bases = vm.tuple(self.bases.clone());
                let mut args = Args::of(&[self.name, bases, self.namespace]);
                args.values.extend_from_slice(&self.keywords.values);
                args.keywords = std::mem::take(&mut self.keywords.keywords);
                Ok(Action::call(self.meta, args))
            }
            Stage::Make => Ok(Action::Return(value)),
        }
    }

    /// Replaces bases that are not classes by their `__mro_entries__`.
    fn resolve_bases(&mut self, vm: &mut Vm, value: Value) -> NativeResult {
        if !value.is_unbound() {
            let entries = vm.tuple_of(value).unwrap_or(&[]).to_vec();
            self.bases.splice(self.at..=self.at, entries);
        }
        while let Some(&base) = self.bases.get(self.at) {
            if vm.class_of_instance(base).is_none()
                && let Some(Found::Method(function, this)) = vm.find_special(base, names::MRO_ENTRIES)?
            {
                let original = self.original.get_or_insert_with(|| self.bases.clone()).clone();
                let original = vm.tuple(original);
                return Ok(Action::call(function, Args::of(&[this, original])));
            }
            self.at += 1;
        }
        self.prepare(vm)
    }

    fn prepare(&mut self, vm: &mut Vm) -> NativeResult {
        self.stage = Stage::Prepare;
        let meta = self.take_metaclass(vm);
        self.meta = match (meta, vm.class_of_instance(meta)) {
            (Value::Unbound, _) => {
                let first = self.bases.first().map_or(types::TYPE, |&base| vm.class_of(base));
                vm.calculate_metaclass(first, &self.bases)?.into()
            }
            (_, Some(class)) => vm.calculate_metaclass(class, &self.bases)?.into(),
            (other, None) => other,
        };
        if self.meta.id() != Some(types::TYPE)
            && let Ok(found) = vm.find_attr(self.meta, names::PREPARE)
        {
            let bases = vm.tuple(self.bases.clone());
            let (function, mut args) = match found {
                Found::Method(function, this) => (function, Args::of(&[this, self.name, bases])),
                Found::Value(function) => (function, Args::of(&[self.name, bases])),
                Found::Act(action) => return Ok(action),
            };
            args.values.extend_from_slice(&self.keywords.values);
            args.keywords = self.keywords.keywords.clone();
            return Ok(Action::call(function, args));
        }
        self.namespace = vm.dict(Dict::new()).into();
        self.run_body()
    }

    fn take_metaclass(&mut self, vm: &Vm) -> Value {
        let Some(at) = self.keywords.keywords.iter().position(|&k| vm.same_text(k, names::METACLASS)) else {
            return Value::Unbound;
        };
        self.keywords.keywords.remove(at);
        self.keywords.values.remove(at)
    }

    fn run_body(&mut self) -> NativeResult {
        self.stage = Stage::Body;
        Ok(Action::Body(self.body, self.namespace))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.body, self.name, self.meta, self.namespace]);
        m.values(&self.bases);
        self.original.iter().for_each(|o| m.values(o));
        self.keywords.trace(m);
    }
}

/// After `type.__new__`: `__set_name__` of every attribute that has one, then the parent's `__init_subclass__`.
#[derive(Clone, Debug)]
pub struct FinishClass {
    class: Id,
    keywords: Args,
    /// Attributes and their names.
    attributes: VecDeque<(Value, Value)>,
    /// The attribute whose `__set_name__` runs.
    current: Option<(Value, Value)>,
    subclass_called: bool,
}

impl FinishClass {
    pub fn new(vm: &Vm, class: Id, keywords: Args) -> FinishClass {
        let attributes = vm
            .class(class)
            .and_then(|c| vm.dict_of(c.namespace.into()))
            .map(|d| d.iter().filter(|(_, v)| v.id().is_some()).collect())
            .unwrap_or_default();
        FinishClass { class, keywords, attributes, current: None, subclass_called: false }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let (Outcome::Raised(exc), Some((name, value))) = (outcome, self.current) {
            self.add_note(vm, exc, name, value);
            return Err(Raised(exc));
        }
        outcome.value(vm)?;
        while let Some((name, value)) = self.attributes.pop_front() {
            self.current = Some((name, value));
            if vm.property_named(value, name) {
                continue;
            }
            match vm.find_special(value, names::SET_NAME)? {
                Some(Found::Method(function, this)) => {
                    return Ok(Action::call(function, Args::of(&[this, self.class.into(), name])));
                }
                Some(Found::Value(function)) => {
                    return Ok(Action::call(function, Args::of(&[self.class.into(), name])));
                }
                Some(Found::Act(action)) => return Ok(action),
                None => {}
            }
        }
        self.current = None;
        if self.subclass_called {
            return Ok(Action::Return(self.class.into()));
        }
        self.subclass_called = true;
        self.init_subclass(vm)
    }

    fn init_subclass(&mut self, vm: &mut Vm) -> NativeResult {
        let class = Value::Obj(self.class);
        let mut args = std::mem::take(&mut self.keywords);
        match vm.find_super_attr(class, class, names::INIT_SUBCLASS)? {
            Found::Method(function, this) => {
                args.prepend(this);
                Ok(Action::call(function, args))
            }
            Found::Value(function) => Ok(Action::call(function, args)),
            Found::Act(action) => Ok(action),
        }
    }

    fn add_note(&self, vm: &mut Vm, exc: Value, name: Value, value: Value) {
        let note = format!(
            "Error calling __set_name__ on '{}' instance '{}' in '{}'",
            vm.type_name(value),
            vm.str_of(name).unwrap_or("?"),
            vm.class_name(self.class)
        );
        errors::add_note(vm, exc, &note);
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.class);
        self.keywords.trace(m);
        self.attributes.iter().chain(&self.current).for_each(|&(a, b)| m.values(&[a, b]));
    }
}
