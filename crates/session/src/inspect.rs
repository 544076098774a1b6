//! The snapshot of a process: threads, loops, tasks, what they wait at.
//!
//! **Only looks**: no Python runs for it and no object is made, so it may be asked for at any moment, and as often as one likes.

mod show;
mod waits;

use loopthread_executor::Handles;
use loopthread_protocol::{
    Call, Callback, LoopView, SNAPSHOT_ENTRIES as MOST, Snapshot, TaskId, TaskView, ThreadId, ThreadView,
};
use loopthread_vm::code::CodeKind;
use loopthread_vm::frame::FrameId;
use loopthread_vm::heap::object::{Data, GeneratorState};
use loopthread_vm::sorted::sorted;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::Fiber;

use crate::asyncio::event_loop::{self, EventLoop};
use crate::asyncio::future::{Callback as DoneCallback, Future, State};
use crate::asyncio::handle::Handle;
use crate::asyncio::scheduled::Scheduled;
use crate::asyncio::{task, text};
use crate::glue::process_ref;
use crate::process::clock::nanos;
use crate::session::control;

/// What the process consists of.
pub fn snapshot(vm: &mut Vm, fibers: &[Fiber]) -> Snapshot {
    let tasks: Vec<Value> = process_ref(vm).asyncio.tasks_in_order().into_iter().take(MOST).collect();
    let waiting: Vec<(TaskId, Value)> = tasks.iter().filter_map(|&task| waiter_of(vm, task)).collect();
    Snapshot {
        at: process_ref(vm).clock.nanos(),
        threads: threads(vm, fibers),
        loops: loops(vm),
        tasks: tasks.into_iter().filter_map(|task| task_view(vm, task, &waiting)).collect(),
        waits: waits::all(vm, fibers),
        unseen: unseen(vm),
        unstarted: unstarted(vm),
    }
}

fn threads(vm: &mut Vm, fibers: &[Fiber]) -> Vec<ThreadView> {
    let threads = &process_ref(vm).threads;
    let (current, running) = (threads.current_id(), threads.scheduler.paused().is_some());
    let live: Vec<(ThreadId, String, Option<TaskId>)> = threads
        .iter()
        .filter(|thread| !thread.ended)
        .take(MOST)
        .map(|thread| (thread.id, thread.name.clone(), thread.current_task_id))
        .collect();
    live.into_iter()
        .map(|(thread, name, task)| {
            let top = fibers.get(thread.0 as usize).and_then(|fiber| fiber.top);
            let has_gil = running && thread == current;
            let mut calls = calls(vm, top);
            if let (Some(call), Some(line)) = (calls.first_mut(), control::line_on_stack(vm, fibers, thread))
            {
                call.line = line;
            }
            ThreadView { thread, name, task, has_gil, calls }
        })
        .collect()
}

/// The program's functions of a chain of frames.
fn calls(vm: &mut Vm, top: Option<FrameId>) -> Vec<Call> {
    let frames: Vec<FrameId> = vm.program_frames(top).take(MOST).collect();
    frames.into_iter().filter_map(|frame| call(vm, frame)).collect()
}

fn call(vm: &mut Vm, frame: FrameId) -> Option<Call> {
    let python = vm.frames.python(frame)?;
    let code = vm.code(python.code);
    let line = vm.line_at(frame)?;
    let function = vm.text(code.qualname).to_owned();
    let namespace = (!code.optimized).then(|| python.namespace.or(python.globals.into()));
    let variables = match namespace {
        Some(namespace) => assigned(vm, namespace),
        None => vm.variables_of(python),
    };
    let locals = variables
        .into_iter()
        .take(MOST)
        .map(|(name, value)| (vm.text(name).to_owned(), show::short(vm, value)))
        .collect();
    Some(Call { function, line, locals })
}

