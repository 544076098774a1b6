//! Blocking: the host calls that leave the run loop because the thread may have to wait, and the waits they lead to.
//!
//! Each wait says what it is for; when the thread is told to look, [`look`] decides whether it is over and with which answer. A
//! wait that is over at once never gives up the GIL, but `time.sleep`, which always does.

use loopthread_protocol as protocol;
use loopthread_protocol::{ThreadId, ThreadState, WaitKind};
use loopthread_vm::native::{Args, HostCall, Outcome, host};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use super::locks::{self, Lock, RLock};
use crate::asyncio::event_loop;
use crate::glue::{process, process_ref};
use crate::modules::thread::Joinable;
use crate::process::clock::nanos;

/// `(seconds)`: `time.sleep`.
pub const SLEEP: u16 = host::FIRST_OWN;
/// `(lock, timeout or None)`: `lock.acquire`; answers whether it was acquired.
pub const ACQUIRE: u16 = host::FIRST_OWN + 1;
/// `(lock, timeout or None)`: the same for an RLock.
pub const ACQUIRE_RLOCK: u16 = host::FIRST_OWN + 2;
/// `(handle, timeout or None)`: `_ThreadHandle.join`.
pub const JOIN: u16 = host::FIRST_OWN + 3;
/// `(loop, timeout or None)`: a loop waits for its next turn.
pub const SELECT: u16 = host::FIRST_OWN + 4;
/// `()`: a loop begins a turn that somebody wants to look at; no wait.
pub const TURN: u16 = host::FIRST_OWN + 5;

/// What a thread waits for.
#[derive(Clone, Debug)]
pub enum Park {
    /// In `time.sleep`.
    Sleep,
    /// In `lock.acquire`.
    Lock(Value),
    /// In `RLock.acquire`: the lock and how often it is to be held.
    RLock(Value, u32),
    /// In `Thread.join`.
    Join(Value),
    /// In the selector of that loop.
    Select(Value),
    /// In `input()`.
    Input,
}

/// A wait: what for, and until when at most.
#[derive(Clone, Debug)]
pub struct Wait {
    pub park: Park,
    pub deadline: Option<f64>,
    /// The seconds that were asked for, for people.
    pub seconds: Option<f64>,
}

impl Park {
    /// The object that is waited for.
    pub fn object(&self) -> Value {
        match self {
            Park::Sleep | Park::Input => Value::None,
            Park::Lock(v) | Park::RLock(v, _) | Park::Join(v) | Park::Select(v) => *v,
        }
    }
}

/// What a host call of this kind asks to wait for; `None` when it is another kind of call.
pub fn wait_of(vm: &mut Vm, call: &HostCall) -> Option<Wait> {
    let object = call.args[0];
    let seconds = vm.float_of(call.args[1]);
    let (park, seconds) = match call.op {
        SLEEP => (Park::Sleep, vm.float_of(object)),
        ACQUIRE => (Park::Lock(object), seconds),
        ACQUIRE_RLOCK => (Park::RLock(object, vm.small_int(call.args[2]).unwrap_or(1) as u32), seconds),
        JOIN => (Park::Join(object), seconds),
        SELECT => {
            let deadline = seconds.map(|timeout| process(vm).clock.selector_deadline(timeout));
            return Some(Wait { park: Park::Select(object), deadline, seconds });
        }
        host::INPUT => (Park::Input, None),
        _ => return None,
    };
    let deadline = seconds.map(|seconds| process(vm).clock.now() + seconds);
    Some(Wait { park, deadline, seconds })
}

/// The host call that asks for such a wait, of so many seconds at most.
pub fn call_of(park: &Park, seconds: Option<f64>) -> (u16, Args) {
    let left = seconds.map_or(Value::None, Value::Float);
    let object = park.object();
    match park {
        Park::Sleep => (SLEEP, Args::of(&[left])),
        Park::Lock(_) => (ACQUIRE, Args::of(&[object, left])),
        Park::RLock(_, count) => (ACQUIRE_RLOCK, Args::of(&[object, left, Value::Int((*count).into())])),
        Park::Join(_) => (JOIN, Args::of(&[object, left])),
        Park::Select(_) => (SELECT, Args::of(&[object, left])),
        Park::Input => (host::INPUT, Args::of(&[Value::None])),
    }
}

