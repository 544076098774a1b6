//! Classes: attribute lookup along the method resolution order, its cache, and C3.

use std::cell::Cell;

use super::Vm;
use crate::heap::object::{Class, Data};
use crate::names;
use crate::value::{Id, Value};

/// Remembers what lookups on classes found, as CPython's type cache does. An entry holds for one version of its class, and
/// no two classes or states of a class ever have the same, also where a collected class's id is used again.
#[derive(Clone)]
pub(crate) struct ClassCache {
    entries: Box<[Cell<Entry>]>,
    versions: Cell<u32>,
}

#[derive(Clone, Copy)]
struct Entry {
    version: u32,
    name: u32,
    value: Value,
}

impl ClassCache {
    const SIZE: usize = 2048;

    pub fn new() -> ClassCache {
        let empty = Entry { version: 0, name: 0, value: Value::Unbound };
        ClassCache { entries: vec![Cell::new(empty); Self::SIZE].into(), versions: Cell::new(0) }
    }

    /// A version that no class has had. After four billion of them, all are 0, for which nothing is remembered.
    pub fn fresh(&self) -> u32 {
        let next = self.versions.get().checked_add(1);
        self.versions.set(next.unwrap_or(u32::MAX));
        next.unwrap_or(0)
    }

    /// `Some(Unbound)`: known to be missing.
    #[inline]
    fn get(&self, version: u32, name: Id) -> Option<Value> {
        let entry = self.entries[Self::place(version, name)].get();
        (entry.version == version && entry.name == name.index() as u32 && version != 0).then_some(entry.value)
    }

    fn put(&self, version: u32, name: Id, value: Value) {
        self.entries[Self::place(version, name)].set(Entry { version, name: name.index() as u32, value });
    }

    #[inline]
    fn place(version: u32, name: Id) -> usize {
        ((version as usize).wrapping_mul(31) ^ name.index()) % Self::SIZE
    }
}

impl Vm {
    #[inline]
    pub fn class(&self, id: Id) -> Option<&Class> {
        match self.heap.data(id) {
            Data::Class(class) => Some(class),
            _ => None,
        }
    }

    pub fn class_mut(&mut self, id: Id) -> Option<&mut Class> {
        match self.heap.data_mut(id) {
            Data::Class(class) => Some(class),
            _ => None,
        }
    }

    /// The attribute of `class` or the first of its bases that has it: CPython's `_PyType_Lookup`. Not bound to anything.
    #[inline]
    pub fn class_attr(&self, class: Id, name: Id) -> Option<Value> {
        let version = self.class_version(class);
        match self.cache.get(version, name) {
            Some(value) => value.bound(),
            None => self.learn_class_attr(class, version, name),
        }
    }

    fn learn_class_attr(&self, class: Id, version: u32, name: Id) -> Option<Value> {
        let found = self.class_attr_after(class, None, name);
        self.cache.put(version, name, found.unwrap_or(Value::Unbound));
        found
    }

    /// What changes whenever the class does; 0 for what is not a class.
    #[inline]
    pub(crate) fn class_version(&self, class: Id) -> u32 {
        match self.heap.data(class) {
            Data::Class(class) => class.version,
            _ => 0,
        }
    }

    /// An attribute of the class came, went or has another value: what was found through it no longer holds.
    pub(crate) fn class_changed(&mut self, class: Id) {
        let version = self.cache.fresh();
        let finalizer = self.class_attr(class, names::DEL).is_some_and(|del| !self.is_native_function(del));
        if finalizer {
            self.deaths.finalizers = true;
            self.watch_strange();
        }
        let Some(changed) = self.class_mut(class) else { return };
        changed.version = version;
        changed.finalizer = finalizer;
        for heir in changed.subclasses.clone() {
            self.class_changed(heir);
        }
    }

    /// As [`Vm::class_attr`], looking only behind `after` in the order of `class`: what `super()` does.
    pub fn class_attr_after(&self, class: Id, after: Option<Id>, name: Id) -> Option<Value> {
        let mro = &self.class(class)?.mro;
        let start = match after {
            None => 0,
            Some(after) => mro.iter().position(|&c| c == after)? + 1,
        };
        mro[start..].iter().find_map(|&c| self.dict_get_str(self.class(c)?.namespace, name))
    }

    /// Sets an attribute in the class's own namespace.
    pub fn set_class_attr(&mut self, class: Id, name: Id, value: Value) {
        if let Some(namespace) = self.class(class).map(|c| c.namespace) {
            self.dict_set_str(namespace, name, value);
            self.class_changed(class);
        }
    }

    /// Whether a value is a function written in Rust.
    #[inline]
    pub fn is_native_function(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Native(_)))
    }

    /// The method resolution order of a class with these bases, itself left out (C3); where there is none, the
    /// classes that stand in each other's way.
    pub fn linearize(&self, bases: &[Id]) -> Result<Vec<Id>, Vec<Id>> {
        let mut lists: Vec<Vec<Id>> =
            bases.iter().map(|&b| self.class(b).map_or_else(Vec::new, |c| c.mro.clone())).collect();
        lists.push(bases.to_vec());
        let mut order = Vec::new();
        loop {
            lists.retain(|l| !l.is_empty());
            if lists.is_empty() {
                return Ok(order);
            }
            let next = lists.iter().map(|l| l[0]).find(|c| !lists.iter().any(|l| l[1..].contains(c)));
            let Some(next) = next else {
                let mut heads: Vec<Id> = Vec::new();
                for list in &lists {
                    heads.extend(list.first().filter(|head| !heads.contains(head)));
                }
                return Err(heads);
            };
            order.push(next);
            lists.iter_mut().for_each(|l| l.retain(|&c| c != next));
        }
    }
}
