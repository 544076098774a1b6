//! `_asyncio.Task`: a coroutine that a loop runs step by step. What a step does is in [`super::step`].

use loopthread_protocol::{Actor, TaskId, TaskState, What};
use loopthread_vm::errors;
use loopthread_vm::frame::FrameId;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Marker;
use loopthread_vm::heap::object::{Data, GeneratorState};
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use smallvec::smallvec;

use super::event_loop;
use super::future::{Future, State, cancel_future, context_argument};
use super::scheduled::Scheduled;
use crate::glue::{bound_method, enter, flag, none, own_attr, process, ret, with};
use crate::modules::{HostClass, contextvars, define};

/// What a task has beyond a future.
#[derive(Clone, Debug)]
pub struct Task {
    pub id: TaskId,
    pub coro: Value,
    pub context: Value,
    /// A string; the number of one that was not named, until somebody asks (as CPython's `task_name`).
    pub name: Value,
    /// The future it awaits, or None.
    pub waiter: Value,
    /// Throw CancelledError at the next step.
    pub must_cancel: bool,
    pub log_destroy_pending: bool,
    /// It has died before its end.
    pub destroyed: bool,
    /// Neither its loop nor what it awaits holds it any longer: it may die with the program's last name for it.
    pub orphaned: bool,
    pub birth: u64,
    /// `cancelling()`.
    pub cancels: i64,
}

impl Task {
    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.coro, self.context, self.name, self.waiter]);
    }
}

pub fn install(vm: &mut Vm, namespace: Id) {
    let base = process(vm).classes.of(HostClass::Future);
    let class = define(vm, namespace, "_asyncio", "Task", HostClass::Task, base, true);
    vm.add_methods(class, METHODS);
    vm.add_setter(class, "_log_destroy_pending", set_log_destroy_pending);
    // They are callbacks, and no methods for programs: CPython's are not found in the class either.
    let [step, wakeup] = ["__step", "task_wakeup"].map(|name| {
        let name = vm.intern(name);
        let namespace = vm.class(class).map(|class| class.namespace);
        namespace.and_then(|namespace| vm.dict_remove_str(namespace, name)).unwrap_or(Value::None)
    });
    let classes = &mut process(vm).classes;
    (classes.task_step, classes.task_wakeup) = (step, wakeup);
}

const METHODS: &[Def] = &[
    Def::method("Task.__init__", "self, coro, *, loop?, name?, context?, eager_start?", init),
    Def::method("Task.cancel", "self, msg?", cancel),
    Def::method("Task.uncancel", "self, /", uncancel),
    Def::method("Task.cancelling", "self, /", cancelling),
    Def::method("Task.get_coro", "self, /", get_coro),
    Def::method("Task.get_context", "self, /", get_context),
    Def::method("Task.get_name", "self, /", get_name),
    Def::method("Task.set_name", "self, value, /", set_name),
    Def::method("Task.set_result", "self, value, /", set_result),
    Def::method("Task.set_exception", "self, value, /", set_exception),
    Def::method("Task.get_stack", "self, *, limit?", get_stack),
    Def::method("Task.print_stack", "self, *, limit?, file?", print_stack),
    Def::method("Task.__step", "self, exc?, /", super::step::step),
    Def::method("Task.task_wakeup", "self, future, /", super::step::wakeup),
    Def::getter("Task._coro", get_coro),
    Def::getter("Task._fut_waiter", get_waiter),
    Def::getter("Task._must_cancel", get_must_cancel),
    Def::getter("Task._log_destroy_pending", get_log_destroy_pending),
];

/// Lets `f` at what an object has as a task; TypeError when it is none.
pub fn with_task<R>(vm: &mut Vm, task: Value, f: impl FnOnce(&mut Task) -> R) -> Result<R, Raised> {
    if let Some(data) = vm.host_mut::<Future>(task).and_then(|future| future.task.as_deref_mut()) {
        return Ok(f(data));
    }
    Err(no_task(vm, task))
}

pub fn no_task(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("a Task was expected, got a '{}' object", vm.type_name(object));
    errors::type_error(vm, message)
}

/// The innermost frame of a task that does not run.
pub fn suspended(vm: &Vm, task: Value) -> Option<FrameId> {
    match vm.data(vm.host::<Future>(task)?.task.as_ref()?.coro) {
        Some(Data::Generator(g)) if g.state != GeneratorState::Running => g.top.or(g.frame),
        _ => None,
    }
}

