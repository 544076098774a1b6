//! `_thread`: starting threads, joining them, and locks.
//!
//! Whatever may have to wait is a host call; see [`crate::threads::park`]. Calls that can be answered at once are answered here.

use loopthread_protocol::ThreadId;
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::Data;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::asyncio::text::acting;
use crate::glue::{enter, flag, host_data, none, number, process, ret, with};
use crate::modules::{HostClass, address, define, signal};
use crate::threads::locks::{Lock, RLock};
use crate::threads::park::{ACQUIRE, ACQUIRE_RLOCK, JOIN};
use crate::threads::{Kind, MAIN, ident, of_ident};

/// The longest timeout, in seconds.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;

/// `_thread._ThreadHandle`: a thread that can be waited for.
#[derive(Clone, Debug, Default)]
pub struct Joinable {
    pub thread: Option<ThreadId>,
    pub done: bool,
}

host_data!(Joinable, |_this, _m| {});

pub fn install(vm: &mut Vm, namespace: Id) {
    let lock = define(vm, namespace, "_thread", "lock", HostClass::Lock, types::OBJECT, false);
    vm.add_methods(lock, LOCK);
    let rlock = define(vm, namespace, "_thread", "RLock", HostClass::RLock, types::OBJECT, true);
    vm.add_methods(rlock, RLOCK);
    let handle = define(vm, namespace, "_thread", "_ThreadHandle", HostClass::Joinable, types::OBJECT, false);
    vm.add_methods(handle, HANDLE);
    vm.add_functions(namespace, "_thread", FUNCTIONS);
    for (name, value) in [
        ("LockType", lock.into()),
        ("error", types::RUNTIME_ERROR.into()),
        ("TIMEOUT_MAX", Value::Float(TIMEOUT_MAX)),
    ] {
        let name = vm.intern(name);
        vm.dict_set_str(namespace, name, value);
    }
}

const FUNCTIONS: &[Def] = &[
    Def::function("allocate_lock", "", allocate_lock),
    Def::function("start_joinable_thread", "function, *, handle?, daemon?, name?", start_joinable_thread),
    Def::function("start_new_thread", "function, args, kwargs?, /", start_new_thread),
    Def::function("interrupt_main", "signum?, /", signal::raise_signal),
    Def::function("get_ident", "", get_ident),
    Def::function("get_native_id", "", get_native_id),
    Def::function("_get_main_thread_ident", "", get_main_thread_ident),
    Def::function("_make_thread_handle", "ident, /", make_thread_handle),
    Def::function("_set_thread_name", "ident, name, /", set_thread_name),
    Def::function("_set_blocked_in", "what, /", set_blocked_in),
];

const LOCK: &[Def] = &[
    Def::static_method("lock.__new__", "...", lock_new),
    Def::method("lock.acquire", "self, blocking?, timeout?", lock_acquire),
    Def::method("lock.release", "self, /", lock_release),
    Def::method("lock.locked", "self, /", lock_locked),
    Def::method("lock.__enter__", "self, /", lock_acquire),
    Def::method("lock.__exit__", "self, *args", lock_release),
    Def::method("lock.__repr__", "self, /", lock_repr),
];

const RLOCK: &[Def] = &[
    Def::static_method("RLock.__new__", "...", rlock_new),
    Def::method("RLock.acquire", "self, blocking?, timeout?", rlock_acquire),
    Def::method("RLock.release", "self, /", rlock_release),
    Def::method("RLock.__enter__", "self, /", rlock_acquire),
    Def::method("RLock.__exit__", "self, *args", rlock_release),
    Def::method("RLock._is_owned", "self, /", rlock_is_owned),
    Def::method("RLock._recursion_count", "self, /", rlock_recursion_count),
    Def::method("RLock._release_save", "self, /", rlock_release_save),
    Def::method("RLock._acquire_restore", "self, state, /", rlock_acquire_restore),
    Def::method("RLock.__repr__", "self, /", rlock_repr),
];

const HANDLE: &[Def] = &[
    Def::static_method("_ThreadHandle.__new__", "cls, /", handle_new),
    Def::getter("_ThreadHandle.ident", handle_ident),
    Def::method("_ThreadHandle.join", "self, timeout?, /", handle_join),
    Def::method("_ThreadHandle.is_done", "self, /", handle_is_done),
    Def::method("_ThreadHandle._set_done", "self, /", handle_set_done),
    Def::method("_ThreadHandle.__repr__", "self, /", handle_repr),
];

// ---- threads ----

