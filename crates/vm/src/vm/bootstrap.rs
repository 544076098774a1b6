//! A fresh machine: names and builtin classes at their fixed ids, then the tables of builtins.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use super::Vm;
use super::class::ClassCache;
use crate::builtins;
use crate::frame::Frames;
use crate::heap::object::{Class, Data, GetSet, HostData, Layout};
use crate::heap::{Dict, Heap, Marker, Object, Str};
use crate::names;
use crate::native::{Def, DefKind, NativeBody, NativeFunction, Signature};
use crate::types;
use crate::value::{Id, Value};

impl Default for Vm {
    fn default() -> Vm {
        Vm::new()
    }
}

impl Vm {
    /// A machine with the builtins and nothing else: no modules but `builtins`, no threads.
    pub fn new() -> Vm {
        let mut heap = Heap::new();
        let mut interned = HashMap::default();
        for text in names::TEXTS {
            let id = heap.add(Object::new(types::STR, Data::Str(Str::new(*text))));
            interned.insert(Box::from(*text), id);
        }
        for _ in types::ROWS {
            // Holds the place: filled once the namespaces, which come after all classes, exist.
            heap.add(Object::new(types::TYPE, Data::Plain));
        }
        let builtins = heap.add(Object::new(types::DICT, Data::Dict(Box::default())));
        let modules = heap.add(Object::new(types::DICT, Data::Dict(Box::default())));
        let mut vm = Vm {
            heap,
            frames: Frames::default(),
            codes: Vec::new(),
            interned,
            cache: ClassCache::new(),
            lines: Vec::new(),
            builtins,
            modules,
            object_new: Value::Unbound,
            object_init: Value::Unbound,
            list_append: Value::Unbound,
            exception_new: Value::Unbound,
            exception_init: Value::Unbound,
            top: None,
            recursion_limit: 1000,
            int_max_str_digits: 4300,
            origin_depth: 0,
            slice_end: u64::MAX,
            interval_end: u64::MAX,
            work: 0,
            spare: None,
            watching: false,
            watched: false,
            stops: Default::default(),
            deaths: super::death::Deaths::default(),
            importer: super::import::Importer::NOTHING,
            sources: HashMap::default(),
            owner: Box::new(Nobody),
        };
        debug_assert_eq!(modules.index() as u32, types::FIRST_FREE + 1);
        for (at, row) in types::ROWS.iter().enumerate() {
            vm.make_builtin_class(Id::new(types::OBJECT.index() as u32 + at as u32), row);
        }
        let module = vm.new_module("builtins", Some(builtins));
        vm.dict_set_str(modules, names::BUILTINS_MODULE, module);
        builtins::install(&mut vm);
        vm.object_new = vm.class_attr(types::OBJECT, names::NEW).unwrap_or_default();
        vm.object_init = vm.class_attr(types::OBJECT, names::INIT).unwrap_or_default();
        let append = vm.intern("append");
        vm.list_append = vm.class_attr(types::LIST, append).unwrap_or_default();
        vm.exception_new = vm.class_attr(types::BASE_EXCEPTION, names::NEW).unwrap_or_default();
        vm.exception_init = vm.class_attr(types::BASE_EXCEPTION, names::INIT).unwrap_or_default();
        vm.heap.settle();
        vm
    }

    fn make_builtin_class(&mut self, id: Id, row: &types::Row) {
        let name = Value::Obj(self.intern(row.name));
        let namespace = self.dict(Dict::new());
        let module = Value::Obj(self.intern(row.module));
        self.dict_set_str(namespace, names::MODULE, module);
        let bases = match id {
            types::OBJECT => Vec::new(),
            // The one builtin class with two bases.
            types::EXCEPTION_GROUP => vec![types::BASE_EXCEPTION_GROUP, types::EXCEPTION],
            _ => vec![row.base],
        };
        let mut mro = self.linearize(&bases).unwrap_or_default();
        mro.insert(0, id);
        let class = Class {
            name,
            qualname: name,
            bases,
            mro,
            namespace,
            layout: row.layout,
            has_dict: matches!(row.layout, Layout::Exception | Layout::Module | Layout::Class)
                || id == types::SIMPLE_NAMESPACE,
            has_weakref: false,
            finalizer: false,
            heap_type: false,
            subclasses: Vec::new(),
            version: self.cache.fresh(),
        };
        *self.heap.get_mut(id) = Object::new(types::TYPE, Data::Class(Box::new(class)));
        if id != types::OBJECT
            && let Some(base) = self.class_mut(row.base)
        {
            base.subclasses.push(id);
        }
        if row.module == "builtins" && is_public(row.name) {
            let (builtins, name) = (self.builtins, self.intern(row.name));
            self.dict_set_str(builtins, name, id.into());
        }
    }

