//! The session: the machine with its process, and the stacks of the process's threads.
//!
//! [`Session::turn`] lets threads run for a slice, in the order of the thread scheduler; [`Session::handle`] takes a request of the page. What
//! there is to tell collects until [`Session::events`]. How one thread is stepped is in [`step`].

pub mod control;
mod exploring;
pub mod program;
mod steer;
pub mod step;
#[cfg(test)]
mod tests;
pub(crate) mod waits;
pub mod watch;

use std::rc::Rc;
use std::time::Duration;

use loopthread_protocol::{
    ClockMode, Command, Event, Failure, Limit, Limits, Program, Reply, Request, RequestId, State, Target,
    ThreadId, ThreadState, What,
};
use loopthread_vm::native::Action;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::import::Library;
use loopthread_vm::vm::run::Fiber;

use crate::glue::{process, process_ref};
use crate::modules::frozen;
use crate::process::Course;
use crate::process::events::Events;
use crate::process::outbox::Outbox;
use crate::threads::{MAIN, Thread, ThreadHandle};
use control::Control;
use exploring::Exploring;
use step::Left;
use watch::Watch;

/// The largest Python heap when no limit is given: what a page can hold beside everything else.
const MEMORY_BYTES: u64 = 512 << 20;

/// How a turn ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The slice is used up, and there is more to do.
    More,
    /// Every thread waits: for a request, or until so much of the world's time has passed.
    Idle { wait: Option<Duration> },
}

/// A Python process and its threads' stacks.
#[derive(Clone)]
pub struct Session {
    vm: Vm,
    /// What each program begins with.
    fresh: Rc<Vm>,
    fibers: Vec<Fiber>,
    /// For tests: collect after so many units of work.
    collect_every: Option<u64>,
    now: Duration,
    control: Control,
    exploring: Option<Box<Exploring>>,
    watch: Watch,
    /// How many processes there were before.
    begun: u32,
    /// Requests for the process, which the next turn takes up: only then is it known what time it is.
    arrived: Vec<(RequestId, Command)>,
}

/// What a process begins with: enough to have it begin again.
pub(crate) struct Beginning {
    fresh: Rc<Vm>,
    control: Control,
    now: Duration,
    begun: u32,
    input_open: bool,
    /// What runs a program; without it, the process is there for the console.
    request: Option<Request>,
}

impl Beginning {
    /// A session that has just begun.
    pub(crate) fn session(&self) -> Session {
        let mut session = Session::begun_with(self.fresh.clone());
        (session.control, session.now, session.begun) = (self.control.clone(), self.now, self.begun);
        process(&mut session.vm).input.open = self.input_open;
        if let Some(request) = &self.request {
            session.handle(request.clone());
            session.events();
        }
        session
    }
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}

impl Session {
    /// A session whose process has no program yet, with the library that is linked in.
    pub fn new() -> Session {
        Session::with_library(frozen::find)
    }

    /// The same with the library from elsewhere.
    pub fn with_library(library: Library) -> Session {
        Session::begun_with(Rc::new(program::fresh(library)))
    }

    fn begun_with(fresh: Rc<Vm>) -> Session {
        Session {
            vm: program::machine(&fresh, &program::nothing(ClockMode::Real)),
            fresh,
            fibers: Vec::new(),
            collect_every: None,
            now: Duration::ZERO,
            control: Control::default(),
            exploring: None,
            watch: Watch::default(),
            begun: 0,
            arrived: Vec::new(),
        }
    }

    /// Tells all output, however much it is, to an owner that takes it as it comes.
    pub fn tell_all_output(&mut self) {
        process(&mut self.vm).events.with(|events| events.unbounded = true);
    }

    /// Has `input()` wait for [`Command::Input`], for an owner that gives lines; else the input is at its end.
    pub fn open_input(&mut self) {
        process(&mut self.vm).input.open = true;
    }

    /// How a process begins with a request to run something, or, in a session that was given nothing yet, without.
    pub(crate) fn beginning(&self, request: Option<&Request>) -> Beginning {
        Beginning {
            fresh: self.fresh.clone(),
            control: self.control.clone(),
            now: self.now,
            begun: self.begun,
            input_open: process_ref(&self.vm).input.open,
            request: request.cloned(),
        }
    }

