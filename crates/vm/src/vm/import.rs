//! Importing: `sys.modules` first, then modules written in Rust, then Python source that the owner ships.
//!
//! There is no file system: what the owner's tables do not know does not exist.

use std::borrow::Cow;

use super::Vm;
use super::run::Fiber;
use crate::errors;
use crate::frame::native::OwnFrame;
use crate::frame::native::import::ImportFrame;
use crate::frame::{Body, FrameId, NativeFrame};
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};

/// Fills the namespace (a dict) of a module written in Rust.
pub type Fill = fn(&mut Vm, Id);

/// The library in Python source, by dotted name: a module, that there is none, or a sentence saying why nobody can tell.
pub type Library = fn(&str) -> Result<Option<Frozen>, String>;

/// Where modules come from.
#[derive(Clone, Copy)]
pub struct Importer {
    /// Python source of a module by its dotted name.
    pub source: Library,
    /// Fills the namespace of a module written in Rust.
    pub native: fn(&str) -> Option<Fill>,
}

/// A module that ships as Python source.
pub struct Frozen {
    pub source: Cow<'static, str>,
    pub is_package: bool,
    /// The name that positions refer to.
    pub file_name: Cow<'static, str>,
    /// Part of the library: left out of tracebacks.
    pub is_library: bool,
}

impl Importer {
    /// Knows no modules.
    pub const NOTHING: Importer = Importer { source: |_| Ok(None), native: |_| None };
}

impl Vm {
    /// A thread is left where it stands: who imports the modules next that it was importing begins anew, with what a package has of its own.
    pub fn abandon_imports(&mut self, fiber: &Fiber) {
        let unfinished = |frame: FrameId| match &self.frames.get(frame).body {
            Body::Native(NativeFrame::Import(import)) => import.unfinished().map(str::to_owned),
            _ => None,
        };
        let names: Vec<String> = self.frames.chain(fiber.top).filter_map(unfinished).collect();
        for name in names {
            let part = [&name, "."].concat();
            let is_lost = |module: &str| module == name || module.starts_with(&part);
            let Some(modules) = self.dict_of(self.modules.into()) else { return };
            let known = modules.iter().filter_map(|(key, _)| key.id());
            let lost: Vec<Id> = known.filter(|id| self.str_of((*id).into()).is_some_and(is_lost)).collect();
            for module in lost {
                self.dict_remove_str(self.modules, module);
            }
        }
    }

    /// `import name` and `from name import names`; `level` counts the leading dots.
    pub(crate) fn import_name(&mut self, name: Id, level: Value, wanted: Value) -> NativeResult {
        let mut full = self.text(name).to_owned();
        let level = self.small_int(level).unwrap_or(0);
        if level > 0 {
            full = self.resolve_relative(&full, level as usize)?;
        }
        let wanted: Vec<Id> = self.sequence_of(wanted).unwrap_or(&[]).iter().filter_map(|v| v.id()).collect();
        let from = !wanted.is_empty();
        if let Some(module) = self.imported(&full)
            && (!from || self.has_all(module, &wanted))
        {
            let top =
                if from || level > 0 { module } else { self.imported(root_of(&full)).unwrap_or(module) };
            return Ok(Action::Return(top));
        }
        Ok(Action::Enter(NativeFrame::Import(Box::new(ImportFrame::new(full, wanted, from || level > 0)))))
    }

    /// What fills the namespace of a module written in Rust: the owner's first, then the machine's.
    pub(crate) fn native_module(&self, name: &str) -> Option<fn(&mut Vm, Id)> {
        (self.importer.native)(name).or_else(|| crate::builtins::native_module(name))
    }

    /// A module of the library; ImportError when the library is out of reach.
    pub(crate) fn frozen_module(&mut self, name: &str) -> Result<Option<Frozen>, Raised> {
        (self.importer.source)(name).map_err(|reason| {
            let message = format!("cannot import '{name}': {reason}");
            let raised = errors::new(self, types::IMPORT_ERROR, message);
            let name = self.str(name);
            self.set_exception_extra(raised.0, [name, Value::None]);
            raised
        })
    }

    /// A module that is in `sys.modules`.
    pub fn imported(&mut self, name: &str) -> Option<Value> {
        let name = self.intern(name);
        self.dict_get_str(self.modules, name).filter(|m| !m.is_none())
    }

    fn has_all(&mut self, module: Value, wanted: &[Id]) -> bool {
        let Some(dict) = self.object(module).and_then(|o| o.dict) else { return true };
        wanted.iter().all(|&w| match self.text(w) {
            "*" => self.missing_of_all(module).is_empty(),
            _ => self.dict_get_str(dict, w).is_some(),
        })
    }

