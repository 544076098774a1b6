//! Frames: one activation each, Python and native alike, linked by `back` into a thread's stack.
//!
//! All frames live in one slab and keep their place while they are suspended, so suspending a whole stack of awaiting
//! coroutines is cutting one link, and resuming is tying it again. **No frame is linked twice.** Freed places keep their vectors.

pub mod native;

pub use native::NativeFrame;

use crate::heap::{self, Marker};
use crate::load::CodeId;
use crate::value::{Id, Value};
use crate::vm::death::Fresh;

/// A frame's place in the slab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FrameId(u32);

/// One activation.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Who gets the result: the frame that called or resumed this one.
    pub back: Option<FrameId>,
    /// What is done with the result there.
    pub on_return: OnReturn,
    /// Python frames on the stack when it was linked, itself included: for the recursion limit.
    pub depth: u32,
    pub body: Body,
}

#[derive(Clone, Debug)]
pub enum Body {
    /// An empty place of the slab.
    Free,
    Python(PythonFrame),
    Native(NativeFrame),
}

/// What the frame below does with a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnReturn {
    /// Push it on the operand stack.
    Push,
    /// It was called, and is no Python function that runs right here: push it, and look at the budgets, as CPython does then.
    Called,
    /// It is a method to call: push it, and no `self`.
    Method,
    /// Drop it.
    Discard,
    /// It is what `__init__` returned: must be None; the instance is pushed.
    Init(Id),
    /// It is what `__bool__` returned: must be a bool, which is pushed; the asking instruction runs again.
    Bool,
    /// It is what `__len__` returned for a truth test: likewise, whether it is not 0.
    Length,
    /// Push whether it is true or, negated, false: what `__contains__` returned.
    Truth { negate: bool },
    /// The next item of a `for`: push it; if the iterator has ended, jump.
    NextItem { exhausted: u32 },
    /// The items to unpack, as a tuple: push them, the first on top.
    Unpack,
    /// `except*`: the part that matched is being handled; it and the rest are pushed.
    GroupMatch,
    /// The end of what `Send` delegates to: it replaces the receiver. What is yielded meanwhile passes this frame by.
    Delegate,
    /// What a foreign receiver answered to `Send`: suspend with it, or replace the receiver at the end.
    Sent,
    /// The frame below is native: resume it.
    Native,
}

/// A Python frame. `slots` holds the locals, then the operand stack.
#[derive(Clone, Debug)]
pub struct PythonFrame {
    pub code: CodeId,
    /// The instruction that runs next, or that waits for a callee's result (then already past it).
    pub ip: u32,
    pub slots: Vec<Value>,
    /// A dict.
    pub globals: Id,
    /// The namespace of a module or class body: a dict.
    pub namespace: Value,
    /// The exception whose handler this frame is in, else None.
    pub handled: Value,
    /// The generator object whose body this is.
    pub generator: Option<Id>,
    /// For generator bodies on a stack: the frame at the foot of the chain that one `yield` suspends as a whole.
    pub segment: Option<FrameId>,
    /// New objects whose end will be noticed, as long as only its operands are known to hold them.
    pub(crate) fresh: Vec<Fresh>,
}

impl PythonFrame {
    #[cold]
    fn blank(call: &Call) -> PythonFrame {
        PythonFrame {
            code: call.code,
            ip: 0,
            slots: Vec::new(),
            globals: call.globals,
            namespace: Value::Unbound,
            handled: Value::None,
            generator: None,
            segment: None,
            fresh: Vec::new(),
        }
    }
}

/// What a new frame is for.
pub struct Call {
    pub code: CodeId,
    pub globals: Id,
    /// Slots that the code needs at most.
    pub size: usize,
}

/// A frame that was just made.
pub struct Entered<'f> {
    pub id: FrameId,
    pub slots: &'f mut Vec<Value>,
}

/// The slab. Places of frames that have given their result keep their vectors.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    places: Vec<Frame>,
    free: Vec<u32>,
}

impl Frames {
    /// The longest vector that is kept for the next frame.
    const MAX_KEPT: usize = 256;

    #[inline(always)]
    pub fn add(&mut self, frame: Frame) -> FrameId {
        match self.free.pop() {
            Some(at) => {
                self.places[at as usize] = frame;
                FrameId(at)
            }
            None => {
                heap::push(&mut self.places, frame);
                FrameId(self.places.len() as u32 - 1)
            }
        }
    }

    /// Frees a frame and gives back its body.
    #[inline]
    pub fn remove(&mut self, id: FrameId) -> Frame {
        let empty = Frame { back: None, on_return: OnReturn::Discard, depth: 0, body: Body::Free };
        self.free.push(id.0);
        std::mem::replace(&mut self.places[id.0 as usize], empty)
    }

    /// Frees a frame; who gets its result, and how.
    #[inline]
    pub fn end(&mut self, id: FrameId) -> (Option<FrameId>, OnReturn) {
        let place = &mut self.places[id.0 as usize];
        place.body = Body::Free;
        self.free.push(id.0);
        (place.back, place.on_return)
    }

