//! A snapshot: what a process consists of at the moment, in words that can be shown.
//!
//! Everything is told at once and nothing of Python runs for it, so a repr that only Python can give is the class's name.

use serde::{Deserialize, Serialize};

use crate::{LoopId, Nanos, TaskId, ThreadId};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    pub at: Nanos,
    /// Those that have not ended.
    pub threads: Vec<ThreadView>,
    /// Those that run.
    pub loops: Vec<LoopView>,
    /// Those that are not done.
    pub tasks: Vec<TaskView>,
    /// Locks, events, queues and their kin that the program has made.
    pub waits: Vec<WaitView>,
    /// Failed futures and tasks that nobody has looked at.
    pub unseen: Vec<String>,
    /// Coroutines that were made and never started, with the line that made them: 0 if that is none of the program's.
    pub unstarted: Vec<Call>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadView {
    pub thread: ThreadId,
    pub name: String,
    /// The task that its loop steps.
    pub task: Option<TaskId>,
    /// It has the GIL: it runs, or goes on first.
    pub has_gil: bool,
    /// The program's functions that it is in, the innermost first.
    pub calls: Vec<Call>,
}

/// A function that has not returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub function: String,
    pub line: u32,
    /// Its variables with their reprs.
    pub locals: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoopView {
    pub lp: LoopId,
    pub thread: ThreadId,
    /// What its next turn runs, or is left of this one, in order.
    pub ready: Vec<Callback>,
    /// Its timers, the next first.
    pub timers: Vec<(Nanos, Callback)>,
}

/// What a loop will call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callback {
    /// `Task.__step()`, `print('hello')`.
    pub text: String,
    /// The task that it steps or wakes.
    pub task: Option<TaskId>,
}

/// A task, with the columns of `python -m asyncio ps`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    pub task: TaskId,
    pub name: String,
    pub lp: LoopId,
    /// Its coroutine and those that it awaits, the innermost first. Empty while it runs: then the thread has them.
    pub stack: Vec<Call>,
    /// What it awaits.
    pub awaits: Option<String>,
    /// The tasks that go on when it is done.
    pub awaited_by: Vec<TaskId>,
    /// Requests to cancel that it has not answered.
    pub cancelling: u32,
}

/// Something that tasks or threads wait at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitView {
    /// `asyncio.Lock`, `threading.Lock`.
    pub kind: String,
    /// The variable that holds it, if one does.
    pub name: Option<String>,
    /// `locked`, `3 of 10 items`.
    pub state: String,
    /// Who holds it, if that is known.
    pub holder: Option<String>,
    /// Who waits at it, in line.
    pub waiters: Vec<String>,
}
