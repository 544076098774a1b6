//! One Python process, beside its heap: clock, threads, asyncio's tables, what the page asked and what it is to be told.
//!
//! It rides with the machine as its owner, so that natives reach it. **Plain data**: cloning the machine clones the process. Deliberately
//! absent: the threads' stacks, which the session keeps and runs.

pub mod clock;
pub mod ends;
pub mod events;
pub mod input;
pub mod lifecycle;
pub mod outbox;

use std::collections::HashSet;

use loopthread_protocol::{
    Actor, Limits, MessageId, MessageKind, Outcome, Program, RequestId, State, Status, Stream, ThreadId,
    ThreadState, What,
};
use loopthread_vm::value::Value;

use crate::asyncio::Asyncio;
use crate::glue::host_data;
use crate::modules::Classes;
use crate::modules::signal::Signals;
use crate::requests::Requests;
use crate::threads::{Kind, MAIN, Park, Threads};
use clock::ProcessClock;
use input::Input;
use outbox::Outbox;

/// Work units that count as a millisecond of a thread's time.
pub const WORK_PER_MS: u64 = 20_000;

/// Work units of one switch interval.
pub const INTERVAL_WORK: i64 = (WORK_PER_MS as f64 * clock::SWITCH_INTERVAL * 1e3) as i64;

/// The file name of a program that is read from standard input; `python3 -` calls it so.
const STDIN: &str = "<stdin>";

/// How a process stands with its program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Course {
    /// There is no program.
    Idle,
    /// The main thread runs the program.
    Main,
    /// The main thread waits for the others, then ends the process.
    Ending,
    /// The process has ended with this exit code; only the page's thread goes on.
    Ended(i32),
    /// No Python runs any more.
    Halted(Option<loopthread_protocol::Limit>),
}

#[derive(Clone)]
pub struct Process {
    pub clock: ProcessClock,
    pub threads: Threads,
    pub asyncio: Asyncio,
    pub classes: Classes,
    pub events: Outbox,
    pub requests: Requests,
    pub input: Input,
    pub signals: Signals,
    pub course: Course,
    pub limits: Limits,
    /// CPython's development mode.
    pub dev: bool,
    /// `sys.argv[0]`.
    pub program: String,
    /// The name of the program's file in tracebacks.
    pub file_name: String,
    /// The thread whose loop's next turn is to be paused at.
    pub turn_of: Option<ThreadId>,
    /// All loops' turns are.
    pub every_turn: bool,
    /// What the condition of a breakpoint came to, or the error.
    pub condition: Option<Result<bool, String>>,
    /// The namespace of `__main__`: a dict.
    pub main_namespace: Value,
    /// Threads that the trace has not told of, who started them, at which line: they do not have their names yet.
    pub untold: Vec<(ThreadId, Actor, Option<u32>)>,
    /// Warnings given: file, line, category, text.
    pub warned: HashSet<(String, u32, String, String)>,
    messages: u32,
}

host_data!(Process, |this, m| {
    this.classes.trace(m);
    m.values(&[this.main_namespace, this.signals.handler]);
    this.threads.trace_roots(m);
    this.asyncio.trace(m);
});

impl Process {
    /// A process whose program has not begun.
    pub fn new(program: &Program) -> Process {
        Process {
            clock: ProcessClock::new(program.clock),
            threads: Threads::new(program.seed),
            asyncio: Asyncio::default(),
            classes: Classes::default(),
            events: Outbox::default(),
            requests: Requests::default(),
            input: Input::default(),
            signals: Signals::default(),
            course: Course::Idle,
            limits: program.limits,
            dev: program.dev,
            program: if program.file_name == STDIN { "-".to_owned() } else { program.file_name.clone() },
            file_name: program.file_name.clone(),
            turn_of: None,
            every_turn: false,
            condition: None,
            main_namespace: Value::None,
            untold: Vec::new(),
            warned: HashSet::new(),
            messages: 0,
        }
    }

