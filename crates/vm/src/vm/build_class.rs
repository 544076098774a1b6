//! Making classes: the `class` statement, and `type.__new__`.

use super::Vm;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::class::{ClassStatement, FinishClass};
use crate::heap::Object;
use crate::heap::object::{Class, Data, GetSet, Layout};
use crate::names;
use crate::native::{Action, Args, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};

/// Classes whose instances are as long as their value, and have no room for slots.
const ITEMS_INSIDE: [(Layout, &str); 3] =
    [(Layout::Int, "int"), (Layout::Tuple, "tuple"), (Layout::Bytes, "bytes")];

impl Vm {
    /// `class name(*bases, **keywords): body`.
    pub(super) fn begin_class(
        &mut self,
        body: Value,
        name: Value,
        bases: Vec<Value>,
        keywords: Args,
    ) -> NativeResult {
        Ok(Action::Enter(NativeFrame::ClassStatement(Box::new(ClassStatement::new(
            body, name, bases, keywords,
        )))))
    }

    /// The most derived metaclass of `meta` and those of the bases.
    pub fn calculate_metaclass(&mut self, meta: Id, bases: &[Value]) -> Result<Id, Raised> {
        let mut winner = meta;
        for &base in bases {
            let class = self.class_of(base);
            if self.is_subclass(winner, class) {
                continue;
            }
            if self.is_subclass(class, winner) {
                winner = class;
                continue;
            }
            let message = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                           metaclasses of all its bases";
            return Err(errors::type_error(self, message));
        }
        Ok(winner)
    }

    /// `type.__new__(meta, name, bases, namespace, **keywords)`: makes the class, then a frame calls `__set_name__` and
    /// `__init_subclass__`.
    pub fn new_class(
        &mut self,
        meta: Id,
        name: Value,
        bases: &[Value],
        namespace: Value,
        keywords: Args,
    ) -> NativeResult {
        let Some(text) = self.str_of(name).map(str::to_owned) else {
            let message = format!("type.__new__() argument 1 must be str, not {}", self.type_name(name));
            return Err(errors::type_error(self, message));
        };
        let meta = self.calculate_metaclass(meta, bases)?;
        let bases = match bases {
            [] => vec![types::OBJECT],
            given => {
                let mut ids = Vec::new();
                for &base in given {
                    ids.push(self.acceptable_base(base)?);
                }
                ids
            }
        };
        let layout = self.common_layout(&bases)?;
        let order = match self.linearize(&bases) {
            Ok(order) => order,
            Err(heads) => return Err(self.no_order(&bases, &heads)),
        };
        let copy = self.dict_of(namespace).cloned().unwrap_or_default();
        let ns = self.dict(copy);
        let qualname = self.dict_remove_str(ns, names::QUALNAME).unwrap_or(name);
        let cell = self.dict_remove_str(ns, names::CLASSCELL);
        self.fill_namespace(ns);
        let inherits_dict =
            bases.iter().any(|&b| b != types::OBJECT && self.class(b).is_some_and(|c| c.has_dict));
        let slots = self.slot_names(ns, layout, inherits_dict)?;
        self.check_slots_of(&bases)?;
        let has_dict = inherits_dict || slots.as_ref().is_none_or(|s| s.iter().any(|n| n == "__dict__"));
        let inherits_weakref = bases.iter().any(|&b| self.class(b).is_some_and(|c| c.has_weakref));
        let has_weakref =
            inherits_weakref || slots.as_ref().is_none_or(|s| s.iter().any(|n| n == "__weakref__"));
        let class = Class {
            name: Value::Obj(self.intern(&text)),
            qualname,
            bases: bases.clone(),
            mro: Vec::new(),
            namespace: ns,
            layout,
            has_dict,
            has_weakref,
            finalizer: false,
            heap_type: true,
            subclasses: Vec::new(),
            version: self.cache.fresh(),
        };
        let id = self.heap.add(Object::new(meta, Data::Class(Box::new(class))));
        if let Some(class) = self.class_mut(id) {
            class.mro = std::iter::once(id).chain(order).collect();
        }
        for base in bases {
            if let Some(base) = self.class_mut(base) {
                base.subclasses.push(id);
            }
        }
        for slot in slots.unwrap_or_default().iter().filter(|s| *s != "__dict__" && *s != "__weakref__") {
            let name = self.intern(&mangle(&text, slot));
            let member = self.heap.add(Object::new(types::MEMBER, Data::Member(name.into())));
            self.dict_set_str(ns, name, member.into());
        }
        if let Some(cell) = cell {
            self.set_cell(cell, id.into());
        }
        self.class_changed(id);
        Ok(Action::Enter(NativeFrame::FinishClass(Box::new(FinishClass::new(self, id, keywords)))))
    }

    fn acceptable_base(&mut self, base: Value) -> Result<Id, Raised> {
        let Some(id) = self.class_of_instance(base) else {
            return Err(errors::type_error(self, "bases must be types"));
        };
        if self.layout(id) == Layout::Sealed {
            let message = format!("type '{}' is not an acceptable base type", self.class_name(id));
            return Err(errors::type_error(self, message));
        }
        Ok(id)
    }