fn start_joinable_thread(vm: &mut Vm, args: &Args) -> NativeResult {
    let daemon = flag(vm, args[2], true);
    let handle = match args[1] {
        Value::Unbound | Value::None => new_handle(vm),
        handle => handle,
    };
    if with(vm, handle, |h: &mut Joinable| h.thread.is_some() || h.done)? {
        return Err(errors::runtime_error(vm, "thread already started"));
    }
    let id = start(vm, daemon, args[0], Args::new());
    with(vm, handle, |h: &mut Joinable| h.thread = Some(id))?;
    let name = vm.str_of(args[3]).map(str::to_owned);
    if let Some(thread) = process(vm).threads.get_mut(id) {
        thread.handle = handle;
        if let Some(name) = name {
            thread.name = name;
        }
    }
    ret(handle)
}

fn start_new_thread(vm: &mut Vm, args: &Args) -> NativeResult {
    if !vm.is_callable(args[0]) {
        return Err(errors::type_error(vm, "first arg must be callable"));
    }
    let Some(values) = vm.tuple_of(args[1]) else {
        return Err(errors::type_error(vm, "2nd arg must be a tuple"));
    };
    let mut call = Args::of(values);
    if let Some(kwargs) = args[2].bound() {
        let Some(dict) = vm.dict_of(kwargs) else {
            return Err(errors::type_error(vm, "optional 3rd arg must be a dictionary"));
        };
        for (key, value) in dict.iter() {
            if let Some(key) = key.id() {
                call.keywords.push(key);
                call.values.push(value);
            }
        }
    }
    // The frame around the function reports what leaves it.
    let function = args[0];
    call.prepend(function);
    let guard = process(vm).classes.thread_guard;
    let id = start(vm, true, guard, call);
    ret(ident(id))
}

/// The name of the `threading.Thread` whose method a new thread is to call: known before the thread can tell it itself.
fn name_of(vm: &mut Vm, callee: Value) -> Option<String> {
    let Some(Data::BoundMethod(pair)) = vm.data(callee) else { return None };
    let dict = vm.object(pair.1)?.dict?;
    let name = vm.intern("_name");
    let name = vm.dict_get_str(dict, name)?;
    vm.str_of(name).map(str::to_owned)
}

/// Starts a thread that calls `callee`.
fn start(vm: &mut Vm, daemon: bool, callee: Value, args: Args) -> ThreadId {
    let given = name_of(vm, callee);
    let (_, line) = acting(vm);
    let process = process(vm);
    let by = process.threads.actor();
    let name = given.unwrap_or_else(|| format!("Thread-{}", process.threads.iter().count()));
    let id = process.threads.add(name, daemon, Kind::Program);
    if let Some(thread) = process.threads.get_mut(id) {
        thread.entry = Some((callee, args));
    }
    process.threads.start(id);
    // Told when it has its name, at the latest when it runs.
    process.untold.push((id, by, line));
    id
}

/// `start_new_thread`'s frame: calls the function and reports its exception, as `sys.unraisablehook` would.
pub fn guarded(_vm: &mut Vm, args: &Args) -> NativeResult {
    let mut values = args.positional().to_vec();
    values.push(Value::Int(args.keywords.len() as i64));
    for (name, value) in args.named() {
        values.extend([Value::Obj(name), value]);
    }
    Ok(enter("start_new_thread", guard, &values))
}

fn guard(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    match outcome {
        Outcome::Start => {
            let function = frame.values[0];
            let split = frame.values.iter().rposition(|v| matches!(v, Value::Int(_))).unwrap_or(1);
            let named = frame.values.get(split + 1..).unwrap_or(&[]);
            let mut call = Args::of(frame.values.get(1..split).unwrap_or(&[]));
            for pair in named.chunks_exact(2) {
                if let Value::Obj(name) = pair[0] {
                    call.keywords.push(name);
                    call.values.push(pair[1]);
                }
            }
            Ok(Action::call(function, call))
        }
        Outcome::Raised(exc) if !vm.is_instance(exc, types::SYSTEM_EXIT) => {
            let lines = vm.format_exception(exc).concat();
            let text = format!("Exception ignored in thread started by: {}\n{lines}", "<function>");
            process(vm).write_error(&text);
            none()
        }
        _ => none(),
    }
}

fn get_ident(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(ident(process(vm).threads.current_id()))
}

fn get_native_id(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(1000 + i64::from(process(vm).threads.current_id().0))
}

fn get_main_thread_ident(_vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(ident(MAIN))
}

fn set_thread_name(vm: &mut Vm, args: &Args) -> NativeResult {
    let id = vm.small_int(args[0]).and_then(of_ident);
    let name = vm.str_of(args[1]).map(str::to_owned);
    if let (Some(id), Some(name)) = (id, name)
        && let Some(thread) = process(vm).threads.get_mut(id)
    {
        thread.name = name;
        process(vm).tell_started(id);
    }
    none()
}

