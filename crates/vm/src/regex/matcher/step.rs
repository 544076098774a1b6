//! One attempt, operation by operation.

use super::{Choice, Goal, MOST_CHOICES, Matcher, NONE, Round, Status, span};
use crate::regex::node::{Fold, Greed, Place};
use crate::regex::program::{Op, Program};
use crate::regex::set::is_word;
use crate::regex::text::Text;

/// Where an operation leads.
enum To {
    /// The next operation.
    Next,
    Jump(u32),
    /// Back to the last choice.
    Fail,
    Done,
}

impl Matcher {
    /// Tries to match at the start, from where it was left.
    pub(super) fn attempt(&mut self, program: &Program, text: Text<'_>, steps: &mut i64) -> Status {
        while *steps > 0 {
            *steps -= 1;
            let Some(&op) = program.ops.get(self.pc as usize) else { return Status::Failed };
            match self.step(op, program, text, steps) {
                To::Next => self.pc += 1,
                To::Jump(pc) => self.pc = pc,
                To::Done => return Status::Matched,
                To::Fail if self.go_back(program, text, steps) => {}
                To::Fail => return Status::Failed,
            }
            if self.choices.len() > MOST_CHOICES {
                return Status::OutOfMemory;
            }
        }
        Status::Paused
    }

    fn step(&mut self, op: Op, program: &Program, text: Text<'_>, steps: &mut i64) -> To {
        match op {
            Op::Char(..) | Op::Any(_) | Op::Set(_) => match taken(op, program, text, self.at) {
                Some(next) => self.at = next,
                None => return To::Fail,
            },
            Op::Place(place) => {
                if !is_at(place, text, self.at) {
                    return To::Fail;
                }
            }
            Op::Mark(index) => self.mark(index),
            Op::Jump(pc) => return To::Jump(pc),
            Op::Branch(pc) => self.choices.push(Choice::Retry { pc, at: self.at as u32 }),
            Op::BranchLazy(pc) => {
                self.choices.push(Choice::Retry { pc: self.pc + 1, at: self.at as u32 });
                return To::Jump(pc);
            }
            Op::Begin(index) => self.set_loop(index, Round { count: 0, at: NONE }),
            Op::Round(index) => return self.round(index, program),
            Op::Run { least, most, greed } => return self.run_of(least, most, greed, program, text, steps),
            Op::Atomic => self.choices.push(Choice::Fence { at: self.at as u32 }),
            Op::Keep => {
                self.close_fence(steps);
            }
            Op::Look { behind } => {
                self.choices.push(Choice::Fence { at: self.at as u32 });
                match back(text, self.at, behind, steps) {
                    Some(at) => self.at = at,
                    None => return To::Fail,
                }
            }
            Op::Seen => self.at = self.close_fence(steps),
            Op::LookNot { behind, end } => match back(text, self.at, behind, steps) {
                Some(at) => {
                    self.choices.push(Choice::FenceNot { pc: end, at: self.at as u32 });
                    self.at = at;
                }
                None => return To::Jump(end),
            },
            Op::Refuse => {
                self.undo_to_fence(steps);
                return To::Fail;
            }
            Op::Ref(group, fold) => return self.again(group, fold, text, steps),
            Op::If { group, no } => {
                if span(&self.marks, group).is_none() {
                    return To::Jump(no);
                }
            }
            Op::Success => {
                let short = self.goal == Goal::FullMatch && self.at != text.len();
                let empty = self.must_advance && self.at == self.start;
                return if short || empty { To::Fail } else { To::Done };
            }
        }
        To::Next
    }

    fn mark(&mut self, index: u32) {
        let Some(mark) = self.marks.get_mut(index as usize) else { return };
        let old = std::mem::replace(mark, self.at as u32);
        if index.is_multiple_of(2) {
            self.choices.push(Choice::Mark { index, old });
        } else {
            self.choices.push(Choice::Close { index, old, last: self.last });
            self.last = index / 2;
        }
    }

    fn set_loop(&mut self, index: u32, new: Round) {
        if let Some(round) = self.loops.get_mut(index as usize) {
            let old = std::mem::replace(round, new);
            self.choices.push(Choice::Loop { index, old });
        }
    }

