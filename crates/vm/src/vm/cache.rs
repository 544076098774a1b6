//! Inline caches: what an instruction found the last time, and how to see that it still holds.
//!
//! Each name of a code has two lines, one for its use as a global and one for its use as an attribute. **A line is only a
//! shortcut**: hit or miss, the result and the work charged are the same, so caches are no part of a run. Lines hold no
//! objects alive: an attribute line is good for one version of a class, whose namespace does, and what refers to
//! a namespace by its id is forgotten when objects are collected.

use super::Vm;
use crate::heap::dict::Found;
use crate::heap::object::Data;
use crate::load::Code;
use crate::names;
use crate::native::NativeFn;
use crate::value::{Id, Value};

/// What one line remembers.
#[derive(Clone, Copy)]
pub(crate) enum Line {
    /// Nothing yet.
    Empty,
    /// Nothing that can be remembered of this version of this class.
    Never { class: Id, version: u32 },
    /// A name of the module.
    Global { found: Found },
    /// A builtin that this version of this module does not hide.
    Builtin { globals: Id, version: u32, found: Found },
    /// An attribute of the instance; `settable` if storing needs no Python either.
    Field { class: Id, version: u32, found: Found, settable: bool },
    /// A function of the class, unless the instance has the name.
    Method { class: Id, version: u32, function: Value },
    /// Another value of the class, likewise.
    Constant { class: Id, version: u32, value: Value },
    /// A computed attribute of the class: this gets it.
    Getter { class: Id, version: u32, get: NativeFn },
    /// An attribute of this class object itself.
    OfClass { class: Id, version: u32, value: Value },
}

/// What a line answers.
pub(super) enum Hit {
    Value(Value),
    /// A function, to be bound to the object.
    Method(Value),
    /// What computes it.
    Getter(NativeFn),
}

impl Line {
    /// Forgets what refers to a namespace by its id.
    pub fn forget_names(&mut self) {
        if let Line::Builtin { .. } = self {
            *self = Line::Empty;
        }
    }
}

impl Code {
    /// The line of a name as a global.
    #[inline]
    pub(super) fn global_line(&self, name: usize) -> usize {
        self.lines + 2 * name
    }

    /// The line of a name as an attribute.
    #[inline]
    pub(super) fn attr_line(&self, name: usize) -> usize {
        self.lines + 2 * name + 1
    }
}

impl Vm {
    /// A global or builtin.
    #[inline]
    pub(super) fn cached_global(&mut self, globals: Id, name: Id, line: usize) -> Option<Value> {
        let hit = match self.lines[line] {
            Line::Global { found } => self.entry(globals, found, name),
            Line::Builtin { globals: module, version, found }
                if module == globals && self.keys_version(globals) == version =>
            {
                self.entry(self.builtins, found, name)
            }
            _ => None,
        };
        if hit.is_some() { hit } else { self.learn_global(globals, name, line) }
    }

    #[inline(always)]
    fn entry(&self, dict: Id, found: Found, name: Id) -> Option<Value> {
        match self.heap.data(dict) {
            Data::Dict(dict) => dict.value_if(found, name),
            _ => None,
        }
    }

    #[inline]
    fn keys_version(&self, dict: Id) -> u32 {
        match self.heap.data(dict) {
            Data::Dict(dict) => dict.version(),
            _ => 0,
        }
    }

    fn learn_global(&mut self, globals: Id, name: Id, line: usize) -> Option<Value> {
        let (found, value) = match self.find_name(globals, name) {
            Some((found, value)) => (Line::Global { found }, value),
            None => {
                let (found, value) = self.find_name(self.builtins, name)?;
                (Line::Builtin { globals, version: self.keys_version(globals), found }, value)
            }
        };
        self.lines[line] = found;
        Some(value)
    }

    fn find_name(&self, dict: Id, name: Id) -> Option<(Found, Value)> {
        let Data::Dict(dict) = self.heap.data(dict) else { return None };
        self.find_str(dict, name).map(|found| (found, dict.value(found)))
    }

    /// An attribute as the line remembers it.
    #[inline(always)]
    pub(super) fn cached_attr(&self, object: Value, name: Id, line: usize) -> Option<Hit> {
        let Value::Obj(id) = object else { return None };
        let object = self.heap.get(id);
        match self.lines[line] {
            Line::Field { class, version, found, .. }
                if object.class == class && self.class_version(class) == version =>
            {
                self.entry(object.dict?, found, name).map(Hit::Value)
            }
            Line::Method { class, version, function }
                if object.class == class && self.class_version(class) == version =>
            {
                self.not_own(object.dict, name).then_some(Hit::Method(function))
            }
            Line::Constant { class, version, value }
                if object.class == class && self.class_version(class) == version =>
            {
                self.not_own(object.dict, name).then_some(Hit::Value(value))
            }
            Line::Getter { class, version, get }
                if object.class == class && self.class_version(class) == version =>
            {
                Some(Hit::Getter(get))
            }
            Line::OfClass { class, version, value }
                if id == class && self.class_version(class) == version =>
            {
                Some(Hit::Value(value))
            }
            _ => None,
        }
    }

