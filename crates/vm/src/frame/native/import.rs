//! Importing a dotted name: each package on the way is made and run in turn.

use std::collections::VecDeque;

use crate::errors;
use crate::frame::{Body, FrameId, NativeFrame};
use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// An import in progress.
#[derive(Clone, Debug)]
pub struct ImportFrame {
    full: String,
    /// Names of `from … import`.
    wanted: VecDeque<Id>,
    /// The result is the module itself, not its topmost package.
    leaf: bool,
    /// How many parts of the name are imported.
    done: usize,
    /// The module whose body runs.
    running: Option<(String, Value)>,
    /// The name that the module's `__getattr__` is asked for.
    asked: Option<Id>,
}

impl ImportFrame {
    pub fn new(full: String, wanted: Vec<Id>, leaf: bool) -> ImportFrame {
        ImportFrame { full, wanted: wanted.into(), leaf, done: 0, running: None, asked: None }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Some((name, module)) = self.running.take() {
            match outcome {
                Outcome::Raised(exc) => {
                    let name = vm.intern(&name);
                    vm.dict_remove_str(vm.modules, name);
                    return Err(Raised(exc));
                }
                _ => finish(vm, &name, module),
            }
        }
        if let Some(name) = self.asked.take() {
            self.answered(vm, name, outcome)?;
        }
        let parts: Vec<String> = self.full.split('.').map(str::to_owned).collect();
        while self.done < parts.len() {
            let name = parts[..=self.done].join(".");
            self.done += 1;
            if let Some(action) = self.begin(vm, name)? {
                return Ok(action);
            }
        }
        while let Some(wanted) = self.wanted.pop_front() {
            if vm.text(wanted) == "*" {
                let module = vm.imported(&self.full).unwrap_or(Value::None);
                self.wanted.extend(vm.missing_of_all(module));
                continue;
            }
            if let Some(action) = self.submodule(vm, wanted)?.or_else(|| self.ask(vm, wanted)) {
                return Ok(action);
            }
        }
        // The library stays. What functions of the program have made by now may go.
        let made_by_program = |frame: FrameId| match &vm.frames.get(frame).body {
            Body::Python(python) => vm.code(python.code).optimized,
            Body::Native(native) => matches!(native, NativeFrame::Import(_)),
            Body::Free => false,
        };
        if !vm.watched && !vm.frames.chain(vm.top).any(made_by_program) {
            vm.heap.settle();
        }
        let result = if self.leaf { self.full.as_str() } else { crate::vm::import::root_of(&self.full) };
        Ok(Action::Return(vm.imported(result).unwrap_or(Value::None)))
    }

    /// Makes the module unless it is there; an action when its body must run.
    fn begin(&mut self, vm: &mut Vm, name: String) -> Result<Option<Action>, Raised> {
        if vm.imported(&name).is_some() {
            return Ok(None);
        }
        if let Some(init) = vm.native_module(&name) {
            let module = vm.new_module(&name, None);
            let key = vm.intern(&name);
            vm.dict_set_str(vm.modules, key, module);
            let namespace = module.id().map(|id| vm.dict_for(id));
            namespace.into_iter().for_each(|ns| init(vm, ns));
            finish(vm, &name, module);
            return Ok(None);
        }
        let Some(frozen) = vm.frozen_module(&name)? else { return Err(not_found(vm, &name)) };
        let (mode, is_library) = (crate::compile::Mode::Exec, frozen.is_library);
        let code = vm.compile_source(&frozen.source, &frozen.file_name, mode, is_library)?;
        let module = vm.new_module(&name, None);
        let Value::Obj(id) = module else { return Ok(None) };
        let namespace = vm.dict_for(id);
        let package = match (frozen.is_package, name.rsplit_once('.')) {
            (true, _) => name.as_str(),
            (false, Some((package, _))) => package,
            (false, None) => "",
        };
        let package = vm.str(package);
        vm.dict_set_str(namespace, names::PACKAGE, package);
        let file = vm.str(&*frozen.file_name);
        vm.dict_set_str(namespace, names::FILE, file);
        if frozen.is_package {
            let path = vm.list(Vec::new());
            vm.dict_set_str(namespace, names::PATH, path);
        }
        let key = vm.intern(&name);
        vm.dict_set_str(vm.modules, key, module);
        let body = vm.function_of(code, namespace);
        self.running = Some((name, module));
        Ok(Some(Action::Body(body, namespace.into())))
    }