/// Whether a wait is over, and the answer if so. `first`: it has only begun.
pub fn look(vm: &mut Vm, thread: ThreadId, wait: &Wait, first: bool) -> Option<Outcome> {
    // As due as the scheduler takes it: a sum of floats may fall short of the nanosecond that it stands for.
    let due = process_ref(vm).clock.due();
    let late = !first && wait.deadline.is_some_and(|deadline| deadline < due);
    let over = match &wait.park {
        Park::Input => return take_line(vm, thread),
        Park::Sleep => return late.then_some(Outcome::Returned(Value::None)),
        Park::Lock(lock) => vm.host_mut::<Lock>(*lock).is_none_or(|lock| lock.try_acquire(thread)),
        Park::RLock(lock, count) => {
            vm.host_mut::<RLock>(*lock).is_none_or(|lock| lock.try_acquire(thread, *count))
        }
        Park::Join(handle) => {
            let done = vm.host::<Joinable>(*handle).is_none_or(|handle| handle.done);
            return (done || late).then_some(Outcome::Returned(Value::None));
        }
        Park::Select(lp) => {
            return (late || event_loop::has_ready(vm, *lp)).then_some(Outcome::Returned(Value::None));
        }
    };
    (over || late).then_some(Outcome::Returned(Value::Bool(over)))
}

/// The line that a thread in `input()` was given: EOFError when it is the end.
fn take_line(vm: &mut Vm, thread: ThreadId) -> Option<Outcome> {
    let input = &mut process(vm).input;
    let line = if input.open { input.take(thread)? } else { None };
    Some(match line {
        Some(line) => Outcome::Returned(vm.str(line)),
        None => {
            let message = vm.str("EOF when reading a line");
            Outcome::Raised(vm.exception(types::EOF_ERROR, &[message]))
        }
    })
}

/// The thread stands in line for what it waits for.
pub fn enlist(vm: &mut Vm, thread: ThreadId, wait: &Wait, first: bool) {
    if matches!(wait.park, Park::Input) {
        process(vm).input.ask(thread);
    }
    if let Some(waiters) = locks::waiters(vm, wait.park.object()) {
        // Who was woken in vain was the first in line and stays it.
        if first { waiters.push_back(thread) } else { waiters.push_front(thread) }
    }
}

/// The thread leaves the line.
pub fn delist(vm: &mut Vm, thread: ThreadId, wait: &Wait) {
    if matches!(wait.park, Park::Input) {
        process(vm).input.leave(thread);
    }
    if let Some(waiters) = locks::waiters(vm, wait.park.object()) {
        waiters.retain(|&waiter| waiter != thread);
    }
}

/// The state of a thread in that wait, for the trace: it stands at this line of the learner's file, in this call of the
/// library.
pub fn state(
    vm: &mut Vm,
    thread: ThreadId,
    wait: &Wait,
    line: Option<u32>,
    call: Option<String>,
) -> ThreadState {
    let until = wait.deadline.map(nanos);
    let (kind, text) = match &wait.park {
        Park::Select(lp) => {
            return ThreadState::Selecting { until: event_loop::next_timer(vm, *lp).map(nanos) };
        }
        Park::Sleep => (WaitKind::Sleep, {
            // What a product of floats leaves past the microsecond is of no use to a reader.
            let seconds = (wait.seconds.unwrap_or(0.0) * 1e6).round() / 1e6;
            format!("sleep {seconds} s")
        }),
        Park::Input => (WaitKind::Input, "input()".to_owned()),
        Park::Join(handle) => match vm.host::<Joinable>(*handle).and_then(|handle| handle.thread) {
            Some(id) => {
                let name = process(vm).threads.get(id).map_or_else(String::new, |t| t.name.clone());
                (WaitKind::Thread(id), name)
            }
            None => (WaitKind::Other, "Thread.join".to_owned()),
        },
        Park::Lock(_) | Park::RLock(..) => {
            let text = process(vm).threads.get(thread).and_then(|t| t.blocked_in.clone());
            let text = text.or(call).unwrap_or_else(|| "lock.acquire".to_owned());
            let kind = match text.split('.').next() {
                Some("Queue") => WaitKind::Queue,
                Some("Future") => WaitKind::Future,
                _ => WaitKind::Lock,
            };
            (kind, text)
        }
    };
    ThreadState::Blocked(protocol::Wait { kind, text, until, line })
}