/// The variables of a module or a class: not what is defined or imported there, which stands in the program.
fn assigned(vm: &Vm, namespace: Value) -> Vec<(Id, Value)> {
    let Some(Data::Dict(dict)) = vm.data(namespace) else { return Vec::new() };
    let is_variable = |&(name, value): &(Value, Value)| {
        let is_special = vm.str_of(name).is_none_or(|name| name.starts_with("__"));
        let is_definition = matches!(
            vm.data(value),
            Some(Data::Module(_) | Data::Function(_) | Data::Class(_) | Data::Native(_))
        );
        !is_special && !is_definition
    };
    dict.iter().filter(is_variable).filter_map(|(name, value)| Some((name.id()?, value))).collect()
}

fn loops(vm: &mut Vm) -> Vec<LoopView> {
    let running: Vec<Value> = process_ref(vm).asyncio.loops.iter().map(|&(_, lp)| lp).collect();
    running.into_iter().filter_map(|lp| loop_view(vm, lp)).collect()
}

fn loop_view(vm: &mut Vm, lp: Value) -> Option<LoopView> {
    let data = vm.host::<EventLoop>(lp)?;
    let (id, thread) = (data.id, data.thread?);
    let (ready, timers) = event_loop::with_executor(vm, lp, |executor, handles| {
        let live = executor.queue().timers().iter().filter(|(_, timer)| !handles.is_cancelled(timer));
        let timers: Vec<(f64, Scheduled)> = live.map(|(when, &timer)| (when, timer)).collect();
        let order = sorted(timers.iter().enumerate().map(|(at, &(when, _))| (nanos(when), at)));
        let timers: Vec<_> = order.into_iter().map(|(when, at)| (when, timers[at].1)).collect();
        (executor.queue().ready().copied().collect::<Vec<_>>(), timers)
    })?;
    Some(LoopView {
        lp: id,
        thread,
        ready: ready.into_iter().take(MOST).map(|scheduled| callback(vm, scheduled)).collect(),
        timers: timers.into_iter().take(MOST).map(|(when, timer)| (when, callback(vm, timer))).collect(),
    })
}

fn callback(vm: &mut Vm, scheduled: Scheduled) -> Callback {
    let handle = match scheduled {
        Scheduled::Step(task) => return of_task(vm, "Task.__step()", task),
        Scheduled::Wakeup(task, _) => return of_task(vm, "Task.task_wakeup()", task),
        Scheduled::Told(..) => {
            return Callback { text: "gather.<locals>._done_callback()".to_owned(), task: None };
        }
        Scheduled::Handle(handle) => handle,
    };
    let Some(handle) = vm.host::<Handle>(handle.into()) else {
        return Callback { text: String::new(), task: None };
    };
    let (function, args) = (handle.callback, handle.args.clone());
    // A method of a task steps it; a timer of `asyncio.sleep` wakes the task that awaits its future.
    let own = match vm.data(function) {
        Some(Data::BoundMethod(pair)) => Some(pair.1),
        _ => None,
    };
    let task = own.into_iter().chain(args.first().copied()).find_map(|object| waiting_task(vm, object));
    let shown: Vec<String> = args.iter().map(|&arg| show::short(vm, arg)).collect();
    let text = text::callback_text(vm, function, &shown.join(", "));
    let shown = show::short(vm, function);
    Callback { text: text.replace(text::UNKNOWN, &shown), task }
}

fn of_task(vm: &Vm, text: &str, task: Id) -> Callback {
    Callback { text: text.to_owned(), task: task::id(vm, task.into()) }
}

/// The task that an object is, or that awaits it. One that is done does nothing any more.
fn waiting_task(vm: &Vm, object: Value) -> Option<TaskId> {
    let is_pending = vm.host::<Future>(object).is_some_and(|future| future.state == State::Pending);
    task::id(vm, object).filter(|_| is_pending).or_else(|| {
        vm.host::<Future>(object)?.callbacks.iter().find_map(|callback| match callback {
            DoneCallback::Wakeup(task) => task::id(vm, (*task).into()),
            DoneCallback::Call(..) | DoneCallback::Told(_) => None,
        })
    })
}

