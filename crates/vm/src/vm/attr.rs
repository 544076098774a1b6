//! Attributes: CPython's `object.__getattribute__` and `type.__getattribute__`, and their setters.
//!
//! A lookup either finds a value, finds a method still to be bound (so that calls need no bound object), or needs Python to run.

use super::Vm;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::attribute::{Fallback, GetAttrFrame, Stage};
use crate::heap::object::{Data, Layout};
use crate::heap::{Dict, Object};
use crate::names;
use crate::native::{Action, Args, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};

/// What a lookup found.
pub enum Found {
    Value(Value),
    /// A function and the `self` it would be bound to.
    Method(Value, Value),
    /// A descriptor or hook must run; its result is the value.
    Act(Action),
}

impl Vm {
    /// `object.name` as a value.
    pub fn load_attr(&mut self, object: Value, name: Id) -> NativeResult {
        match self.find_attr(object, name)? {
            Found::Value(value) => Ok(Action::Return(value)),
            Found::Method(function, this) => Ok(Action::Return(self.bound_method(function, this))),
            Found::Act(action) => Ok(action),
        }
    }

    #[inline]
    pub fn bound_method(&mut self, function: Value, this: Value) -> Value {
        let class = match self.is_native_function(function) {
            true => types::BUILTIN_FUNCTION,
            false => types::METHOD,
        };
        self.heap.add(Object::new(class, Data::BoundMethod(Box::new((function, this))))).into()
    }

    /// Looks an attribute up; AttributeError when nothing answers.
    pub fn find_attr(&mut self, object: Value, name: Id) -> Result<Found, Raised> {
        match self.find_attr_if_any(object, name)? {
            Some(found) => Ok(found),
            None => Err(errors::no_attribute(self, object, name)),
        }
    }

    /// As [`Vm::find_attr`]; `None` where no such attribute was found and nobody else was to be asked.
    fn find_attr_if_any(&mut self, object: Value, name: Id) -> Result<Option<Found>, Raised> {
        if let Some(Data::Super(parts)) = self.data(object)
            && name != names::CLASS
            && !parts[1].is_none()
        {
            let [class, this, _] = **parts;
            return self.find_super_attr(class, this, name).map(Some);
        }
        let class = self.class_of(object);
        if let Some(hook) = self.class_attr(class, names::GETATTRIBUTE)
            && !self.is_native_function(hook)
        {
            let fallback = self.class_attr(class, names::GETATTR).map_or(Fallback::Raise, Fallback::Method);
            let args = [object, names::value(name)];
            return Ok(Some(self.with_fallback(object, name, hook, &args, fallback)));
        }
        let found = self.find_attr_plain(object, name);
        let hook = match &found {
            Ok(Some(Found::Act(_)) | None) => self.class_attr(class, names::GETATTR),
            Err(raised) if self.is_instance(raised.0, types::ATTRIBUTE_ERROR) => {
                self.class_attr(class, names::GETATTR)
            }
            _ => None,
        };
        match (found, hook) {
            (Ok(Some(Found::Act(Action::Call(first, args)))), Some(hook)) => {
                Ok(Some(self.with_fallback(object, name, first, &args.values, Fallback::Method(hook))))
            }
            (Ok(Some(found)), _) => Ok(Some(found)),
            (Ok(None) | Err(_), Some(hook)) => {
                let args = [object, names::value(name)];
                Ok(Some(self.with_fallback(object, name, hook, &args, Fallback::Raise)))
            }
            (Ok(None), None) => match self.data(object) {
                // A method answers for its function.
                Some(Data::BoundMethod(pair)) if self.is_python_function(pair.0) => {
                    let function = pair.0;
                    self.find_attr(function, name).map(Some)
                }
                _ => Ok(self.module_getattr(object, name)),
            },
            (Err(raised), None) => Err(raised),
        }
    }

    /// `getattr(object, name, default)`: AttributeError gives the default.
    pub fn load_attr_or(&mut self, object: Value, name: Id, default: Value) -> NativeResult {
        match self.find_attr_if_any(object, name) {
            Ok(None) => Ok(Action::Return(default)),
            Ok(Some(Found::Value(value))) => Ok(Action::Return(value)),
            Ok(Some(Found::Method(function, this))) => Ok(Action::Return(self.bound_method(function, this))),
            Ok(Some(Found::Act(Action::Call(first, args)))) => {
                match self.with_fallback(object, name, first, &args.values, Fallback::Value(default)) {
                    Found::Act(action) => Ok(action),
                    _ => Ok(Action::Return(default)),
                }
            }
            Ok(Some(Found::Act(Action::Enter(NativeFrame::GetAttr(mut frame))))) => {
                frame.default = default;
                Ok(Action::Enter(NativeFrame::GetAttr(frame)))
            }
            Ok(Some(Found::Act(action))) => Ok(action),
            Err(raised) if self.is_instance(raised.0, types::ATTRIBUTE_ERROR) => Ok(Action::Return(default)),
            Err(raised) => Err(raised),
        }
    }

