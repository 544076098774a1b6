//! What an exception's message is followed by: "Did you mean …?", "Did you forget to import …?".
//!
//! The names in reach of a NameError are those at the place that raised it, whose frame is gone when it is printed. So they are
//! kept with the exception as it leaves that frame (its *scene*), as CPython keeps the whole frame.

use crate::code::Op;
use crate::frame::{Body, FrameId, NativeFrame, PythonFrame};
use crate::heap::Dict;
use crate::heap::object::Data;
use crate::names;
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::suggest::closest;

impl Vm {
    /// Keeps what suggestions need of the frame that raises `exc`.
    pub(in crate::vm) fn note_scene(&mut self, top: FrameId, exc: Value) {
        let Some([name, object]) = self.exception_of(exc).map(|e| e.extra) else { return };
        if name.is_unbound() || name.is_none() {
            return;
        }
        let class = self.class_of(exc);
        let scene = if self.is_subclass(class, types::NAME_ERROR) {
            let (Some(locals), Some(frame)) = (self.locals_of(top), self.frames.python(top)) else { return };
            let globals = frame.globals.into();
            self.tuple([locals, globals])
        } else if self.is_subclass(class, types::ATTRIBUTE_ERROR) {
            Value::Bool(self.local_named(top, "self").is_some_and(|this| this.is(object)))
        } else {
            return;
        };
        if let Some(e) = self.exception_mut(exc) {
            e.scene = scene;
        }
    }

    /// An AttributeError that leaves a `__getattr__`, `__getattribute__` or property is told which attribute of what was asked for,
    /// unless it says so itself: CPython's `PyObject_GetAttr` does that.
    #[cold]
    pub(in crate::vm) fn note_asked(&mut self, top: FrameId, exc: Value) {
        let Some(e) = self.exception_of(exc) else { return };
        if !self.is_instance(exc, types::ATTRIBUTE_ERROR)
            || e.extra.iter().any(|v| !v.or(Value::None).is_none())
        {
            return;
        }
        let innermost = e.traceback.len() == 1;
        if let Some((name, object)) = self.asked_of(top) {
            self.set_exception_extra(exc, [name.into(), object]);
            if innermost {
                self.note_scene(top, exc);
            }
        }
    }

    /// The attribute that a frame was called to find, and whose.
    fn asked_of(&self, top: FrameId) -> Option<(Id, Value)> {
        let back = self.frames.get(top).back?;
        let caller = match &self.frames.get(back).body {
            Body::Native(NativeFrame::GetAttr(asked)) => return Some((asked.name, asked.object)),
            Body::Python(caller) => caller,
            _ => return None,
        };
        let code = self.code(caller.code);
        let instr = code.instrs.get((caller.ip as usize).checked_sub(1)?)?;
        let name = match instr.op() {
            Op::LoadAttr => instr.arg() as usize,
            Op::LoadFastAttr => instr.arg() as usize >> 12,
            _ => return None,
        };
        // A property's function has the object as its first argument, `__get__` as its second.
        let getter = self.frames.python(top)?;
        let at = usize::from(self.code(getter.code).name == names::GET);
        Some((*code.names.get(name)?, self.content(*getter.slots.get(at)?)))
    }

    /// The bound variables of a frame by name, as a new dict; the namespace itself for module and class bodies.
    pub fn locals_of(&mut self, frame: FrameId) -> Option<Value> {
        let frame = self.frames.python(frame)?;
        let code = self.code(frame.code).clone();
        if !code.optimized {
            return Some(frame.namespace.or(frame.globals.into()));
        }
        let mut dict = Dict::new();
        for (name, value) in self.variables_of(frame) {
            self.dict_set_native(&mut dict, name.into(), value);
        }
        Some(self.dict(dict).into())
    }

    /// The bound variables of a function's frame.
    pub fn variables_of(&self, frame: &PythonFrame) -> Vec<(Id, Value)> {
        let code = self.code(frame.code);
        let slots = frame.slots.iter().map(|&slot| self.content(slot));
        let bound = |&(name, value): &(Id, Value)| {
            !value.is_unbound() && code.optimized && !self.text(name).starts_with('.')
        };
        code.locals.iter().copied().zip(slots).filter(bound).collect()
    }

