//! Copies of a session on its way, from which a moment is soon reached.
//!
//! **They cost a small part of the run**: the next one comes when so much was done and told that a copy of the heap is little beside it. When there
//! are too many, every second one goes and the distances double: so a run costs a number of copies that grows with the logarithm of its
//! length, and any moment is a fixed part of the run away. The beginning is no copy, but made again. Beside them are a few from where
//! somebody looked last.

use std::collections::VecDeque;

use crate::session::{Beginning, Session};

/// How many there are at most.
const MOST: usize = 48;

/// How much effort is made for each byte of the heap before a copy is made: some 3 % of the time go into copies, less of a long run's.
const EFFORT_PER_BYTE: f64 = 1.0;

/// The units of work that take as long as to do and tell what one record is of, which the interpreter does not count.
const RECORD: u64 = 32;

/// What the Python heaps of all of them and half of the session's own may take, in bytes: where the program needs the memory, copies go.
const MOST_BYTES: usize = 96 << 20;

/// How many are kept from where somebody looked.
const MOST_NEAR: usize = 6;

#[derive(Default)]
pub struct Checkpoints {
    beginning: Option<Beginning>,
    /// By how many inputs came before.
    list: Vec<Checkpoint>,
    near: VecDeque<Checkpoint>,
    /// How often the distances were doubled.
    doubled: u32,
    /// The effort that had been made at the last.
    last: u64,
}

struct Checkpoint {
    inputs: usize,
    session: Session,
}

impl Checkpoints {
    /// Those of a run that began so in a session.
    pub fn beginning_with(beginning: Beginning, session: &Session) -> Checkpoints {
        Checkpoints { beginning: Some(beginning), last: effort(session), ..Checkpoints::default() }
    }

    /// Those of a process that stands so at its beginning.
    pub fn beginning_as(session: &Session) -> Checkpoints {
        let mut checkpoints = Checkpoints::default();
        checkpoints.add(0, session);
        checkpoints
    }

    /// The session has been given so many inputs: one is made if it is time.
    pub fn pass(&mut self, inputs: usize, session: &Session) {
        self.give_way_to(session);
        let distance =
            session.heap_bytes() as f64 * EFFORT_PER_BYTE * f64::from(1_u32 << self.doubled.min(31));
        if (effort(session).saturating_sub(self.last) as f64) < distance {
            return;
        }
        while !self.has_room_for(session) && self.list.len() > 1 {
            self.thin();
        }
        if self.has_room_for(session) {
            self.add(inputs, session);
        } else {
            // The heap is too large to be copied; it is looked at again after as much effort.
            self.last = effort(session);
        }
    }

    /// One where somebody looks.
    pub fn pass_near(&mut self, inputs: usize, session: &Session) {
        if session.heap_bytes() < MOST_BYTES / MOST_NEAR && self.near.iter().all(|near| near.inputs != inputs)
        {
            self.near.push_back(Checkpoint { inputs, session: copy(session) });
            if self.near.len() > MOST_NEAR {
                self.near.pop_front();
            }
        }
    }

    /// A copy of the last one that has been given no more than so many inputs, and how many it was given.
    pub fn before(&self, inputs: usize) -> Option<(usize, Session)> {
        let all = self.list.iter().chain(&self.near).filter(|checkpoint| checkpoint.inputs <= inputs);
        match all.max_by_key(|checkpoint| checkpoint.inputs) {
            Some(nearest) => Some((nearest.inputs, nearest.session.clone())),
            None => Some((0, self.beginning.as_ref()?.session())),
        }
    }

    fn add(&mut self, inputs: usize, session: &Session) {
        self.last = effort(session);
        self.list.push(Checkpoint { inputs, session: copy(session) });
    }

    fn has_room_for(&self, session: &Session) -> bool {
        self.list.len() < MOST && bytes(&self.list) + session.heap_bytes() <= room(session)
    }

    /// Copies go that have no place beside a heap that has grown.
    fn give_way_to(&mut self, session: &Session) {
        let room = room(session);
        if bytes(&self.list) + bytes(&self.near) <= room {
            return;
        }
        self.near.clear();
        while bytes(&self.list) > room && self.list.len() > 1 {
            self.thin();
        }
        // The only way back to the beginning stays.
        if bytes(&self.list) > room && self.beginning.is_some() {
            self.list.clear();
        }
    }

    /// Every second one goes, but for the first.
    fn thin(&mut self) {
        let mut place = 0;
        self.list.retain(|_| {
            place += 1;
            place % 2 == 1
        });
        self.doubled += 1;
    }
}

fn bytes<'a>(copies: impl IntoIterator<Item = &'a Checkpoint>) -> usize {
    copies.into_iter().map(|copy| copy.session.heap_bytes()).sum()
}

/// What copies may take beside a session.
fn room(session: &Session) -> usize {
    MOST_BYTES.saturating_sub(session.heap_bytes() / 2)
}

/// What doing it again would take, in units of work.
fn effort(session: &Session) -> u64 {
    session.work() + RECORD * session.told()
}

/// A copy has nothing to tell: the session does that.
fn copy(session: &Session) -> Session {
    let mut copy = session.clone();
    copy.events();
    copy
}