    /// For tests: a collection after every so many units of work.
    pub fn collect_every(&mut self, work: u64) {
        self.collect_every = Some(work.max(1));
    }

    /// Takes a request. Its answer comes as an event, now or later.
    pub fn handle(&mut self, request: Request) {
        let Request { id, command } = request;
        match command {
            Command::Run(program) => self.run(id, program, false),
            Command::Debug(program) => self.run(id, program, true),
            Command::Explore { program, runs } => self.explore(id, program, runs),
            Command::Halt => {
                self.end_exploring();
                self.halt(None);
                process(&mut self.vm).answer(id, Ok(Reply::Done));
            }
            Command::Check { source } => {
                let diagnostics = program::check(&source);
                process(&mut self.vm).answer(id, Ok(Reply::Checked(diagnostics)));
            }
            command => {
                if let Some(command) = self.steer(id, command) {
                    self.arrived.push((id, command));
                }
            }
        }
        self.tell_status();
    }

    /// Runs threads for up to `budget` units of work. `now` is the world's time, from any moment on.
    pub fn turn(&mut self, budget: u64, now: Duration) -> Turn {
        if self.exploring.is_some() {
            self.go_on_exploring(budget);
            return Turn::More;
        }
        self.begin_turn(now);
        self.go_on(&mut Session::work_of(budget))
    }

    /// The work of a turn with such a budget.
    pub(crate) fn work_of(budget: u64) -> i64 {
        i64::try_from(budget).unwrap_or(i64::MAX).max(1)
    }

    /// Takes in what time it is, and what was asked since the last turn.
    pub(crate) fn begin_turn(&mut self, now: Duration) {
        self.now = self.now.max(self.control.time(now));
        let working = process(&mut self.vm).threads.any_ready();
        if self.control.take_stops_now() && !working {
            // It was paused in a wait, of which so much is over.
            process(&mut self.vm).clock.sample(self.now, false);
            self.waited();
        }
        if self.control.paused.is_some() {
            return;
        }
        process(&mut self.vm).clock.sample(self.now, working);
        self.take_up_requests(working);
    }

    /// Works until the turn is over, or there is something to see for who watches.
    pub(crate) fn go_on(&mut self, left: &mut i64) -> Turn {
        // A slice does not end where somebody looks on.
        let mut in_step = self.watch.leave_place();
        let turn = loop {
            if !in_step && (self.is_halted() || self.over_limit()) || self.control.paused.is_some() {
                break Turn::Idle { wait: None };
            }
            if *left <= 0 && !in_step {
                break Turn::More;
            }
            in_step = false;
            match self.next_thread() {
                Ok(handle) => self.step_thread(handle, left),
                Err(Some(wait)) => {
                    break Turn::Idle { wait: wait.filter(|_| self.control.time_passes()) };
                }
                Err(None) => *left -= 1,
            }
            if self.sees_record() || self.watch.seen().is_some() {
                return Turn::More;
            }
        };
        self.tell_status();
        let stands_still = self.control.paused.is_some() || !self.control.time_passes();
        if turn == (Turn::Idle { wait: None }) && !stands_still {
            self.tell_stuck();
        }
        turn
    }

    /// Nothing goes on, and no deadline will come. While a line of input is waited for, or when the main thread has ended and the others may
    /// wait for the console, that is nothing to tell.
    fn tell_stuck(&mut self) {
        let process = process(&mut self.vm);
        let stuck = process.course == Course::Main && !process.input.is_asked();
        if stuck && process.events.with(Events::is_stuck_news) {
            let waits = self.waits();
            crate::glue::process(&mut self.vm).events.with(|events| events.push(Event::Stuck(waits)));
        }
    }

    /// What has happened since the last call, in order.
    pub fn events(&mut self) -> Vec<Event> {
        process(&mut self.vm).events.take()
    }

    /// Where the events are, for an owner who may lose the session in the middle of a turn.
    pub fn outbox(&self) -> Outbox {
        process_ref(&self.vm).events.share()
    }

