//! Searching: the frame behind every method of a pattern.
//!
//! It gives the run loop a chance to stop after every [`BREATH`] steps of the matcher, and leaves when a function must be called
//! for a replacement.

use std::rc::Rc;

use super::matched::Match;
use super::pattern::{Pattern, Scanner};
use super::subject::{frozen, part, part_or, text};
use crate::errors;
use crate::frame::NativeFrame;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::regex::{Goal, Matcher, Piece, Regex, Status};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::MAX_BYTES;

/// Steps of a matcher before the run loop gets a chance to stop.
const BREATH: i64 = 20_000;

/// Steps that count as one unit of work.
const STEPS: i64 = 4;

/// A search in progress.
#[derive(Clone, Debug)]
pub struct Scan {
    pub(super) pattern: Value,
    /// What was given.
    string: Value,
    /// The same, if it could change.
    subject: Value,
    regex: Rc<Regex>,
    matcher: Matcher,
    /// Where searching began and where it ends.
    start: usize,
    end: usize,
    /// Where the last match ended.
    last: usize,
    work: Work,
    /// A function was called for a replacement.
    asked: bool,
}

/// What is made of the matches.
#[derive(Clone, Debug)]
pub(super) enum Work {
    /// The first, or None.
    One,
    /// The same, for a scanner.
    Next(Value),
    /// The list of all.
    All(Vec<Value>),
    /// What stands between them.
    Split { parts: Vec<Value>, most: i64, done: i64 },
    /// The text with something else in their places.
    Replace(Box<Replace>),
}

/// What matches are replaced by.
#[derive(Clone, Debug)]
pub(super) enum By {
    Template(Rc<[Piece]>),
    Function(Value),
    /// Something that is no text of the pattern's kind: an error, once there is a match.
    Value(Value),
}

/// A replacing in progress.
#[derive(Clone, Debug)]
pub(super) struct Replace {
    by: By,
    most: i64,
    done: i64,
    /// The result is a pair with the count.
    counted: bool,
    out: Vec<u8>,
    /// How many parts the result has so far.
    parts: usize,
    /// The first part that is no text of the pattern's kind: its number and its type.
    bad: Option<(usize, String)>,
}

impl Scan {
    /// None if `pattern` is no pattern.
    pub(super) fn new(
        vm: &mut Vm,
        pattern: Value,
        string: Value,
        goal: Goal,
        places: (usize, usize),
    ) -> Option<Scan> {
        let regex = vm.host::<Pattern>(pattern)?.regex.clone();
        let subject = frozen(vm, string);
        let (start, end) = places;
        let matcher = Matcher::new(&regex, goal, start);
        let (work, last) = (Work::One, start);
        Some(Scan { pattern, string, subject, regex, matcher, start, end, last, work, asked: false })
    }

    pub(super) fn enter(self, work: Work) -> Action {
        Action::Enter(NativeFrame::Scan(Box::new(Scan { work, ..self })))
    }

    pub(super) fn replacing(self, by: By, most: i64, counted: bool) -> Action {
        let replace = Replace { by, most, done: 0, counted, out: Vec::new(), parts: 0, bad: None };
        self.enter(Work::Replace(Box::new(replace)))
    }

    pub(super) fn aim(&mut self, goal: Goal) {
        self.matcher.aim(goal);
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let answer = outcome.value(vm)?;
        if std::mem::take(&mut self.asked) {
            self.add_answer(vm, answer)?;
            self.matcher.go_on();
        }
        let mut steps = BREATH;
        while !self.is_complete() {
            let before = steps;
            let text = text(vm, self.subject).until(self.end);
            let status = self.matcher.run(&self.regex, text, &mut steps);
            vm.work += ((before - steps) / STEPS) as u64;
            match status {
                Status::Paused => return Ok(Action::Enter(NativeFrame::Breath)),
                Status::OutOfMemory => return Err(errors::too_much_to_try(vm)),
                Status::Failed => break,
                Status::Matched => {
                    if let Some(action) = self.found(vm)? {
                        return Ok(action);
                    }
                    self.matcher.go_on();
                }
            }
        }
        self.finish(vm)
    }

    /// Whether as many matches were used as wanted.
    fn is_complete(&self) -> bool {
        let (most, done) = match &self.work {
            Work::Split { most, done, .. } => (*most, *done),
            Work::Replace(replace) => (replace.most, replace.done),
            _ => (0, 0),
        };
        most != 0 && done >= most
    }

