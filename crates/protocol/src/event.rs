//! What the worker tells the page, in the order it happened.

use serde::{Deserialize, Serialize};

use crate::{Group, Moment, Nanos, Paused, Record, RequestId, Snapshot, TaskId, ThreadId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A fresh process begins. Every event up to here belongs to the one before. Without a `program` it is for the
    /// console, which was asked something after a halt.
    Started {
        request: RequestId,
        program: bool,
    },
    Output(Output),
    /// Output past [`crate::OUTPUT_BYTES`] or [`crate::OUTPUT_LINES`] since the last such event. `lines` counts
    /// the line ends in it.
    Dropped {
        lines: u64,
        bytes: u64,
    },
    Answer(Answer),
    /// Sent when it changed.
    Status(Status),
    /// Every thread waits, and nothing in the program can wake one: who waits for what, a sentence each. Told again when the status has
    /// changed in between.
    Stuck(Vec<String>),
    /// Why the program of the last `Run` does not parse or compile.
    Diagnostics(Vec<Diagnostic>),
    /// Monotonic in time within one process. `first` is the number of the first of them, from 0 where the process started; those that
    /// were dropped have numbers, too.
    Trace {
        first: u64,
        records: Vec<Record>,
    },
    /// Trace records that the worker did not send, since the last such event. The records of threads and tasks
    /// starting and ending are always sent.
    TraceDropped {
        records: u64,
    },
    /// How far an exploration has come: so many runs are over, and these are their outcomes so far, the most frequent first. The
    /// texts are cut.
    Explored {
        request: RequestId,
        done: u32,
        groups: Vec<Group>,
    },
    /// An invariant of ours broke: the session is gone, the worker is of no more use.
    Crash {
        message: String,
    },
    /// A part of the interpreter could not be fetched when it was needed: the session is gone, and another worker has to
    /// try again.
    Unfetched {
        file: String,
    },
}

/// Text as the program wrote it: part of a line, a line, or many. The records that name its thread and task came before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    pub stream: Stream,
    pub text: String,
    pub at: Nanos,
    pub thread: ThreadId,
    /// The task that was running on that thread.
    pub task: Option<TaskId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    Stdout,
    Stderr,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub request: RequestId,
    pub outcome: Outcome,
}

pub type Outcome = Result<Reply, Failure>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// To Run, Halt, Cancel, Stop.
    Done,
    /// To Call: the result's repr; none for statements.
    Value { repr: Option<String> },
    /// To Spawn.
    Task(TaskId),
    /// To Start.
    Thread(ThreadId),
    /// To Inspect.
    Snapshot(Box<Snapshot>),
    /// To Look.
    Moment(Box<Moment>),
    /// To Complete, in order: whole names, without what stands before the last dot.
    Names(Vec<String>),
    /// To Check: empty when the text parses.
    Checked(Vec<Diagnostic>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// Python raised; the whole traceback, as CPython prints it.
    Raised { traceback: String },
    /// The run was ended before there was an answer.
    Halted,
    /// Nothing was done: no such thread or task, no loop on that thread, a source too long …
    Refused { message: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    pub state: State,
    /// No main thread runs a program: it has run to its end, or there is none. With [`State::Running`] or
    /// [`State::Waiting`], others keep the process, or, if none is alive, what the page asked does.
    pub main_ended: bool,
    /// Live threads but the main one and the page's own: those that a process at its exit waits for.
    pub alive: u32,
    /// A thread waits in `input()` for a [`crate::Command::Input`].
    pub asking: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// No program yet.
    Idle,
    /// Some thread has work to do.
    Running,
    /// Every thread waits: for time, for another thread, or for the page.
    Waiting,
    /// Python stands still, until it is told to go on.
    Paused(Paused),
    /// The process ended with exit code 0. Its names stay readable, and the thread `page` still works.
    Finished,
    /// Halted by the user, or by a limit.
    Stopped { limit: Option<Limit> },
    /// The process ended with another exit code.
    Failed { exit_code: i32 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    Time,
    Memory,
}

/// One fault in a program's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The class that CPython raises: `SyntaxError`, `IndentationError` …
    pub class: String,
    pub message: String,
    pub start: Position,
    /// Just past the last character; equal to `start` when there is only a place.
    pub end: Position,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 0, in Unicode characters of that line.
    pub column: u32,
}
