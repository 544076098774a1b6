//! Many runs of one program, each with a seed of its own, sorted by their outcomes.
//!
//! An outcome is what a run printed and how it ended. **The same seed gives the same outcome always**: the clock is the
//! instant one, every run gets a fresh machine and the same lines of input. Deliberately absent: how outcomes are told, which is
//! [`crate::report`]'s.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use loopthread_session::protocol::{
    Command, Event, Failure, Limit, Limits, Outcome as Answered, Program, Request, RequestId, State, Stream,
};
use loopthread_session::{Session, Turn};

use crate::arguments::Explore;
use crate::drive::{SLICE, read};
use crate::{modules, report};

/// How often it is told how far the runs have come.
const PROGRESS: Duration = Duration::from_millis(100);

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The process has ended by itself.
    Exit(i32),
    /// Every thread waits, and nothing can wake one.
    Deadlock,
    /// The program has used the time that a run may take.
    TimeLimit,
    /// The Python heap became too large.
    MemoryLimit,
    /// The session refused the program or broke.
    Broken(String),
}

/// What makes two runs alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    /// Bytes of output beyond what is kept.
    pub dropped: u64,
    pub end: End,
}

/// The runs with one outcome.
#[derive(Clone, Debug)]
pub struct Group {
    pub outcome: Outcome,
    pub count: u64,
    /// The smallest seed that shows it.
    pub seed: u64,
    /// Who waited for what, with that seed, if nobody could go on.
    pub waits: Vec<String>,
}

/// Runs the program with each seed and tells the outcomes.
pub fn explore(asked: &Explore) -> ExitCode {
    let (source, file_name) = match read(&asked.run.file) {
        Ok(read) => read,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    modules::take_from(&asked.run.modules);
    let limits = Limits { time_ms: asked.run.time_ms, memory_bytes: asked.run.memory_bytes };
    let program = Program { source, file_name, clock: asked.run.clock, seed: 0, dev: asked.run.dev, limits };
    let mut session = Session::with_library(modules::find);
    session.open_input();
    let mut input = Input::default();
    let mut groups: HashMap<Outcome, Group> = HashMap::new();
    let mut progress = Progress::new();
    for at in 0..asked.runs {
        progress.tell(at, asked.runs);
        let seed = asked.run.seed.saturating_add(at);
        let outcome = run(&mut session, Program { seed, ..program.clone() }, &mut input);
        match groups.entry(outcome) {
            Entry::Occupied(mut group) => group.get_mut().count += 1,
            Entry::Vacant(place) => {
                let stuck = place.key().end == End::Deadlock;
                let waits = if stuck { session.waits() } else { Vec::new() };
                let outcome = place.key().clone();
                place.insert(Group { outcome, count: 1, seed, waits });
            }
        }
    }
    progress.clear();
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by_key(|group| (std::cmp::Reverse(group.count), group.seed));
    // A closed pipe is the reader's choice.
    let _ = io::stdout().write_all(report::text(&groups, asked).as_bytes());
    ExitCode::from(u8::from(groups.len() > 1))
}

/// One run to its end.
fn run(session: &mut Session, program: Program, input: &mut Input) -> Outcome {
    session.handle(Request { id: RequestId(1), command: Command::Run(program) });
    let mut seen = Seen::default();
    let mut lines = 0;
    let end = loop {
        let turn = session.turn(SLICE, Duration::ZERO);
        session.events().into_iter().for_each(|event| seen.take(event));
        if let Some(code) = session.exit_code() {
            break End::Exit(code);
        }
        if let Some(end) = seen.end.take() {
            break end;
        }
        if seen.asking {
            let line = input.line(lines);
            lines += 1;
            session.handle(Request { id: RequestId(2), command: Command::Input { line } });
        } else if turn == (Turn::Idle { wait: None }) {
            break End::Deadlock;
        }
    };
    let (stdout, stderr) = (without_addresses(&seen.stdout), without_addresses(&seen.stderr));
    Outcome { stdout, stderr, dropped: seen.dropped, end }
}

/// What was heard of a run so far.
#[derive(Default)]
struct Seen {
    stdout: String,
    stderr: String,
    dropped: u64,
    asking: bool,
    /// How it ended from outside Python.
    end: Option<End>,
}

impl Seen {
    fn take(&mut self, event: Event) {
        match event {
            // What came before is the end of the run before.
            Event::Started { .. } => *self = Seen::default(),
            Event::Output(output) => match output.stream {
                Stream::Stdout => self.stdout.push_str(&output.text),
                Stream::Stderr => self.stderr.push_str(&output.text),
            },
            Event::Dropped { bytes, .. } => self.dropped += bytes,
            Event::Status(status) => {
                self.asking = status.asking;
                match status.state {
                    State::Stopped { limit: Some(Limit::Time) } => self.end = Some(End::TimeLimit),
                    State::Stopped { limit: Some(Limit::Memory) } => self.end = Some(End::MemoryLimit),
                    _ => {}
                }
            }
            Event::Answer(answer) => {
                if let Answered::Err(Failure::Refused { message }) = answer.outcome {
                    self.end = Some(End::Broken(message));
                }
            }
            Event::Crash { message } => self.end = Some(End::Broken(format!("internal error: {message}"))),
            _ => {}
        }
    }
}

/// Where an object is says nothing of what happened: `<Task at 0x7f10>` becomes `<Task at 0x…>`.
fn without_addresses(text: &str) -> String {
    const BEFORE: &str = " at 0x";
    let mut pieces = text.split(BEFORE);
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain += BEFORE;
        let rest = piece.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        if rest.len() < piece.len() {
            plain.push('…');
        }
        plain += rest;
    }
    plain
}

/// The lines of standard input: read when a run first asks, the same for all runs, none from a terminal.
#[derive(Default)]
struct Input {
    lines: Option<Vec<String>>,
}

impl Input {
    /// A line by its number; `None` at the end of the input.
    fn line(&mut self, at: usize) -> Option<String> {
        let lines = self.lines.get_or_insert_with(|| match io::stdin().is_terminal() {
            true => Vec::new(),
            false => io::stdin().lines().map_while(Result::ok).collect(),
        });
        lines.get(at).cloned()
    }
}

/// How far the runs have come, on a terminal.
struct Progress {
    shown: bool,
    last: Instant,
}

impl Progress {
    fn new() -> Progress {
        Progress { shown: false, last: Instant::now() }
    }

    fn tell(&mut self, at: u64, of: u64) {
        if self.last.elapsed() >= PROGRESS && io::stderr().is_terminal() {
            eprint!("\r{at} of {of} runs");
            (self.shown, self.last) = (true, Instant::now());
        }
    }

    fn clear(&self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}
