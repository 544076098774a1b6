//! The Python threads of a process and who of them has the GIL.
//!
//! One thread runs at a time and keeps the GIL until it blocks or its switch interval ends. Threads are the handles of an executor:
//! its ready queue holds who wants the GIL, its timer heap holds the deadlines of those that sleep or wait with a
//! timeout. **A thread that waits is only ever told to look again**; whether its wait is over is decided when it runs. Here is the
//! table; how a thread is stepped is [`crate::session`]'s.

pub mod locks;
pub mod park;

use loopthread_executor::{Executor, Handles, Seeded};
use loopthread_protocol::{Actor, TaskId, ThreadId, ThreadState, What};
use loopthread_vm::heap::Marker;
use loopthread_vm::native::Args;
use loopthread_vm::value::Value;

use crate::process::INTERVAL_WORK;

pub use park::{Park, Wait};

/// A thread's place in a queue. It stands for one wait: once that is over, older handles of the thread mean nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadHandle {
    pub thread: ThreadId,
    pub wait: u32,
}

/// What a thread is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Made by the program, or its main thread.
    Program,
    /// The caller's own loop thread: lives on when the program has ended.
    Page,
}

/// One Python thread.
#[derive(Clone)]
pub struct Thread {
    pub id: ThreadId,
    pub name: String,
    pub daemon: bool,
    pub kind: Kind,
    pub ended: bool,
    /// What it is to call first; taken when it first runs.
    pub entry: Option<(Value, Args)>,
    /// What it waits for.
    pub park: Option<Wait>,
    /// The number of its current wait.
    wait: u32,
    /// Its deadline is in the timer heap.
    timer: bool,
    /// It waits, and is in the ready queue to look again.
    woken: bool,
    /// Work left of its switch interval.
    pub interval: i64,
    /// Work left until it must let others go first, which may be sooner: the seed says when.
    pub stint: i64,
    /// The longest stint of the order of magnitude that the seed prefers for it.
    usual_stint: usize,
    /// The seed lets it finish what it does in the library, and holds it up in the program's own code only.
    held_up_in_program: bool,
    /// Its `_ThreadHandle`, if there is one.
    pub handle: Value,
    /// The current context (`contextvars`); unbound until somebody asks.
    pub context: Value,
    /// `asyncio.get_running_loop()`, or None.
    pub running_loop: Value,
    /// What `asyncio.set_event_loop` stored, or None.
    pub event_loop: Value,
    /// The task whose step runs, or None.
    pub current_task: Value,
    pub current_task_id: Option<TaskId>,
    /// So many calls are noted in a coroutine that it makes.
    pub origin_depth: usize,
    /// What the library says it is about to block in: `Queue.get`.
    pub blocked_in: Option<String>,
    /// The state that the trace last told.
    told: Option<ThreadState>,
}

impl Thread {
    /// The state that the trace last told.
    pub fn told(&self) -> Option<&ThreadState> {
        self.told.as_ref()
    }
}

/// All threads, ended ones included, by their ids.
#[derive(Clone)]
pub struct Threads {
    list: Vec<Thread>,
    pub scheduler: Executor<ThreadHandle, Seeded>,
    current: ThreadId,
}

/// The thread that the program begins with.
pub const MAIN: ThreadId = ThreadId(0);

/// The longest stint of each order of magnitude, in work units (a call is 5): one or two calls, some lines, a small function's
/// whole work, a whole switch interval.
const STINTS: [usize; 4] = [6, 60, 600, INTERVAL_WORK as usize];

/// The first thread's `get_ident()`; the others count on from there.
const FIRST_IDENT: i64 = 0x7f00_0000_1000;
const IDENT_STEP: i64 = 0x1000;

impl Threads {
    /// A table with the main thread, which is not ready yet.
    pub fn new(seed: u64) -> Threads {
        let mut threads =
            Threads { list: Vec::new(), scheduler: Executor::with_pick(Seeded::new(seed)), current: MAIN };
        threads.add("MainThread".to_owned(), false, Kind::Program);
        threads
    }