    /// Records something in the trace.
    pub fn tell(&mut self, what: What) {
        let at = self.clock.nanos();
        self.events.with(|events| events.trace(at, what));
    }

    /// Records that a thread was started, once it has its name.
    pub fn tell_started(&mut self, id: ThreadId) {
        let Some(at) = self.untold.iter().position(|(thread, ..)| *thread == id) else { return };
        let (_, by, line) = self.untold.remove(at);
        if let Some(thread) = self.threads.get(id) {
            let (name, daemon) = (thread.name.clone(), thread.daemon);
            self.tell(What::ThreadStarted { thread: id, name, daemon, by, line });
        }
    }

    /// Records a thread's state, if it is another than the last.
    pub fn tell_state(&mut self, id: ThreadId, state: ThreadState) {
        if let Some(what) = self.threads.state(id, state) {
            self.tell(what);
        }
    }

    /// Records a call that leaves for another thread.
    pub fn tell_sent(&mut self, to: ThreadId, text: String, line: Option<u32>) -> MessageId {
        let message = MessageId(self.messages);
        self.messages += 1;
        let (from, kind) = (self.actor(), MessageKind::CallSoonThreadsafe);
        self.tell(What::Sent { message, from, to, kind, text, line });
        message
    }

    /// As [`Process::tell_sent`], for a request of the page.
    pub fn tell_request(&mut self, to: ThreadId, request: RequestId, text: String) -> MessageId {
        let message = MessageId(self.messages);
        self.messages += 1;
        let from = Actor::Page { request };
        self.tell(What::Sent { message, from, to, kind: MessageKind::Page { request }, text, line: None });
        message
    }

    /// Who acts now.
    pub fn actor(&self) -> Actor {
        self.threads.actor()
    }

    /// Has a waiting thread look whether its wait is over.
    pub fn wake(&mut self, id: ThreadId) {
        self.threads.wake(id);
    }

    pub fn wake_where(&mut self, is_meant: impl Fn(&Park) -> bool) {
        self.threads.wake_where(is_meant);
    }

    /// Text that the program writes.
    pub fn write(&mut self, stream: Stream, text: &str) {
        let thread = self.threads.current_id();
        let task = self.threads.current().current_task_id;
        let at = self.clock.nanos();
        self.events.with(|events| events.output(stream, text, at, thread, task));
    }

    pub fn write_error(&mut self, text: &str) {
        self.write(Stream::Stderr, text);
    }

    pub fn answer(&mut self, request: RequestId, outcome: Outcome) {
        self.events.with(|events| events.answer(request, outcome));
    }

    /// The main thread runs a program, or waits for the others at its end.
    pub fn has_program(&self) -> bool {
        matches!(self.course, Course::Main | Course::Ending)
    }

    /// Threads that a process at its exit waits for.
    pub fn alive(&self) -> u32 {
        let lives = |t: &&crate::threads::Thread| !t.ended && t.id != MAIN && t.kind == Kind::Program;
        self.threads.iter().filter(lives).count() as u32
    }

    /// `console`: what the page asked keeps the process busy, so that there is something to stop without a program, too.
    pub fn status(&self, console: bool) -> Status {
        let goes_on = match self.course {
            Course::Main | Course::Ending => true,
            Course::Idle | Course::Ended(_) => console,
            Course::Halted(_) => false,
        };
        let state = match &self.course {
            _ if goes_on && self.threads.any_ready() => State::Running,
            _ if goes_on => State::Waiting,
            Course::Idle | Course::Main | Course::Ending => State::Idle,
            Course::Ended(0) => State::Finished,
            Course::Ended(exit_code) => State::Failed { exit_code: *exit_code },
            Course::Halted(limit) => State::Stopped { limit: *limit },
        };
        let main_ended = self.threads.get(MAIN).is_some_and(|main| main.ended);
        let main_ended = main_ended || !matches!(self.course, Course::Main | Course::Halted(_));
        Status { state, main_ended, alive: self.alive(), asking: self.input.is_asked() }
    }
}
