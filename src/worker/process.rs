//! What the worker drives: the session, seen as a source of work and of events.
//!
//! A trait, so that slices can be tested with work whose length is known.

use std::time::Duration;

use loopthread_protocol::{Answer, Event, Failure, Request};

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

/// The process that the worker drives.
pub fn new() -> impl Process + 'static {
    NoInterpreter { events: Vec::new() }
}

/// Refuses every request: the interpreter is not part of this build yet.
struct NoInterpreter {
    events: Vec<Event>,
}

impl Process for NoInterpreter {
    fn handle(&mut self, request: Request) {
        let refused = Failure::Refused { message: "this build has no interpreter yet".to_owned() };
        self.events.push(Event::Answer(Answer { request: request.id, outcome: Err(refused) }));
    }

    fn turn(&mut self, _: u64, _: Duration) -> Turn {
        Turn::Idle { until: None }
    }

    fn events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}
