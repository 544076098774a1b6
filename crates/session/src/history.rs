//! The history of a run: all that a session was given, so that each moment of the run can be shown again.
//!
//! A [`Recorder`] stands before a session and notes requests and slices of time. A session that is given the same does the same, so
//! a copy of an earlier one ([`checkpoints`]) that is given it once more comes to any moment ([`replay`]); [`seek`] finds the one that
//! is asked for. **The session itself knows nothing of it**, and goes on from where it is. While a moment is sought nothing goes on.
//! Bounded: copies by their memory, the notes by their number; beyond, going back takes longer, or is refused.

mod checkpoints;
mod replay;
mod seek;
#[cfg(test)]
mod tests;

use std::time::Duration;

use loopthread_protocol::{Command, Event, Failure, Look, Reply, Request};

use crate::process::outbox::Outbox;
use crate::session::{Session, Turn};
use checkpoints::Checkpoints;
use replay::Replay;
use seek::{Found, Seek};

/// What is noted of one run: some minutes of work, longer when it waits.
const MOST_INPUTS: usize = 500_000;

/// A session whose past can be looked at.
pub struct Recorder {
    live: Session,
    inputs: Vec<Noted>,
    /// No more is noted: the run became too long.
    full: bool,
    /// Which of the session's processes this is the history of.
    begun: Option<u32>,
    checkpoints: Checkpoints,
    /// The moment that is shown, if it is not the present.
    shown: Option<Replay>,
    seek: Option<Seek>,
}

/// Something that the session was given, and how many records had been told when it was done with it.
#[derive(Clone, Debug)]
struct Noted {
    input: Input,
    told: u64,
}

#[derive(Clone, Debug)]
enum Input {
    Request(Box<Request>),
    Turn { budget: u64, now: Duration },
}

impl Recorder {
    /// A recorder before a session that was given nothing yet.
    pub fn new(session: Session) -> Recorder {
        Recorder {
            live: session,
            inputs: Vec::new(),
            full: false,
            begun: None,
            checkpoints: Checkpoints::default(),
            shown: None,
            seek: None,
        }
    }

    /// See [`Session::open_input`].
    pub fn open_input(&mut self) {
        self.live.open_input();
    }

    /// See [`Session::handle`].
    pub fn handle(&mut self, request: Request) {
        match request.command {
            Command::Look(look) => return self.look(request, look),
            // They change nothing that a run depends on, or run beside it.
            Command::Check { .. } | Command::Complete { .. } | Command::Inspect | Command::Explore { .. } => {
                return self.live.handle(request);
            }
            // From the present.
            Command::Run(_) | Command::Debug(_) => {
                self.end_seeking();
                let beginning = self.live.beginning(Some(&request));
                self.live.handle(request);
                return self.begin(Checkpoints::beginning_with(beginning, &self.live));
            }
            Command::Halt | Command::Resume | Command::Step { .. } => {
                self.end_seeking();
                self.shown = None;
            }
            _ => {}
        }
        self.note_beginning();
        self.live.handle(request.clone());
        self.note(Input::Request(Box::new(request)));
    }

    /// See [`Session::turn`].
    pub fn turn(&mut self, budget: u64, now: Duration) -> Turn {
        if let Some(seek) = &mut self.seek {
            if let Some(found) = seek.go_on(&self.inputs, &mut self.checkpoints, budget) {
                self.show(found);
            }
            return Turn::More;
        }
        if self.live.is_exploring() {
            return self.live.turn(budget, now);
        }
        self.note_beginning();
        let turn = self.live.turn(budget, now);
        self.note(Input::Turn { budget, now });
        turn
    }

    /// See [`Session::events`].
    pub fn events(&mut self) -> Vec<Event> {
        self.live.events()
    }

    /// See [`Session::outbox`].
    pub fn outbox(&self) -> Outbox {
        self.live.outbox()
    }

    /// The history begins with the first that a session is given.
    fn note_beginning(&mut self) {
        if self.begun.is_none() {
            let beginning = self.live.beginning(None);
            self.begin(Checkpoints::beginning_with(beginning, &self.live));
        }
    }

    /// The history of the process there is now.
    fn begin(&mut self, checkpoints: Checkpoints) {
        self.begun = Some(self.live.begun());
        self.inputs = Vec::new();
        self.full = false;
        (self.shown, self.seek) = (None, None);
        self.checkpoints = checkpoints;
    }

    /// Notes what the session was given just now.
    fn note(&mut self, input: Input) {
        if self.begun != Some(self.live.begun()) {
            return self.begin(Checkpoints::beginning_as(&self.live));
        }
        if self.full || self.inputs.len() >= MOST_INPUTS {
            self.full = true;
            return;
        }
        self.inputs.push(Noted { input, told: self.live.told() });
        self.checkpoints.pass(self.inputs.len(), &self.live);
    }

    fn look(&mut self, request: Request, look: Look) {
        self.end_seeking();
        let id = request.id;
        let wanted = match look {
            Look::Record(record) if record < self.live.told() => Some(Seek::record(id, record)),
            Look::Record(_) | Look::Now => None,
            Look::Back(step) => {
                Some(Seek::back(id, step, self.shown.as_ref(), &self.live, self.inputs.len()))
            }
            // There is nothing behind the present.
            Look::Forward(step) => self.shown.take().map(|shown| Seek::forward(id, step, shown)),
        };
        match wanted {
            None => {
                self.shown = None;
                self.tell_now(id);
            }
            Some(_) if self.full => {
                let message = "the run is too long to go back in".to_owned();
                self.live.answer(id, Err(Failure::Refused { message }));
            }
            Some(seek) => self.seek = Some(seek),
        }
    }

    /// A moment is found: it is shown from now on.
    fn show(&mut self, found: Found) {
        let Some(seek) = self.seek.take() else { return };
        match found {
            Found::Moment(mut replay) => {
                let moment = replay.session.moment(false);
                self.live.answer(seek.id, Ok(Reply::Moment(Box::new(moment))));
                self.shown = Some(*replay);
            }
            Found::Now => {
                self.shown = None;
                self.tell_now(seek.id);
            }
        }
    }

    fn tell_now(&mut self, id: loopthread_protocol::RequestId) {
        let moment = self.live.moment(true);
        self.live.answer(id, Ok(Reply::Moment(Box::new(moment))));
    }

    fn end_seeking(&mut self) {
        if let Some(seek) = self.seek.take() {
            self.live.answer(seek.id, Err(Failure::Halted));
        }
    }
}
