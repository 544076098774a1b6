//! The Inspector: which snapshot it shows, and when it asks for another.
//!
//! It opens by itself when a program pauses, or its past is shown, unless the learner has closed it. While a program runs it asks now and then;
//! a moment of the past brings its own snapshot.

use loopthread_protocol::{Outcome, Paused, Reply, Snapshot};

use super::{Effect, State};

/// How long a snapshot of a running program is good for, in milliseconds.
const GOOD_FOR: f64 = 500.0;

#[derive(Debug, Default)]
pub struct Inspector {
    pub open: bool,
    /// The learner has opened or closed it.
    by_hand: bool,
    shown: Option<Box<Snapshot>>,
    before: Option<Box<Snapshot>>,
    /// One is on its way.
    asked: bool,
    /// Where it was paused, or that it ran, when one was asked for last.
    asked_at: Option<Option<Paused>>,
    /// When that was, by the page's clock.
    asked_when: f64,
}

impl Inspector {
    pub fn shown(&self) -> Option<&Snapshot> {
        self.shown.as_deref()
    }

    /// What was shown before.
    pub fn before(&self) -> Option<&Snapshot> {
        self.before.as_deref()
    }

    /// Another process.
    pub(super) fn forget_run(&mut self) {
        let Inspector { open, by_hand, .. } = *self;
        *self = Inspector { open, by_hand, ..Inspector::default() };
    }

    /// It opens for the past, as it does for a pause.
    pub(super) fn show(&mut self, snapshot: &Snapshot, is_now: bool) {
        self.open |= !is_now && !self.by_hand;
        self.before = self.shown.replace(Box::new(snapshot.clone()));
    }
}

impl State {
    /// The learner opens or closes it.
    pub(super) fn open_inspector(&mut self, open: bool) -> Vec<Effect> {
        if self.inspector.open == open {
            return vec![];
        }
        (self.inspector.open, self.inspector.by_hand) = (open, true);
        self.inspector.asked_at = None;
        self.inspect()
    }

    /// Asks for what is there now, if it is to be shown and is not known.
    pub(super) fn inspect(&mut self) -> Vec<Effect> {
        let (paused, now) = (self.paused().cloned(), self.latest.1);
        if paused.is_some() && !self.inspector.by_hand {
            self.inspector.open = true;
        }
        let Inspector { open, asked, asked_at, asked_when, .. } = &self.inspector;
        let stands = paused.is_some() || !self.alive();
        let is_known = asked_at.as_ref() == Some(&paused) && (stands || now - asked_when < GOOD_FOR);
        if !open || *asked || is_known || self.past.moment().is_some() || !self.has_past() {
            return vec![];
        }
        let inspector = &mut self.inspector;
        (inspector.asked, inspector.asked_at, inspector.asked_when) = (true, Some(paused), now);
        vec![Effect::Inspect]
    }

    pub(super) fn inspected(&mut self, outcome: &Outcome) -> Vec<Effect> {
        self.inspector.asked = false;
        if let (Ok(Reply::Snapshot(snapshot)), None) = (outcome, self.past.moment()) {
            self.inspector.show(snapshot, true);
        }
        // It may have gone on meanwhile.
        self.inspect()
    }
}