    /// Uses a match. An action ends the search, or asks for a replacement.
    fn found(&mut self, vm: &mut Vm) -> Result<Option<Action>, Raised> {
        let (start, end) = (self.matcher.start(), self.matcher.end());
        let groups = self.regex.groups();
        vm.work += 1;
        match &mut self.work {
            Work::One => return Ok(Some(Action::Return(self.new_match(vm)))),
            Work::Next(scanner) => {
                let scanner = *scanner;
                let found = self.new_match(vm);
                self.matcher.go_on();
                if let Some(state) = vm.host_mut::<Scanner>(scanner) {
                    state.scan = Some(Scan { work: Work::One, ..self.clone() });
                }
                return Ok(Some(Action::Return(found)));
            }
            Work::All(list) => {
                let empty = (start, start);
                let mut group = |group| {
                    let (start, end) = self.matcher.group(group).unwrap_or(empty);
                    part(vm, self.subject, start, end)
                };
                let item = match groups {
                    0 | 1 => group(groups),
                    _ => {
                        let groups: Vec<Value> = (1..=groups).map(group).collect();
                        vm.tuple(groups)
                    }
                };
                list.push(item);
            }
            Work::Split { parts, done, .. } => {
                parts.push(part(vm, self.subject, self.last, start));
                for group in 1..=groups {
                    parts.push(part_or(vm, self.subject, self.matcher.group(group), Value::None));
                }
                *done += 1;
                self.last = end;
            }
            Work::Replace(replace) => {
                replace.done += 1;
                replace.copy(vm, self.subject, self.last, start)?;
                self.last = end;
                match replace.by.clone() {
                    By::Template(pieces) => replace.fill(vm, &pieces, self.subject, &self.matcher)?,
                    By::Value(value) => replace.add(vm, value, self.regex.is_bytes)?,
                    By::Function(function) => {
                        self.asked = true;
                        let found = self.new_match(vm);
                        return Ok(Some(Action::call(function, Args::of(&[found]))));
                    }
                }
            }
        }
        Ok(None)
    }

    /// What a function answered for a match.
    fn add_answer(&mut self, vm: &mut Vm, answer: Value) -> Result<(), Raised> {
        match &mut self.work {
            Work::Replace(replace) if !answer.is_none() => replace.add(vm, answer, self.regex.is_bytes),
            _ => Ok(()),
        }
    }

    fn new_match(&self, vm: &mut Vm) -> Value {
        Match::make(vm, self.pattern, self.string, &self.matcher, (self.start, self.end))
    }

    /// There are no more matches.
    fn finish(&mut self, vm: &mut Vm) -> NativeResult {
        let value = match std::mem::replace(&mut self.work, Work::One) {
            Work::One => Value::None,
            Work::Next(scanner) => {
                if let Some(state) = vm.host_mut::<Scanner>(scanner) {
                    state.scan = None;
                }
                Value::None
            }
            Work::All(list) => vm.list(list),
            Work::Split { mut parts, .. } => {
                parts.push(part(vm, self.subject, self.last, self.end));
                vm.list(parts)
            }
            Work::Replace(mut replace) => {
                replace.copy(vm, self.subject, self.last, self.end)?;
                let done = Value::Int(replace.done);
                let counted = replace.counted;
                let text = replace.text(vm, self.regex.is_bytes)?;
                if counted { vm.tuple([text, done]) } else { text }
            }
        };
        Ok(Action::Return(value))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.pattern, self.string, self.subject]);
        match &self.work {
            Work::One => {}
            Work::Next(scanner) => m.value(*scanner),
            Work::All(values) | Work::Split { parts: values, .. } => m.values(values),
            Work::Replace(replace) => match replace.by {
                By::Function(value) | By::Value(value) => m.value(value),
                By::Template(_) => {}
            },
        }
    }
}

impl Replace {
    /// A part of the text as it is.
    fn copy(&mut self, vm: &mut Vm, subject: Value, start: usize, end: usize) -> Result<(), Raised> {
        if start < end {
            self.parts += 1;
            self.out.extend_from_slice(text(vm, subject).slice(start, end));
        }
        self.check(vm)
    }

    fn fill(
        &mut self,
        vm: &mut Vm,
        pieces: &[Piece],
        subject: Value,
        matcher: &Matcher,
    ) -> Result<(), Raised> {
        fill(vm, pieces, subject, |group| matcher.group(group), &mut self.out);
        self.parts += 1;
        self.check(vm)
    }

    /// What stands for a match.
    fn add(&mut self, vm: &mut Vm, value: Value, is_bytes: bool) -> Result<(), Raised> {
        if is_bytes == vm.bytes_of(value).is_some() && is_bytes != vm.str_of(value).is_some() {
            self.out.extend_from_slice(text(vm, value).slice(0, usize::MAX));
        } else if self.bad.is_none() {
            self.bad = Some((self.parts, vm.type_name(value).to_owned()));
        }
        self.parts += 1;
        self.check(vm)
    }

    fn check(&self, vm: &mut Vm) -> Result<(), Raised> {
        if self.out.len() > MAX_BYTES { Err(errors::memory_error(vm)) } else { Ok(()) }
    }

    fn text(self, vm: &mut Vm, is_bytes: bool) -> Result<Value, Raised> {
        vm.work += self.out.len() as u64 / 64;
        if let Some((number, kind)) = self.bad {
            let wanted = if is_bytes { "a bytes-like object" } else { "str instance" };
            let message = format!("sequence item {number}: expected {wanted}, {kind} found");
            return Err(errors::type_error(vm, message));
        }
        Ok(joined(vm, self.out, is_bytes))
    }
}

/// Puts groups into a template. A group that did not match is nothing.
pub(super) fn fill(
    vm: &Vm,
    pieces: &[Piece],
    subject: Value,
    span: impl Fn(u32) -> Option<(usize, usize)>,
    out: &mut Vec<u8>,
) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.extend_from_slice(text),
            Piece::Group(group) => {
                if let Some((start, end)) = span(*group) {
                    out.extend_from_slice(text(vm, subject).slice(start, end));
                }
            }
        }
    }
}

/// Bytes, or the string that they are.
pub(super) fn joined(vm: &mut Vm, out: Vec<u8>, is_bytes: bool) -> Value {
    match is_bytes {
        true => vm.bytes(out),
        // All parts were strings.
        false => vm.str(String::from_utf8(out).unwrap_or_default()),
    }
}
