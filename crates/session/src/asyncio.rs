//! `_asyncio`: futures, tasks, handles and the event loop, as CPython's C accelerator has them.
//!
//! Nothing here decides an order: that is the executor's, one in each loop. What CPython writes in Python (gather, wait,
//! queues …) is in the frozen library. Deliberately absent: sockets, signals, subprocesses.

pub mod event_loop;
pub mod follow;
pub mod future;
pub mod future_iter;
pub mod gather;
pub mod handle;
pub mod run_forever;
pub mod scheduled;
pub mod source;
pub mod step;
pub mod task;
pub mod text;

use loopthread_protocol::{LoopId, TaskId};
use loopthread_vm::code::CodeKind;
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Marker;
use loopthread_vm::heap::object::{Data, Layout};
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::sorted::sorted;
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use rustc_hash::FxHashMap;

use crate::glue::{enter, none, process, process_ref, ret};
use crate::modules::set;

/// What asyncio keeps for the whole process.
#[derive(Clone, Debug, Default)]
pub struct Asyncio {
    /// Tasks that are not done. It does not keep them: one that dies leaves it.
    pub tasks: FxHashMap<TaskId, Value>,
    /// The loops that are not closed.
    pub loops: Vec<(LoopId, Value)>,
    pub tasks_made: u32,
    pub loops_made: u32,
    /// `Task-1` is the first name given.
    pub names_given: u32,
    /// Tasks that are not ours and were entered by `_enter_task`, with their loops.
    pub entered: Vec<(Value, Value)>,
}

impl Asyncio {
    /// The tasks that are not done, in the order they were made.
    pub fn tasks_in_order(&self) -> Vec<Value> {
        sorted(self.tasks.keys().copied()).iter().filter_map(|id| self.tasks.get(id).copied()).collect()
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.entered.iter().for_each(|&(lp, task)| m.values(&[lp, task]));
        self.loops.iter().for_each(|(_, lp)| m.first(*lp));
    }
}

pub fn install(vm: &mut Vm, namespace: Id) {
    let module = "asyncio.exceptions";
    let cancelled = vm.add_class(module, "CancelledError", types::BASE_EXCEPTION, Layout::Exception, true);
    let invalid = vm.add_class(module, "InvalidStateError", types::EXCEPTION, Layout::Exception, true);
    let classes = &mut process(vm).classes;
    classes.cancelled_error = cancelled;
    classes.invalid_state_error = invalid;
    set(vm, namespace, "CancelledError", cancelled);
    set(vm, namespace, "InvalidStateError", invalid);
    future::install(vm, namespace);
    future_iter::install(vm, namespace);
    task::install(vm, namespace);
    handle::install(vm, namespace);
    event_loop::install(vm, namespace);
    vm.add_functions(namespace, "_asyncio", FUNCTIONS);
}

const FUNCTIONS: &[Def] = &[
    Def::function("get_running_loop", "", get_running_loop),
    Def::function("_get_running_loop", "", get_running_loop_or_none),
    Def::function("_set_running_loop", "loop, /", set_running_loop),
    Def::function("_get_event_loop", "", get_event_loop),
    Def::function("_set_event_loop", "loop, /", set_event_loop),
    Def::function("current_task", "loop?", current_task),
    Def::function("_set_current_task", "loop, task, /", set_current_task),
    Def::function("all_tasks", "loop?", all_tasks),
    Def::function("isfuture", "obj", isfuture),
    Def::function("_gather", "arguments, return_exceptions, outer, /", gather::gather),
    Def::function("_gathered", "gathering, child, /", gather::told_by_call),
    Def::function("_submit", "loop, callback, coro, /", follow::submit),
    Def::function("_follow", "coro, loop, future, Future, check, /", follow::follow),
    Def::function("_told", "follower, task, /", follow::told_by_call),
    Def::function("iscoroutine", "obj", iscoroutine),
];

/// `InvalidStateError`.
pub fn invalid_state(vm: &mut Vm, message: &str) -> Raised {
    let class = process(vm).classes.invalid_state_error;
    errors::new(vm, class, message)
}

/// The loop of a future that was not given one: the one that runs. Without, the policy is to be asked: see [`ask_policy`].
pub fn loop_or_running(vm: &mut Vm, lp: Value) -> Option<Value> {
    let running = process(vm).threads.current().running_loop;
    Some(if lp.or(Value::None).is_none() { running } else { lp }).filter(|lp| !lp.is_none())
}