    /// Gives a native frame back what was taken out while it ran.
    #[inline]
    pub fn put_back(&mut self, id: FrameId, native: NativeFrame) {
        if let Body::Native(place) = &mut self.get_mut(id).body {
            *place = native;
        }
    }

    /// Frees a Python frame that has given its result. Its place keeps the vector for the next one.
    #[inline(always)]
    pub fn leave(&mut self, id: FrameId, mut slots: Vec<Value>) {
        slots.clear();
        let place = &mut self.places[id.0 as usize];
        match &mut place.body {
            Body::Python(frame) if slots.capacity() <= Self::MAX_KEPT => frame.slots = slots,
            body => *body = Body::Free,
        }
        self.free.push(id.0);
    }

    /// A frame on top of `back`, at the beginning of a code, and its empty slots with room for `size`.
    #[inline(always)]
    pub fn enter(
        &mut self,
        back: FrameId,
        on_return: OnReturn,
        depth: u32,
        call: Call,
    ) -> Option<Entered<'_>> {
        let at = match self.free.pop() {
            Some(at) => at,
            None => self.new_place(),
        };
        let place = self.places.get_mut(at as usize)?;
        if !matches!(place.body, Body::Python(_)) {
            place.body = Body::Python(PythonFrame::blank(&call));
        }
        let Body::Python(frame) = &mut place.body else { return None };
        place.back = Some(back);
        place.on_return = on_return;
        place.depth = depth;
        frame.code = call.code;
        frame.ip = 0;
        frame.globals = call.globals;
        frame.namespace = Value::Unbound;
        frame.handled = Value::None;
        frame.generator = None;
        frame.segment = None;
        frame.fresh.clear();
        if frame.slots.capacity() < call.size {
            frame.slots.reserve(call.size);
        }
        Some(Entered { id: FrameId(at), slots: &mut frame.slots })
    }

    /// The new objects of each Python frame.
    pub(crate) fn fresh(&mut self) -> impl Iterator<Item = &mut Vec<Fresh>> {
        self.places.iter_mut().filter_map(|place| match &mut place.body {
            Body::Python(frame) => Some(&mut frame.fresh),
            _ => None,
        })
    }

    #[cold]
    fn new_place(&mut self) -> u32 {
        heap::push(
            &mut self.places,
            Frame { back: None, on_return: OnReturn::Discard, depth: 0, body: Body::Free },
        );
        self.places.len() as u32 - 1
    }

    #[inline]
    pub fn get(&self, id: FrameId) -> &Frame {
        &self.places[id.0 as usize]
    }

    #[inline]
    pub fn get_mut(&mut self, id: FrameId) -> &mut Frame {
        &mut self.places[id.0 as usize]
    }

    /// The Python frame at `id`, if it is one.
    #[inline]
    pub fn python(&self, id: FrameId) -> Option<&PythonFrame> {
        match &self.get(id).body {
            Body::Python(frame) => Some(frame),
            _ => None,
        }
    }

    #[inline]
    pub fn python_mut(&mut self, id: FrameId) -> Option<&mut PythonFrame> {
        match &mut self.get_mut(id).body {
            Body::Python(frame) => Some(frame),
            _ => None,
        }
    }

    /// An empty vector for `size` values: that of the place which is taken next, if it has one.
    #[inline(always)]
    pub fn vector(&mut self, size: usize) -> Vec<Value> {
        let next = self.free.last().and_then(|&at| self.places.get_mut(at as usize));
        let mut vector = match next.map(|place| &mut place.body) {
            Some(Body::Python(frame)) => std::mem::take(&mut frame.slots),
            _ => Vec::new(),
        };
        if vector.capacity() < size {
            vector.reserve(size);
        }
        vector
    }

    /// Frames in use.
    pub fn len(&self) -> usize {
        self.places.len() - self.free.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Marks what the frames from `top` down to the end of the chain refer to.
    pub fn trace_chain(&self, top: FrameId, m: &mut Marker<'_>) {
        let mut next = Some(top);
        while let Some(id) = next {
            let frame = self.get(id);
            frame.trace(m);
            next = frame.back;
        }
    }

    /// Marks what one Python frame refers to, but for the generator whose body it is.
    pub fn trace_values(&self, id: FrameId, m: &mut Marker<'_>) {
        if let Some(frame) = self.python(id) {
            m.values(&frame.slots);
            m.id(frame.globals);
            m.values(&[frame.namespace, frame.handled]);
        }
    }

    /// From `top` downwards.
    #[inline]
    pub fn chain(&self, top: Option<FrameId>) -> impl Iterator<Item = FrameId> + '_ {
        std::iter::successors(top, |&id| self.get(id).back)
    }
}

impl Frame {
    fn trace(&self, m: &mut Marker<'_>) {
        if let OnReturn::Init(id) = self.on_return {
            m.id(id);
        }
        match &self.body {
            Body::Free => {}
            Body::Python(frame) => {
                m.values(&frame.slots);
                m.id(frame.globals);
                m.values(&[frame.namespace, frame.handled]);
                frame.generator.into_iter().for_each(|id| m.id(id));
            }
            Body::Native(frame) => frame.trace(m),
        }
    }
}