    /// The head of a loop: a round that matches nothing is the last one.
    fn round(&mut self, index: u32, program: &Program) -> To {
        let (Some(&Round { count, at: last }), Some(kind)) =
            (self.loops.get(index as usize), program.loops.get(index as usize))
        else {
            return To::Fail;
        };
        let at = self.at as u32;
        if count < kind.least {
            self.set_loop(index, Round { count: count + 1, at: last });
            return To::Next;
        }
        if kind.lazy {
            self.choices.push(Choice::Again { pc: self.pc, at });
            return To::Jump(kind.exit);
        }
        if count >= kind.most || at == last {
            return To::Jump(kind.exit);
        }
        self.choices.push(Choice::Retry { pc: kind.exit, at });
        self.set_loop(index, Round { count: count.saturating_add(1), at });
        To::Next
    }

    /// Many times the one-character operation that follows.
    fn run_of(
        &mut self,
        least: u32,
        most: u32,
        greed: Greed,
        program: &Program,
        text: Text<'_>,
        steps: &mut i64,
    ) -> To {
        let single = program.ops.get(self.pc as usize + 1).copied().unwrap_or(Op::Success);
        let pc = self.pc + 2;
        let wanted = if greed == Greed::Lazy { least } else { most };
        let (mut count, mut low) = (0, self.at);
        while count < wanted
            && let Some(next) = taken(single, program, text, self.at)
        {
            self.at = next;
            count += 1;
            if count == least {
                low = next;
            }
        }
        *steps -= i64::from(count / 4);
        if count < least {
            return To::Fail;
        }
        let at = self.at as u32;
        match greed {
            Greed::Lazy if most > least => {
                let left = most - least;
                self.choices.push(Choice::More { pc: self.pc, at, left });
            }
            Greed::Greedy if count > least => {
                self.choices.push(Choice::Less { pc, low: low as u32, at });
            }
            _ => {}
        }
        To::Jump(pc)
    }

    /// The text of a group once more.
    fn again(&mut self, group: u32, fold: Fold, text: Text<'_>, steps: &mut i64) -> To {
        let Some((mut from, end)) = span(&self.marks, group).filter(|(start, end)| start <= end) else {
            return To::Fail;
        };
        *steps -= ((end - from) / 4) as i64;
        if fold == Fold::No {
            let same = text.slice(from, end) == text.slice(self.at, self.at + (end - from));
            self.at += end - from;
            return if same { To::Next } else { To::Fail };
        }
        while from < end {
            match (text.next(from), text.next(self.at)) {
                (Some((a, next)), Some((b, here))) if fold.lower(a) == fold.lower(b) => {
                    (from, self.at) = (next, here);
                }
                _ => return To::Fail,
            }
        }
        To::Next
    }

    /// Undoes what was done since the last choice and takes its other way; false when there is none.
    fn go_back(&mut self, program: &Program, text: Text<'_>, steps: &mut i64) -> bool {
        while let Some(choice) = self.choices.pop() {
            match choice {
                Choice::Retry { pc, at } | Choice::FenceNot { pc, at } => return self.go_to(pc, at),
                Choice::Again { pc, at } => {
                    if let Op::Round(index) = program.ops[pc as usize]
                        && let (Some(kind), Some(&round)) =
                            (program.loops.get(index as usize), self.loops.get(index as usize))
                        && round.count < kind.most
                        && round.at != at
                    {
                        self.set_loop(index, Round { count: round.count.saturating_add(1), at });
                        return self.go_to(pc + 1, at);
                    }
                }
                Choice::Less { pc, low, at } => {
                    if let Some(at) = self.less(pc, low, at, program, text, steps) {
                        return self.go_to(pc, at);
                    }
                }
                Choice::More { pc, at, left } => {
                    let single = program.ops[pc as usize + 1];
                    if let Some(next) = taken(single, program, text, at as usize) {
                        let next = next as u32;
                        if left > 1 {
                            self.choices.push(Choice::More { pc, at: next, left: left - 1 });
                        }
                        return self.go_to(pc + 2, next);
                    }
                }
                undo => self.undo(undo),
            }
        }
        false
    }

    fn go_to(&mut self, pc: u32, at: u32) -> bool {
        self.pc = pc;
        self.at = at as usize;
        true
    }