    fn common_layout(&mut self, bases: &[Id]) -> Result<Layout, Raised> {
        let mut layout = Layout::Plain;
        for &base in bases {
            match self.layout(base) {
                Layout::Plain => {}
                own if layout == Layout::Plain || layout == own => layout = own,
                _ => return Err(errors::type_error(self, "multiple bases have instance lay-out conflict")),
            }
        }
        Ok(layout)
    }

    fn no_order(&mut self, bases: &[Id], heads: &[Id]) -> Raised {
        if let Some(at) = (1..bases.len()).find(|&i| bases[..i].contains(&bases[i])) {
            let message = format!("duplicate base class {}", self.class_name(bases[at]));
            return errors::type_error(self, message);
        }
        let names: Vec<&str> = heads.iter().map(|&b| self.class_name(b)).collect();
        let message = format!(
            "Cannot create a consistent method resolution order (MRO) for bases {}",
            names.join(", ")
        );
        errors::type_error(self, message)
    }

    /// `class.__bases__ = bases`: the class and its heirs get new orders.
    pub(crate) fn set_bases(&mut self, class: Id, bases: &[Value]) -> Result<(), Raised> {
        let mut ids = Vec::new();
        for &base in bases {
            let base = self.acceptable_base(base)?;
            if self.is_subclass(base, class) {
                return Err(errors::type_error(self, "a __bases__ item causes an inheritance cycle"));
            }
            ids.push(base);
        }
        let old = self.class(class).map_or_else(Vec::new, |c| c.bases.clone());
        if self.common_layout(&ids)? != self.layout(class) {
            let name = |vm: &Vm, at: Option<&Id>| at.map_or("", |&id| vm.class_name(id)).to_owned();
            let message = format!(
                "__bases__ assignment: '{}' object layout differs from '{}'",
                name(self, ids.first()),
                name(self, old.first())
            );
            return Err(errors::type_error(self, message));
        }
        for base in old {
            if let Some(base) = self.class_mut(base) {
                base.subclasses.retain(|&heir| heir != class);
            }
        }
        for &base in &ids {
            if let Some(base) = self.class_mut(base) {
                base.subclasses.push(class);
            }
        }
        if let Some(class) = self.class_mut(class) {
            class.bases = ids;
        }
        self.reorder(class)?;
        self.class_changed(class);
        Ok(())
    }

    fn reorder(&mut self, class: Id) -> Result<(), Raised> {
        let Some((bases, heirs)) = self.class(class).map(|c| (c.bases.clone(), c.subclasses.clone())) else {
            return Ok(());
        };
        let order = match self.linearize(&bases) {
            Ok(order) => order,
            Err(heads) => return Err(self.no_order(&bases, &heads)),
        };
        if let Some(own) = self.class_mut(class) {
            own.mro = std::iter::once(class).chain(order).collect();
        }
        heirs.into_iter().try_for_each(|heir| self.reorder(heir))
    }

    /// What `type.__new__` adds to and changes in a namespace.
    fn fill_namespace(&mut self, ns: Id) {
        if self.dict_get_str(ns, names::MODULE).is_none()
            && let Some(globals) = self.current_globals()
            && let Some(module) = self.dict_get_str(globals, names::NAME)
        {
            self.dict_set_str(ns, names::MODULE, module);
        }
        if self.dict_get_str(ns, names::DOC).is_none() {
            self.dict_set_str(ns, names::DOC, Value::None);
        }
        if self.dict_get_str(ns, names::EQ).is_some() && self.dict_get_str(ns, names::HASH).is_none() {
            self.dict_set_str(ns, names::HASH, Value::None);
        }
        for name in [names::INIT_SUBCLASS, names::CLASS_GETITEM] {
            if let Some(function) = self.dict_get_str(ns, name).filter(|&f| self.is_python_function(f)) {
                let method = self.heap.add(Object::new(types::CLASSMETHOD, Data::ClassMethod(function)));
                self.dict_set_str(ns, name, method.into());
            }
        }
        if let Some(function) = self.dict_get_str(ns, names::NEW).filter(|&f| self.is_python_function(f)) {
            let method = self.heap.add(Object::new(types::STATICMETHOD, Data::StaticMethod(function)));
            self.dict_set_str(ns, names::NEW, method.into());
        }
    }

