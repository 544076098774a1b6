//! What the machine's owner adds to it: classes whose instances carry the owner's own data, and those instances.

use super::Vm;
use crate::heap::object::{Class, Data, HostData, Layout};
use crate::heap::{Dict, Object};
use crate::names;
use crate::types;
use crate::value::{Id, Value};

impl Vm {
    /// A new class written in Rust, with an empty namespace: methods come with [`Vm::add_methods`]. `has_dict` says whether its
    /// instances take attributes. The caller must keep the class reachable.
    pub fn add_class(&mut self, module: &str, name: &str, base: Id, layout: Layout, has_dict: bool) -> Id {
        let name = Value::Obj(self.intern(name));
        let module = Value::Obj(self.intern(module));
        let namespace = self.dict(Dict::new());
        self.dict_set_str(namespace, names::MODULE, module);
        let mut mro = self.class(base).map_or_else(Vec::new, |c| c.mro.clone());
        let class = Class {
            name,
            qualname: name,
            bases: vec![base],
            mro: Vec::new(),
            namespace,
            layout,
            has_dict,
            has_weakref: false,
            finalizer: false,
            heap_type: false,
            subclasses: Vec::new(),
            version: self.cache.fresh(),
        };
        let id = self.heap.add(Object::new(types::TYPE, Data::Class(Box::new(class))));
        mro.insert(0, id);
        if let Some(class) = self.class_mut(id) {
            class.mro = mro;
        }
        if let Some(base) = self.class_mut(base) {
            base.subclasses.push(id);
        }
        id
    }

    /// A new object of one of the owner's classes, or of a subclass.
    pub fn host_object(&mut self, class: Id, data: impl HostData) -> Value {
        self.heap.add(Object::new(class, Data::Host(Box::new(data)))).into()
    }

    /// The owner's data in an object, if it is a `T`.
    pub fn host<T: HostData>(&self, value: Value) -> Option<&T> {
        self.heap.data(value.id()?).host()
    }

    pub fn host_mut<T: HostData>(&mut self, value: Value) -> Option<&mut T> {
        self.heap.data_mut(value.id()?).host_mut()
    }
}
