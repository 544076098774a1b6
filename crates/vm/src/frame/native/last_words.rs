//! What objects do at their end, one after the other: `__del__`, closing, warnings, callbacks of weak references.
//!
//! Nobody can catch what is raised here: it is reported, and the next has its turn. After each, what the object held may be dead as
//! well, so the machine looks again before the next.

use crate::frame::NativeFrame;
use crate::frame::native::close::Close;
use crate::heap::Marker;
use crate::heap::object::{Data, GeneratorState};
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;

/// One thing to be done.
#[derive(Clone, Copy, Debug)]
pub enum Word {
    /// An object's own: `__del__`, closing, a warning.
    Own(Id),
    /// A weak reference's callback, and the reference.
    Callback(Value, Value),
}

#[derive(Clone, Debug)]
pub struct LastWords {
    /// The next is the last.
    words: Vec<Word>,
    /// What is given in the end.
    result: Value,
    /// The object whose word it is now.
    object: Value,
    /// What a report names.
    source: Value,
    stage: Stage,
}

/// The machine looks who is dead, and then what was about to happen goes on.
#[derive(Clone, Debug)]
pub struct LookFirst {
    pub then: Outcome,
}

impl LookFirst {
    pub fn resume(&mut self, _: &mut Vm, outcome: Outcome) -> NativeResult {
        match (outcome, self.then) {
            (Outcome::Start, _) => Vm::look(),
            (_, Outcome::Start) => Ok(Action::Return(Value::None)),
            (_, Outcome::Returned(value)) => Ok(Action::Return(value)),
            (_, Outcome::Finished(value)) => Ok(Action::Finished(value)),
            (_, Outcome::Raised(exc)) => Err(Raised(exc)),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        match self.then {
            Outcome::Start => {}
            Outcome::Returned(value) | Outcome::Finished(value) | Outcome::Raised(value) => m.value(value),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing runs.
    Next,
    /// A word is being said.
    Saying,
    /// What it raised is being reported.
    Reporting,
    /// The machine looks who is dead now.
    Looking,
}

impl LastWords {
    pub fn new(mut words: Vec<Word>, result: Value) -> LastWords {
        words.reverse();
        LastWords { words, result, object: Value::None, source: Value::None, stage: Stage::Next }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let (Stage::Saying, Outcome::Raised(exc)) = (self.stage, outcome) {
            self.stage = Stage::Reporting;
            return (vm.deaths.hooks.unraisable)(vm, exc, self.source);
        }
        loop {
            if matches!(self.stage, Stage::Saying | Stage::Reporting) {
                self.stage = Stage::Looking;
                self.let_go(vm);
                if vm.is_look_due() {
                    return Vm::look();
                }
            }
            let Some(word) = self.words.pop() else { return Ok(Action::Return(self.result)) };
            self.stage = Stage::Saying;
            let said = match word {
                Word::Callback(callback, reference) => {
                    (self.object, self.source) = (Value::None, callback);
                    Some(Ok(Action::call(callback, Args::of(&[reference]))))
                }
                Word::Own(id) => {
                    (self.object, self.source) = (id.into(), id.into());
                    self.own(vm, id)
                }
            };
            match said {
                // It was said at once.
                Some(Ok(Action::Return(_))) => {}
                Some(Ok(action)) => return Ok(action),
                Some(Err(raised)) => return self.resume(vm, Outcome::Raised(raised.0)),
                None => self.stage = Stage::Looking,
            }
        }
    }

    /// An object's own last word, unless it has none any more.
    fn own(&mut self, vm: &mut Vm, id: Id) -> Option<NativeResult> {
        if !vm.is_mortal(id) && !vm.is_open_coroutine(id) {
            return None;
        }
        match vm.heap.data(id) {
            Data::AsyncGenStep(_) => {
                vm.close_async_step(id.into());
                Some((vm.deaths.hooks.never_awaited)(vm, id.into()))
            }
            Data::Generator(g) if g.state == GeneratorState::Created => {
                Some((vm.deaths.hooks.never_awaited)(vm, id.into()))
            }
            Data::Generator(_) => Some(match vm.take_closer(id) {
                Some(lp) => {
                    vm.note_told(id);
                    (vm.deaths.hooks.left_in_the_middle)(vm, id.into(), lp)
                }
                None => Ok(Action::Enter(NativeFrame::Close(Box::new(Close { generator: id })))),
            }),
            Data::Host(host) if host.finalizer().is_some() && !vm.has_finalizer(id) => {
                host.finalizer().map(|finalizer| finalizer(vm, id.into()))
            }
            _ => {
                vm.note_told(id);
                match vm.find_special(id.into(), names::DEL) {
                    Ok(Some(Found::Method(function, this))) => {
                        self.source = function;
                        Some(Ok(Action::call(function, Args::of(&[this]))))
                    }
                    Ok(Some(Found::Value(function))) => {
                        self.source = function;
                        Some(Ok(Action::call(function, Args::new())))
                    }
                    Ok(Some(Found::Act(action))) => Some(Ok(action)),
                    Ok(None) => None,
                    Err(raised) => Some(Err(raised)),
                }
            }
        }
    }

    /// The object is gone, unless its last word brought it back: what it held may be, too.
    fn let_go(&mut self, vm: &mut Vm) {
        self.source = Value::None;
        let Some(id) = std::mem::take(&mut self.object).id() else { return };
        if vm.generator(id.into()).is_some_and(|g| g.state == GeneratorState::Created) {
            let frame = vm.generator(id.into()).and_then(|g| g.frame);
            let slots = frame.and_then(|f| vm.frames.python(f)).map_or_else(Vec::new, |f| f.slots.clone());
            vm.close_unstarted(id);
            slots.iter().for_each(|&value| vm.drop_value(value, &[]));
        }
        vm.drop_value(id.into(), &[]);
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        for word in &self.words {
            match word {
                Word::Own(id) => m.id(*id),
                Word::Callback(callback, reference) => m.values(&[*callback, *reference]),
            }
        }
        // The object itself is held only while its word is said; then it is let go.
        m.values(&[self.result, self.object, self.source]);
    }
}