/// Runs the `__init__` of a future or task again, with the loop of the policy as its argument at `place`.
pub fn ask_policy(args: &Args, place: usize) -> NativeResult {
    let mut values = args.values.to_vec();
    values.push(Value::Int(place as i64));
    Ok(enter("Future.__init__", init_with_policy, &values))
}

fn init_with_policy(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    if frame.stage == 1 {
        return call_library(vm, "asyncio.events", "get_event_loop", &[]);
    }
    let value = outcome.value(vm)?;
    if frame.stage > 2 {
        return Ok(Action::Return(value));
    }
    if value.is_none() {
        let name = vm.intern("get_debug");
        return Err(errors::no_attribute(vm, value, name));
    }
    let place = frame.values.pop().and_then(|place| vm.small_int(place));
    let mut args = Args::of(&frame.values);
    match place {
        Some(1) => {
            args.values[1] = value;
            future::init(vm, &args)
        }
        _ => {
            args.values[2] = value;
            task::init(vm, &args)
        }
    }
}

/// Calls a function of the library in Python; its module has been imported.
pub fn call_library(vm: &mut Vm, module: &str, name: &str, args: &[Value]) -> NativeResult {
    let found = crate::glue::module(vm, module).and_then(|module| crate::glue::own_attr(vm, module, name));
    match found {
        Some(function) => Ok(Action::call(function, Args::of(args))),
        None => Err(errors::runtime_error(vm, format!("{module} is not imported"))),
    }
}

/// `asyncio.isfuture`; the library knows what only behaves as one.
fn isfuture(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.data(args[0]) {
        Some(Data::Generator(_)) => ret(false),
        Some(data @ Data::Host(_)) if data.host::<future::Future>().is_some() => ret(true),
        _ => call_library(vm, "asyncio.futures", "_behaves_as_future", &args.values),
    }
}

/// `asyncio.iscoroutine`, likewise.
fn iscoroutine(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.data(args[0]) {
        Some(Data::Generator(g)) => ret(g.kind == CodeKind::Coroutine),
        _ => call_library(vm, "asyncio.coroutines", "_behaves_as_coroutine", &args.values),
    }
}

fn running_loop(vm: &mut Vm) -> Result<Value, Raised> {
    match process(vm).threads.current().running_loop {
        Value::None => Err(errors::runtime_error(vm, "no running event loop")),
        lp => Ok(lp),
    }
}

fn get_running_loop(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(running_loop(vm)?)
}

fn get_running_loop_or_none(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(process(vm).threads.current().running_loop)
}

fn set_running_loop(vm: &mut Vm, args: &Args) -> NativeResult {
    process(vm).threads.current().running_loop = args[0];
    none()
}

fn get_event_loop(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(process(vm).threads.current().event_loop)
}

fn set_event_loop(vm: &mut Vm, args: &Args) -> NativeResult {
    process(vm).threads.current().event_loop = args[0];
    none()
}

fn loop_argument(vm: &mut Vm, args: &Args) -> Result<Value, Raised> {
    match args[0] {
        Value::Unbound | Value::None => running_loop(vm),
        lp => Ok(lp),
    }
}

fn current_task(vm: &mut Vm, args: &Args) -> NativeResult {
    let lp = loop_argument(vm, args)?;
    let found = process(vm).threads.iter().find(|thread| thread.running_loop.is(lp));
    let task = found.map_or(Value::None, |thread| thread.current_task);
    let strange = || process_ref(vm).asyncio.entered.iter().find(|(of, _)| of.is(lp)).map(|&(_, task)| task);
    ret(if task.is_none() { strange().unwrap_or(Value::None) } else { task })
}

/// Makes a task that is not ours the current one of a loop; None ends that.
fn set_current_task(vm: &mut Vm, args: &Args) -> NativeResult {
    let entered = &mut process(vm).asyncio.entered;
    entered.retain(|(lp, _)| !lp.is(args[0]));
    if !args[1].is_none() {
        entered.push((args[0], args[1]));
    }
    none()
}

fn all_tasks(vm: &mut Vm, args: &Args) -> NativeResult {
    let lp = loop_argument(vm, args)?;
    let tasks = process(vm).asyncio.tasks_in_order();
    let mut set = loopthread_vm::heap::Set::default();
    for task in tasks {
        let is_ours = vm.host::<future::Future>(task).is_some_and(|f| f.lp.is(lp));
        if let (true, Ok(loopthread_vm::vm::key::Hash::Known(hash))) = (is_ours, vm.hash(task)) {
            set.insert_new(hash, task);
        }
    }
    ret(vm.set(set))
}
