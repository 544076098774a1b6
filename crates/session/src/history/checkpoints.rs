//! Copies of a session on its way, from which a moment is soon reached.
//!
//! They stand at equal distances in work. When there are too many, every second one goes and the distance doubles: so a run costs a
//! number of copies that grows with the logarithm of its length, and any moment is a fixed part of the run away. Beside them are a few
//! from where somebody looked last.

use std::collections::VecDeque;

use crate::session::Session;

/// How many there are at most.
const MOST: usize = 48;

/// The first distance, in work units: some milliseconds.
const FIRST_DISTANCE: u64 = 200_000;

/// What the Python heaps of all of them may take, in bytes.
const MOST_BYTES: usize = 96 << 20;

/// How many are kept from where somebody looked.
const MOST_NEAR: usize = 6;

#[derive(Default)]
pub struct Checkpoints {
    /// By how many inputs came before; the first is that of the beginning.
    list: Vec<Checkpoint>,
    near: VecDeque<Checkpoint>,
    distance: u64,
    /// The work that had been done at the last.
    last: u64,
}

struct Checkpoint {
    inputs: usize,
    session: Session,
}

impl Checkpoints {
    pub fn beginning_with(session: &Session) -> Checkpoints {
        let mut checkpoints = Checkpoints { distance: FIRST_DISTANCE, ..Checkpoints::default() };
        checkpoints.add(0, session);
        checkpoints
    }

    /// The session has been given so many inputs: one is made if it is time.
    pub fn pass(&mut self, inputs: usize, session: &Session) {
        if session.work().saturating_sub(self.last) < self.distance {
            return;
        }
        while self.list.len() > 1 && !self.has_room_for(session) {
            self.thin();
        }
        if self.has_room_for(session) {
            self.add(inputs, session);
        } else {
            // The heap is too large to be copied; it is looked at again after as much work.
            self.last = session.work();
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
        let nearest = all.max_by_key(|checkpoint| checkpoint.inputs)?;
        Some((nearest.inputs, nearest.session.clone()))
    }

    fn add(&mut self, inputs: usize, session: &Session) {
        self.last = session.work();
        self.list.push(Checkpoint { inputs, session: copy(session) });
    }

    fn has_room_for(&self, session: &Session) -> bool {
        let bytes: usize = self.list.iter().map(|checkpoint| checkpoint.session.heap_bytes()).sum();
        self.list.len() < MOST && bytes + session.heap_bytes() <= MOST_BYTES
    }

    /// Every second one goes, but for the beginning.
    fn thin(&mut self) {
        let mut place = 0;
        self.list.retain(|_| {
            place += 1;
            place % 2 == 1
        });
        self.distance = self.distance.saturating_mul(2);
    }
}

/// A copy has nothing to tell: the session does that.
fn copy(session: &Session) -> Session {
    let mut copy = session.clone();
    copy.events();
    copy
}
