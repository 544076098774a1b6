//! A page as tests need one: it sends requests to a session, lets it work and keeps what it told.
//!
//! The world's time is made up: it moves by what a turn takes and by what the session asks to wait for, so that real
//! time costs none. Every list of events that comes in is checked against what any trace must obey.

use std::time::Duration;

use loopthread_session::history::Recorder;
use loopthread_session::protocol::{
    ClockMode, Command, Event, Failure, Limits, Outcome, Output, Program, Record, Reply, Request, RequestId,
    State, Status, Stream, Target, TaskId, ThreadId, What,
};
use loopthread_session::{Session, Turn};

use crate::invariants::Invariants;

/// Work of one slice.
const SLICE: u64 = 20_000;

/// Turns after which a test that still waits has failed.
const TURNS: usize = 20_000;

pub const CLOCKS: [ClockMode; 2] = [ClockMode::Instant, ClockMode::Real];

pub struct Page {
    session: Recorder,
    clock: ClockMode,
    seed: u64,
    limits: Limits,
    /// Work of one slice.
    pub slice: u64,
    pub now: Duration,
    requests: u32,
    pub events: Vec<Event>,
    invariants: Invariants,
}

impl Page {
    pub fn new(clock: ClockMode) -> Page {
        Page::with(clock, 0, Limits::default())
    }

    pub fn with(clock: ClockMode, seed: u64, limits: Limits) -> Page {
        Page {
            session: Recorder::new(Session::new()),
            clock,
            seed,
            limits,
            slice: SLICE,
            now: Duration::from_secs(3),
            requests: 0,
            events: Vec::new(),
            invariants: Invariants::default(),
        }
    }

    /// From now on `input()` waits for what the page gives.
    pub fn open_input(&mut self) {
        self.session.open_input();
    }

    /// A page that runs a program, as far as it goes by itself.
    pub fn running(clock: ClockMode, source: &str) -> Page {
        let mut page = Page::new(clock);
        page.run(source);
        page
    }

    pub fn send(&mut self, command: Command) -> RequestId {
        self.requests += 1;
        let id = RequestId(self.requests);
        self.session.handle(Request { id, command });
        self.hear();
        id
    }

    pub fn program(&self, source: &str) -> Program {
        Program {
            source: source.to_owned(),
            file_name: "main.py".to_owned(),
            clock: self.clock,
            seed: self.seed,
            dev: false,
            limits: self.limits,
        }
    }

    /// Runs a program as far as it goes by itself.
    pub fn run(&mut self, source: &str) {
        let program = self.program(source);
        self.send(Command::Run(program));
        self.settle();
    }

    /// One turn, and the wait that it asks for. False if nothing is left to do.
    pub fn turn(&mut self) -> bool {
        let turn = self.session.turn(self.slice, self.now);
        self.hear();
        self.now += Duration::from_millis(1);
        match turn {
            Turn::More => true,
            Turn::Idle { wait: Some(wait) } => {
                self.now += wait;
                true
            }
            Turn::Idle { wait: None } => false,
        }
    }

    /// The learner does nothing for so long.
    pub fn pass(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
    }

    /// Works until there is nothing to do, or for as long as a learner would watch.
    pub fn settle(&mut self) {
        for _ in 0..400 {
            if !self.turn() {
                break;
            }
        }
    }

    /// Works until a request is answered.
    pub fn answer(&mut self, id: RequestId) -> Outcome {
        for _ in 0..TURNS {
            if let Some(outcome) = self.answered(id) {
                return outcome;
            }
            if !self.turn() && self.answered(id).is_none() {
                break;
            }
        }
        self.answered(id).unwrap_or_else(|| panic!("request {id} has no answer: {:?}", self.status()))
    }

    pub fn answered(&self, id: RequestId) -> Option<Outcome> {
        self.events.iter().find_map(|event| match event {
            Event::Answer(answer) if answer.request == id => Some(answer.outcome.clone()),
            _ => None,
        })
    }

    pub fn ask(&mut self, command: Command) -> Outcome {
        let id = self.send(command);
        self.answer(id)
    }

    pub fn call(&mut self, source: &str) -> Outcome {
        self.call_on(Target::Page, source)
    }

    pub fn call_on(&mut self, target: Target, source: &str) -> Outcome {
        self.ask(Command::Call { target, source: source.to_owned() })
    }

    /// A call's result as the page shows it.
    pub fn value(&mut self, source: &str) -> String {
        match self.call(source) {
            Ok(Reply::Value { repr: Some(repr) }) => repr,
            other => panic!("{source}: {other:?}"),
        }
    }

    pub fn spawn_on(&mut self, target: Target, source: &str) -> TaskId {
        match self.ask(Command::Spawn { target, source: source.to_owned() }) {
            Ok(Reply::Task(task)) => task,
            other => panic!("{source}: {other:?}"),
        }
    }

    /// The traceback with which a call fails.
    pub fn traceback(&mut self, source: &str) -> String {
        match self.call(source) {
            Err(Failure::Raised { traceback }) => traceback,
            other => panic!("{source}: {other:?}"),
        }
    }

    pub fn status(&self) -> Status {
        let last = self.events.iter().rev().find_map(|event| match event {
            Event::Status(status) => Some(status.clone()),
            _ => None,
        });
        last.unwrap_or(Status { state: State::Idle, main_ended: false, alive: 0, asking: false })
    }

    pub fn outputs(&self) -> impl Iterator<Item = &Output> {
        self.events.iter().filter_map(|event| match event {
            Event::Output(output) => Some(output),
            _ => None,
        })
    }

    pub fn text(&self, stream: Stream) -> String {
        self.outputs().filter(|output| output.stream == stream).map(|output| output.text.as_str()).collect()
    }

    pub fn out(&self) -> String {
        self.text(Stream::Stdout)
    }

    pub fn records(&self) -> impl Iterator<Item = &Record> {
        let batches = self.events.iter().filter_map(|event| match event {
            Event::Trace { records, .. } => Some(records),
            _ => None,
        });
        batches.flatten()
    }

    /// The last thread of that name.
    pub fn thread(&self, wanted: &str) -> ThreadId {
        let found = self.records().filter_map(|record| match &record.what {
            What::ThreadStarted { thread, name, .. } if name == wanted => Some(*thread),
            _ => None,
        });
        found.last().unwrap_or_else(|| {
            panic!("no thread {wanted}: {:?}", self.records().map(|r| &r.what).collect::<Vec<_>>())
        })
    }

    fn hear(&mut self) {
        let events = self.session.events();
        events.iter().for_each(|event| self.invariants.check(event));
        self.events.extend(events);
    }
}
