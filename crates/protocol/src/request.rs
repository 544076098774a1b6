//! What the page asks of the worker.

use serde::{Deserialize, Serialize};

use crate::{Breakpoint, Follow, Look, RequestId, Step, TaskId, ThreadId};

/// One numbered request. It is answered exactly once, by [`crate::Event::Answer`] with the same id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub id: RequestId,
    pub command: Command,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Ends the process there is, as [`Command::Halt`] does, and starts a fresh one with this program as
    /// `__main__`. Answered `Done` when the process exists; [`crate::Event::Started`] comes first. A program that
    /// does not parse is a process that prints its `SyntaxError` and fails.
    Run(Program),
    /// As `Run`; the program pauses before its first line.
    Debug(Program),
    /// Ends the run: Python cannot catch it, and no Python of it runs afterwards. Requests still open are answered
    /// [`crate::Failure::Halted`]. Answered `Done`, also when nothing ran. What is asked of [`Target::Page`] afterwards
    /// gets a fresh process without a program.
    Halt,
    /// Ctrl+C: the main thread gets a KeyboardInterrupt, or what the program has set for SIGINT, before its next instruction, also in
    /// a wait. Answered `Done` when it is on its way; refused without a program.
    Interrupt,
    /// Starts the caller's own loop thread, named `page`, in the same process. Answered `Thread`, also when the
    /// thread is already there.
    Start,
    /// Evaluates an expression (awaited when it is awaitable) or runs statements on the target's loop, with
    /// the program's `__main__` names. Answered `Value` with the result's repr when it has ended.
    Call { target: Target, source: String },
    /// Starts the expression's coroutine as a task of the target's loop. Answered `Task` when the task exists.
    Spawn { target: Target, source: String },
    /// Cancels a task: a `call_soon_threadsafe(task.cancel)`, so it joins its loop's ready queue. Answered `Done`
    /// when `cancel()` was called, which is before the task has ended.
    Cancel { task: TaskId },
    /// Stops a loop thread as `AsyncioThread.stop` does: its tasks are cancelled and clean up. Answered `Done` when
    /// the thread has ended.
    Stop { target: Target },
    /// Gives the thread that has waited the longest in `input()` its line, without the line's end, or the end of the
    /// input. Answered `Done`; refused when none waits, see [`crate::Status::asking`].
    Input { line: Option<String> },
    /// Only parses. Answered `Checked`.
    Check { source: String },
    /// What the name at the end of the text may become, as far as that can be told without running anything. Answered `Names`.
    Complete { text: String },
    /// Stops all of Python where it stands, and its clock with it. Answered `Done`; refused when nothing runs. Requests for a loop
    /// wait until it goes on.
    Pause,
    /// Goes on. Answered `Done`; refused when nothing is paused.
    Resume,
    /// Goes on until the step is done, or something else pauses it. Answered `Done` when it goes on; refused when nothing is
    /// paused. Without somebody to follow, of the thread at which it is paused.
    Step { step: Step, follow: Option<Follow> },
    /// Where to pause from now on, in this process and those to come: these replace the earlier ones. Answered `Done`.
    Breakpoints { lines: Vec<Breakpoint>, exceptions: bool },
    /// How fast the clock of a program in real time goes, in hundredths: 100 is real time; at 0 it moves only by
    /// [`Command::Advance`]. Holds for the processes to come, too. Answered `Done`.
    Speed { percent: u32 },
    /// Runs a program so many times beside the process there is, which waits meanwhile: with its own seed, and those that follow. Told by
    /// [`crate::Event::Explored`]; answered `Done` when all runs are over. A halt ends it, and so do a
    /// run and another exploration, of no runs at all, say.
    Explore { program: Program, runs: u32 },
    /// What the process consists of at the moment, paused or not. Answered `Snapshot`.
    Inspect,
    /// Shows a moment of the run there is, or was: the process goes on as far as it had come then, in a copy. Answered `Moment`; refused
    /// when there is no such moment, or it is no longer known how the run came there. Nothing goes on meanwhile.
    Look(Look),
    /// Moves the clock on by that much, as far as it is waited on; without a number, to the next time that somebody waits for. Answered
    /// `Done`; refused when nobody does.
    Advance { nanos: Option<crate::Nanos> },
}

/// A program to run and all that its run depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    pub source: String,
    /// The name that tracebacks show, `main.py` say.
    pub file_name: String,
    pub clock: ClockMode,
    /// 0 is CPython's usual order; other seeds vary what CPython leaves open.
    pub seed: u64,
    /// CPython's development mode, `-X dev`.
    pub dev: bool,
    pub limits: Limits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockMode {
    /// Waits last as long as they say.
    Real,
    /// When everything waits, the clock jumps to the next deadline.
    Instant,
}

/// Bounds of one run; `None` is no bound but the implementation's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Milliseconds of the process clock.
    pub time_ms: Option<u64>,
    /// Bytes of the Python heap.
    pub memory_bytes: Option<u64>,
}

/// Which loop thread a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// The caller's own thread, started when it is not there.
    Page,
    /// A thread of the program. Refused when it has no running loop.
    Thread(ThreadId),
}