/// A task's name as it is shown.
pub fn shown_name(vm: &Vm, name: Value) -> String {
    match name {
        Value::Int(number) => format!("Task-{number}"),
        name => vm.str_of(name).unwrap_or("Task").to_owned(),
    }
}

/// The number of a task.
pub fn id(vm: &Vm, task: Value) -> Option<TaskId> {
    vm.host::<Future>(task)?.task.as_ref().map(|task| task.id)
}

/// Schedules the task's next step, on behalf of whom, at which line.
pub fn schedule_step(
    vm: &mut Vm,
    task: Value,
    (by, line): (Option<Actor>, Option<u32>),
) -> Result<(), Raised> {
    let step = Scheduled::Step(crate::glue::id_of(vm, task)?);
    let Some((lp, id)) = vm.host::<Future>(task).and_then(|f| Some((f.lp, f.task.as_ref()?.id))) else {
        return Err(no_task(vm, task));
    };
    process(vm).tell(What::TaskState { task: id, state: TaskState::Ready { by, line } });
    event_loop::call_step(vm, lp, step)
}

/// Schedules a step that throws.
pub fn schedule_throw(vm: &mut Vm, task: Value, exc: Value) -> Result<(), Raised> {
    let step = process(vm).classes.task_step;
    let callback = vm.bound_method(step, task);
    let lp = with(vm, task, |f: &mut Future| f.lp)?;
    let context = with_task(vm, task, |t| t.context)?;
    tell(vm, task, TaskState::Ready { by: None, line: None });
    event_loop::call_soon(vm, lp, callback, &[exc], context).map(|_| ())
}

/// Records a task's state in the trace.
pub fn tell(vm: &mut Vm, task: Value, state: TaskState) {
    if let Some(task) = id(vm, task) {
        process(vm).tell(What::TaskState { task, state });
    }
}

/// A future is done; if it is a task, it lives no longer. Its number.
pub fn ended(vm: &mut Vm, future: Value) -> Option<TaskId> {
    let (task, state, exc) = vm
        .host::<Future>(future)
        .and_then(|f| f.task.as_ref().map(|task| (task.id, f.state, f.exception)))?;
    process(vm).asyncio.tasks.remove(&task);
    let state = match (state, exc.bound()) {
        (State::Cancelled, _) => TaskState::Cancelled,
        (_, Some(exc)) => TaskState::Failed {
            error: super::text::exception_line(vm, exc),
            line: super::text::raising_line(vm, exc),
        },
        _ => TaskState::Done,
    };
    process(vm).tell(What::TaskState { task, state });
    Some(task)
}

/// A task dies before its end: nothing could have woken it any more.
pub fn destroyed(vm: &mut Vm, task: Value) -> NativeResult {
    let (lp, source, told, id) = with(vm, task, |f: &mut Future| {
        let data = f.task.as_deref_mut().map(|task| {
            task.destroyed = true;
            (task.log_destroy_pending, task.id)
        });
        (f.lp, f.source, data.is_some_and(|(told, _)| told), data.map(|(_, id)| id))
    })?;
    if let Some(id) = id {
        process(vm).asyncio.tasks.remove(&id);
    }
    let coro = with_task(vm, task, |t| t.coro)?;
    vm.own_coroutine(coro, false);
    if !told {
        return none();
    }
    let message = vm.str("Task was destroyed but it is pending!");
    super::source::report_with(vm, lp, &[("task", task), ("message", message), ("source_traceback", source)])
}

pub fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    let (task, coro) = (args[0], args[1]);
    let Some(lp) = super::loop_or_running(vm, args[2]) else { return super::ask_policy(args, 2) };
    // Only a loop that runs can start a task at once.
    let eager = flag(vm, args[5], false) && event_loop::is_running_here(vm, lp);
    if !is_coroutine(vm, coro) {
        return Ok(enter("Task.__init__", refuse, &[coro]));
    }
    let (future, id, name) = new_data(vm, lp, coro, args[3], args[4]);
    with(vm, task, |f: &mut Future| *f = future)?;
    enlist(vm, task, id, coro, name);
    if name.is_none() {
        return Ok(enter("Task.__init__", name_from_object, &[task, args[3], eager.into()]));
    }
    start(vm, task, eager)
}