    fn with_fallback(
        &self,
        object: Value,
        name: Id,
        first: Value,
        args: &[Value],
        fallback: Fallback,
    ) -> Found {
        Found::Act(Action::Enter(NativeFrame::GetAttr(Box::new(GetAttrFrame {
            object,
            name,
            first,
            args: Args::of(args),
            fallback,
            stage: Stage::First,
            default: Value::Unbound,
        }))))
    }

    /// A module's own `__getattr__` is asked.
    fn module_getattr(&self, object: Value, name: Id) -> Option<Found> {
        let Some(Data::Module(_)) = self.data(object) else { return None };
        let hook = self.dict_get_str(self.object(object)?.dict?, names::GETATTR)?;
        Some(self.with_fallback(object, name, hook, &[names::value(name)], Fallback::Raise))
    }

    /// As `object.__getattribute__` or `type.__getattribute__`, hooks left out; `None`: there is no such attribute.
    pub fn find_attr_plain(&mut self, object: Value, name: Id) -> Result<Option<Found>, Raised> {
        let class = self.class_of(object);
        let on_class = self.class_attr(class, name);
        if let Some(attr) = on_class
            && self.is_data_descriptor(attr)
        {
            return self.bind(attr, object, class).map(Some);
        }
        if let Some(own) = self.class_of_instance(object)
            && let Some(attr) = self.class_attr(own, name)
        {
            return self.bind_in_class(attr, own).map(Some);
        }
        if let Value::Obj(id) = object
            && let Some(dict) = self.heap.get(id).dict
            && self.class_of_instance(object).is_none()
            && let Some(value) = self.dict_get_str(dict, name)
        {
            return Ok(Some(Found::Value(value)));
        }
        match on_class {
            Some(attr) => self.bind(attr, object, class).map(Some),
            None => Ok(None),
        }
    }

    /// Whether a class attribute goes before the instance's own.
    pub(super) fn is_data_descriptor(&self, attr: Value) -> bool {
        let Some(object) = self.object(attr) else { return false };
        match &object.data {
            Data::Property(_) | Data::GetSet(_) | Data::Member(_) => true,
            Data::Plain | Data::Slots(_) | Data::Dict(_) | Data::Host(_) => {
                let class = object.class;
                self.class(class).is_some_and(|c| c.heap_type)
                    && (self.class_attr(class, names::SET).is_some()
                        || self.class_attr(class, names::DELETE).is_some())
            }
            _ => false,
        }
    }

    /// Binds a class attribute to an instance: `attr.__get__(object, class)`.
    pub fn bind(&mut self, attr: Value, object: Value, class: Id) -> Result<Found, Raised> {
        let Value::Obj(id) = attr else { return Ok(Found::Value(attr)) };
        let found = match self.heap.data(id) {
            Data::Function(_) => Found::Method(attr, object),
            Data::Native(native) if native.is_method => Found::Method(attr, object),
            Data::StaticMethod(function) => Found::Value(*function),
            Data::ClassMethod(function) => Found::Method(*function, class.into()),
            Data::Property(property) => match property.get {
                Value::Unbound | Value::None => {
                    return Err(errors::property_without(self, property.name, object, "getter"));
                }
                get => Found::Act(Action::call(get, Args::of(&[object]))),
            },
            Data::GetSet(getset) => {
                let get = getset.get;
                match get(self, &Args::of(&[object]))? {
                    Action::Return(value) => Found::Value(value),
                    action => Found::Act(action),
                }
            }
            Data::Member(name) => {
                let name = *name;
                match self.slot_value(object, name) {
                    Some(value) => Found::Value(value),
                    None => {
                        return Err(errors::no_attribute(self, object, name.id().unwrap_or(names::EMPTY)));
                    }
                }
            }
            _ => {
                let descriptor_class = self.heap.get(id).class;
                match self.class_attr(descriptor_class, names::GET) {
                    Some(get) => Found::Act(Action::call(get, Args::of(&[attr, object, class.into()]))),
                    None => Found::Value(attr),
                }
            }
        };
        Ok(found)
    }

