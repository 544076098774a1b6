//! The native modules behind the frozen library, and the classes they define.
//!
//! A module's table is installed when it is first imported; its classes are the process's from then on.

pub mod collections;
pub mod contextvars;
pub mod frames;
pub mod frozen;
pub mod gc;
pub mod hooks;
pub mod signal;
pub mod stdin;
pub mod sys;
pub mod thread;
pub mod time;
pub mod traceback;
pub mod types;
pub mod warnings;
pub mod weakref;

use loopthread_vm::heap::Marker;
use loopthread_vm::heap::object::Layout;
use loopthread_vm::types::OBJECT;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::process;

/// Fills a module's namespace.
pub type Install = fn(&mut Vm, Id);

/// The native modules by name.
pub const NATIVE: &[(&str, Install)] = &[
    ("_asyncio", crate::asyncio::install),
    ("_collections", collections::install),
    ("_contextvars", contextvars::install),
    ("_gc", gc::install),
    ("_page", crate::requests::page::install),
    ("_signal", signal::install),
    ("_thread", thread::install),
    ("_time", time::install),
    ("_traceback", traceback::install),
    ("_types", types::install),
    ("_warnings", warnings::install),
    ("_weakref", weakref::install),
    ("sys", sys::install),
];

/// The classes of this crate; the number is their instances' layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostClass {
    Lock,
    RLock,
    Joinable,
    Context,
    ContextVar,
    Token,
    Deque,
    DequeIterator,
    Future,
    FutureIter,
    Task,
    Handle,
    TimerHandle,
    EventLoop,
    WeakRef,
}

const COUNT: usize = HostClass::WeakRef as usize + 1;

/// The objects that natives make instances of or call, once their modules are installed.
#[derive(Clone)]
pub struct Classes {
    classes: [Option<Id>; COUNT],
    /// The main thread's first function.
    pub main: Value,
    /// A function that runs another one's body in a namespace.
    pub run_body: Value,
    /// The callback of the page's requests.
    pub serve: Value,
    /// `start_new_thread`'s frame as a function.
    pub thread_guard: Value,
    /// `Task.__step` as a function: task, exception or nothing.
    pub task_step: Value,
    /// `Task.__wakeup` as a function: task, future.
    pub task_wakeup: Value,
    pub cancelled_error: Id,
    pub invalid_state_error: Id,
    /// The stand-in for a token's missing old value.
    pub token_missing: Value,
}

impl Default for Classes {
    fn default() -> Classes {
        Classes {
            classes: [None; COUNT],
            main: Value::None,
            run_body: Value::None,
            serve: Value::None,
            thread_guard: Value::None,
            task_step: Value::None,
            task_wakeup: Value::None,
            cancelled_error: OBJECT,
            invalid_state_error: OBJECT,
            token_missing: Value::None,
        }
    }
}

impl Classes {
    /// The class; `object` before its module is there.
    pub fn of(&self, class: HostClass) -> Id {
        self.classes[class as usize].unwrap_or(OBJECT)
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.classes.iter().flatten().for_each(|&id| m.id(id));
        m.values(&[self.main, self.run_body, self.serve]);
        m.values(&[self.thread_guard, self.task_step, self.task_wakeup, self.token_missing]);
        m.id(self.cancelled_error);
        m.id(self.invalid_state_error);
    }
}

/// Makes a class of this crate and gives it its name in a module's namespace.
pub fn define(
    vm: &mut Vm,
    namespace: Id,
    module: &str,
    name: &str,
    class: HostClass,
    base: Id,
    has_dict: bool,
) -> Id {
    use HostClass::{Context, ContextVar, DequeIterator, FutureIter, Lock, Token};
    // Those nobody may derive from.
    let layout = match class {
        Lock | Context | ContextVar | Token | DequeIterator | FutureIter => Layout::Sealed,
        _ => Layout::Host(class as u16),
    };
    let id = vm.add_class(module, name, base, layout, has_dict);
    if matches!(module, "_asyncio" | "_contextvars" | "_thread") {
        vm.set_full_name(id, &format!("{module}.{name}"));
    }
    process(vm).classes.classes[class as usize] = Some(id);
    let name = vm.intern(name);
    vm.dict_set_str(namespace, name, id.into());
    id
}

/// Sets a name of a module.
pub fn set(vm: &mut Vm, namespace: Id, name: &str, value: impl Into<Value>) {
    let name = vm.intern(name);
    vm.dict_set_str(namespace, name, value.into());
}

/// What stands for an object's address in its repr.
pub fn address(object: Value) -> String {
    let at = object.id().map_or(0, |id| id.index() as u64);
    format!("{:#x}", 0x7f00_0000_0000_u64 + at * 16)
}
