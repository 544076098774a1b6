//! An exploration for the page: beside the process there is, which stands still meanwhile.

use loopthread_protocol::{EXPLORED_GROUPS, Event, Failure, Group, Program, Reply, RequestId, RunOutcome};

use super::Session;
use crate::explore::Exploration;
use crate::glue::process;

/// Bytes of each text that is told.
const MOST_BYTES: usize = 10_000;

/// Runs after which it is told how far it has come, if nothing else is new.
const RUNS: u64 = 50;

/// An exploration, who asked for it, and what was told last: runs, outcomes.
#[derive(Clone)]
pub struct Exploring {
    id: RequestId,
    exploration: Exploration,
    told: (u64, usize),
}

impl Session {
    /// Begins one; the one there is ends.
    pub(super) fn explore(&mut self, id: RequestId, program: Program, runs: u32) {
        self.end_exploring();
        let beside = Session::begun_with(self.fresh.clone());
        let exploration = Exploration::new(beside, program, u64::from(runs));
        self.exploring = Some(Box::new(Exploring { id, exploration, told: (0, 0) }));
    }

    pub(super) fn go_on_exploring(&mut self, budget: u64) {
        let Some(exploring) = &mut self.exploring else { return };
        // Nobody is there to type.
        let goes_on = exploring.exploration.turn(budget, |_| None);
        let (done, outcomes) = (exploring.exploration.done(), exploring.exploration.outcomes());
        if !goes_on || done >= exploring.told.0 + RUNS || outcomes > exploring.told.1 {
            exploring.told = (done, outcomes);
            let groups = exploring.exploration.groups().into_iter().take(EXPLORED_GROUPS).map(cut).collect();
            let done = u32::try_from(done).unwrap_or(u32::MAX);
            let event = Event::Explored { request: exploring.id, done, groups };
            process(&mut self.vm).events.with(|events| events.push(event));
        }
        if !goes_on && let Some(exploring) = self.exploring.take() {
            process(&mut self.vm).answer(exploring.id, Ok(Reply::Done));
        }
    }

    pub(super) fn end_exploring(&mut self) {
        if let Some(exploring) = self.exploring.take() {
            process(&mut self.vm).answer(exploring.id, Err(Failure::Halted));
        }
    }
}

/// A group whose texts are short enough to be told again and again.
fn cut(group: &Group) -> Group {
    let RunOutcome { stdout, stderr, dropped, end } = &group.outcome;
    let (out, err) = (short(stdout), short(stderr));
    let dropped = dropped + (stdout.len() - out.len() + stderr.len() - err.len()) as u64;
    let outcome = RunOutcome { stdout: out, stderr: err, dropped, end: end.clone() };
    Group { outcome, waits: group.waits.clone(), ..*group }
}

fn short(text: &str) -> String {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}