    /// `attr.__get__(None, class)`: an attribute looked up on a class.
    fn bind_in_class(&mut self, attr: Value, class: Id) -> Result<Found, Raised> {
        let Value::Obj(id) = attr else { return Ok(Found::Value(attr)) };
        Ok(match self.heap.data(id) {
            Data::StaticMethod(function) => Found::Value(*function),
            Data::ClassMethod(function) => Found::Method(*function, class.into()),
            Data::Function(_) | Data::Native(_) | Data::Property(_) | Data::GetSet(_) | Data::Member(_) => {
                Found::Value(attr)
            }
            _ => {
                let descriptor_class = self.heap.get(id).class;
                match self.class_attr(descriptor_class, names::GET) {
                    Some(get) => Found::Act(Action::call(get, Args::of(&[attr, Value::None, class.into()]))),
                    None => Found::Value(attr),
                }
            }
        })
    }

    /// A method the machine calls implicitly (`__enter__` …): looked up on the class only.
    pub fn find_special(&mut self, object: Value, name: Id) -> Result<Option<Found>, Raised> {
        let class = self.class_of(object);
        match self.class_attr(class, name) {
            Some(attr) => self.bind(attr, object, class).map(Some),
            None => Ok(None),
        }
    }

    /// A special method and the `self` to call it with, when binding it needs no Python.
    pub(super) fn bind_special(&mut self, attr: Value, object: Value, class: Id) -> (Value, Option<Value>) {
        match self.bind(attr, object, class) {
            Ok(Found::Method(function, this)) => (function, Some(this)),
            Ok(Found::Value(value)) => (value, None),
            _ => (attr, Some(object)),
        }
    }

    fn slot_value(&self, object: Value, name: Value) -> Option<Value> {
        let (object, name) = (self.object(object)?, name.id()?);
        match &object.data {
            Data::Slots(slots) => slots.iter().find(|(own, _)| *own == name).map(|(_, value)| *value),
            Data::Plain if self.class(object.class).is_some_and(|class| class.has_dict) => None,
            _ => self.dict_get_str(object.dict?, name),
        }
    }

    /// Sets or deletes the value of a slot.
    fn store_slot(&mut self, id: Id, name: Id, value: Value) -> NativeResult {
        let object = self.heap.get(id);
        let beside = match object.data {
            Data::Slots(_) => true,
            Data::Plain => self.class(object.class).is_some_and(|class| class.has_dict),
            _ => false,
        };
        if value.is_unbound() && self.slot_value(id.into(), name.into()).is_none() {
            let message = self.text(name).to_owned();
            return Err(errors::new(self, types::ATTRIBUTE_ERROR, message));
        }
        if !beside {
            let dict = self.dict_for(id);
            return self.store_in_dict(dict, id.into(), name, value);
        }
        let data = self.heap.data_mut(id);
        if matches!(data, Data::Plain) {
            *data = Data::Slots(Box::default());
        }
        if let Data::Slots(slots) = data {
            slots.retain(|(own, _)| *own != name);
            if !value.is_unbound() {
                slots.push((name, value));
            }
        }
        Ok(Action::Return(Value::None))
    }

    /// The `__dict__` of an object, made when it has none yet.
    #[inline]
    pub fn dict_for(&mut self, id: Id) -> Id {
        match self.heap.get(id).dict {
            Some(dict) => dict,
            None => {
                let dict = self.dict(Dict::new());
                self.heap.get_mut(id).dict = Some(dict);
                dict
            }
        }
    }

    /// `object.name = value`, or `del object.name` for the unbound marker. The action's result is of no interest.
    pub fn store_attr(&mut self, object: Value, name: Id, value: Value) -> NativeResult {
        let class = self.class_of(object);
        let hook_name = if value.is_unbound() { names::DELATTR } else { names::SETATTR };
        if let Some(hook) = self.class_attr(class, hook_name)
            && !self.is_native_function(hook)
        {
            let mut args = Args::of(&[object, names::value(name)]);
            args.values.extend(value.bound());
            return Ok(Action::call(hook, args));
        }
        self.store_attr_plain(object, name, value)
    }

