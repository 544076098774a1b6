//! Trying many schedules: which program is tried, how far that has come, and what it came to.
//!
//! It is tried beside what runs, on the instant clock. A seed that is chosen from the outcomes is run with the same clock and mode, or it
//! would show something else.

use loopthread_protocol::{EXPLORED_GROUPS, Failure, Group, Limits, Outcome, Program, SOURCE_BYTES};

use super::{Action, Clock, Effect, FILE_NAME, State};
use crate::page::words;

/// How many runs can be chosen.
pub const RUNS: [u32; 3] = [10, 100, 1000];
/// What a run may take of its own time.
const TIME_MS: u64 = 60_000;

/// What the learner does with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Try {
    Runs(u32),
    /// Begins, or ends what has begun.
    Begin,
    /// Runs the program as it was tried with this seed.
    Show(u64),
}

#[derive(Debug)]
pub struct Schedules {
    /// How many runs the next ones are.
    pub runs: u32,
    /// What was tried last.
    tried: Option<Program>,
    wanted: u32,
    pub done: u32,
    /// The outcomes, the most frequent first.
    pub groups: Vec<Group>,
    pub going: bool,
    /// Counts what was asked, so that an answer to an earlier question is not taken for this one's.
    asked: u32,
}

impl Default for Schedules {
    fn default() -> Schedules {
        Schedules { runs: 100, tried: None, wanted: 0, done: 0, groups: Vec::new(), going: false, asked: 0 }
    }
}

impl Schedules {
    /// How far it has come and to what, in words. None before the first.
    pub fn text(&self) -> Option<String> {
        self.tried.as_ref()?;
        let outcomes = match (self.groups.len(), self.going) {
            (0, _) => "no outcome yet".to_owned(),
            (1, true) => "1 outcome so far".to_owned(),
            (1, false) => "always the same outcome".to_owned(),
            (EXPLORED_GROUPS.., _) => format!("{EXPLORED_GROUPS} different outcomes or more"),
            (several, true) => format!("{several} different outcomes so far"),
            (several, false) => format!("{several} different outcomes"),
        };
        Some(if self.going {
            format!("{} of {} runs: {outcomes}", self.done, self.wanted)
        } else if self.done < self.wanted {
            format!("Stopped after {} of {} runs: {outcomes}", self.done, self.wanted)
        } else {
            format!("{}: {outcomes}", words::count(u64::from(self.done), "run"))
        })
    }

    /// The runs that were asked for.
    pub fn wanted(&self) -> u32 {
        self.wanted
    }
}

impl State {
    pub(super) fn try_schedules(&mut self, what: Try) -> Vec<Effect> {
        match what {
            Try::Runs(runs) => self.schedules.runs = runs,
            Try::Begin if self.schedules.going => return self.stop_trying(),
            Try::Begin if self.source.len() > SOURCE_BYTES => self.refuse_length(),
            Try::Begin => {
                let limits = Limits { time_ms: Some(TIME_MS), memory_bytes: None };
                let program = Program { clock: Clock::Instant.mode(), seed: 0, limits, ..self.program() };
                let schedules = &mut self.schedules;
                let (runs, asked) = (schedules.runs, schedules.asked + 1);
                let tried = Some(program.clone());
                *schedules =
                    Schedules { runs, tried, wanted: runs, going: true, asked, ..Schedules::default() };
                return vec![Effect::Explore { program, runs, asked }];
            }
            Try::Show(seed) if self.tried_is_shown() => {
                self.seed = seed;
                self.dev = self.schedules.tried.as_ref().is_some_and(|tried| tried.dev);
                let mut effects = self.apply(Action::ChooseClock(Clock::Instant));
                effects.extend(self.apply(Action::Run));
                return effects;
            }
            Try::Show(_) => {}
        }
        vec![]
    }

    /// What was tried is what the editor shows.
    pub fn tried_is_shown(&self) -> bool {
        self.schedules.tried.as_ref().is_some_and(|tried| tried.source == self.source)
    }

    /// An exploration of nothing takes the place of the one there is.
    pub(super) fn stop_trying(&mut self) -> Vec<Effect> {
        self.schedules.going = false;
        self.schedules.asked += 1;
        let asked = self.schedules.asked;
        vec![Effect::Explore { program: Program { source: String::new(), ..self.program() }, runs: 0, asked }]
    }

    /// What was told before is a part of this.
    pub(super) fn explored(&mut self, done: u32, groups: Vec<Group>) {
        if self.schedules.going {
            (self.schedules.done, self.schedules.groups) = (done, groups);
        }
    }

    pub(super) fn has_explored(&mut self, asked: u32, outcome: &Outcome) {
        if asked == self.schedules.asked {
            self.schedules.going = false;
            if let Err(Failure::Refused { message }) = outcome {
                self.log.note(message);
            }
        }
    }

    /// The program as Run would run it.
    pub(super) fn program(&self) -> Program {
        Program {
            source: self.source.clone(),
            file_name: FILE_NAME.to_owned(),
            clock: self.clock.mode(),
            seed: self.seed,
            dev: self.dev,
            limits: Limits::default(),
        }
    }
}

#[cfg(test)]
mod tests;