/// `loop.create_task(coro, *, name=None, context=None)`: at once for what programs do every day; the library does the rest.
pub fn create(vm: &mut Vm, args: &Args) -> NativeResult {
    let (lp, coro) = (args[0], args[1]);
    if coro.is_unbound() {
        let message = "BaseEventLoop.create_task() missing 1 required positional argument: 'coro'";
        return Err(errors::type_error(vm, message));
    }
    event_loop::check_open(vm, lp).map_err(|refused| keep(vm, refused, coro))?;
    let factory = own_attr(vm, lp, "_task_factory").unwrap_or(Value::None);
    let name = args[2].or(Value::None);
    let usual = factory.is_none() && (name.is_none() || vm.str_of(name).is_some());
    if !usual || !matches!(vm.data(coro), Some(Data::Generator(_))) || !is_coroutine(vm, coro) {
        return match bound_method(vm, lp, "_create_task") {
            Some(method) => Ok(Action::call(method, Args::of(&[coro, name, args[3].or(Value::None)]))),
            None => none(),
        };
    }
    ret(of_coroutine(vm, lp, coro, name, args[3])?)
}

/// A task of a child that `gather` was given as a coroutine.
pub fn of_gather(vm: &mut Vm, lp: Value, coro: Value) -> Result<Value, Raised> {
    let task = of_coroutine(vm, lp, coro, Value::None, Value::None)?;
    with_task(vm, task, |t| t.log_destroy_pending = false)?;
    Ok(task)
}

/// A task of a plain coroutine.
pub fn of_coroutine(
    vm: &mut Vm,
    lp: Value,
    coro: Value,
    name: Value,
    context: Value,
) -> Result<Value, Raised> {
    let (future, id, name) = new_data(vm, lp, coro, name, context);
    let class = process(vm).classes.of(HostClass::Task);
    let task = vm.host_object(class, future);
    enlist(vm, task, id, coro, name);
    schedule_first(vm, task)?;
    Ok(task)
}

/// The first step. A task that is refused will never be known as one of the loop.
fn schedule_first(vm: &mut Vm, task: Value) -> Result<(), Raised> {
    let acting = super::text::acting(vm);
    schedule_step(vm, task, acting).map_err(|refused| {
        if let Some(id) = id(vm, task) {
            process(vm).asyncio.tasks.remove(&id);
        }
        orphan(vm, task, refused)
    })
}

/// The loop has refused to step the task: it dies with the program's last name for it, or with the frames that the refusal has left.
pub fn orphan(vm: &mut Vm, task: Value, refused: Raised) -> Raised {
    if with_task(vm, task, |t| t.orphaned = true).is_ok() {
        vm.suspect(task);
    }
    keep(vm, refused, task)
}

/// An exception that has left a function of the library, which had this argument.
fn keep(vm: &mut Vm, raised: Raised, value: Value) -> Raised {
    if let Some(e) = vm.exception_mut(raised.0) {
        e.kept.extend([value, Value::Unbound]);
    }
    raised
}

/// What a new task consists of; its number, its name: None for an object whose `str()` is still to be asked.
fn new_data(vm: &mut Vm, lp: Value, coro: Value, name: Value, context: Value) -> (Future, TaskId, Value) {
    let context = context_argument(vm, context);
    let asyncio = &mut process(vm).asyncio;
    let id = TaskId(asyncio.tasks_made);
    asyncio.tasks_made += 1;
    let name = match name {
        Value::Unbound | Value::None => {
            asyncio.names_given += 1;
            Value::Int(asyncio.names_given.into())
        }
        name if vm.str_of(name).is_some() => name,
        _ => Value::None,
    };
    let data = Task {
        id,
        coro,
        context,
        name,
        waiter: Value::None,
        must_cancel: false,
        log_destroy_pending: true,
        destroyed: false,
        orphaned: false,
        birth: vm.next_birth(),
        cancels: 0,
    };
    let source = super::source::now(vm, lp);
    (Future { lp, source, task: Some(Box::new(data)), ..Future::default() }, id, name)
}

/// A new task is known from now on.
fn enlist(vm: &mut Vm, task: Value, id: TaskId, coro: Value, name: Value) {
    process(vm).asyncio.tasks.insert(id, task);
    vm.own_coroutine(coro, true);
    if let Some(lp) = vm.host::<Future>(task).map(|f| f.lp) {
        tell_created(vm, id, lp, coro, name);
    }
}

