//! Sorting a few items in place, comparison by comparison: CPython's `count_run` and `binarysort`.
//!
//! The same questions in the same order, since a program sees them: through `__lt__`, and in the message for items that cannot
//! be compared.

use crate::value::Value;

/// A stretch of keys and items being sorted.
#[derive(Clone, Debug)]
pub(super) struct Run {
    start: usize,
    end: usize,
    /// The item looked at, from the start; those before it are in order.
    at: usize,
    phase: Phase,
    /// How many items before `at` equal the one before them.
    equal: usize,
    /// Where, in `low..=high`, the item looked at belongs.
    low: usize,
    high: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// No item was smaller than the one before it.
    Ascending,
    /// One is: were those before it all equal?
    AllEqual,
    /// Each item was smaller than the one before it, or equal.
    Descending,
    /// One is not smaller: is it equal?
    Turn,
    /// The descent was turned around: does it go on upwards?
    Again,
    /// The rest is put in one by one.
    Insert,
}

impl Run {
    pub(super) fn new(start: usize, end: usize) -> Run {
        Run { start, end, at: 1, phase: Phase::Ascending, equal: 0, low: 0, high: 0 }
    }

    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// The places of two keys: is the first smaller? `None`: sorted.
    pub(super) fn question(&mut self, pairs: &mut [(Value, Value)]) -> Option<(usize, usize)> {
        let more = self.start + self.at < self.end;
        if self.phase == Phase::Descending && !more {
            self.turn_around(pairs);
        }
        let (a, b) = match self.phase {
            Phase::AllEqual => (0, self.at - 1),
            Phase::Turn => (self.at - 1, self.at),
            _ if !more => return None,
            Phase::Insert => (self.at, (self.low + self.high) / 2),
            Phase::Ascending | Phase::Descending | Phase::Again => (self.at, self.at - 1),
        };
        Some((self.start + a, self.start + b))
    }

    pub(super) fn answer(&mut self, pairs: &mut [(Value, Value)], smaller: bool) {
        match (self.phase, smaller) {
            (Phase::Ascending | Phase::Again, false) => self.at += 1,
            (Phase::Ascending, true) if self.at > 1 => self.phase = Phase::AllEqual,
            (Phase::Ascending, true) | (Phase::AllEqual, false) => {
                self.equal = self.at - 1;
                self.descend(pairs);
            }
            (Phase::AllEqual | Phase::Again, true) => self.insert(),
            (Phase::Descending, true) => self.descend(pairs),
            (Phase::Descending, false) => self.phase = Phase::Turn,
            (Phase::Turn, true) => self.turn_around(pairs),
            (Phase::Turn, false) => {
                self.equal += 1;
                self.at += 1;
                self.phase = Phase::Descending;
            }
            (Phase::Insert, smaller) => {
                let middle = (self.low + self.high) / 2;
                if smaller {
                    self.high = middle
                } else {
                    self.low = middle + 1
                }
                if self.low == self.high {
                    pairs[self.start + self.low..=self.start + self.at].rotate_right(1);
                    self.at += 1;
                    self.insert();
                }
            }
        }
    }

    /// The item looked at is smaller than all before it.
    fn descend(&mut self, pairs: &mut [(Value, Value)]) {
        self.flip_equal(pairs);
        self.at += 1;
        self.phase = Phase::Descending;
    }

    fn turn_around(&mut self, pairs: &mut [(Value, Value)]) {
        self.flip_equal(pairs);
        pairs[self.start..self.start + self.at].reverse();
        self.phase = Phase::Again;
    }

    /// Equal items are turned around twice, so that they keep their order.
    fn flip_equal(&mut self, pairs: &mut [(Value, Value)]) {
        let end = self.start + self.at;
        pairs[end - std::mem::take(&mut self.equal) - 1..end].reverse();
    }

    fn insert(&mut self) {
        self.phase = Phase::Insert;
        (self.low, self.high) = (0, self.at);
    }
}
