//! Running a program over a text, with a stack of what else could be tried.
//!
//! **Everything is undone in the order it was done**: whoever sets a mark or a loop's count leaves the old value on the stack, so that
//! going back restores what held when the choice was made. CPython's matcher gets there by other means; what groups hold is the same.
//! All state is in [`Matcher`], and [`Matcher::run`] may be left after any step.

mod step;

use super::Regex;
use super::program::First;
use super::text::Text;

/// No place: a group that did not match.
const NONE: u32 = u32::MAX;

/// The stack's limit: 128 MB.
const MOST_CHOICES: usize = 8 << 20;

/// What counts as a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Only at the start.
    Match,
    /// Only at the start, and only up to the end.
    FullMatch,
    /// At the first place where there is one.
    Search,
}

/// How far a matcher has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Matched,
    Failed,
    /// The steps are used up.
    Paused,
    /// So much was left to be tried that there is no place for it.
    OutOfMemory,
}

/// A search in progress.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    goal: Goal,
    /// Where this attempt began.
    start: usize,
    /// An empty match there does not count.
    must_advance: bool,
    /// The attempt is under way.
    running: bool,
    pc: u32,
    at: usize,
    /// Begin and end of each group from number 1, after those of the whole match.
    marks: Vec<u32>,
    /// The group that was closed last; 0 for none.
    last: u32,
    loops: Vec<Round>,
    choices: Vec<Choice>,
}

/// Where a loop stands: rounds begun, and where the last one did.
#[derive(Clone, Copy, Debug)]
struct Round {
    count: u32,
    at: u32,
}

/// What is done when matching fails; the last first.
#[derive(Clone, Copy, Debug)]
enum Choice {
    /// Goes on there.
    Retry { pc: u32, at: u32 },
    /// One more round of a lazy loop.
    Again { pc: u32, at: u32 },
    /// A run took the characters from `low` to `at`; it gives one back.
    Less { pc: u32, low: u32, at: u32 },
    /// A lazy run, its operation at `pc`, takes one more of at most `left`.
    More { pc: u32, at: u32, left: u32 },
    /// A mark had this value.
    Mark { index: u32, old: u32 },
    /// The end mark of a group, and the group closed last.
    Close { index: u32, old: u32, last: u32 },
    /// A loop stood there.
    Loop { index: u32, old: Round },
    /// Something that is not tried in another way began there.
    Fence { at: u32 },
    /// The same for what must not match: so it goes on there.
    FenceNot { pc: u32, at: u32 },
}

const _: () = assert!(size_of::<Choice>() <= 16);

impl Matcher {
    pub(crate) fn new(regex: &Regex, goal: Goal, start: usize) -> Matcher {
        let program = &regex.program;
        Matcher {
            goal,
            start,
            must_advance: false,
            running: false,
            pc: 0,
            at: start,
            marks: vec![NONE; 2 * program.groups as usize + 2],
            last: 0,
            loops: vec![Round { count: 0, at: NONE }; program.loops.len()],
            choices: Vec::new(),
        }
    }

    pub(crate) fn aim(&mut self, goal: Goal) {
        self.goal = goal;
    }

    /// Begins again where the match that was found ends; another empty one there does not count.
    pub(crate) fn go_on(&mut self) {
        self.must_advance = self.at == self.start;
        self.start = self.at;
        self.running = false;
    }

    /// Where the match, or the attempt, begins.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// Where the match ends.
    pub(crate) fn end(&self) -> usize {
        self.at
    }

    /// Begin and end of the match, then of its groups.
    pub(crate) fn marks(&self) -> Vec<u32> {
        let mut marks = self.marks.clone();
        marks[0] = self.start as u32;
        marks[1] = self.at as u32;
        marks
    }

    /// Begin and end of a group.
    pub(crate) fn group(&self, group: u32) -> Option<(usize, usize)> {
        match group {
            0 => Some((self.start, self.at)),
            _ => span(&self.marks, group),
        }
    }

    /// The group that was closed last; 0 for none.
    pub(crate) fn last_group(&self) -> u32 {
        self.last
    }

    /// Does at most so many `steps`, which are counted down.
    pub(crate) fn run(&mut self, regex: &Regex, text: Text<'_>, steps: &mut i64) -> Status {
        let program = &regex.program;
        loop {
            if !self.running {
                if self.goal == Goal::Search
                    && let Some(first) = program.first
                    && !self.skip_to(first, text, steps)
                {
                    return if *steps > 0 { Status::Failed } else { Status::Paused };
                }
                if self.start > text.len() {
                    return Status::Failed;
                }
                self.begin();
            }
            match self.attempt(program, text, steps) {
                Status::Failed if self.goal == Goal::Search && !program.anchored => {
                    self.running = false;
                    self.must_advance = false;
                    match text.next(self.start) {
                        Some((_, next)) => self.start = next,
                        None => return Status::Failed,
                    }
                }
                status => return status,
            }
        }
    }

    fn begin(&mut self) {
        self.running = true;
        self.pc = 0;
        self.at = self.start;
        self.marks.fill(NONE);
        self.last = 0;
        self.choices.clear();
    }

    /// Moves the start to the next place where a match could begin; false at the end, or out of steps.
    fn skip_to(&mut self, first: First, text: Text<'_>, steps: &mut i64) -> bool {
        let from = self.start;
        let most = from.saturating_add(((*steps).max(0) as usize).saturating_mul(16));
        let mut found = false;
        while let Some((point, next)) = text.next(self.start) {
            found = if point < 128 { first.ascii >> point & 1 == 1 } else { first.other };
            if found || self.start >= most {
                break;
            }
            self.must_advance = false;
            self.start = next;
        }
        *steps -= ((self.start - from) / 16) as i64;
        found
    }
}

/// Where a group begins and ends, if it has matched.
pub(crate) fn span(marks: &[u32], group: u32) -> Option<(usize, usize)> {
    let at = 2 * group as usize;
    match (marks.get(at), marks.get(at + 1)) {
        (Some(&start), Some(&end)) if start != NONE && end != NONE => Some((start as usize, end as usize)),
        _ => None,
    }
}
