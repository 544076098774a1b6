//! Classes: attribute lookup along the method resolution order, its cache, and C3.

use std::cell::{Cell, RefCell};

use super::Vm;
use crate::heap::object::{Class, Data};
use crate::value::{Id, Value};

/// Remembers what lookups on classes found, as CPython's type cache does. Forgotten whole when any class changes
/// or objects are collected, since ids are used again.
#[derive(Clone)]
pub(crate) struct ClassCache {
    entries: RefCell<Vec<Entry>>,
    epoch: Cell<u32>,
}

#[derive(Clone, Copy)]
struct Entry {
    class: u32,
    name: u32,
    epoch: u32,
    value: Value,
}

impl ClassCache {
    const SIZE: usize = 2048;

    pub fn new() -> ClassCache {
        let empty = Entry { class: 0, name: 0, epoch: 0, value: Value::Unbound };
        ClassCache { entries: RefCell::new(vec![empty; Self::SIZE]), epoch: Cell::new(1) }
    }

    pub fn forget(&self) {
        self.epoch.set(self.epoch.get().wrapping_add(1).max(1));
        if self.epoch.get() == 1 {
            self.entries.borrow_mut().iter_mut().for_each(|e| e.epoch = 0);
        }
    }

    /// `Some(Unbound)`: known to be missing.
    fn get(&self, class: Id, name: Id) -> Option<Value> {
        let entry = self.entries.borrow()[Self::place(class, name)];
        let hit = entry.class == class.index() as u32
            && entry.name == name.index() as u32
            && entry.epoch == self.epoch.get();
        hit.then_some(entry.value)
    }

    fn put(&self, class: Id, name: Id, value: Value) {
        let (class_index, name_index) = (class.index() as u32, name.index() as u32);
        self.entries.borrow_mut()[Self::place(class, name)] =
            Entry { class: class_index, name: name_index, epoch: self.epoch.get(), value };
    }

    fn place(class: Id, name: Id) -> usize {
        (class.index().wrapping_mul(31) ^ name.index()) % Self::SIZE
    }
}

impl Vm {
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
    pub fn class_attr(&self, class: Id, name: Id) -> Option<Value> {
        if let Some(value) = self.cache.get(class, name) {
            return value.bound();
        }
        let found = self.class_attr_after(class, None, name);
        self.cache.put(class, name, found.unwrap_or(Value::Unbound));
        found
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
            self.cache.forget();
        }
    }

    /// Whether a value is a function written in Rust.
    pub fn is_native_function(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Native(_)))
    }

    /// The method resolution order of a class with these bases, itself left out (C3); `None` when there is none.
    pub fn linearize(&self, bases: &[Id]) -> Option<Vec<Id>> {
        let mut lists: Vec<Vec<Id>> =
            bases.iter().map(|&b| self.class(b).map_or_else(Vec::new, |c| c.mro.clone())).collect();
        lists.push(bases.to_vec());
        let mut order = Vec::new();
        loop {
            lists.retain(|l| !l.is_empty());
            if lists.is_empty() {
                return Some(order);
            }
            let next = lists.iter().map(|l| l[0]).find(|c| !lists.iter().any(|l| l[1..].contains(c)))?;
            order.push(next);
            lists.iter_mut().for_each(|l| l.retain(|&c| c != next));
        }
    }
}
