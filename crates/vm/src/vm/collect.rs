//! Collection: what keeps objects alive, and what happens to frames of generators that die.

use super::Vm;
use super::cache::Line;
use super::run::{Fiber, Pending};
use crate::frame::{FrameId, OnReturn};
use crate::heap::Marker;
use crate::heap::object::{Data, Object};
use crate::native::{Input, Outcome};

impl Vm {
    /// Frees every object that neither the fibers, nor modules, nor loaded code, nor the owner reach.
    #[inline]
    pub fn collect(&mut self, fibers: &[&Fiber]) {
        let mut heap = std::mem::take(&mut self.heap);
        let mut dead_frames: Vec<FrameId> = Vec::new();
        heap.collect(
            |m| {
                (1..crate::types::FIRST_FREE + 2).for_each(|i| m.id(crate::value::Id::new(i)));
                self.interned.values().for_each(|&id| m.id(id));
                self.codes.iter().for_each(|code| {
                    m.values(&code.consts);
                    m.value(code.doc);
                });
                self.owner.trace(m);
                fibers.iter().for_each(|fiber| self.trace_fiber(fiber, m));
            },
            |object, m| self.trace_generator(object, m),
            |_, object| {
                if let Data::Generator(g) = &object.data {
                    dead_frames.extend(g.frame);
                }
            },
        );
        self.heap = heap;
        for id in dead_frames {
            self.frames.remove(id);
        }
        self.lines.iter_mut().for_each(Line::forget_names);
    }

    fn trace_fiber(&self, fiber: &Fiber, m: &mut Marker<'_>) {
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
    fn trace_generator(&self, object: &Object, m: &mut Marker<'_>) {
        if let Data::Generator(g) = &object.data
            && let Some(top) = g.top.or(g.frame)
        {
            self.frames.trace_chain(top, m);
        }
    }
}
