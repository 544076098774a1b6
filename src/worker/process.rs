//! What the worker drives: the session, seen as a source of work and of events.
//!
//! A trait, so that slices can be tested with work whose length is known.

use std::time::Duration;

use loopthread_protocol::{Event, Request};
use loopthread_session::Turn as SessionTurn;
use loopthread_session::history::Recorder;

/// Something that works on requests a portion at a time.
pub trait Process {
    /// Takes a request in. It is worked on in the turns that follow.
    fn handle(&mut self, request: Request);

    /// Does up to so many units of work. `now` is the time since the worker began; it never goes back.
    fn turn(&mut self, units: u64, now: Duration) -> Turn;

    /// What has happened since it was last asked.
    fn events(&mut self) -> Vec<Event>;
}

/// What a turn leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The portion was used up and there is more to do.
    More,
    /// There is nothing to do before that time, or before the next request.
    Idle { until: Option<Duration> },
}

impl Process for Recorder {
    fn handle(&mut self, request: Request) {
        Recorder::handle(self, request);
    }

    fn turn(&mut self, units: u64, now: Duration) -> Turn {
        match Recorder::turn(self, units, now) {
            SessionTurn::More => Turn::More,
            SessionTurn::Idle { wait } => Turn::Idle { until: wait.map(|wait| now.saturating_add(wait)) },
        }
    }

    fn events(&mut self) -> Vec<Event> {
        Recorder::events(self)
    }
}