    /// Gives back characters of a run, down to `low`, until what follows may match.
    fn less(
        &mut self,
        pc: u32,
        low: u32,
        at: u32,
        program: &Program,
        text: Text<'_>,
        steps: &mut i64,
    ) -> Option<u32> {
        let follows = program.ops.get(pc as usize).copied().unwrap_or(Op::Success);
        let is_single = matches!(follows, Op::Char(..) | Op::Set(_));
        let mut at = at as usize;
        while at > low as usize {
            at = text.before(at)?;
            if !is_single || taken(follows, program, text, at).is_some() {
                if at > low as usize {
                    self.choices.push(Choice::Less { pc, low, at: at as u32 });
                }
                return Some(at as u32);
            }
            *steps -= 1;
        }
        None
    }

    fn undo(&mut self, choice: Choice) {
        match choice {
            Choice::Mark { index, old } => self.restore(index, old),
            Choice::Close { index, old, last } => {
                self.restore(index, old);
                self.last = last;
            }
            Choice::Loop { index, old } => {
                if let Some(round) = self.loops.get_mut(index as usize) {
                    *round = old;
                }
            }
            _ => {}
        }
    }

    fn restore(&mut self, index: u32, old: u32) {
        if let Some(mark) = self.marks.get_mut(index as usize) {
            *mark = old;
        }
    }

    /// Forgets the choices since the last fence, but not what must be undone; answers where the fence was put.
    fn close_fence(&mut self, steps: &mut i64) -> usize {
        let is_fence = |choice: &Choice| matches!(choice, Choice::Fence { .. } | Choice::FenceNot { .. });
        let Some(fence) = self.choices.iter().rposition(is_fence) else { return self.at };
        *steps -= ((self.choices.len() - fence) / 4) as i64;
        let at = match self.choices[fence] {
            Choice::Fence { at } | Choice::FenceNot { at, .. } => at as usize,
            _ => self.at,
        };
        let mut kept = fence;
        for index in fence + 1..self.choices.len() {
            if matches!(self.choices[index], Choice::Mark { .. } | Choice::Close { .. } | Choice::Loop { .. })
            {
                self.choices[kept] = self.choices[index];
                kept += 1;
            }
        }
        self.choices.truncate(kept);
        at
    }

    /// What must not match has: undoes it, with its fence.
    fn undo_to_fence(&mut self, steps: &mut i64) {
        while let Some(choice) = self.choices.pop() {
            *steps -= 1;
            match choice {
                Choice::FenceNot { .. } => return,
                choice => self.undo(choice),
            }
        }
    }
}

/// Where the next character begins when the one at `at` is what `op` takes.
#[inline]
fn taken(op: Op, program: &Program, text: Text<'_>, at: usize) -> Option<usize> {
    let (point, next) = text.next(at)?;
    let good = match op {
        Op::Char(wanted, Fold::No) => point == wanted,
        Op::Char(wanted, fold) => fold.lower(point) == wanted,
        Op::Any(newline) => newline || point != u32::from(b'\n'),
        Op::Set(index) => program.sets.get(index as usize).is_some_and(|set| set.has(point)),
        _ => false,
    };
    good.then_some(next)
}

/// So many characters before `at`.
fn back(text: Text<'_>, at: usize, count: u32, steps: &mut i64) -> Option<usize> {
    *steps -= (at.min(count as usize) / 4) as i64;
    (0..count).try_fold(at, |at, _| text.before(at))
}

fn is_at(place: Place, text: Text<'_>, at: usize) -> bool {
    let newline = u32::from(b'\n');
    match place {
        Place::Start => at == 0,
        Place::LineStart => at == 0 || text.last(at) == Some(newline),
        Place::End => at == text.len(),
        Place::LastEnd => at == text.len() || at + 1 == text.len() && is_newline(text, at),
        Place::LineEnd => at == text.len() || is_newline(text, at),
        // In an empty text there is neither: as in CPython 3.13.
        Place::Boundary { .. } if text.len() == 0 => false,
        Place::Boundary { negated, unicode } => {
            let before = text.last(at).is_some_and(|point| is_word(point, unicode));
            let after = text.next(at).is_some_and(|(point, _)| is_word(point, unicode));
            (before != after) != negated
        }
    }
}

fn is_newline(text: Text<'_>, at: usize) -> bool {
    text.next(at).is_some_and(|(point, _)| point == u32::from(b'\n'))
}