    /// A module object with `__name__` and an empty or given namespace.
    pub fn new_module(&mut self, name: &str, namespace: Option<Id>) -> Value {
        let name = Value::Obj(self.intern(name));
        let namespace = namespace.unwrap_or_else(|| self.dict(Dict::new()));
        self.dict_set_str(namespace, names::NAME, name);
        for empty in [names::DOC, names::PACKAGE, names::LOADER, names::SPEC] {
            self.dict_set_str(namespace, empty, Value::None);
        }
        let id = self.heap.add(Object::new(types::MODULE, Data::Module(name)));
        self.heap.get_mut(id).dict = Some(namespace);
        id.into()
    }

    /// Adds methods and computed attributes to a class.
    pub fn add_methods(&mut self, class: Id, defs: &[Def]) {
        let Some(namespace) = self.class(class).map(|c| c.namespace) else { return };
        for def in defs {
            let name = self.intern(def.name());
            let value = match (def.kind, def.body) {
                (DefKind::Getter, NativeBody::Machine(get)) => {
                    let getter = GetSet { name: name.into(), get, set: None };
                    self.heap.add(Object::new(types::GETSET, Data::GetSet(Box::new(getter)))).into()
                }
                (kind, _) => {
                    let function = self.native_function(def, class.into());
                    match kind {
                        DefKind::ClassMethod => {
                            self.heap.add(Object::new(types::CLASSMETHOD, Data::ClassMethod(function))).into()
                        }
                        _ => function,
                    }
                }
            };
            self.dict_set_str(namespace, name, value);
        }
        self.class_changed(class);
    }

    /// Adds functions to a module's namespace.
    pub fn add_functions(&mut self, namespace: Id, module: &str, defs: &[Def]) {
        let owner = Value::Obj(self.intern(module));
        for def in defs {
            let name = self.intern(def.name());
            let function = self.native_function(def, owner);
            self.dict_set_str(namespace, name, function);
        }
    }

    /// Makes a computed attribute writable; `set` gets instance and value, or `Unbound` to delete.
    pub fn add_setter(&mut self, class: Id, name: &str, set: crate::native::NativeFn) {
        let name = self.intern(name);
        if let Some(Value::Obj(id)) = self.class_attr(class, name)
            && let Data::GetSet(getset) = self.heap.data_mut(id)
        {
            getset.set = Some(set);
        }
    }

    fn native_function(&mut self, def: &Def, owner: Value) -> Value {
        let is_method = def.kind == DefKind::Method;
        // Callers of a class do not see that its `__new__` gets it.
        let has_self = matches!(def.kind, DefKind::Method | DefKind::ClassMethod) || def.name() == "__new__";
        let signature = match def.signature {
            "..." => None,
            text => Some(Rc::new(Signature::parse(self, text, has_self))),
        };
        let function = NativeFunction {
            name: Value::Obj(self.intern(def.name())),
            qualname: def.qualname,
            signature,
            body: def.body,
            is_method,
            owner,
            doc: "",
        };
        let class = match (is_method, def.name().starts_with("__")) {
            (false, _) => types::BUILTIN_FUNCTION,
            (true, true) => types::WRAPPER_DESCRIPTOR,
            (true, false) => types::METHOD_DESCRIPTOR,
        };
        self.heap.add(Object::new(class, Data::Native(Box::new(function)))).into()
    }
}

/// The owner of a machine that runs by itself.
#[derive(Clone, Copy)]
struct Nobody;

impl HostData for Nobody {
    fn trace(&self, _: &mut Marker<'_>) {}

    fn clone_box(&self) -> Box<dyn HostData> {
        Box::new(Nobody)
    }
}

/// Builtin classes that are names in `builtins`: those that CPython's module has.
fn is_public(name: &str) -> bool {
    const PLAIN: &[&str] = &[
        "object",
        "type",
        "int",
        "bool",
        "float",
        "complex",
        "str",
        "bytes",
        "bytearray",
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "range",
        "slice",
        "property",
        "staticmethod",
        "classmethod",
        "super",
        "enumerate",
        "zip",
        "map",
        "filter",
        "reversed",
    ];
    PLAIN.contains(&name) || name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.ends_with("Type")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Id;

    #[test]
    fn names_and_classes_have_their_fixed_ids() {
        let mut vm = Vm::new();
        assert_eq!(vm.intern("__init__"), names::INIT);
        assert_eq!(vm.text(names::FSPATH), "__fspath__");
        assert_eq!(vm.class_name(types::OBJECT), "object");
        assert_eq!(vm.class_name(types::USER_WARNING), "UserWarning");
        assert!(vm.is_subclass(types::KEY_ERROR, types::EXCEPTION));
        assert!(!vm.is_subclass(types::KEYBOARD_INTERRUPT, types::EXCEPTION));
        assert_eq!(Id::new(types::FIRST_FREE), vm.builtins);
    }
}