/// The first step comes with the loop's next turn, or now.
fn start(vm: &mut Vm, task: Value, eager: bool) -> NativeResult {
    if eager {
        return Ok(enter("Task.__eager_start", start_eagerly, &[task, Value::None, Value::None]));
    }
    schedule_first(vm, task)?;
    none()
}

/// One step inside of the task that runs, in the new one's context.
fn start_eagerly(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let task = frame.values[0];
    if matches!(outcome, Outcome::Start) {
        let context = with_task(vm, task, |t| t.context)?;
        frame.values[1] = process(vm).threads.current().current_task;
        frame.values[2] = contextvars::enter_context(vm, context)?;
        return super::step::step(vm, &Args::of(&[task, Value::Unbound]));
    }
    contextvars::leave(vm, frame.values[2]);
    let outer = frame.values[1];
    if !outer.is_none() {
        let id = id(vm, outer);
        super::step::enter_task(vm, outer, id);
    }
    // One that has ended at once needs its coroutine no longer (`task_eager_start`).
    if with(vm, task, |f: &mut Future| f.state != State::Pending)? {
        with_task(vm, task, |t| t.coro = Value::None)?;
    }
    if let Outcome::Raised(_) = outcome {
        vm.suspect(task);
    }
    outcome.value(vm)?;
    none()
}

fn is_coroutine(vm: &mut Vm, value: Value) -> bool {
    match vm.data(value) {
        Some(Data::Generator(g)) => g.kind == loopthread_vm::code::CodeKind::Coroutine,
        // What behaves like a coroutine (collections.abc.Coroutine).
        _ => ["send", "throw", "close", "__await__"].iter().all(|name| {
            let name = vm.intern(name);
            let class = vm.class_of(value);
            vm.class_attr(class, name).is_some()
        }),
    }
}

fn tell_created(vm: &mut Vm, task: TaskId, lp: Value, coro: Value, name: Value) {
    let Some(lp) = event_loop::id(vm, lp) else { return };
    let name = shown_name(vm, name);
    let line = match vm.data(coro) {
        Some(Data::Generator(g)) => {
            let code = vm.code(g.code);
            vm.is_program(code).then_some(code.first_line)
        }
        _ => None,
    };
    let coro = super::text::coroutine_name(vm, coro);
    let by = process(vm).actor();
    process(vm).tell(What::TaskCreated { task, lp, name, coro, by, line });
}

/// TypeError with the repr of what is no coroutine.
fn refuse(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        let repr = crate::glue::builtin(vm, "repr");
        return Ok(Action::call(repr, Args::of(&[frame.values[0]])));
    }
    let text = outcome.value(vm)?;
    let message = format!("a coroutine was expected, got {}", vm.str_of(text).unwrap_or("?"));
    Err(errors::type_error(vm, message))
}

/// `str(name)` first, then the first step is scheduled.
fn name_from_object(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return Ok(Action::call(types::STR.into(), Args::of(&[frame.values[1]])));
    }
    let name = outcome.value(vm)?;
    rename(vm, frame.values[0], name)?;
    start(vm, frame.values[0], matches!(frame.values[2], Value::Bool(true)))
}

fn rename(vm: &mut Vm, task: Value, name: Value) -> Result<(), Raised> {
    let id = with_task(vm, task, |t| {
        t.name = name;
        t.id
    })?;
    let name = vm.str_of(name).unwrap_or("Task").to_owned();
    process(vm).tell(What::TaskNamed { task: id, name });
    Ok(())
}

/// As CPython's: a task that awaits passes the request on to what it awaits, down to one that can take it.
fn cancel(vm: &mut Vm, args: &Args) -> NativeResult {
    let message = args[1].or(Value::None);
    let mut task = args[0];
    loop {
        let (pending, waiter) = with(vm, task, |f: &mut Future| {
            f.log_traceback = false;
            let pending = f.state == State::Pending;
            let waiter = match f.task.as_deref_mut() {
                Some(task) if pending => {
                    task.cancels += 1;
                    task.waiter
                }
                _ => Value::None,
            };
            (pending, waiter)
        })?;
        if !pending {
            return ret(false);
        }
        if task.is(args[0]) {
            tell_cancel(vm, task);
        }
        if waiter.is_none() {
            return must_cancel(vm, task, message);
        }
        let native = is_native_cancel(vm, waiter);
        let waits_for = vm.host::<Future>(waiter).map(|f| (f.task.is_some(), f.state));
        match waits_for {
            Some((true, State::Pending)) if native => task = waiter,
            Some(_) if native => {
                if cancel_future(vm, waiter, message)? {
                    return ret(true);
                }
                return must_cancel(vm, task, message);
            }
            _ => return Ok(enter("Task.cancel", cancel_waiter, &[task, waiter, message])),
        }
    }
}

