//! A copy of a session that is given once more what the session was given.

use super::{Input, Noted};
use crate::session::Session;
use crate::session::watch::Seen;

pub struct Replay {
    pub session: Session,
    /// How many inputs it was given.
    given: usize,
    /// The work left of the turn that it is in the middle of.
    turn: Option<i64>,
    /// Places that were seen in that turn.
    places: u32,
    /// It stands at the last of them.
    at_place: bool,
}

/// A place in a run: the input with which it comes, and how many places that input has before and with it. Before the input's first, 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    pub input: usize,
    pub places: u32,
}

impl Replay {
    /// One that goes on from a checkpoint.
    pub fn new((given, session): (usize, Session)) -> Replay {
        Replay { session, given, turn: None, places: 0, at_place: false }
    }

    /// Where it is.
    pub fn address(&self) -> Address {
        match self.turn {
            Some(_) => Address { input: self.given - 1, places: self.places },
            None => Address { input: self.given, places: 0 },
        }
    }

    /// The first address that is not before where it is.
    pub fn limit(&self) -> Address {
        let Address { input, places } = self.address();
        Address { input, places: places + u32::from(self.turn.is_some() && !self.at_place) }
    }

    /// How many inputs it has been given, if it is between two of them.
    pub fn between(&self) -> Option<usize> {
        self.turn.is_none().then_some(self.given)
    }

    /// Whether it has done all that the session did.
    pub fn is_at_end(&self, inputs: &[Noted]) -> bool {
        self.turn.is_none() && self.given >= inputs.len()
    }

    /// Goes on to what there is to see, or else to the end of the input.
    pub fn go_on(&mut self, inputs: &[Noted]) -> Option<Seen> {
        self.at_place = false;
        let mut left = match (self.turn.take(), inputs.get(self.given).map(|noted| &noted.input)) {
            (Some(left), _) => left,
            (None, Some(Input::Turn { budget, now })) => {
                (self.given, self.places) = (self.given + 1, 0);
                self.session.begin_turn(*now);
                Session::work_of(*budget)
            }
            (None, Some(Input::Request(request))) => {
                (self.given, self.places) = (self.given + 1, 0);
                self.session.handle((**request).clone());
                self.session.events();
                return None;
            }
            (None, None) => return None,
        };
        self.session.go_on(&mut left);
        self.session.events();
        let seen = self.session.seen();
        self.turn = seen.map(|_| left);
        self.at_place = matches!(seen, Some(Seen::Statement | Seen::Turn));
        self.places += u32::from(self.at_place);
        seen
    }
}
