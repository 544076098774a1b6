//! The trace: what threads, loops and tasks did, and when.
//!
//! A state holds until the next record of the same thread or task. A running task's thread is running, too; a
//! thread that selects runs none of its tasks. What a trace leaves open (a program stopped while it waits) ends with
//! the trace itself.

use serde::{Deserialize, Serialize};

use crate::{LoopId, MessageId, Nanos, RequestId, TaskId, ThreadId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub at: Nanos,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// `Thread.start`; the first record of a process is this one for `MainThread`.
    ThreadStarted {
        thread: ThreadId,
        name: String,
        daemon: bool,
        by: Actor,
        /// The line of the learner's file at which it was started.
        line: Option<u32>,
    },
    ThreadEnded {
        thread: ThreadId,
    },
    ThreadState {
        thread: ThreadId,
        state: ThreadState,
    },
    /// The thread begins to run the loop (`run_forever`, `run_until_complete`).
    LoopAttached {
        lp: LoopId,
        thread: ThreadId,
    },
    /// The loop runs no longer; it may run again, there or elsewhere.
    LoopDetached {
        lp: LoopId,
    },
    /// One `_run_once`: this many handles were ready.
    Turn {
        lp: LoopId,
        ready: u32,
    },
    /// The loop may not be attached yet. `line` is the first of the coroutine's code in the learner's file.
    TaskCreated {
        task: TaskId,
        lp: LoopId,
        name: String,
        coro: String,
        by: Actor,
        line: Option<u32>,
    },
    /// `Task.set_name`.
    TaskNamed {
        task: TaskId,
        name: String,
    },
    TaskState {
        task: TaskId,
        state: TaskState,
    },
    /// `Task.cancel`, of a task that has not ended; `line` is the learner's that asks for it.
    CancelAsked {
        task: TaskId,
        by: Actor,
        line: Option<u32>,
    },
    /// Something for another thread leaves its sender; `text` is its short name (`tick()`, `Event.set`).
    Sent {
        message: MessageId,
        from: Actor,
        to: ThreadId,
        kind: MessageKind,
        text: String,
        line: Option<u32>,
    },
    /// It begins to run in the thread it was for.
    Received {
        message: MessageId,
    },
}

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// The learner, by a request.
    Page {
        request: RequestId,
    },
    Python {
        thread: ThreadId,
        task: Option<TaskId>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThreadState {
    /// It has the GIL.
    Running,
    /// It could run but another thread has the GIL.
    Ready,
    /// It is in a call that blocks.
    Blocked(Wait),
    /// Its loop waits in the selector; `until` is the next timer's deadline.
    Selecting { until: Option<Nanos> },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskState {
    /// Its step is in the ready queue. `by` put it there, at this line of the learner's file; None is the loop itself, as
    /// when a time is over.
    Ready {
        by: Option<Actor>,
        line: Option<u32>,
    },
    /// Its step runs.
    Running,
    /// It awaits a future.
    Waiting(Wait),
    Done,
    /// Ended by this exception (`ValueError: no`), which comes from that line of the learner's file.
    Failed {
        error: String,
        line: Option<u32>,
    },
    Cancelled,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    pub kind: WaitKind,
    /// As a learner would say it: `sleep 0.5 s`, `Queue.get`, `Thread-1`.
    pub text: String,
    pub until: Option<Nanos>,
    /// The line of the learner's file at which it waits.
    pub line: Option<u32>,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WaitKind {
    /// Only time.
    Sleep,
    /// A future that is no task: asyncio's or concurrent's.
    Future,
    Task(TaskId),
    /// `Thread.join`, or the process at its exit.
    Thread(ThreadId),
    /// A lock, condition, event, semaphore or barrier.
    Lock,
    Queue,
    /// A line of standard input.
    Input,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MessageKind {
    /// `call_soon_threadsafe`.
    CallSoonThreadsafe,
    /// `run_coroutine_threadsafe`.
    RunCoroutineThreadsafe,
    /// A function for a pool thread: `run_in_executor`, `Executor.submit`.
    Submit,
    /// A result on its way back to the loop or thread that waits for it.
    Result,
    /// A request of the page.
    Page { request: RequestId },
}