fn task_view(vm: &mut Vm, task: Value, waiting: &[(TaskId, Value)]) -> Option<TaskView> {
    let future = vm.host::<Future>(task)?;
    let data = future.task.as_ref()?;
    let (id, lp, name, waiter) = (data.id, future.lp, data.name, data.waiter);
    let cancelling = u32::try_from(data.cancels).unwrap_or(0);
    let top = task::suspended(vm, task);
    let awaits = (!waiter.is_none()).then(|| text::wait_text(vm, task, waiter));
    Some(TaskView {
        task: id,
        name: task::shown_name(vm, name),
        lp: event_loop::id(vm, lp)?,
        stack: calls(vm, top),
        awaits,
        awaited_by: awaited_by(vm, task, waiting),
        cancelling,
    })
}

/// A task that waits, and the future it waits for.
fn waiter_of(vm: &Vm, task: Value) -> Option<(TaskId, Value)> {
    let data = vm.host::<Future>(task)?.task.as_ref()?;
    (!data.waiter.is_none()).then_some((data.id, data.waiter))
}

/// The tasks that go on when this one is done: those that await it, and those that await a gather of it.
fn awaited_by(vm: &Vm, task: Value, waiting: &[(TaskId, Value)]) -> Vec<TaskId> {
    let holds = |waiter: Value| {
        waiter.is(task)
            || attr(vm, waiter, "_children")
                .and_then(|children| vm.list_of(children))
                .is_some_and(|children| children.iter().any(|child| child.is(task)))
    };
    waiting.iter().filter(|&&(_, waiter)| holds(waiter)).map(|&(id, _)| id).collect()
}

fn unseen(vm: &mut Vm) -> Vec<String> {
    let failed = |id: &Id| vm.heap.data(*id).host::<Future>().is_some_and(|future| future.log_traceback);
    let failed: Vec<Id> = vm.heap.all().filter(failed).take(MOST).collect();
    failed
        .into_iter()
        .map(|id| {
            let exc = vm.host::<Future>(id.into()).map_or(Value::None, |future| future.exception);
            let error = text::exception_line(vm, exc);
            text::future_text(vm, id.into(), &error)
        })
        .collect()
}

fn unstarted(vm: &mut Vm) -> Vec<Call> {
    let is_new = |id: &Id| {
        matches!(vm.heap.data(*id), Data::Generator(g)
            if g.kind == CodeKind::Coroutine && g.state == GeneratorState::Created && !g.owned)
    };
    let new: Vec<Id> = vm.heap.all().filter(is_new).take(MOST).collect();
    let mut told = Vec::new();
    for id in new {
        let Some((Some(frame), made)) = vm.generator(id.into()).map(|g| (g.frame, g.made)) else { continue };
        let Some(call) = call(vm, frame) else { continue };
        // The line that made it; of what the library made, or a console, there is none.
        let line = made.map_or(0, |made| vm.code(made.code).position(made.ip).line);
        told.push(Call { line, ..call });
    }
    told
}

/// An attribute that an object has itself.
fn attr(vm: &Vm, object: Value, name: &str) -> Option<Value> {
    vm.dict_get_str(vm.heap.get(object.id()?).dict?, vm.known_name(name)?)
}

/// The name of a task or thread, as it is shown.
fn name_of_task(vm: &Vm, task: TaskId) -> String {
    let found = process_ref(vm).asyncio.tasks.get(&task).copied();
    let name = found.and_then(|task| vm.host::<Future>(task)).and_then(|f| f.task.as_ref()).map(|t| t.name);
    name.map_or_else(|| "?".to_owned(), |name| task::shown_name(vm, name))
}

fn name_of_thread(vm: &Vm, thread: ThreadId) -> String {
    process_ref(vm).threads.get(thread).map_or_else(|| "?".to_owned(), |thread| thread.name.clone())
}
