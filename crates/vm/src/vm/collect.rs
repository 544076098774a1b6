//! Collection: what keeps objects alive, and what happens to frames of generators that die.

use super::Vm;
use super::cache::Line;
use super::run::{Fiber, Pending};
use crate::frame::{FrameId, OnReturn};
use crate::heap::Marker;
use crate::heap::object::{Data, Object};
use crate::native::{Action, Input, Outcome};
use crate::value::{Id, Value};

impl Vm {
    /// Frees every object that neither the fibers, nor modules, nor loaded code, nor the owner reach. Those whose end is to be told stay,
    /// unless the collection is `due` by what the program made: then they have their last words now, by the action that is given.
    #[inline]
    pub fn collect(&mut self, fibers: &[&Fiber], due: bool) -> Option<Action> {
        let tells = due && self.watched && self.deaths.automatic;
        self.mark_all(fibers, !tells);
        let mut words = Vec::new();
        if self.watched {
            let untold = self.untold();
            if tells && !untold.is_empty() {
                words = self.words_of_all(&untold);
            }
            self.mark_from(|m| untold.iter().for_each(|&id| m.id(id)));
        }
        let mut dead_frames: Vec<FrameId> = Vec::new();
        let mut counted = 0;
        self.heap.sweep(due, |object| {
            if let Data::Generator(g) = &object.data {
                dead_frames.extend(g.frame);
                counted += usize::from(g.counted);
            }
        });
        for id in dead_frames {
            self.frames.remove(id);
        }
        if self.watched {
            self.deaths.forget(&self.heap, &mut self.frames, counted);
            self.look_around();
        }
        self.lines.iter_mut().for_each(Line::forget_names);
        self.stops.forget();
        match self.last_words(words, Value::None) {
            Action::Return(_) => None,
            action => Some(action),
        }
    }

    /// Marks everything that is alive; what only circles hold, too, if they are to be kept.
    #[inline]
    pub(super) fn mark_all(&mut self, fibers: &[&Fiber], keep_circles: bool) {
        let mut heap = std::mem::take(&mut self.heap);
        heap.mark(
            |m| {
                (1..crate::types::FIRST_FREE + 2).for_each(|i| m.id(Id::new(i)));
                self.interned.values().for_each(|&id| m.id(id));
                self.codes.iter().for_each(|code| {
                    m.values(&code.consts);
                    m.value(code.doc);
                });
                self.deaths.trace(m, keep_circles);
                self.owner.trace(m);
                fibers.iter().for_each(|fiber| self.trace_fiber(fiber, m));
            },
            |object, m| self.trace_generator(object, m),
        );
        self.heap = heap;
    }

    /// Marks what these roots reach, too.
    #[inline]
    fn mark_from(&mut self, roots: impl FnOnce(&mut Marker<'_>)) {
        let mut heap = std::mem::take(&mut self.heap);
        heap.mark(roots, |object, m| self.trace_generator(object, m));
        self.heap = heap;
    }

    pub(super) fn trace_fiber(&self, fiber: &Fiber, m: &mut Marker<'_>) {
        if let Some(top) = fiber.top {
            self.frames.trace_chain(top, m);
        }
        if let Some(OnReturn::Init(id)) = fiber.awaiting {
            m.id(id);
        }
        match &fiber.pending {
            None => {}
            Some(Pending::Deliver(on_return, outcome)) => {
                if let OnReturn::Init(id) = on_return {
                    m.id(*id);
                }
                match outcome {
                    Outcome::Start => {}
                    Outcome::Returned(v) | Outcome::Finished(v) | Outcome::Raised(v) => m.value(*v),
                }
            }
            Some(Pending::Raise(exc)) => m.value(*exc),
            Some(Pending::Call(_, callee, args)) => {
                m.value(*callee);
                args.trace(m);
            }
            Some(Pending::Body(_, function, namespace)) => m.values(&[*function, *namespace]),
            Some(Pending::Enter(_, frame)) => frame.trace(m),
            Some(Pending::Resume(_, id, input)) => {
                m.id(*id);
                let (Input::Send(v) | Input::Throw(v)) = *input;
                m.value(v);
            }
        }
    }

    /// A suspended generator keeps the frames of its chain; a delegated one, at least its own.
    pub(super) fn trace_generator(&self, object: &Object, m: &mut Marker<'_>) {
        if let Data::Generator(g) = &object.data
            && let Some(top) = g.top.or(g.frame)
        {
            self.frames.trace_chain(top, m);
        }
    }
}