    /// A name of `from package import name` that is not an attribute may be a submodule.
    fn submodule(&mut self, vm: &mut Vm, wanted: Id) -> Result<Option<Action>, Raised> {
        let Some(module) = vm.imported(&self.full) else { return Ok(None) };
        let Some(dict) = vm.object(module).and_then(|o| o.dict) else { return Ok(None) };
        if vm.dict_get_str(dict, wanted).is_some() || vm.dict_get_str(dict, names::PATH).is_none() {
            return Ok(None);
        }
        let name = format!("{}.{}", self.full, vm.text(wanted));
        let known = vm.native_module(&name).is_some() || vm.frozen_module(&name)?.is_some();
        if known { self.begin(vm, name) } else { Ok(None) }
    }

    /// A name of `__all__` that the module makes when it is asked for.
    fn ask(&mut self, vm: &mut Vm, wanted: Id) -> Option<Action> {
        let module = vm.imported(&self.full)?;
        if !vm.missing_of_all(module).contains(&wanted) {
            return None;
        }
        let getattr = vm.dict_get_str(vm.object(module)?.dict?, names::GETATTR)?;
        self.asked = Some(wanted);
        Some(Action::call(getattr, Args::of(&[wanted.into()])))
    }

    fn answered(&mut self, vm: &mut Vm, name: Id, outcome: Outcome) -> Result<(), Raised> {
        if matches!(outcome, Outcome::Raised(exc) if vm.is_instance(exc, types::ATTRIBUTE_ERROR)) {
            return Ok(());
        }
        let value = outcome.value(vm)?;
        if let Some(Value::Obj(module)) = vm.imported(&self.full) {
            let dict = vm.dict_for(module);
            vm.dict_set_str(dict, name, value);
        }
        Ok(())
    }

    /// The module whose body it waits for.
    pub fn unfinished(&self) -> Option<&str> {
        self.running.as_ref().map(|(name, _)| name.as_str())
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.asked.iter().for_each(|&id| m.id(id));
        self.wanted.iter().for_each(|&id| m.id(id));
        self.running.iter().for_each(|(_, module)| m.value(*module));
    }
}

/// Makes an imported submodule an attribute of its package.
fn finish(vm: &mut Vm, name: &str, module: Value) {
    if let Some((package, last)) = name.rsplit_once('.')
        && let Some(Value::Obj(package)) = vm.imported(package)
    {
        let dict = vm.dict_for(package);
        let last = vm.intern(last);
        vm.dict_set_str(dict, last, module);
    }
}

fn not_found(vm: &mut Vm, name: &str) -> Raised {
    let message = match name.rsplit_once('.') {
        Some((package, _)) if !is_package(vm, package) => {
            format!("No module named '{name}'; '{package}' is not a package")
        }
        _ => match absent(crate::vm::import::root_of(name)) {
            Some(reason) => {
                format!("No module named '{name}': it is not supported, there are no {reason} here")
            }
            None => format!("No module named '{name}'"),
        },
    };
    let raised = errors::new(vm, types::MODULE_NOT_FOUND_ERROR, message);
    let name = vm.str(name);
    vm.set_exception_extra(raised.0, [name, Value::Unbound]);
    raised
}

/// What a module of CPython's library would need of an operating system.
fn absent(name: &str) -> Option<&'static str> {
    match name {
        "os" | "posix" | "pathlib" | "shutil" | "tempfile" | "glob" | "fileinput" | "sqlite3" | "zipfile"
        | "tarfile" | "gzip" | "dbm" | "shelve" | "mmap" | "fcntl" => Some("files"),
        "socket" | "ssl" | "select" | "selectors" | "socketserver" | "http" | "urllib" | "ftplib"
        | "smtplib" | "imaplib" | "poplib" | "xmlrpc" | "webbrowser" => Some("network connections"),
        "subprocess" | "multiprocessing" | "pty" | "resource" | "pwd" | "grp" => Some("processes"),
        "tkinter" | "curses" | "turtle" | "readline" | "termios" | "tty" => Some("terminals or windows"),
        "ctypes" => Some("C libraries"),
        _ => None,
    }
}

fn is_package(vm: &mut Vm, name: &str) -> bool {
    vm.imported(name)
        .and_then(|m| vm.object(m)?.dict)
        .is_some_and(|dict| vm.dict_get_str(dict, names::PATH).is_some())
}
