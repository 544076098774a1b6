//! Weak references: who refers weakly to an object, and what that comes to at its end.
//!
//! The reference object knows its referent without keeping it; **the table of references is the truth about who is to be told.**

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::OwnFrame;
use crate::heap::Marker;
use crate::heap::object::{Data, HostData, Layout};
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::run::Fiber;
use smallvec::SmallVec;

/// The data of a weak reference object.
#[derive(Clone, Debug)]
pub struct WeakRef {
    /// Gone when the object is.
    pub referent: Option<Id>,
    /// None, or what is called with the reference at the end.
    pub callback: Value,
    /// `hash(referent)`, once asked for.
    pub hash: Value,
}

impl HostData for WeakRef {
    fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.callback);
    }

    fn clone_box(&self) -> Box<dyn HostData> {
        Box::new(self.clone())
    }
}

/// The hash of an object that only Python can hash, kept in the reference for when the object is gone.
pub(in crate::vm) fn hash_through(reference: Value, referent: Value) -> Action {
    let resume = |vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome| {
        frame.stage += 1;
        if frame.stage == 1 {
            return vm.hash_action(frame.values[1]);
        }
        let answer = outcome.value(vm)?;
        let hash = vm.hash_answer(answer).map_or(Value::Unbound, Value::Int);
        if let Some(weak) = vm.host_mut::<WeakRef>(frame.values[0]) {
            weak.hash = hash;
        }
        Ok(Action::Return(hash))
    };
    let values = SmallVec::from_slice(&[reference, referent]);
    Action::Enter(NativeFrame::Own(Box::new(OwnFrame { resume, name: "hash", stage: 0, values })))
}

impl Vm {
    /// A weak reference to `referent`; one without a callback is made once. TypeError for what has no place for any.
    pub fn weak_reference(&mut self, class: Id, referent: Value, callback: Value) -> Result<Value, Raised> {
        let Some(id) = referent.id().filter(|&id| self.can_be_weak(id)) else {
            let message = format!("cannot create weak reference to '{}' object", self.type_name(referent));
            return Err(errors::type_error(self, message));
        };
        if callback.is_none()
            && let Some(known) = self.plain_reference(class, id)
        {
            return Ok(known);
        }
        // What is referred to may be a new object that nothing else holds.
        self.born(id);
        let reference =
            self.host_object(class, WeakRef { referent: Some(id), callback, hash: Value::Unbound });
        if let Some(reference) = reference.id() {
            self.deaths.weak.entry(id).or_default().push(reference);
        }
        Ok(reference)
    }

    fn plain_reference(&self, class: Id, referent: Id) -> Option<Value> {
        let references = self.deaths.weak.get(&referent)?;
        let plain = |&&id: &&Id| {
            self.heap.get(id).class == class
                && self.host::<WeakRef>(id.into()).is_some_and(|w| w.callback.is_none())
        };
        references.iter().find(plain).map(|&id| id.into())
    }

    fn can_be_weak(&self, id: Id) -> bool {
        let object = self.heap.get(id);
        let Some(class) = self.class(object.class) else { return false };
        match &object.data {
            Data::Function(_)
            | Data::Native(_)
            | Data::BoundMethod(_)
            | Data::Class(_)
            | Data::Generator(_) => true,
            Data::Set(_) | Data::Module(_) | Data::Host(_) => true,
            Data::Tuple(_) | Data::Int(_) | Data::BigInt(_) => false,
            _ => class.heap_type && (class.has_dict || class.has_weakref) || class.layout == Layout::Module,
        }
    }

    /// A list of the weak references to an object that live themselves, the oldest first.
    pub fn weak_references(&mut self, fibers: &[&Fiber], referent: Value) -> NativeResult {
        let Some(referent) = referent.id() else { return Ok(Action::Return(self.list(Vec::new()))) };
        let mut known = self.deaths.weak.remove(&referent).unwrap_or_default();
        let visited = self.reach_suspects(fibers, &known);
        known.retain(|&reference| self.heap.is_reached(reference));
        self.heap.unmark(&known, &visited);
        let living = known.iter().map(|&id| id.into()).collect();
        if !known.is_empty() {
            self.deaths.weak.insert(referent, known);
        }
        Ok(Action::Return(self.list(living)))
    }

    /// Empties the weak references to an object. Those with callbacks are given, the newest first, if `alive` says that they live themselves.
    pub(super) fn clear_weak(
        &mut self,
        referent: Id,
        alive: impl Fn(&Vm, Id) -> bool,
    ) -> Vec<(Value, Value)> {
        let mut calls = Vec::new();
        for reference in self.deaths.weak.remove(&referent).unwrap_or_default().into_iter().rev() {
            let lives = alive(self, reference);
            let Some(data) = self.host_mut::<WeakRef>(reference.into()) else { continue };
            data.referent = None;
            let callback = std::mem::replace(&mut data.callback, Value::None);
            if lives && !callback.is_none() {
                calls.push((callback, reference.into()));
            }
        }
        calls
    }

    /// Whether there are weak references at all.
    pub fn has_weak_references(&self) -> bool {
        !self.deaths.weak.is_empty()
    }

    /// Whether something refers to an object weakly.
    pub(super) fn is_weakly_referred(&self, id: Id) -> bool {
        self.has_weak_references() && self.deaths.weak.contains_key(&id)
    }
}