    fn local_named(&self, frame: FrameId, name: &str) -> Option<Value> {
        let frame = self.frames.python(frame)?;
        let code = self.code(frame.code);
        let at = code.locals.iter().position(|&local| self.text(local) == name)?;
        self.content(*frame.slots.get(at)?).bound()
    }

    fn content(&self, slot: Value) -> Value {
        match self.data(slot) {
            Some(Data::Cell(value)) => *value,
            _ => slot,
        }
    }

    /// The words that follow the message of `exc`, if any. Without its traceback the names in reach are not known.
    pub(crate) fn suggestion_for(&self, exc: Value, with_traceback: bool) -> Option<String> {
        let e = self.exception_of(exc)?;
        let class = self.class_of(exc);
        let scene = match with_traceback || self.is_subclass(class, types::IMPORT_ERROR) {
            true => e.scene,
            false => Value::Unbound,
        };
        let name = self.str_of(e.extra[0]);
        if self.is_subclass(class, types::IMPORT_ERROR) {
            let module = self.module_in_cache(name?)?;
            return self.close_attribute(module, self.str_of(scene)?, false).map(|s| did_you_mean(&s));
        }
        if self.is_subclass(class, types::ATTRIBUTE_ERROR) {
            let private = matches!(scene, Value::Bool(true));
            return self.close_attribute(e.extra[1], name?, private).map(|s| did_you_mean(&s));
        }
        if !self.is_subclass(class, types::NAME_ERROR) {
            return None;
        }
        let name = name?;
        let suggestion = self.close_name(scene, name);
        match (suggestion, is_library_name(name)) {
            (Some(s), true) => Some(format!("{} Or did you forget to import '{name}'?", did_you_mean(&s))),
            (Some(s), false) => Some(did_you_mean(&s)),
            (None, true) => Some(format!(". Did you forget to import '{name}'?")),
            (None, false) => None,
        }
    }

    fn close_attribute(&self, object: Value, name: &str, private: bool) -> Option<String> {
        let hidden = |n: &str| n.starts_with('_') && !name.starts_with('_') && !private;
        let names: Vec<String> = self.attribute_names(object).into_iter().filter(|n| !hidden(n)).collect();
        closest(name, names.iter().map(String::as_str))
    }

    fn close_name(&self, scene: Value, name: &str) -> Option<String> {
        let &[locals, globals] = self.tuple_of(scene)? else { return None };
        let this = self.dict_of(locals)?.iter().find(|&(key, _)| self.str_of(key) == Some("self"));
        if let Some((_, this)) = this
            && self.attribute_names(this).iter().any(|own| own == name)
        {
            return Some(format!("self.{name}"));
        }
        let dicts = [Some(locals), Some(globals), Some(self.builtins.into())];
        let keys = dicts.into_iter().flatten().filter_map(|d| self.dict_of(d)).flat_map(Dict::iter);
        closest(name, keys.filter_map(|(key, _)| self.str_of(key)))
    }

    fn module_in_cache(&self, name: &str) -> Option<Value> {
        let modules = self.dict_of(self.modules.into())?;
        modules.iter().find(|&(key, _)| self.str_of(key) == Some(name)).map(|(_, module)| module)
    }

    /// What `ImportError.name_from` is: the name that a module does not have.
    pub fn set_import_name(&mut self, exc: Value, name: Id) {
        if let Some(e) = self.exception_mut(exc) {
            e.scene = name.into();
        }
    }
}

fn did_you_mean(name: &str) -> String {
    format!(". Did you mean: '{name}'?")
}

/// Whether CPython's standard library has a module of that name (`sys.stdlib_module_names`).
fn is_library_name(name: &str) -> bool {
    include_str!("library_names.txt").split_ascii_whitespace().any(|known| known == name)
}
