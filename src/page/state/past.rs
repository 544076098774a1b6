//! Looking at the past: which moment of the run is shown, and which is asked for.
//!
//! The worker finds moments one at a time. Whoever drags asks for many: only the latest is asked for when one has come.

use loopthread_protocol::{Command, Failure, Look, Moment, Nanos, Outcome, Reply, State as Phase};

use super::{Effect, State};
use crate::page::words;

#[derive(Debug, Default)]
pub struct Past {
    /// What is shown, if it is not the present.
    moment: Option<Box<Moment>>,
    /// One is on its way.
    seeking: bool,
    /// What to ask for then.
    next: Option<Look>,
    /// It was paused for a look while it waited: with the present, its wait goes on.
    waited: bool,
    /// Where the learner went, and how often they went anywhere.
    pub mark: Option<Mark>,
    pub marks: u32,
}

/// What was chosen: in the timeline a bar's beginning, or a line alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: Option<Nanos>,
    /// The number of the record that began it, from 0 where the process started; those that were dropped have numbers, too.
    pub record: u64,
    /// The line of the program that it is about.
    pub line: Option<u32>,
}

impl Past {
    /// The moment that is shown, if it is not the present.
    pub fn moment(&self) -> Option<&Moment> {
        self.moment.as_deref()
    }

    /// Marks a line, whatever moment is shown.
    pub(super) fn show_line(&mut self, line: u32) {
        let at = self.mark.and_then(|mark| mark.at);
        self.mark = Some(Mark { at, record: 0, line: Some(line) });
        self.marks += 1;
    }

    /// The present is shown again.
    pub(super) fn leave(&mut self) {
        (self.moment, self.next, self.mark) = (None, None, None);
        self.waited = false;
    }
}

impl State {
    /// There is, or was, something whose past can be looked at.
    pub fn has_past(&self) -> bool {
        !self.timeline.is_empty() && self.starting == 0
    }

    /// Goes to a moment of the timeline: as things stood when its record had been told.
    pub(super) fn go_to(&mut self, mark: Mark) -> Vec<Effect> {
        self.past.mark = Some(mark);
        self.past.marks += 1;
        self.look(Look::Record(mark.record + 1))
    }

    /// The time of the moment that is shown, if it is not the present.
    pub fn shown_at(&self) -> Option<Nanos> {
        let mark = self.past.mark.and_then(|mark| mark.at);
        mark.or(self.past.moment().map(|moment| moment.snapshot.at))
    }

    /// Shows a moment. What runs is paused first; what waited waits on when the present is shown again.
    pub(super) fn look(&mut self, look: Look) -> Vec<Effect> {
        if std::mem::replace(&mut self.past.seeking, true) {
            self.past.next = Some(look);
            return vec![];
        }
        if !matches!(look, Look::Record(_)) {
            self.past.mark = None;
        }
        let mut effects = Vec::new();
        if self.alive() && self.paused().is_none() {
            self.past.waited = self.status.state == Phase::Waiting;
            effects.push(Effect::Steer(Command::Pause));
        }
        let goes_on = look == Look::Now && std::mem::take(&mut self.past.waited);
        effects.push(Effect::Look(look));
        if goes_on {
            effects.push(Effect::Steer(Command::Resume));
        }
        effects
    }

    /// A moment has come, or will not.
    pub(super) fn looked(&mut self, outcome: &Outcome) -> Vec<Effect> {
        self.past.seeking = false;
        match outcome {
            Ok(Reply::Moment(moment)) => {
                self.inspector.show(&moment.snapshot, moment.is_now);
                self.past.moment = (!moment.is_now).then(|| moment.clone());
            }
            Err(Failure::Refused { message }) => self.log.note(message),
            _ => {}
        }
        self.past.next.take().map_or_else(Vec::new, |next| self.look(next))
    }

    /// The status while the past is shown: when that was, and where it stood.
    pub(super) fn past_text(&self, moment: &Moment) -> String {
        let (at, stands) = (words::seconds(moment.snapshot.at), self.place_text("", &moment.stands));
        let place = if stands.is_empty() {
            String::new()
        } else {
            format!(": {}", stands.trim_start_matches([' ', ',']))
        };
        format!("the past, {at} s, event {}{place}", moment.record)
    }
}

#[cfg(test)]
mod tests;
