//! Formatting an exception: `str()` of all exceptions it is shown with, each perhaps Python code, then the text.

use crate::frame::NativeFrame;
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::traceback::gather::{Draft, Wanted};

/// An exception being formatted.
#[derive(Clone, Debug)]
pub struct FormatException {
    draft: Draft,
    wanted: Wanted,
    /// The last lines only, without frames.
    only: bool,
    asked: Asked,
    /// The node being asked about.
    at: usize,
    /// Its notes not asked for yet, the last first.
    notes: Vec<Value>,
}

/// What Python has been asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// `str(exc)`.
    Text,
    /// `str(note)`.
    Note,
    /// `repr(exc.__notes__)`.
    Notes,
}

impl FormatException {
    pub fn new(vm: &Vm, exc: Value, wanted: Wanted, only: bool) -> FormatException {
        let draft = Draft::gather(vm, exc, wanted);
        FormatException { draft, wanted, only, asked: Asked::Nothing, at: 0, notes: Vec::new() }
    }

    /// Its result is a list of strings.
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if !matches!(outcome, Outcome::Start) {
            self.take(vm, outcome);
        }
        while let Some(asked) = self.ask(vm) {
            match asked {
                Ok(Action::Return(value)) => self.take(vm, Outcome::Returned(value)),
                Err(Raised(exc)) => self.take(vm, Outcome::Raised(exc)),
                Ok(action) => return Ok(action),
            }
        }
        let lines: Vec<Value> = self.lines().into_iter().map(|line| vm.str(line)).collect();
        Ok(Action::Return(vm.list(lines)))
    }

    /// The report as it stands.
    fn lines(&self) -> Vec<String> {
        match self.only {
            true => self.draft.report.only(),
            false => self.draft.report.full(self.wanted.chain),
        }
    }

    /// The next question; none when all is known.
    fn ask(&mut self, vm: &mut Vm) -> Option<NativeResult> {
        loop {
            let &exc = self.draft.excs.get(self.at)?;
            match self.asked {
                Asked::Nothing => {
                    self.asked = Asked::Text;
                    return Some(vm.str_value(exc));
                }
                Asked::Text => {
                    let (mut notes, other) = vm.notes_of(exc);
                    notes.reverse();
                    self.notes = notes;
                    self.asked = Asked::Note;
                    if let Some(other) = other {
                        self.asked = Asked::Notes;
                        return Some(vm.repr(other));
                    }
                }
                Asked::Note | Asked::Notes => match self.notes.pop() {
                    Some(note) => return Some(vm.str_value(note)),
                    None => {
                        self.asked = Asked::Nothing;
                        self.at += 1;
                    }
                },
            }
        }
    }

    fn take(&mut self, vm: &Vm, outcome: Outcome) {
        let (Some(&exc), Some(node)) =
            (self.draft.excs.get(self.at), self.draft.report.nodes.get_mut(self.at))
        else {
            return;
        };
        let text = match outcome {
            Outcome::Returned(value) => vm.str_of(value),
            _ => None,
        };
        match self.asked {
            Asked::Nothing => {}
            Asked::Text => {
                node.text = text.unwrap_or("<exception str() failed>").to_owned();
                if let Some(hint) = vm.suggestion_for(exc, !self.only) {
                    node.text.push_str(&hint);
                }
            }
            Asked::Note => node.notes.push(text.unwrap_or("<note str() failed>").to_owned()),
            Asked::Notes => node.notes.push(text.unwrap_or("<__notes__ repr() failed>").to_owned()),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.draft.excs);
        m.values(&self.notes);
    }
}

impl Vm {
    /// An exception as text, with what `wanted` says, or only its last lines: an action whose result is a list of strings.
    pub fn format_exception_action(&self, exc: Value, wanted: Wanted, only: bool) -> Action {
        Action::Enter(NativeFrame::FormatException(Box::new(FormatException::new(self, exc, wanted, only))))
    }

    /// What CPython prints for an uncaught exception, each string with its line end. At once, for when no Python can be run
    /// any more: a `__str__` written in Python counts as failed.
    pub fn format_exception(&mut self, exc: Value) -> Vec<String> {
        let mut frame = FormatException::new(self, exc, Wanted::ALL, false);
        while let Some(asked) = frame.ask(self) {
            let outcome = match asked {
                Ok(Action::Return(value)) => Outcome::Returned(value),
                Ok(Action::Enter(mut native)) => match native.resume(self, Outcome::Start) {
                    Ok(Action::Return(value)) => Outcome::Returned(value),
                    _ => Outcome::Raised(exc),
                },
                _ => Outcome::Raised(exc),
            };
            frame.take(self, outcome);
        }
        frame.lines()
    }
}
