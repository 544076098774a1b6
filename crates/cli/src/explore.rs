//! `loopthread explore`: the outcomes of many seeds, with the machine's input, its progress shown on a terminal.
//!
//! What an outcome is and how runs are taken is the session's ([`loopthread_session::explore`]); how outcomes are told is
//! [`crate::report`]'s.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use loopthread_session::Session;
use loopthread_session::explore::Exploration;
use loopthread_session::protocol::{Group, Limits, Program};

use crate::arguments::Explore;
use crate::drive::{SLICE, read};
use crate::{modules, report};

/// How often it is told how far the runs have come.
const PROGRESS: Duration = Duration::from_millis(100);

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
    let session = Session::with_library(modules::find);
    let mut exploration = Exploration::new(session, Program { seed: asked.run.seed, ..program }, asked.runs);
    let (mut input, mut progress) = (Input::default(), Progress::new());
    while exploration.turn(SLICE, |at| input.line(at)) {
        progress.tell(exploration.done(), asked.runs);
    }
    progress.clear();
    let groups: Vec<Group> = exploration.groups().into_iter().cloned().collect();
    // A closed pipe is the reader's choice.
    let _ = io::stdout().write_all(report::text(&groups, asked).as_bytes());
    ExitCode::from(u8::from(groups.len() > 1))
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