fn tell_cancel(vm: &mut Vm, task: Value) {
    let (_, line) = super::text::acting(vm);
    if let Some(task) = id(vm, task) {
        let by = process(vm).actor();
        process(vm).tell(What::CancelAsked { task, by, line });
    }
}

fn must_cancel(vm: &mut Vm, task: Value, message: Value) -> NativeResult {
    with(vm, task, |f: &mut Future| {
        f.cancel_message = message;
        if let Some(task) = f.task.as_deref_mut() {
            task.must_cancel = true;
        }
    })?;
    ret(true)
}

fn is_native_cancel(vm: &mut Vm, future: Value) -> bool {
    let name = vm.intern("cancel");
    let class = vm.class_of(future);
    vm.class_attr(class, name).is_some_and(|method| vm.is_native_function(method))
}

/// The awaited object has a `cancel` of its own, in Python.
pub fn cancel_waiter(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        let Some(method) = crate::glue::bound_method(vm, frame.values[1], "cancel") else {
            return must_cancel(vm, frame.values[0], frame.values[2]);
        };
        let msg = vm.intern("msg");
        let args = Args { values: smallvec![frame.values[2]], keywords: vec![msg] };
        return Ok(Action::call(method, args));
    }
    match outcome.value(vm)? {
        Value::Bool(false) | Value::None => must_cancel(vm, frame.values[0], frame.values[2]),
        _ => ret(true),
    }
}

fn uncancel(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| {
        if t.cancels > 0 {
            t.cancels -= 1;
            if t.cancels == 0 {
                t.must_cancel = false;
            }
        }
        t.cancels
    })?)
}

fn cancelling(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| t.cancels)?)
}

fn get_coro(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| t.coro)?)
}

fn get_context(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| t.context)?)
}

fn get_name(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut name = with_task(vm, args[0], |t| t.name)?;
    if matches!(name, Value::Int(_)) {
        name = vm.str(shown_name(vm, name));
        with_task(vm, args[0], |t| t.name = name)?;
    }
    ret(name)
}

fn set_name(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.str_of(args[1]).is_some() {
        rename(vm, args[0], args[1])?;
        return none();
    }
    Ok(enter("Task.set_name", set_name_from_object, &[args[0], args[1]]))
}

fn set_name_from_object(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return Ok(Action::call(types::STR.into(), Args::of(&[frame.values[1]])));
    }
    let name = outcome.value(vm)?;
    rename(vm, frame.values[0], name)?;
    none()
}

fn set_result(vm: &mut Vm, _args: &Args) -> NativeResult {
    Err(errors::runtime_error(vm, "Task does not support set_result operation"))
}

fn set_exception(vm: &mut Vm, _args: &Args) -> NativeResult {
    Err(errors::runtime_error(vm, "Task does not support set_exception operation"))
}

fn get_stack(vm: &mut Vm, args: &Args) -> NativeResult {
    let values = [args[0], args[1].or(Value::None)];
    super::call_library(vm, "asyncio.tasks", "_get_stack", &values)
}

fn print_stack(vm: &mut Vm, args: &Args) -> NativeResult {
    let values = [args[0], args[1].or(Value::None), args[2].or(Value::None)];
    super::call_library(vm, "asyncio.tasks", "_print_stack", &values)
}

fn get_waiter(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| t.waiter)?)
}

fn get_must_cancel(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| t.must_cancel)?)
}

fn get_log_destroy_pending(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with_task(vm, args[0], |t| t.log_destroy_pending)?)
}

fn set_log_destroy_pending(vm: &mut Vm, args: &Args) -> NativeResult {
    super::future::refuse_to_delete(vm, args[1])?;
    let log = flag(vm, args[1], true);
    with_task(vm, args[0], |t| t.log_destroy_pending = log)?;
    none()
}
