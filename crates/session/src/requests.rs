//! What the page asks of a live process: `Start`, `Call`, `Spawn`, `Cancel`, `Stop`.
//!
//! Every request for a loop is a `call_soon_threadsafe`: **it joins the loop's ready queue, it does not jump it**. What the request
//! then does is Python, in the library's `_loopthread`, which answers through the native module `_page`.

pub mod page;

use loopthread_protocol::{
    Actor, Command, Failure, Outcome as Answer, Reply, RequestId, Target, TaskId, ThreadId,
};
use loopthread_vm::compile::Mode;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Dict;
use loopthread_vm::native::{Action, Args, NativeResult, Outcome};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use crate::asyncio::event_loop;
use crate::asyncio::future::Future;
use crate::asyncio::handle::Handle;
use crate::glue::{bound_method, enter, none, process, process_ref};
use crate::modules::{contextvars, signal};
use crate::threads::Kind;

/// Requests that have no answer yet.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    open: Vec<RequestId>,
    /// Which thread's loop is to answer which request.
    sent: Vec<(RequestId, ThreadId)>,
    /// Requests for the page's loop, until it runs: kind, request, source.
    waiting: Vec<(&'static str, RequestId, String)>,
    /// Who waits for the end of which thread.
    stops: Vec<(RequestId, ThreadId)>,
    page: Option<ThreadId>,
}

impl Requests {
    /// The page's own thread, if it has something to answer.
    pub fn asked_page(&self) -> Option<ThreadId> {
        self.page.filter(|page| self.sent.iter().any(|(_, to)| to == page))
    }
}

/// Takes up a request. It is answered now or later, once.
pub fn begin(vm: &mut Vm, id: RequestId, command: Command) {
    process(vm).requests.open.push(id);
    match command {
        Command::Start => {
            let thread = start_page(vm, id);
            answer(vm, id, Ok(Reply::Thread(thread)));
        }
        Command::Call { target, source } => send(vm, target, "call", id, source),
        Command::Spawn { target, source } => send(vm, target, "spawn", id, source),
        Command::Cancel { task } => cancel(vm, id, task),
        Command::Stop { target } => stop(vm, id, target),
        Command::Input { line } => match process(vm).input.give(line) {
            Some(thread) => {
                process(vm).wake(thread);
                answer(vm, id, Ok(Reply::Done));
            }
            None => refuse(vm, id, "no thread waits for input"),
        },
        Command::Interrupt => match signal::interrupt(vm) {
            true => answer(vm, id, Ok(Reply::Done)),
            false => refuse(vm, id, "nothing runs that could be interrupted"),
        },
        _ => {
            refuse(vm, id, "not a request for a process");
        }
    }
}

/// Answers an open request; one that is answered already stays so.
pub fn answer(vm: &mut Vm, id: RequestId, outcome: Answer) {
    let process = process(vm);
    if let Some(at) = process.requests.open.iter().position(|open| *open == id) {
        process.requests.open.remove(at);
        process.requests.sent.retain(|(sent, _)| *sent != id);
        process.answer(id, outcome);
    }
}

/// Whether there is something to stop beside a program: an open request, a live task, or a thread that works or waits for a
/// time. A thread that waits for good is none: the page's own does, and a pool's, when they have nothing to do.
pub fn is_busy(vm: &mut Vm) -> bool {
    let process = process(vm);
    process.threads.schedule(|scheduler, facts| scheduler.clear_cancelled(facts));
    let waits_for_time = process.threads.scheduler.queue().timers().head().is_some();
    if waits_for_time || !process.requests.open.is_empty() || process.threads.any_ready() {
        return true;
    }
    let process = process_ref(vm);
    let is_live = |future: &Future| {
        process.threads.iter().any(|thread| !thread.ended && thread.running_loop.is(future.lp))
    };
    process.asyncio.tasks.values().any(|task| vm.host::<Future>(*task).is_some_and(is_live))
}

/// The run was ended: nothing will answer the open requests.
pub fn end_all(vm: &mut Vm) {
    let requests = std::mem::take(&mut process(vm).requests);
    for id in requests.open {
        process(vm).answer(id, Err(Failure::Halted));
    }
}

/// A thread has ended: who waited for that is answered, what it was to answer is refused, and the page's thread
/// can be started anew.
pub fn thread_ended(vm: &mut Vm, thread: ThreadId) {
    let requests = &mut process(vm).requests;
    let mut lost = Vec::new();
    if requests.page == Some(thread) {
        requests.page = None;
        lost.extend(requests.waiting.drain(..).map(|(_, id, _)| id));
    }
    lost.extend(requests.sent.iter().filter(|(_, to)| *to == thread).map(|(id, _)| *id));
    let stops = std::mem::take(&mut requests.stops);
    for (id, stopped) in stops {
        if stopped == thread {
            answer(vm, id, Ok(Reply::Done));
        } else {
            process(vm).requests.stops.push((id, stopped));
        }
    }
    lost.into_iter().for_each(|id| refuse(vm, id, "the thread has ended"));
}

/// The page's loop runs: what waited for it is sent.
pub fn page_ready(vm: &mut Vm) {
    let Some(page) = process(vm).requests.page else { return };
    for (kind, id, source) in std::mem::take(&mut process(vm).requests.waiting) {
        send_to_thread(vm, page, kind, id, source);
    }
}

fn refuse(vm: &mut Vm, id: RequestId, message: &str) {
    answer(vm, id, Err(Failure::Refused { message: message.to_owned() }));
}

