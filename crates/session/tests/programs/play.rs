//! Running a program in a session, on a world's time that is made up here.
//!
//! What is told is kept in a form in which **neither slices nor the moments of asking show**: one record an event, output of one moment
//! in one piece, and no status, which is told when a slice ends.

use std::time::Duration;

use loopthread_session::protocol::{
    ClockMode, Command, Event, Limits, Program, Request, RequestId, State, Stream,
};
use loopthread_session::{Session, Turn};

/// A run that may be cloned at any slice's end.
#[derive(Clone)]
pub struct Play {
    session: Session,
    now: Duration,
    /// All events so far.
    pub told: Vec<Event>,
    /// The exit code, once the program has ended; -1 when it never will.
    pub exit: Option<i32>,
}

impl Play {
    /// A run that has not done anything yet.
    pub fn of(source: &str, file_name: &str, clock: ClockMode) -> Play {
        Play::with_mode(source, file_name, clock, false)
    }

    /// The same in CPython's development mode, or not.
    pub fn with_mode(source: &str, file_name: &str, clock: ClockMode, dev: bool) -> Play {
        let program = Program {
            source: source.to_owned(),
            file_name: file_name.to_owned(),
            clock,
            seed: 0,
            dev,
            limits: Limits { time_ms: Some(600_000), memory_bytes: None },
        };
        let mut session = Session::new();
        session.handle(Request { id: RequestId(1), command: Command::Run(program) });
        Play { session, now: Duration::ZERO, told: Vec::new(), exit: None }
    }

    /// The same with a collection after every so much work.
    pub fn collecting(mut self, every: u64) -> Play {
        self.session.collect_every(every);
        self
    }

    /// Runs to the end, in slices of so much work; every wake-up is as late as `late` says.
    pub fn played(mut self, slice: u64, mut late: impl FnMut() -> Duration) -> Play {
        while self.exit.is_none() {
            self.turn(slice, &mut late);
        }
        self
    }

    /// Runs one slice, and then waits if every thread does.
    pub fn turn(&mut self, slice: u64, late: impl FnOnce() -> Duration) {
        let turn = self.session.turn(slice, self.now);
        for event in self.session.events() {
            self.note(event);
        }
        self.exit = self.exit.or(self.session.exit_code());
        match turn {
            _ if self.exit.is_some() || self.is_paused() => {}
            Turn::More => {}
            Turn::Idle { wait: Some(wait) } => self.now += wait.max(Duration::from_nanos(1)) + late(),
            Turn::Idle { wait: None } => self.exit = Some(-1),
        }
    }

    /// Asks something, whose answer is not kept.
    pub fn ask(&mut self, command: Command) {
        self.session.handle(Request { id: RequestId(2), command });
        for event in self.session.events() {
            self.note(event);
        }
    }

    pub fn is_paused(&self) -> bool {
        self.session.paused().is_some()
    }

    /// What it wrote, without the addresses in it.
    pub fn text(&self, stream: Stream) -> String {
        let mut text = String::new();
        for event in &self.told {
            match event {
                Event::Output(output) if output.stream == stream => text.push_str(&output.text),
                Event::Crash { message } if stream == Stream::Stderr => text.push_str(message),
                _ => {}
            }
        }
        without_addresses(&text)
    }

    fn note(&mut self, event: Event) {
        match event {
            Event::Trace { first, records } => {
                self.told.extend(
                    (first..)
                        .zip(records)
                        .map(|(first, record)| Event::Trace { first, records: vec![record] }),
                );
            }
            Event::Output(more) => match self.told.last_mut() {
                Some(Event::Output(output))
                    if (output.stream, output.at, output.thread, output.task)
                        == (more.stream, more.at, more.thread, more.task) =>
                {
                    output.text.push_str(&more.text);
                }
                _ => self.told.push(Event::Output(more)),
            },
            Event::Status(status) => {
                assert!(!matches!(status.state, State::Stopped { .. }), "the program was stopped");
            }
            Event::Answer(answer) if answer.request == RequestId(2) => {}
            event => self.told.push(event),
        }
    }
}

/// Wake-ups in time.
pub fn in_time() -> Duration {
    Duration::ZERO
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(" at 0x…");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}