    /// Names in a module's `__all__` that it does not have yet: submodules, and what its `__getattr__` makes.
    pub(crate) fn missing_of_all(&mut self, module: Value) -> Vec<Id> {
        let Some(dict) = self.object(module).and_then(|o| o.dict) else { return Vec::new() };
        let all = self.dict_get_str(dict, names::ALL).and_then(|all| self.sequence_of(all));
        let all: Vec<Id> = all.unwrap_or(&[]).iter().filter_map(|name| name.id()).collect();
        all.into_iter().filter(|&name| self.dict_get_str(dict, name).is_none()).collect()
    }

    fn resolve_relative(&mut self, name: &str, level: usize) -> Result<String, Raised> {
        let package = self
            .current_globals()
            .and_then(|g| self.dict_get_str(g, names::PACKAGE))
            .and_then(|p| self.str_of(p))
            .unwrap_or("")
            .to_owned();
        if package.is_empty() {
            let message = "attempted relative import with no known parent package";
            return Err(errors::new(self, types::IMPORT_ERROR, message));
        }
        let mut parts: Vec<&str> = package.split('.').collect();
        if level > parts.len() {
            let message = "attempted relative import beyond top-level package";
            return Err(errors::new(self, types::IMPORT_ERROR, message));
        }
        parts.truncate(parts.len() + 1 - level);
        if !name.is_empty() {
            parts.push(name);
        }
        Ok(parts.join("."))
    }

    /// `from module import name`, once the module is there.
    pub(super) fn import_from(&mut self, module: Value, name: Id) -> NativeResult {
        match self.load_attr(module, name) {
            Err(raised) if self.is_instance(raised.0, types::ATTRIBUTE_ERROR) => {
                self.not_in_module(module, name)
            }
            // The module's own `__getattr__`.
            Ok(Action::Enter(NativeFrame::GetAttr(asked))) => {
                let values = smallvec::smallvec![module, name.into(), asked.first, name.into()];
                let frame = OwnFrame { resume: ask_module, name: "import", stage: 0, values };
                Ok(Action::Enter(NativeFrame::Own(Box::new(frame))))
            }
            result => result,
        }
    }

    fn not_in_module(&mut self, module: Value, name: Id) -> NativeResult {
        let module_name = self.module_name(module).unwrap_or("<unknown module name>").to_owned();
        let text = self.text(name).to_owned();
        let submodule = format!("{module_name}.{text}");
        if let Some(found) = self.imported(&submodule) {
            return Ok(Action::Return(found));
        }
        let message = format!("cannot import name '{text}' from '{module_name}' (unknown location)");
        let raised = errors::new(self, types::IMPORT_ERROR, message);
        let module_name = self.str(module_name);
        self.set_exception_extra(raised.0, [module_name, Value::None]);
        self.set_import_name(raised.0, name);
        Err(raised)
    }

    /// `from module import *` into the namespace of frame `top`.
    pub(super) fn import_star(&mut self, top: FrameId, module: Value) -> Result<(), Raised> {
        let Some(dict) = self.object(module).and_then(|o| o.dict) else { return Ok(()) };
        let Some(target) = self.frames.python(top).map(|f| f.namespace.or(f.globals.into())) else {
            return Ok(());
        };
        let Value::Obj(target) = target else { return Ok(()) };
        let all =
            self.dict_get_str(dict, names::ALL).and_then(|all| self.sequence_of(all)).map(<[Value]>::to_vec);
        let chosen: Vec<Id> = match all {
            Some(all) => all.iter().filter_map(|v| v.id()).collect(),
            None => match self.heap.data(dict) {
                Data::Dict(d) => {
                    d.iter().filter_map(|(k, _)| k.id()).filter(|&k| !self.text(k).starts_with('_')).collect()
                }
                _ => Vec::new(),
            },
        };
        for name in chosen {
            match self.dict_get_str(dict, name) {
                Some(value) => self.dict_set_str(target, name, value),
                None => return Err(errors::no_attribute(self, module, name)),
            }
        }
        Ok(())
    }
}

/// Calls a module's `__getattr__`; its AttributeError is an ImportError.
fn ask_module(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    match outcome {
        Outcome::Start => Ok(Action::call(frame.values[2], Args::of(&frame.values[3..]))),
        Outcome::Raised(exc) if vm.is_instance(exc, types::ATTRIBUTE_ERROR) => {
            vm.not_in_module(frame.values[0], frame.values[1].id().unwrap_or(names::EMPTY))
        }
        outcome => outcome.value(vm).map(Action::Return),
    }
}

/// `a` of `a.b.c`.
pub(crate) fn root_of(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}
