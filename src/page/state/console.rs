//! The console: what was asked of a loop thread, in which order, and what Tab may complete.
//!
//! What is asked and its answer bear one number, since answers come when they are ready.

use loopthread_protocol::{Command, Look, Outcome, Reply, Target};

use super::{Effect, State, log::Kind};

/// What the text before the cursor may become.
#[derive(Debug)]
pub struct Completion {
    pub before: String,
    pub names: Vec<String>,
}

impl State {
    pub(super) fn ask(&mut self, source: &str, effect: fn(Target, String) -> Effect) -> Vec<Effect> {
        let source = source.trim_end();
        if source.is_empty() {
            return vec![];
        }
        self.completion = None;
        self.asks += 1;
        let (at, thread) = (self.latest.0, self.target_name());
        self.log.say_of(self.asks, Kind::Call, source, at, &thread);
        let mut effects = self.ask_now(effect(self.target, source.to_owned()));
        if self.history.add(source) {
            effects.push(Effect::SaveHistory);
        }
        effects
    }

    /// Asks something of what runs, which is shown then; what is paused answers later.
    pub(super) fn ask_now(&mut self, effect: Effect) -> Vec<Effect> {
        let is_past = self.past.moment().is_some();
        let mut effects = if is_past { self.look(Look::Now) } else { vec![] };
        if self.paused().is_some() && !effects.contains(&Effect::Steer(Command::Resume)) {
            self.log.note("The program is paused. This is done when it goes on.");
        }
        effects.push(effect);
        effects
    }

    /// Asks what the text may become, or forgets what it was told.
    pub(super) fn complete(&mut self, before: Option<String>) -> Vec<Effect> {
        self.completion = None;
        before.map(Effect::Complete).into_iter().collect()
    }

    /// The names are there; the console takes them if it is still about that text.
    pub(super) fn completed(&mut self, before: String, outcome: Outcome) {
        if let Ok(Reply::Names(names)) = outcome {
            self.completion = Some(Completion { before, names });
        }
    }
}