    /// The process's exit code, once it has ended by itself.
    pub fn exit_code(&self) -> Option<i32> {
        match process_ref(&self.vm).course {
            Course::Ended(code) => Some(code),
            _ => None,
        }
    }

    fn take_up_requests(&mut self, working: bool) {
        if self.arrived.is_empty() {
            return;
        }
        if !working {
            self.waited();
        }
        for (id, command) in std::mem::take(&mut self.arrived) {
            let is_for_anybody = match &command {
                Command::Call { target, .. } | Command::Spawn { target, .. } => *target == Target::Page,
                other => *other == Command::Start,
            };
            if self.is_halted() && is_for_anybody {
                self.begin_without_program(id);
            }
            if self.is_halted() {
                let message = "the run was stopped, and its threads and tasks are gone".to_owned();
                process(&mut self.vm).answer(id, Err(Failure::Refused { message }));
            } else {
                crate::requests::begin(&mut self.vm, id, command);
            }
        }
        self.tell_status();
    }

    /// Every thread has waited until now.
    fn waited(&mut self) {
        let process = process(&mut self.vm);
        process.threads.schedule(|scheduler, facts| scheduler.clear_cancelled(facts));
        let deadline = process.threads.scheduler.queue().timers().head().map(|(when, _)| when);
        process.clock.waited(deadline);
    }

    fn is_halted(&self) -> bool {
        matches!(process_ref(&self.vm).course, Course::Halted(_))
    }

    /// The thread whose turn it is; `Err(None)`: ask again; `Err(Some(wait))`: they all wait.
    fn next_thread(&mut self) -> Result<ThreadHandle, Option<Option<Duration>>> {
        let process = process(&mut self.vm);
        if let Some(handle) = process.threads.schedule(|scheduler, facts| scheduler.take_next(facts)) {
            return Ok(handle);
        }
        process.threads.schedule(|scheduler, facts| scheduler.clear_cancelled(facts));
        let now = process.clock.peek();
        // The deadline itself, not how far it is: a difference would not add up to it again.
        let idle = process.threads.scheduler.timeout(|| now).is_none_or(|timeout| timeout > 0.0);
        if idle {
            let head = process.threads.scheduler.queue().timers().head().map(|(when, _)| when);
            let Some(deadline) = head else { return Err(Some(None)) };
            let limit = process.limits.time_ms.map(|ms| ms as f64 / 1e3);
            let until = limit.map_or(deadline, |limit| limit.min(deadline));
            if !process.clock.advance_to(until) {
                return Err(Some(Some(process.clock.outside_wait(until))));
            }
            if until < deadline {
                return Err(None);
            }
        }
        let end_time = process.clock.due();
        process.threads.schedule(|scheduler, facts| scheduler.begin_turn(end_time, facts));
        Err(None)
    }

    fn step_thread(&mut self, handle: ThreadHandle, left: &mut i64) {
        match step::step(self, &handle, left) {
            Left::Waiting | Left::Ended => {}
            Left::Paused => process(&mut self.vm).threads.scheduler.pause(handle),
            Left::Broken(message) => {
                let crash = Event::Crash { message };
                process(&mut self.vm).events.with(|events| events.push(crash));
                self.halt(None);
            }
        }
    }

    /// Ends the run at once: no Python runs any more.
    fn halt(&mut self, limit: Option<Limit>) {
        for (id, _) in std::mem::take(&mut self.arrived) {
            process(&mut self.vm).answer(id, Err(Failure::Halted));
        }
        crate::requests::end_all(&mut self.vm);
        let process = process(&mut self.vm);
        // Without a program there is only what the page asked for; the main thread never began.
        let idle = process.course == Course::Idle;
        let has_program = process.has_program();
        if has_program || limit.is_some() {
            process.course = Course::Halted(limit);
        }
        self.end_threads(|thread| !idle || thread.id != MAIN);
        self.control.end();
        // Whose turn it was must not go on.
        crate::glue::process(&mut self.vm).threads.scheduler.end_turn();
    }