    /// The names in `__slots__`, if the namespace has any.
    fn slot_names(
        &mut self,
        ns: Id,
        layout: Layout,
        inherits_dict: bool,
    ) -> Result<Option<Vec<String>>, Raised> {
        let Some(slots) = self.dict_get_str(ns, names::SLOTS) else { return Ok(None) };
        let items = match (self.str_of(slots), self.sequence_of(slots), self.dict_of(slots)) {
            (Some(_), _, _) => vec![slots],
            (_, Some(items), _) => items.to_vec(),
            (_, _, Some(dict)) => dict.iter().map(|(key, _)| key).collect(),
            _ => match self.set_of(slots) {
                Some(set) => set.iter().collect(),
                None => return Err(errors::not_iterable(self, slots)),
            },
        };
        if let Some(of) = ITEMS_INSIDE.iter().find(|(own, _)| *own == layout && !items.is_empty()) {
            let message = format!("nonempty __slots__ not supported for subtype of '{}'", of.1);
            return Err(errors::type_error(self, message));
        }
        let mut texts = Vec::new();
        for item in items {
            let Some(text) = self.str_of(item).map(str::to_owned) else {
                let message = format!("__slots__ items must be strings, not '{}'", self.type_name(item));
                return Err(errors::type_error(self, message));
            };
            if !crate::builtins::str::case::is_identifier(&text) {
                return Err(errors::type_error(self, "__slots__ must be identifiers"));
            }
            if text == "__dict__" && (inherits_dict || texts.contains(&text)) {
                return Err(errors::type_error(self, "__dict__ slot disallowed: we already got one"));
            }
            let name = self.intern(&text);
            if self.dict_get_str(ns, name).is_some() {
                let message = format!("'{text}' in __slots__ conflicts with class variable");
                return Err(errors::value_error(self, message));
            }
            texts.push(text);
        }
        Ok(Some(texts))
    }

    /// Two bases may not both bring slots, unless one has those of the other.
    fn check_slots_of(&mut self, bases: &[Id]) -> Result<(), Raised> {
        if bases.len() < 2 {
            return Ok(());
        }
        let has_own = |vm: &Vm, class: Id| {
            let namespace = vm.class(class).map(|c| c.namespace).filter(|_| class != types::OBJECT);
            let namespace = namespace.and_then(|namespace| vm.dict_of(namespace.into()));
            namespace.is_some_and(|ns| ns.iter().any(|(_, v)| matches!(vm.data(v), Some(Data::Member(_)))))
        };
        let mut solid: Option<Id> = None;
        for &base in bases {
            let order = self.class(base).map_or_else(Vec::new, |c| c.mro.clone());
            let Some(own) = order.into_iter().find(|&class| has_own(self, class)) else { continue };
            solid = match solid {
                Some(other) if self.is_subclass(other, own) => Some(other),
                Some(other) if !self.is_subclass(own, other) => {
                    return Err(errors::type_error(self, "multiple bases have instance lay-out conflict"));
                }
                _ => Some(own),
            };
        }
        Ok(())
    }

    /// The globals of the Python frame that runs.
    pub fn current_globals(&self) -> Option<Id> {
        self.frames.chain(self.top).find_map(|id| self.frames.python(id)).map(|f| f.globals)
    }

    /// The globals of the Python frame `depth` calls above the one that runs.
    pub fn globals_above(&self, depth: usize) -> Option<Id> {
        self.frames.chain(self.top).filter_map(|id| self.frames.python(id)).nth(depth).map(|f| f.globals)
    }

    /// Makes a computed attribute for a class's namespace.
    pub fn getset(
        &mut self,
        name: &str,
        get: crate::native::NativeFn,
        set: Option<crate::native::NativeFn>,
    ) -> Value {
        let name = Value::Obj(self.intern(name));
        self.heap.add(Object::new(types::GETSET, Data::GetSet(Box::new(GetSet { name, get, set })))).into()
    }

    /// `<class 'module.Name'>`.
    pub fn class_text(&self, class: Id) -> String {
        let qualname = self.class(class).and_then(|c| self.str_of(c.qualname)).unwrap_or("?");
        match self.class_module(class) {
            "builtins" => format!("<class '{qualname}'>"),
            module => format!("<class '{module}.{qualname}'>"),
        }
    }

    /// A class's `__module__`.
    pub fn class_module(&self, class: Id) -> &str {
        self.class(class)
            .and_then(|c| self.dict_get_str(c.namespace, names::MODULE))
            .and_then(|m| self.str_of(m))
            .unwrap_or("builtins")
    }

    /// A callable as messages about its arguments name it: `__main__.f()`.
    pub fn callee_text(&self, callee: Value) -> String {
        let (module, name) = match self.data(callee) {
            Some(Data::Function(f)) => (self.str_of(f.module), self.str_of(f.qualname)),
            Some(Data::Native(f)) => (None, Some(f.qualname)),
            Some(Data::BoundMethod(pair)) => return self.callee_text(pair.0),
            Some(Data::Class(c)) => (callee.id().map(|id| self.class_module(id)), self.str_of(c.qualname)),
            _ => return format!("{} object", self.type_name(callee)),
        };
        match (module, name.unwrap_or("?")) {
            (None | Some("builtins"), name) => format!("{name}()"),
            (Some(module), name) => format!("{module}.{name}()"),
        }
    }
}

/// The private form of a slot's name.
fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    match name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        true => format!("_{class}{name}"),
        false => name.to_owned(),
    }
}