    /// A new thread, not ready yet.
    pub fn add(&mut self, name: String, daemon: bool, kind: Kind) -> ThreadId {
        let id = ThreadId(self.list.len() as u32);
        let usual_stint = STINTS[self.scheduler.pick_mut().below(STINTS.len())];
        let held_up_in_program = self.scheduler.pick_mut().below(4) > 0;
        self.list.push(Thread {
            id,
            name,
            daemon,
            kind,
            ended: false,
            entry: None,
            park: None,
            wait: 0,
            timer: false,
            woken: false,
            interval: 0,
            stint: 0,
            usual_stint,
            held_up_in_program,
            handle: Value::None,
            context: Value::Unbound,
            running_loop: Value::None,
            event_loop: Value::None,
            current_task: Value::None,
            current_task_id: None,
            origin_depth: 0,
            blocked_in: None,
            told: None,
        });
        id
    }

    /// The thread that runs, or ran last.
    pub fn current(&mut self) -> &mut Thread {
        let at = self.current.0 as usize;
        &mut self.list[at]
    }

    pub fn current_id(&self) -> ThreadId {
        self.current
    }

    /// How much the current thread may work before it lets others go first. With seed 0 that is a whole switch interval. In
    /// CPython an interval begins when another thread begins to wait, and the system may hold a thread up at any time, so other seeds
    /// take any part of one. Each thread has an order of magnitude that its seed prefers: so one may be held up
    /// over and over while another runs on.
    pub fn begin_stint(&mut self) {
        let usual = self.current().usual_stint;
        let pick = self.scheduler.pick_mut();
        let stint = if pick.seed() == 0 {
            INTERVAL_WORK
        } else {
            let other = STINTS[pick.below(STINTS.len())];
            let longest = if pick.below(16) > 0 { usual } else { other };
            1 + pick.below(longest) as i64
        };
        self.current().stint = stint;
    }

    /// The stint is used up in the library's code: whether the thread goes on to its end all the same. A race is mostly in the
    /// program, and what starts a thread is longer than what a short one does.
    pub fn leaves_library(&mut self) -> bool {
        let goes_on = self.current().held_up_in_program;
        if goes_on {
            self.current().stint = 1 + self.scheduler.pick_mut().below(STINTS[0]) as i64;
        }
        goes_on
    }

    pub fn set_current(&mut self, id: ThreadId) {
        if self.get(id).is_some() {
            self.current = id;
        }
    }

    pub fn get(&self, id: ThreadId) -> Option<&Thread> {
        self.list.get(id.0 as usize)
    }