    /// Abandons threads where they are.
    fn end_threads(&mut self, is_meant: impl Fn(&Thread) -> bool) {
        let meant: Vec<ThreadId> = process(&mut self.vm)
            .threads
            .iter()
            .filter(|thread| !thread.ended && is_meant(thread))
            .map(|thread| thread.id)
            .collect();
        for id in meant {
            self.end_thread(id);
        }
    }

    fn end_thread(&mut self, id: ThreadId) {
        if let Some(fiber) = self.fibers.get(id.0 as usize) {
            self.vm.abandon_imports(fiber);
        }
        let process = process(&mut self.vm);
        process.tell_started(id);
        process.threads.end(id);
        process.input.leave(id);
        process.tell(What::ThreadEnded { thread: id });
        crate::requests::thread_ended(&mut self.vm, id);
    }

    fn over_limit(&mut self) -> bool {
        let Limits { time_ms, memory_bytes } = process(&mut self.vm).limits;
        let at = process(&mut self.vm).clock.peek();
        let has_program = process(&mut self.vm).has_program();
        let too_late = process(&mut self.vm).clock.is_at_end();
        if too_late || has_program && time_ms.is_some_and(|ms| at >= ms as f64 / 1e3) {
            self.halt(Some(Limit::Time));
            return true;
        }
        let most = memory_bytes.unwrap_or(MEMORY_BYTES);
        let too_much = |vm: &Vm| vm.heap.bytes() as u64 > most;
        if too_much(&self.vm) {
            self.collect(false);
            if too_much(&self.vm) {
                self.halt(Some(Limit::Memory));
                return true;
            }
        }
        false
    }

    /// A collection that is `due` may end with something to be done.
    fn collect(&mut self, due: bool) -> Option<Action> {
        let fibers: Vec<&Fiber> = self.fibers.iter().collect();
        loopthread_engine::collect(&mut self.vm, &fibers, due)
    }

    fn tell_status(&mut self) {
        // While a program runs, its threads keep the process busy.
        let no_program = matches!(process_ref(&self.vm).course, Course::Idle | Course::Ended(_));
        let console = no_program && crate::requests::is_busy(&mut self.vm);
        let process = process(&mut self.vm);
        let mut status = process.status(console);
        if let Some(paused) = &self.control.paused {
            status.state = State::Paused(paused.clone());
        }
        process.events.with(|events| events.status(status));
    }

    fn tell_running(&mut self, id: ThreadId) {
        process(&mut self.vm).tell_state(id, ThreadState::Running);
    }
}

/// A session is put into the process's place whole, so that nothing of an earlier program is left.
impl Session {
    fn run(&mut self, id: RequestId, program: Program, paused: bool) {
        self.end_exploring();
        self.halt(None);
        self.begun += 1;
        let input_open = process(&mut self.vm).input.open;
        let events = std::mem::take(&mut process(&mut self.vm).events);
        events.with(|events| events.started(id, true));
        if program.source.len() > loopthread_protocol::SOURCE_BYTES {
            let message = format!("the program is longer than {} bytes", loopthread_protocol::SOURCE_BYTES);
            events.with(|events| events.answer(id, Err(Failure::Refused { message })));
            process(&mut self.vm).events = events;
            return;
        }
        self.vm = program::machine(&self.fresh, &program);
        self.fibers = Vec::new();
        process(&mut self.vm).events = events;
        process(&mut self.vm).input.open = input_open;
        program::start(&mut self.vm, &program);
        self.control.begin(&mut self.vm, paused);
        process(&mut self.vm).answer(id, Ok(Reply::Done));
    }

    /// After a halt no Python of the run goes on, so the console gets a process such as there is before the first run.
    fn begin_without_program(&mut self, id: RequestId) {
        let (mode, input_open) = (process(&mut self.vm).clock.mode(), process(&mut self.vm).input.open);
        let events = std::mem::take(&mut process(&mut self.vm).events);
        events.with(|events| events.started(id, false));
        self.vm = program::machine(&self.fresh, &program::nothing(mode));
        self.begun += 1;
        self.fibers = Vec::new();
        let process = process(&mut self.vm);
        process.events = events;
        process.input.open = input_open;
        process.clock.sample(self.now, false);
    }
}
