//! Looking into objects and frames for `dir`, `locals`, `super()` and their kin.

use super::Vm;
use crate::frame::NativeFrame;
use crate::frame::native::instance::{Effect, InstanceCheck};
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, NativeResult};
use crate::sorted::sorted_set;
use crate::value::{Id, Value};

impl Vm {
    /// `isinstance(object, classes)`.
    pub fn isinstance_action(&mut self, object: Value, classes: Value) -> NativeResult {
        InstanceCheck::begin(self, object, classes, false)
    }

    /// The same action, its result replaced by None.
    pub fn discarding(&self, action: Action) -> Action {
        match action {
            Action::Call(callee, args) => {
                Action::Enter(NativeFrame::Effect(Box::new(Effect::new(callee, *args))))
            }
            action => action,
        }
    }

    /// The classes of `int | str`, if the value is such a union.
    pub fn union_members(&self, value: Value) -> Option<Vec<Value>> {
        match self.data(value)? {
            Data::Union(members) => Some(members.to_vec()),
            _ => None,
        }
    }

    /// What `dir(value)` lists, in order.
    pub fn attribute_names(&self, value: Value) -> Vec<String> {
        let mut found = Vec::new();
        let mut add = |dict: Id| {
            if let Data::Dict(dict) = self.heap.data(dict) {
                found.extend(dict.iter().filter_map(|(k, _)| self.str_of(k)).map(str::to_owned));
            }
        };
        if let Some(dict) = self.object(value).and_then(|o| o.dict) {
            add(dict);
        }
        if matches!(self.data(value), Some(Data::Module(_))) {
            // Some are made when they are asked for.
            let dict = self.object(value).and_then(|o| o.dict);
            let all = dict.and_then(|dict| self.dict_get_str(dict, names::ALL));
            let all = all.and_then(|all| self.sequence_of(all)).unwrap_or(&[]);
            found.extend(all.iter().filter_map(|&name| self.str_of(name)).map(str::to_owned));
            return sorted_set(found);
        }
        let class = self.class_of_instance(value).unwrap_or_else(|| self.class_of(value));
        if let Some(class) = self.class(class) {
            class.mro.iter().filter_map(|&c| self.class(c)).for_each(|c| add(c.namespace));
        }
        sorted_set(found)
    }

    /// The bound locals of the running function, by name.
    pub fn locals_snapshot(&mut self) -> Value {
        let frame = self.frames.chain(self.top).find(|&id| self.frames.python(id).is_some());
        frame.and_then(|id| self.locals_of(id)).unwrap_or(Value::None)
    }

    /// The class cell and first argument of the running method, for a `super()` the compiler did not see.
    /// Whether the Python function that runs has a first argument.
    pub(crate) fn caller_has_arguments(&self) -> bool {
        let frame = self.frames.chain(self.top).find_map(|id| self.frames.python(id));
        frame.is_some_and(|frame| self.code(frame.code).positional > 0)
    }

    pub fn implicit_super(&self) -> Option<(Value, Value)> {
        let frame = self.frames.chain(self.top).find_map(|id| self.frames.python(id))?;
        let code = self.code(frame.code);
        if code.positional == 0 && !code.has_varargs {
            return None;
        }
        let at = code.locals.iter().position(|&n| n == names::CLASS)?;
        let slots = &frame.slots;
        let this = slots.first().copied()?;
        let this = if matches!(self.data(this), Some(Data::Cell(_))) { self.cell(this) } else { this };
        Some((self.cell(*slots.get(at)?), this))
    }

    /// The truth of a value that is known without asking; true for others.
    pub fn truth_native(&self, value: Value) -> bool {
        !matches!(self.truth(value), Ok(super::truth::Truth::Known(false)))
    }

    /// Gives a property its name when it becomes a class attribute; whether the value is one.
    pub fn property_named(&mut self, value: Value, name: Value) -> bool {
        match value.id().map(|id| self.heap.data_mut(id)) {
            Some(Data::Property(property)) => {
                property.name = name;
                true
            }
            Some(Data::Function(_) | Data::Native(_) | Data::StaticMethod(_) | Data::ClassMethod(_)) => true,
            _ => false,
        }
    }
}
