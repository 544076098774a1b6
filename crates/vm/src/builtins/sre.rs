//! `_sre`: compiled patterns, matches, and scanning. `re`, in Python, keeps the cache and the flags.
//!
//! Searching happens in the frame [`Scan`], a number of steps at a time.

mod error;
mod matched;
mod pattern;
mod scan;
mod subject;

use std::rc::Rc;

pub use scan::Scan;

use self::pattern::Pattern;
use crate::heap::object::{Data, Layout};
use crate::heap::{Dict, Object};
use crate::native::{Action, Args, Def, NativeResult};
use crate::regex::{Regex, points};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// Lets the data of a pattern or match live in an object; the body marks what it refers to.
macro_rules! sre_data {
    ($type:ty, |$this:ident, $m:ident| $body:expr) => {
        impl crate::heap::object::HostData for $type {
            fn trace(&self, $m: &mut crate::heap::Marker<'_>) {
                let $this = self;
                $body
            }

            fn clone_box(&self) -> Box<dyn crate::heap::object::HostData> {
                Box::new(self.clone())
            }
        }
    };
}
use sre_data;

/// Fills the namespace of the module `_sre`.
pub fn fill(vm: &mut Vm, namespace: Id) {
    let tables = [
        ("re", "Pattern", pattern::PATTERN),
        ("re", "Match", matched::MATCH),
        ("_sre", "SRE_Scanner", pattern::SCANNER),
    ];
    for (module, name, methods) in tables {
        let class = vm.add_class(module, name, types::OBJECT, Layout::Sealed, false);
        vm.add_methods(class, methods);
        let name = vm.intern(name);
        vm.dict_set_str(namespace, name, class.into());
    }
    // Matches have items, but cannot be iterated over.
    if let Some(class) = class_in(vm, namespace, "Match") {
        let name = vm.intern("__iter__");
        vm.set_class_attr(class, name, Value::None);
    }
    let class = vm.add_class("re", "PatternError", types::EXCEPTION, Layout::Exception, true);
    vm.add_methods(class, error::ERROR);
    let name = vm.intern("PatternError");
    vm.dict_set_str(namespace, name, class.into());
    vm.add_functions(namespace, "_sre", &[Def::function("compile", "pattern, flags, notes, /", compile)]);
}

/// `compile(pattern, flags, notes)`: the list `notes` gets warnings, also where an error follows.
fn compile(vm: &mut Vm, args: &Args) -> NativeResult {
    let source = args[0];
    let flags = vm.small_int(args[1]).unwrap_or(0) as u32;
    let is_bytes = vm.str_of(source).is_none();
    let pattern = units(vm, source);
    // The longest that a search for a name or a merge of sets can take is bounded by the length.
    vm.work += pattern.len() as u64;
    let mut notes = Vec::new();
    let regex = Regex::new(pattern, is_bytes, flags, &mut notes);
    for note in notes {
        let note = vm.str(note);
        if let Some(list) = vm.list_mut(args[2]) {
            list.push(note);
        }
    }
    let regex = Rc::new(regex.map_err(|error| error::raised(vm, error, source))?);
    let index = vm.dict(Dict::new());
    for (name, group) in &regex.names {
        let name = vm.intern(name);
        vm.dict_set_str(index, name, Value::Int(i64::from(*group)));
    }
    let index = vm.heap.add(Object::new(types::MAPPINGPROXY, Data::MappingProxy(index)));
    let [class, matched, scanner] =
        ["Pattern", "Match", "SRE_Scanner"].map(|name| class_of(vm, name).unwrap_or(types::OBJECT));
    let pattern = Pattern { regex, source, index: index.into(), matched, scanner };
    Ok(Action::Return(vm.host_object(class, pattern)))
}

/// A class of this module.
fn class_of(vm: &mut Vm, name: &str) -> Option<Id> {
    let module = vm.imported("_sre")?;
    let namespace = vm.object(module)?.dict?;
    class_in(vm, namespace, name)
}

fn class_in(vm: &mut Vm, namespace: Id, name: &str) -> Option<Id> {
    let name = vm.intern(name);
    vm.dict_get_str(namespace, name)?.id()
}

/// The code points of a string, or bytes.
fn units(vm: &Vm, text: Value) -> Vec<u32> {
    match vm.str_of(text) {
        Some(text) => points(text),
        None => vm.bytes_of(text).unwrap_or(&[]).iter().map(|&byte| byte.into()).collect(),
    }
}