fn set_blocked_in(vm: &mut Vm, args: &Args) -> NativeResult {
    let what = vm.str_of(args[0]).map(str::to_owned);
    process(vm).threads.current().blocked_in = what;
    none()
}

// ---- handles ----

fn new_handle(vm: &mut Vm) -> Value {
    let class = process(vm).classes.of(HostClass::Joinable);
    vm.host_object(class, Joinable::default())
}

fn handle_new(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(new_handle(vm))
}

fn make_thread_handle(vm: &mut Vm, args: &Args) -> NativeResult {
    let handle = new_handle(vm);
    let id = vm.small_int(args[0]).and_then(of_ident);
    let done = id.and_then(|id| process(vm).threads.get(id)).is_none_or(|thread| thread.ended);
    with(vm, handle, |h: &mut Joinable| *h = Joinable { thread: id, done })?;
    if let Some(thread) = id.and_then(|id| process(vm).threads.get_mut(id)) {
        thread.handle = handle;
    }
    ret(handle)
}

fn handle_ident(vm: &mut Vm, args: &Args) -> NativeResult {
    let thread = with(vm, args[0], |h: &mut Joinable| h.thread)?;
    ret(thread.map_or(0, ident))
}

fn handle_join(vm: &mut Vm, args: &Args) -> NativeResult {
    let Joinable { thread, done } = with(vm, args[0], |h: &mut Joinable| h.clone())?;
    if done {
        return none();
    }
    let Some(thread) = thread else { return Err(errors::runtime_error(vm, "thread not started")) };
    if thread == process(vm).threads.current_id() {
        return Err(errors::runtime_error(vm, "Cannot join current thread"));
    }
    let timeout = match args[1] {
        Value::Unbound | Value::None => Value::None,
        timeout => match number(vm, timeout)? {
            // As in CPython, a negative timeout is none.
            seconds if seconds < 0.0 => Value::None,
            seconds => Value::Float(seconds),
        },
    };
    Ok(Action::host(JOIN, Args::of(&[args[0], timeout])))
}

fn handle_is_done(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |h: &mut Joinable| h.done)?)
}

fn handle_set_done(vm: &mut Vm, args: &Args) -> NativeResult {
    with(vm, args[0], |h: &mut Joinable| h.done = true)?;
    none()
}

fn handle_repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let thread = with(vm, args[0], |h: &mut Joinable| h.thread)?;
    vm.ok_str(format!("<_thread._ThreadHandle object: ident={}>", thread.map_or(0, ident)))
}

// ---- locks ----

fn allocate_lock(vm: &mut Vm, _args: &Args) -> NativeResult {
    let class = process(vm).classes.of(HostClass::Lock);
    ret(vm.host_object(class, Lock::default()))
}

fn lock_new(vm: &mut Vm, args: &Args) -> NativeResult {
    if args.len() > 1 {
        return Err(errors::expected_count(vm, "lock", 0, 0, args.len() - 1));
    }
    allocate_lock(vm, &Args::new())
}

fn lock_acquire(vm: &mut Vm, args: &Args) -> NativeResult {
    let timeout = timeout_of(vm, args)?;
    let thread = process(vm).threads.current_id();
    if with(vm, args[0], |lock: &mut Lock| lock.try_acquire(thread))? {
        return ret(true);
    }
    wait_for_lock(ACQUIRE, args[0], timeout, 1)
}

/// How long an `acquire` may wait: not at all, so long, or for ever.
enum Patience {
    None,
    Seconds(f64),
    Forever,
}

fn timeout_of(vm: &mut Vm, args: &Args) -> Result<Patience, Raised> {
    let blocking = flag(vm, args[1], true);
    let Some(timeout) = args[2].bound() else {
        return Ok(if blocking { Patience::Forever } else { Patience::None });
    };
    let Ok(seconds) = number(vm, timeout) else { return Err(errors::not_an_integer(vm, timeout)) };
    if seconds.is_nan() {
        return Err(errors::value_error(vm, "Invalid value NaN (not a number)"));
    }
    if !blocking && seconds != -1.0 {
        return Err(errors::value_error(vm, "can't specify a timeout for a non-blocking call"));
    }
    if seconds < 0.0 && seconds != -1.0 {
        return Err(errors::value_error(vm, "timeout value must be a non-negative number"));
    }
    if seconds > TIMEOUT_MAX {
        return Err(errors::overflow_error(vm, "timestamp out of range for platform time_t"));
    }
    Ok(match seconds {
        _ if !blocking => Patience::None,
        s if s < 0.0 => Patience::Forever,
        0.0 => Patience::None,
        s => Patience::Seconds(s),
    })
}

