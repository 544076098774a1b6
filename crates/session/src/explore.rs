//! Many runs of one program, each with a seed of its own, sorted by their outcomes.
//!
//! An outcome is what a run printed and how it ended. **The same seed gives the same outcome always**: the clock is the
//! instant one, every run gets a fresh machine and the same lines of input. Runs are taken in slices, like everything else, so
//! an exploration can be left at any time.

use std::cmp::Reverse;
use std::time::Duration;

use loopthread_protocol::{
    Command, End, Event, Failure, Group, Limit, Program, Request, RequestId, RunOutcome, State, Stream,
};
use loopthread_vm::sorted::sorted;
use rustc_hash::FxHashMap;

use crate::session::{Session, Turn};

/// An exploration that is under way.
#[derive(Clone)]
pub struct Exploration {
    session: Session,
    program: Program,
    runs: u64,
    /// Runs that are over.
    done: u64,
    /// The run that is not, if one has begun.
    run: Option<Run>,
    groups: FxHashMap<RunOutcome, Group>,
}

/// What was heard of a run so far.
#[derive(Clone, Default)]
struct Run {
    stdout: String,
    stderr: String,
    dropped: u64,
    asking: bool,
    /// Lines of input that it has had.
    lines: usize,
    /// How it ended from outside Python.
    end: Option<End>,
}

impl Exploration {
    /// So many runs, the first with the program's own seed.
    pub fn new(mut session: Session, program: Program, runs: u64) -> Exploration {
        session.open_input();
        Exploration { session, program, runs, done: 0, run: None, groups: FxHashMap::default() }
    }

    /// Works for one slice. `line` gives the lines of standard input by their number. False when all runs are over.
    pub fn turn(&mut self, budget: u64, mut line: impl FnMut(usize) -> Option<String>) -> bool {
        if self.done >= self.runs {
            return false;
        }
        let seed = self.program.seed.saturating_add(self.done);
        let run = self.run.get_or_insert_with(|| {
            let program = Program { seed, ..self.program.clone() };
            self.session.handle(Request { id: RequestId(1), command: Command::Run(program) });
            Run::default()
        });
        let turn = self.session.turn(budget, Duration::ZERO);
        self.session.events().into_iter().for_each(|event| run.take(event));
        let end = match (self.session.exit_code(), run.end.take()) {
            (Some(code), _) => Some(End::Exit(code)),
            (None, Some(end)) => Some(end),
            (None, None) if run.asking => {
                let line = line(run.lines);
                run.lines += 1;
                self.session.handle(Request { id: RequestId(2), command: Command::Input { line } });
                None
            }
            (None, None) => (turn == Turn::Idle { wait: None }).then_some(End::Deadlock),
        };
        if let Some(end) = end {
            self.finish(end, seed);
        }
        self.done < self.runs
    }

    fn finish(&mut self, end: End, seed: u64) {
        let run = self.run.take().unwrap_or_default();
        let (stdout, stderr) = (without_addresses(&run.stdout), without_addresses(&run.stderr));
        let outcome = RunOutcome { stdout, stderr, dropped: run.dropped, end };
        self.done += 1;
        if let Some(group) = self.groups.get_mut(&outcome) {
            group.count += 1;
            return;
        }
        let waits = if outcome.end == End::Deadlock { self.session.waits() } else { Vec::new() };
        self.groups.insert(outcome.clone(), Group { outcome, count: 1, seed, waits });
    }

    /// How many runs are over.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// How many outcomes there are so far.
    pub fn outcomes(&self) -> usize {
        self.groups.len()
    }

    /// The outcomes so far, the most frequent first.
    pub fn groups(&self) -> Vec<&Group> {
        let order = sorted(self.groups.values().map(|group| (Reverse(group.count), group.seed)));
        let by_seed: FxHashMap<u64, &Group> = self.groups.values().map(|group| (group.seed, group)).collect();
        order.into_iter().filter_map(|(_, seed)| by_seed.get(&seed).copied()).collect()
    }
}

impl Run {
    fn take(&mut self, event: Event) {
        match event {
            // What came before is the end of the run before.
            Event::Started { .. } => *self = Run::default(),
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
                if let Err(Failure::Refused { message }) = answer.outcome {
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
