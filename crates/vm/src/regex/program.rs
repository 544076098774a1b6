//! What the matcher runs: one operation after the other, with jumps.

use super::node::{Fold, Place};
use super::set::CharSet;

/// A pattern made ready.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
    pub(super) sets: Vec<CharSet>,
    pub(super) loops: Vec<Loop>,
    /// How many groups there are, the whole match not counted.
    pub(super) groups: u32,
    /// What a match begins with; None where it could be anything or nothing.
    pub(super) first: Option<First>,
    /// It can only match at the beginning of the text.
    pub(super) anchored: bool,
}

/// One operation. Targets are places in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    /// One character, the same but for case; it is lower-case where that does not count.
    Char(u32, Fold),
    /// One character; whether a newline will do.
    Any(bool),
    /// One character of the set.
    Set(u32),
    /// Nothing, in a certain place.
    Place(Place),
    /// Remembers the place: of group n it begins at 2n and ends at 2n + 1.
    Mark(u32),
    Jump(u32),
    /// Goes on here; when that fails, there.
    Branch(u32),
    /// Goes on there; when that fails, here.
    BranchLazy(u32),
    /// A loop begins.
    Begin(u32),
    /// Another round of the loop from the next operation, or out of it.
    Round(u32),
    /// The next operation, which takes one character, so many times.
    Run {
        least: u32,
        most: u32,
        greed: super::node::Greed,
    },
    /// What follows up to [`Op::Keep`] is not tried in another way.
    Atomic,
    Keep,
    /// What follows up to [`Op::Seen`] must match from `behind` characters before here.
    Look {
        behind: u32,
    },
    Seen,
    /// What follows up to [`Op::Refuse`] must not; then it goes on at `end`.
    LookNot {
        behind: u32,
        end: u32,
    },
    Refuse,
    /// The text of a group again.
    Ref(u32, Fold),
    /// Goes on here when the group has matched, else there.
    If {
        group: u32,
        no: u32,
    },
    Success,
}

/// How a loop goes round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loop {
    pub(super) least: u32,
    pub(super) most: u32,
    pub(super) lazy: bool,
    pub(super) exit: u32,
}

/// What something begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct First {
    /// ASCII characters, as bits.
    pub(super) ascii: u128,
    /// Any other character.
    pub(super) other: bool,
    /// It may be empty: what follows it counts, too.
    pub(super) empty: bool,
}