    pub fn get_mut(&mut self, id: ThreadId) -> Option<&mut Thread> {
        self.list.get_mut(id.0 as usize)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Thread> {
        self.list.iter()
    }

    /// Who acts: the current thread and its task.
    pub fn actor(&self) -> Actor {
        let task = self.get(self.current).and_then(|thread| thread.current_task_id);
        Actor::Python { thread: self.current, task }
    }

    /// Whether some thread wants the GIL or has it.
    pub fn any_ready(&self) -> bool {
        self.scheduler.in_turn()
            || self.scheduler.queue().ready().any(|handle| !self.is_stale(handle))
            || !self.scheduler.queue().inbox().is_empty()
    }

    fn is_stale(&self, handle: &ThreadHandle) -> bool {
        self.get(handle.thread).is_none_or(|thread| thread.ended || thread.wait != handle.wait)
    }

    /// Puts a new thread first in line: it runs as soon as the one that started it blocks.
    pub fn start(&mut self, id: ThreadId) {
        if let Some(handle) = self.handle(id) {
            self.scheduler.queue_mut().call_first(handle);
        }
    }

    /// The current handle of a thread.
    pub fn handle(&self, id: ThreadId) -> Option<ThreadHandle> {
        self.get(id).map(|thread| ThreadHandle { thread: id, wait: thread.wait })
    }

    /// Has a waiting thread look whether its wait is over, when its turn comes.
    pub fn wake(&mut self, id: ThreadId) {
        let Some(thread) = self.list.get_mut(id.0 as usize) else { return };
        if thread.park.is_some() && !thread.woken && !thread.ended {
            thread.woken = true;
            let handle = ThreadHandle { thread: id, wait: thread.wait };
            self.scheduler.queue_mut().call_soon(handle);
        }
    }

    /// Wakes every thread whose wait is of that kind.
    pub fn wake_where(&mut self, is_meant: impl Fn(&Park) -> bool) {
        let meant: Vec<ThreadId> = self
            .list
            .iter()
            .filter(|thread| thread.park.as_ref().is_some_and(|wait| is_meant(&wait.park)))
            .map(|thread| thread.id)
            .collect();
        meant.into_iter().for_each(|id| self.wake(id));
    }

    /// The thread begins to wait.
    pub fn park(&mut self, id: ThreadId, wait: Wait) {
        self.leave_wait(id);
        let Some(thread) = self.list.get_mut(id.0 as usize) else { return };
        let deadline = wait.deadline;
        thread.park = Some(wait);
        if let Some(deadline) = deadline {
            thread.timer = true;
            let handle = ThreadHandle { thread: id, wait: thread.wait };
            self.scheduler.queue_mut().call_at(deadline, handle);
        }
    }

    /// The thread waits no longer; what it waited for comes back.
    pub fn unpark(&mut self, id: ThreadId) -> Option<Wait> {
        let park = self.list.get_mut(id.0 as usize)?.park.take();
        self.leave_wait(id);
        park
    }

    fn leave_wait(&mut self, id: ThreadId) {
        let Some(thread) = self.list.get_mut(id.0 as usize) else { return };
        thread.wait += 1;
        thread.woken = false;
        if std::mem::take(&mut thread.timer) {
            self.scheduler.queue_mut().timer_cancelled();
        }
    }

    /// The thread is no more.
    pub fn end(&mut self, id: ThreadId) {
        self.leave_wait(id);
        if let Some(thread) = self.list.get_mut(id.0 as usize) {
            thread.ended = true;
            thread.park = None;
            thread.entry = None;
            thread.context = Value::Unbound;
            thread.running_loop = Value::None;
            thread.event_loop = Value::None;
            thread.current_task = Value::None;
            thread.current_task_id = None;
        }
    }

    /// The record for a thread's state, unless the trace has it already.
    pub fn state(&mut self, id: ThreadId, state: ThreadState) -> Option<What> {
        let thread = self.list.get_mut(id.0 as usize)?;
        if thread.ended || thread.told.as_ref() == Some(&state) {
            return None;
        }
        thread.told = Some(state.clone());
        Some(What::ThreadState { thread: id, state })
    }

    /// Lets `f` at the scheduler together with what it must know about its handles.
    pub fn schedule<R>(
        &mut self,
        f: impl FnOnce(&mut Executor<ThreadHandle, Seeded>, &mut Facts<'_>) -> R,
    ) -> R {
        let Threads { list, scheduler, .. } = self;
        f(scheduler, &mut Facts { list })
    }

    pub fn trace_roots(&self, m: &mut Marker<'_>) {
        for thread in &self.list {
            m.values(&[thread.handle, thread.context, thread.running_loop, thread.event_loop]);
            m.value(thread.current_task);
            if let Some((callee, args)) = &thread.entry {
                m.value(*callee);
                args.trace(m);
            }
            if let Some(wait) = &thread.park {
                m.value(wait.park.object());
            }
        }
    }
}

/// What the scheduler must know about its handles.
pub struct Facts<'a> {
    list: &'a mut Vec<Thread>,
}

impl Handles<ThreadHandle> for Facts<'_> {
    fn is_cancelled(&self, handle: &ThreadHandle) -> bool {
        let thread = self.list.get(handle.thread.0 as usize);
        thread.is_none_or(|thread| thread.ended || thread.wait != handle.wait)
    }

    fn unscheduled(&mut self, handle: &ThreadHandle) {
        if let Some(thread) = self.list.get_mut(handle.thread.0 as usize)
            && thread.wait == handle.wait
        {
            thread.timer = false;
        }
    }
}

/// `threading.get_ident()` of a thread.
pub fn ident(id: ThreadId) -> i64 {
    FIRST_IDENT + i64::from(id.0) * IDENT_STEP
}

/// The thread with that `get_ident()`.
pub fn of_ident(ident: i64) -> Option<ThreadId> {
    let offset = ident.checked_sub(FIRST_IDENT)?;
    (offset >= 0 && offset % IDENT_STEP == 0).then_some(ThreadId((offset / IDENT_STEP) as u32))
}