    /// As `object.__setattr__` and `type.__setattr__`.
    pub fn store_attr_plain(&mut self, object: Value, name: Id, value: Value) -> NativeResult {
        let class = self.class_of(object);
        let on_class = self.class_attr(class, name);
        if let Some(attr) = on_class
            && self.is_data_descriptor(attr)
        {
            return self.store_through(attr, object, name, value);
        }
        let Value::Obj(id) = object else {
            return Err(errors::cannot_set(self, object, name, on_class.is_some()));
        };
        if let Data::Class(c) = self.heap.data(id) {
            if !c.heap_type {
                return Err(errors::immutable_type(self, id, name));
            }
            let namespace = c.namespace;
            return self.store_in_dict(namespace, object, name, value);
        }
        if !self.class(class).is_some_and(|c| c.has_dict) && !matches!(self.heap.data(id), Data::Function(_))
        {
            return Err(errors::cannot_set(self, object, name, on_class.is_some()));
        }
        let dict = self.dict_for(id);
        self.store_in_dict(dict, object, name, value)
    }

    fn store_in_dict(&mut self, dict: Id, object: Value, name: Id, value: Value) -> NativeResult {
        if value.is_unbound() {
            if self.dict_remove_str(dict, name).is_none() {
                if self.module_name(object).is_some() {
                    let message = format!("'module' object has no attribute '{}'", self.text(name));
                    return Err(errors::new(self, types::ATTRIBUTE_ERROR, message));
                }
                return Err(errors::no_attribute(self, object, name));
            }
        } else {
            self.dict_set_str(dict, name, value);
        }
        if let Some(class) = self.class_of_instance(object) {
            self.class_changed(class);
        }
        Ok(Action::Return(Value::None))
    }

    fn store_through(&mut self, attr: Value, object: Value, name: Id, value: Value) -> NativeResult {
        let Value::Obj(id) = attr else { return Ok(Action::Return(Value::None)) };
        match self.heap.data(id) {
            Data::Property(property) => {
                let (method, what) = match value {
                    Value::Unbound => (property.delete, "deleter"),
                    _ => (property.set, "setter"),
                };
                if method.or(Value::None).is_none() {
                    return Err(errors::property_without(self, property.name, object, what));
                }
                let mut args = Args::of(&[object]);
                args.values.extend(value.bound());
                Ok(Action::call(method, args))
            }
            Data::GetSet(getset) => match getset.set {
                Some(set) => set(self, &Args::of(&[object, value])),
                None if matches!(
                    self.class_of(object),
                    types::SLICE
                        | types::RANGE
                        | types::COMPLEX
                        | types::CODE
                        | types::METHOD
                        | types::FUNCTION
                ) =>
                {
                    Err(errors::read_only(self))
                }
                None => Err(errors::not_writable(self, object, name)),
            },
            Data::Member(_) => match object {
                Value::Obj(id) => self.store_slot(id, name, value),
                _ => Err(errors::no_attribute(self, object, name)),
            },
            _ => {
                let class = self.heap.get(id).class;
                let method_name = if value.is_unbound() { names::DELETE } else { names::SET };
                let Some(method) = self.class_attr(class, method_name) else {
                    return Err(errors::no_attribute(self, attr, method_name));
                };
                let mut args = Args::of(&[attr, object]);
                args.values.extend(value.bound());
                Ok(Action::call(method, args))
            }
        }
    }

    /// `super().name`: `this` is an instance of, or a subclass of, `class`; lookup begins behind `class` in its order.
    pub fn find_super_attr(&mut self, class: Value, this: Value, name: Id) -> Result<Found, Raised> {
        let (Some(after), Some(start)) = (self.class_of_instance(class), self.super_start(class, this))
        else {
            return Err(errors::bad_super(self, class, this));
        };
        match self.class_attr_after(start, Some(after), name) {
            Some(attr) if self.class_of_instance(this) == Some(start) && !self.is_instance(this, after) => {
                self.bind_in_class(attr, start)
            }
            Some(attr) => self.bind(attr, this, start),
            None => {
                if let Some(own) = self.class_attr(types::SUPER, name) {
                    let proxy = Data::Super(Box::new([class, this, Value::None]));
                    let proxy = self.heap.add(Object::new(types::SUPER, proxy)).into();
                    return self.bind(own, proxy, types::SUPER);
                }
                let text = self.text(name).to_owned();
                let message = format!("'super' object has no attribute '{text}'");
                Err(errors::new(self, types::ATTRIBUTE_ERROR, message))
            }
        }
    }

    /// The class whose order `super(class, this)` walks.
    pub fn super_start(&self, class: Value, this: Value) -> Option<Id> {
        let class = class.id()?;
        if let Some(own) = self.class_of_instance(this)
            && self.is_subclass(own, class)
        {
            return Some(own);
        }
        let own = self.class_of(this);
        self.is_subclass(own, class).then_some(own)
    }

    /// The layout of a class's instances.
    pub fn layout(&self, class: Id) -> Layout {
        self.class(class).map_or(Layout::Plain, |c| c.layout)
    }
}