fn wait_for_lock(op: u16, lock: Value, patience: Patience, count: i64) -> NativeResult {
    let timeout = match patience {
        Patience::None => return ret(false),
        Patience::Seconds(s) => Value::Float(s),
        Patience::Forever => Value::None,
    };
    Ok(Action::host(op, Args::of(&[lock, timeout, Value::Int(count)])))
}

fn lock_release(vm: &mut Vm, args: &Args) -> NativeResult {
    release(vm, args[0])?;
    none()
}

/// Frees a lock, and wakes who is the first to wait for it.
pub fn release(vm: &mut Vm, lock: Value) -> Result<(), Raised> {
    match with(vm, lock, Lock::release)? {
        None => Err(errors::runtime_error(vm, "release unlocked lock")),
        Some(waiter) => {
            wake(vm, waiter);
            Ok(())
        }
    }
}

fn wake(vm: &mut Vm, waiter: Option<ThreadId>) {
    if let Some(thread) = waiter {
        process(vm).wake(thread);
    }
}

fn lock_locked(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |lock: &mut Lock| lock.locked)?)
}

fn lock_repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let state = if with(vm, args[0], |lock: &mut Lock| lock.locked)? { "locked" } else { "unlocked" };
    vm.ok_str(format!("<{state} _thread.lock object at {}>", address(args[0])))
}

fn rlock_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = args[0].id().unwrap_or(types::OBJECT);
    ret(vm.host_object(class, RLock::default()))
}

fn rlock_acquire(vm: &mut Vm, args: &Args) -> NativeResult {
    let timeout = timeout_of(vm, args)?;
    let thread = process(vm).threads.current_id();
    if with(vm, args[0], |lock: &mut RLock| lock.try_acquire(thread, 1))? {
        return ret(true);
    }
    wait_for_lock(ACQUIRE_RLOCK, args[0], timeout, 1)
}

fn rlock_release(vm: &mut Vm, args: &Args) -> NativeResult {
    rlock_release_times(vm, args[0], Some(1))?;
    none()
}

/// Releases an own lock that often, or as often as it is held; how often that was.
fn rlock_release_times(vm: &mut Vm, lock: Value, times: Option<u32>) -> Result<u32, Raised> {
    let thread = process(vm).threads.current_id();
    let released = with(vm, lock, |lock: &mut RLock| {
        (lock.owner == Some(thread)).then(|| {
            let count = times.unwrap_or(lock.count);
            (lock.release(count), count)
        })
    })?;
    match released {
        None => Err(errors::runtime_error(vm, "cannot release un-acquired lock")),
        Some((waiter, count)) => {
            wake(vm, waiter);
            Ok(count)
        }
    }
}

fn rlock_is_owned(vm: &mut Vm, args: &Args) -> NativeResult {
    let thread = process(vm).threads.current_id();
    ret(with(vm, args[0], |lock: &mut RLock| lock.owner == Some(thread))?)
}

fn rlock_recursion_count(vm: &mut Vm, args: &Args) -> NativeResult {
    let thread = process(vm).threads.current_id();
    let count =
        with(vm, args[0], |lock: &mut RLock| if lock.owner == Some(thread) { lock.count } else { 0 })?;
    ret(i64::from(count))
}

fn rlock_release_save(vm: &mut Vm, args: &Args) -> NativeResult {
    let count = rlock_release_times(vm, args[0], None)?;
    let owner = ident(process(vm).threads.current_id());
    ret(vm.tuple(vec![Value::Int(i64::from(count)), Value::Int(owner)]))
}

fn rlock_acquire_restore(vm: &mut Vm, args: &Args) -> NativeResult {
    let state = vm.tuple_of(args[1]).and_then(|state| state.first().copied());
    let Some(count) = state.and_then(|count| vm.small_int(count)) else {
        return Err(errors::type_error(vm, "_acquire_restore() argument 1 must be a saved state"));
    };
    let thread = process(vm).threads.current_id();
    if with(vm, args[0], |lock: &mut RLock| lock.owner.is_none() && lock.try_acquire(thread, count as u32))? {
        return none();
    }
    wait_for_lock(ACQUIRE_RLOCK, args[0], Patience::Forever, count)
}

fn rlock_repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let lock = with(vm, args[0], |lock: &mut RLock| lock.clone())?;
    let state = if lock.owner.is_some() { "locked" } else { "unlocked" };
    let (owner, count) = (lock.owner.map_or(0, ident), lock.count);
    vm.ok_str(format!("<{state} _thread.RLock object owner={owner} count={count} at {}>", address(args[0])))
}