    #[inline]
    fn not_own(&self, dict: Option<Id>, name: Id) -> bool {
        dict.is_none_or(|dict| self.dict_get_str(dict, name).is_none())
    }

    /// Stores an attribute where the line says that this needs no Python. Whether it did.
    #[inline(always)]
    pub(super) fn cached_store(&mut self, object: Value, name: Id, value: Value, line: usize) -> bool {
        let Value::Obj(id) = object else { return false };
        let Line::Field { class, version, found, settable: true } = self.lines[line] else { return false };
        if self.heap.get(id).class != class || self.class_version(class) != version {
            return false;
        }
        let dict = self.dict_for(id);
        let replaced = match self.heap.data_mut(dict) {
            Data::Dict(dict) => dict.replace_if(found, name, value),
            _ => false,
        };
        if !replaced {
            self.dict_set_str(dict, name, value);
        }
        true
    }

    /// Remembers how an attribute was found, after it was.
    pub(super) fn learn_attr(&mut self, object: Value, name: Id, line: usize) {
        let class = self.class_of(object);
        let version = self.class_version(class);
        if matches!(self.lines[line], Line::Never { class: of, version: then } if of == class && then == version)
        {
            return;
        }
        self.lines[line] = self.attr_as_line(object, name).unwrap_or(Line::Never { class, version });
    }

    fn attr_as_line(&self, object: Value, name: Id) -> Option<Line> {
        let id = object.id()?;
        let object = self.heap.get(id);
        let class = object.class;
        let version = self.class_version(class);
        if version == 0 || matches!(object.data, Data::Super(_)) || self.hooks(class, names::GETATTRIBUTE) {
            return None;
        }
        let on_class = self.class_attr(class, name);
        if let Data::Class(own) = &object.data {
            let value = self.class_attr(id, name)?;
            let plain = on_class.is_none() && own.version != 0 && self.is_itself(value, true);
            return plain.then_some(Line::OfClass { class: id, version: own.version, value });
        }
        let in_place = self.class(class).is_some_and(|class| !class.has_dict);
        let slot = in_place
            && matches!(on_class.and_then(|v| self.data(v)), Some(Data::Member(Value::Obj(own))) if *own == name);
        if let Some(Data::GetSet(computed)) = on_class.and_then(|attr| self.data(attr)) {
            // What `__getattr__` says when it fails is for the general way.
            let plain = self.class_attr(class, names::GETATTR).is_none();
            return plain.then_some(Line::Getter { class, version, get: computed.get });
        }
        if !slot && on_class.is_some_and(|attr| self.is_data_descriptor(attr)) {
            return None;
        }
        if let Some(dict) = object.dict
            && let Some((found, _)) = self.find_name(dict, name)
        {
            let settable = !self.hooks(class, names::SETATTR);
            return Some(Line::Field { class, version, found, settable });
        }
        let value = on_class?;
        match self.data(value) {
            Some(Data::Function(_)) => Some(Line::Method { class, version, function: value }),
            Some(Data::Native(native)) if native.is_method => {
                Some(Line::Method { class, version, function: value })
            }
            _ if self.is_itself(value, false) => Some(Line::Constant { class, version, value }),
            _ => None,
        }
    }

    /// Whether the class has this method from Python.
    fn hooks(&self, class: Id, method: Id) -> bool {
        self.class_attr(class, method).is_some_and(|hook| !self.is_native_function(hook))
    }

    /// Whether an attribute of a class is just its value, looked up on an instance or `on_class`: no descriptor.
    fn is_itself(&self, value: Value, on_class: bool) -> bool {
        match self.data(value) {
            Some(
                Data::Function(_) | Data::Native(_) | Data::Property(_) | Data::GetSet(_) | Data::Member(_),
            ) => on_class,
            Some(Data::StaticMethod(_) | Data::ClassMethod(_)) => false,
            Some(_) => self.class_attr(self.class_of(value), names::GET).is_none(),
            None => true,
        }
    }
}

const _: () = assert!(size_of::<Line>() <= 32);