fn send(vm: &mut Vm, target: Target, kind: &'static str, id: RequestId, source: String) {
    match target {
        Target::Thread(thread) => send_to_thread(vm, thread, kind, id, source),
        Target::Page => {
            let page = start_page(vm, id);
            if loop_of(vm, page).is_some() {
                send_to_thread(vm, page, kind, id, source);
            } else {
                process(vm).requests.waiting.push((kind, id, source));
            }
        }
    }
}

/// The loop that a thread runs.
fn loop_of(vm: &mut Vm, thread: ThreadId) -> Option<Value> {
    let thread = process(vm).threads.get(thread).filter(|thread| !thread.ended)?;
    (!thread.running_loop.is_none()).then_some(thread.running_loop)
}

fn send_to_thread(vm: &mut Vm, thread: ThreadId, kind: &'static str, id: RequestId, source: String) {
    let Some(lp) = loop_of(vm, thread) else {
        refuse(vm, id, "the thread runs no event loop");
        return;
    };
    let text = match kind {
        "stop" => "stop".to_owned(),
        _ => source.lines().next().unwrap_or("").to_owned(),
    };
    let (kind, source) = (vm.str(kind), vm.str(source));
    schedule(vm, thread, lp, id, text, &[kind, Value::Int(i64::from(id.0)), source]);
}

/// A `call_soon_threadsafe` on behalf of the page.
fn schedule(vm: &mut Vm, thread: ThreadId, lp: Value, id: RequestId, text: String, args: &[Value]) {
    let serve = process(vm).classes.serve;
    let context = contextvars::fresh(vm);
    match event_loop::call_soon_from_outside(vm, lp, serve, args, context) {
        Ok(handle) => {
            process(vm).requests.sent.push((id, thread));
            let message = process(vm).tell_request(thread, id, text);
            if let Some(handle) = vm.host_mut::<Handle>(handle) {
                handle.message = Some(message);
            }
        }
        Err(_) => refuse(vm, id, "the event loop is closed"),
    }
}

fn cancel(vm: &mut Vm, id: RequestId, task: TaskId) {
    let found = process(vm).asyncio.tasks.get(&task).copied();
    let lp = found.and_then(|task| vm.host::<Future>(task)).map(|f| f.lp);
    let (Some(task), Some(lp)) = (found, lp) else {
        refuse(vm, id, "the task has ended");
        return;
    };
    let Some(thread) = process(vm).threads.iter().find(|t| t.running_loop.is(lp)).map(|t| t.id) else {
        refuse(vm, id, "the task's event loop does not run");
        return;
    };
    let kind = vm.str("cancel");
    schedule(vm, thread, lp, id, "cancel".to_owned(), &[kind, Value::Int(i64::from(id.0)), task]);
}

fn stop(vm: &mut Vm, id: RequestId, target: Target) {
    let thread = match target {
        Target::Thread(thread) => Some(thread),
        Target::Page => process(vm).requests.page,
    };
    let Some(thread) = thread else {
        refuse(vm, id, "the thread has not been started");
        return;
    };
    process(vm).requests.stops.push((id, thread));
    send(vm, target, "stop", id, String::new());
}

/// The page's own thread, started when it is not there.
fn start_page(vm: &mut Vm, id: RequestId) -> ThreadId {
    if let Some(page) = process(vm).requests.page {
        return page;
    }
    let process = process(vm);
    let thread = process.threads.add("page".to_owned(), true, Kind::Page);
    process.untold.push((thread, Actor::Page { request: id }, None));
    process.requests.page = Some(thread);
    let entry = library_code(vm, "import _loopthread\n_loopthread.main()\n");
    let process = self::process(vm);
    let run_body = process.classes.run_body;
    if let Some(thread) = process.threads.get_mut(thread) {
        thread.entry = entry.map(|(function, namespace)| (run_body, Args::of(&[function, namespace])));
    }
    process.threads.start(thread);
    thread
}

/// A few lines of the session's own, as a function and the namespace to run it in.
fn library_code(vm: &mut Vm, source: &str) -> Option<(Value, Value)> {
    let code = vm.compile_source(source, "_session.py", Mode::Exec, true).ok()?;
    let namespace = vm.dict(Dict::new());
    let builtins = vm.imported("builtins").unwrap_or(Value::None);
    vm.dict_set_str(namespace, loopthread_vm::names::BUILTINS, builtins);
    Some((vm.function_of(code, namespace), namespace.into()))
}

/// The callback of a request on its loop: kind, request, source (a task for `cancel`).
pub fn serve(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some((function, namespace)) = library_code(vm, "from _loopthread import serve\n") else {
        return none();
    };
    Ok(enter("serve", serve_step, &[function, namespace, args[0], args[1], args[2]]))
}

fn serve_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    let is_cancel = vm.str_of(frame.values[2]) == Some("cancel");
    match frame.stage {
        1 if is_cancel => match bound_method(vm, frame.values[4], "cancel") {
            Some(method) => Ok(Action::call(method, Args::new())),
            None => none(),
        },
        1 => Ok(Action::Body(frame.values[0], frame.values[1])),
        2 if is_cancel => {
            let id = request_of(vm, frame.values[3]);
            answer(vm, id, Ok(Reply::Done));
            outcome.value(vm).map(Action::Return)
        }
        2 => {
            outcome.value(vm)?;
            let name = vm.intern("serve");
            let serve = frame.values[1].id().and_then(|namespace| vm.dict_get_str(namespace, name));
            let args = Args::of(&[frame.values[2], frame.values[3], frame.values[4]]);
            match serve {
                Some(serve) => Ok(Action::call(serve, args)),
                None => none(),
            }
        }
        _ => outcome.value(vm).map(Action::Return),
    }
}

/// The request that a number of Python's names.
fn request_of(vm: &Vm, number: Value) -> RequestId {
    RequestId(vm.small_int(number).unwrap_or(0) as u32)
}
