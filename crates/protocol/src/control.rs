//! Pausing and stepping: where a program stands still, and how far it goes on.

use serde::{Deserialize, Serialize};

use crate::{TaskId, ThreadId};

/// How far a paused program goes on. A call's lines are those of the program's own code; the library is never stepped into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// To the next line of the thread that is not in a call from here; another task's, if this one waits.
    Line,
    /// To the next line of the thread.
    Into,
    /// Until the function has returned, to the next line of its caller.
    Out,
    /// As `Line`, but an `await` is waited for: to the next line of the same task.
    OverAwait,
    /// To the next line of another task or thread.
    Switch,
    /// To the beginning of the next turn of the thread's loop.
    Turn,
}

/// Whose lines steps go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Follow {
    Thread(ThreadId),
    /// It, and no other task of its loop; until it has ended.
    Task(TaskId),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakpoint {
    pub line: u32,
    /// An expression; it pauses where that is true, or cannot be told. Without one, always.
    pub condition: Option<String>,
}

/// Where a program is paused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    pub thread: ThreadId,
    pub task: Option<TaskId>,
    /// The line of the program that runs next, or that waits.
    pub line: Option<u32>,
    pub reason: Reason,
    /// The how many-th pause of the process it is: it may pause at one place again and again. A moment of the past has 0.
    pub number: u32,
}

/// Why it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// It was asked to pause.
    Asked,
    /// A step is done.
    Step,
    Breakpoint,
    /// A breakpoint whose condition failed, with this error.
    Condition {
        error: String,
    },
    /// It is the past: whoever was at work then stands there.
    Past,
    /// This exception is being raised (`ValueError: no`).
    Exception {
        error: String,
    },
}
