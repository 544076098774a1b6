//! Generators, coroutines, asynchronous generators: linking their frames in and cutting them out.
//!
//! A coroutine that awaits keeps its callee's frames linked above its own; one `yield` at the top suspends the whole chain (its
//! *segment*) by cutting the link at its foot, in constant time, and resuming ties it again.

use super::Vm;
use super::run::{Fiber, Pending};
use crate::code::{CodeKind, Op};
use crate::errors;
use crate::frame::native::close::CloseThenRaise;
use crate::frame::{FrameId, NativeFrame, OnReturn};
use crate::heap::object::{AsyncGenAction, AsyncGenStep, Data, Generator, GeneratorState, StepState};
use crate::names;
use crate::native::{Action, Args, Input, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};

impl Vm {
    #[inline]
    pub fn generator(&self, value: Value) -> Option<&Generator> {
        match self.data(value)? {
            Data::Generator(g) => Some(g),
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn generator_mut(&mut self, id: Id) -> Option<&mut Generator> {
        match self.heap.data_mut(id) {
            Data::Generator(g) => Some(g),
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn is_coroutine(&self, value: Value) -> bool {
        let Value::Obj(id) = value else { return false };
        matches!(self.heap.data(id), Data::Generator(g) if g.kind == CodeKind::Coroutine)
    }

    #[inline(always)]
    pub(super) fn is_new_coroutine(&self, value: Value) -> bool {
        let Value::Obj(id) = value else { return false };
        matches!(self.heap.data(id), Data::Generator(g) if g.kind == CodeKind::Coroutine && g.state == GeneratorState::Created)
    }

    /// Whether a generator's frames are on some fiber now, its own or as part of a chain.
    #[inline]
    pub fn is_running(&self, id: Id) -> bool {
        let Some(g) = self.generator(id.into()) else { return false };
        match (g.state, g.delegated, g.frame) {
            (GeneratorState::Running, ..) => true,
            (_, true, Some(frame)) => {
                self.segment_owner(frame).is_some_and(|owner| owner != id && self.is_running(owner))
            }
            _ => false,
        }
    }

    /// The generator at the foot of the chain a frame belongs to.
    #[inline]
    fn segment_owner(&self, frame: FrameId) -> Option<Id> {
        let python = self.frames.python(frame)?;
        match python.segment {
            Some(foot) => self.frames.python(foot)?.generator,
            None => python.generator,
        }
    }

    /// Resumes a generator for the top frame: links its frames, or answers at once.
    #[inline]
    pub(super) fn resume_generator(
        &mut self,
        fiber: &mut Fiber,
        id: Id,
        input: Input,
        on_return: OnReturn,
    ) -> Option<NativeResult> {
        if self.is_running(id) {
            let kind = self.generator_kind(id);
            return Some(Err(errors::value_error(self, format!("{kind} already executing"))));
        }
        let g = self.generator(id.into())?;
        let (state, kind, delegated) = (g.state, g.kind, g.delegated);
        match (state, input) {
            (GeneratorState::Closed, _) if kind == CodeKind::Coroutine => {
                return Some(Err(errors::runtime_error(self, "cannot reuse already awaited coroutine")));
            }
            (GeneratorState::Closed, Input::Send(_)) => return Some(Ok(Action::Finished(Value::None))),
            (GeneratorState::Closed, Input::Throw(exc)) => return Some(Err(Raised(exc))),
            (GeneratorState::Created, Input::Send(v)) if !matches!(v, Value::None | Value::Unbound) => {
                let kind = self.generator_kind(id);
                let message = format!("can't send non-None value to a just-started {kind}");
                return Some(Err(errors::type_error(self, message)));
            }
            _ => {}
        }
        if let Some(raised) = self.too_deep(fiber, id) {
            return Some(Err(raised));
        }
        if delegated {
            self.split(id);
        }
        self.link(fiber, id, on_return);
        self.feed(fiber, state, input);
        None
    }

    #[inline]
    fn too_deep(&mut self, fiber: &Fiber, id: Id) -> Option<Raised> {
        let depth = fiber.top.map_or(0, |top| self.frames.get(top).depth);
        (depth >= self.recursion_limit).then(|| {
            // One that has not begun counts as tried.
            if self.generator(id.into()).is_some_and(|g| g.state == GeneratorState::Created) {
                self.close_unstarted(id);
            }
            errors::recursion(self, "")
        })
    }

    /// What a message calls it.
    pub fn generator_kind(&self, id: Id) -> &'static str {
        match self.generator(id.into()).map(|g| g.kind) {
            Some(CodeKind::Coroutine) => "coroutine",
            Some(CodeKind::AsyncGenerator) => "async generator",
            _ => "generator",
        }
    }

    /// Ties a generator's chain on top of the fiber.
    #[inline]
    fn link(&mut self, fiber: &mut Fiber, id: Id, on_return: OnReturn) {
        let Some((frame, top)) = self.generator(id.into()).and_then(|g| Some((g.frame?, g.top))) else {
            return;
        };
        let depth = fiber.top.map_or(0, |t| self.frames.get(t).depth + 1);
        let foot = self.frames.get_mut(frame);
        foot.back = fiber.top;
        foot.on_return = on_return;
        foot.depth = depth;
        fiber.top = Some(top.unwrap_or(frame));
        if let Some(g) = self.generator_mut(id) {
            g.state = GeneratorState::Running;
            g.top = None;
        }
    }

    /// Gives the top frame what its generator was resumed with.
    #[inline]
    fn feed(&mut self, fiber: &mut Fiber, state: GeneratorState, input: Input) {
        let Some(top) = fiber.top else { return };
        match input {
            Input::Send(value) => {
                if state != GeneratorState::Created {
                    self.push_operand(top, value.or(Value::None));
                    self.send_again(top);
                }
            }
            Input::Throw(exc) => {
                if state == GeneratorState::Created
                    && let Some(frame) = self.frames.python_mut(top)
                {
                    frame.ip = 1;
                }
                self.throw_into(fiber, top, exc);
            }
        }
    }

    /// A frame suspended in `Send` runs it again, with what was sent.
    #[inline]
    fn send_again(&mut self, top: FrameId) {
        if self.is_at_send(top)
            && let Some(frame) = self.frames.python_mut(top)
        {
            frame.ip -= 1;
        }
    }

    #[inline]
    fn is_at_send(&self, top: FrameId) -> bool {
        let Some(frame) = self.frames.python(top) else { return false };
        let code = self.code(frame.code);
        frame.ip > 0 && code.instrs.get(frame.ip as usize - 1).is_some_and(|i| i.op() == Op::Send)
    }

    /// Throws at the place where a suspended frame waits: into what it delegates to, if that takes exceptions.
    fn throw_into(&mut self, fiber: &mut Fiber, top: FrameId, exc: Value) {
        self.set_context(fiber.top, exc);
        if self.is_at_send(top) {
            let receiver = self.peek_operand(top);
            if let Some(Data::Generator(_)) = self.data(receiver)
                && let Some(id) = receiver.id()
            {
                fiber.pending = Some(Pending::Resume(OnReturn::Delegate, id, Input::Throw(exc)));
                return;
            }
            let class = self.class_of(receiver);
            let method = match self.is_instance(exc, types::GENERATOR_EXIT) {
                true => names::CLOSE,
                false => names::THROW,
            };
            if let Some(method_value) = self.class_attr(class, method)
                && !self.is_native_function(method_value)
            {
                if method == names::CLOSE {
                    let close = CloseThenRaise { exc, method: method_value, receiver };
                    let frame = NativeFrame::CloseThenRaise(Box::new(close));
                    fiber.pending = Some(Pending::Enter(OnReturn::Sent, frame));
                    return;
                }
                let args = Args::of(&[receiver, exc]);
                fiber.pending = Some(Pending::Call(OnReturn::Sent, method_value, Box::new(args)));
                return;
            }
        }
        fiber.pending = Some(Pending::Raise(exc));
    }

    /// `Send` to a generator or coroutine: its chain joins this frame's segment. `None`: linked.
    #[inline]
    pub(super) fn delegate(&mut self, fiber: &mut Fiber, id: Id, value: Value) -> Option<NativeResult> {
        let me = fiber.top?;
        let g = self.generator(id.into())?;
        let of_a_task = g.owned && g.state == GeneratorState::Suspended;
        if g.delegated || of_a_task || g.state == GeneratorState::Running || g.state == GeneratorState::Closed
        {
            if g.kind == CodeKind::Coroutine && g.state != GeneratorState::Closed && !self.is_running(id) {
                return Some(Err(errors::runtime_error(self, "coroutine is being awaited already")));
            }
            return self.resume_generator(fiber, id, Input::Send(value), OnReturn::Delegate);
        }
        let state = g.state;
        if state == GeneratorState::Created && !matches!(value, Value::None | Value::Unbound) {
            return self.resume_generator(fiber, id, Input::Send(value), OnReturn::Delegate);
        }
        if let Some(raised) = self.too_deep(fiber, id) {
            return Some(Err(raised));
        }
        self.join_segment(me, id);
        self.link(fiber, id, OnReturn::Delegate);
        let mut counted = false;
        if let Some(g) = self.generator_mut(id) {
            g.state = GeneratorState::Suspended;
            g.delegated = true;
            counted = g.counted;
        }
        if counted {
            let by = self.segment_owner(me);
            self.discount_awaited(id, by);
        }
        self.feed(fiber, state, Input::Send(value));
        None
    }

    /// Every frame of the generator's chain now belongs to the segment of frame `me`.
    #[inline]
    fn join_segment(&mut self, me: FrameId, id: Id) {
        let foot = self.frames.python(me).and_then(|f| f.segment).unwrap_or(me);
        let Some(g) = self.generator(id.into()) else { return };
        if let (None, Some(python)) = (g.top, g.frame.and_then(|frame| self.frames.python_mut(frame))) {
            python.segment = Some(foot);
            return;
        }
        let Some(g) = self.generator(id.into()) else { return };
        let chain: Vec<FrameId> = self.frames.chain(g.top.or(g.frame)).collect();
        for frame in chain {
            if let Some(python) = self.frames.python_mut(frame) {
                python.segment = Some(foot);
            }
        }
    }

    /// Cuts a delegated generator out of the chain that awaits it: each half can be resumed by itself again.
    fn split(&mut self, id: Id) {
        let Some(frame) = self.generator(id.into()).and_then(|g| g.frame) else { return };
        let Some(holder) = self.frames.get(frame).back else { return };
        let Some(owner) = self.segment_owner(frame) else { return };
        let top = self.generator(owner.into()).and_then(|g| g.top);
        self.frames.get_mut(frame).back = None;
        let chain: Vec<FrameId> = self.frames.chain(top).collect();
        for part in chain {
            if let Some(python) = self.frames.python_mut(part) {
                python.segment = (part != frame).then_some(frame);
            }
        }
        if let Some(g) = self.generator_mut(id) {
            g.delegated = false;
            g.top = top;
        }
        self.count_generator(id);
        if let Some(g) = self.generator_mut(owner) {
            g.top = Some(holder);
        }
    }

    /// Suspends the segment whose innermost frame is `top`, handing `value` to who resumed it.
    #[inline]
    pub(super) fn suspend(&mut self, fiber: &mut Fiber, top: FrameId, value: Value) {
        let foot = self.frames.python(top).and_then(|f| f.segment).unwrap_or(top);
        let owner = self.frames.python(foot).and_then(|f| f.generator);
        if let Some(g) = owner.and_then(|id| self.generator_mut(id)) {
            g.state = GeneratorState::Suspended;
            g.top = Some(top);
        }
        let frame = self.frames.get_mut(foot);
        fiber.top = frame.back.take();
        let on_return = frame.on_return;
        fiber.pending = Some(Pending::Deliver(on_return, Outcome::Returned(value)));
    }

    /// `yield` in an asynchronous generator: its pending step ends with the value; only its own frame is cut out.
    pub(super) fn async_yield(&mut self, fiber: &mut Fiber, top: FrameId, value: Value) {
        let owner = self.frames.python(top).and_then(|f| f.generator);
        if let Some(g) = owner.and_then(|id| self.generator_mut(id)) {
            g.state = GeneratorState::Suspended;
            g.delegated = false;
            g.top = None;
        }
        if let Some(python) = self.frames.python_mut(top) {
            python.segment = None;
        }
        let frame = self.frames.get_mut(top);
        fiber.top = frame.back.take();
        let on_return = frame.on_return;
        fiber.pending = Some(Pending::Deliver(on_return, Outcome::Finished(value)));
    }

    /// Awaiting an `asend`, `athrow` or `aclose`: starts its generator, or goes on with it. `None`: linked.
    pub(super) fn delegate_async_step(
        &mut self,
        fiber: &mut Fiber,
        step: Id,
        value: Value,
    ) -> Option<NativeResult> {
        let Data::AsyncGenStep(s) = self.heap.data(step) else { return None };
        let s: AsyncGenStep = (**s).clone();
        if s.state == StepState::Closed {
            let what = if matches!(s.action, AsyncGenAction::Send(_)) {
                "__anext__()/asend()"
            } else {
                "aclose()/athrow()"
            };
            return Some(Err(errors::runtime_error(self, format!("cannot reuse already awaited {what}"))));
        }
        let g = self.generator(s.generator.into())?;
        let state = g.state;
        if s.state == StepState::Started {
            return self.resume_generator(fiber, s.generator, Input::Send(value), OnReturn::Delegate);
        }
        if let Err(raised) = self.start_async_step(step) {
            return Some(Err(raised));
        }
        if state == GeneratorState::Closed {
            self.set_async_step(step, StepState::Closed);
            return Some(match s.action {
                AsyncGenAction::Close | AsyncGenAction::Throw(_) => Ok(Action::Finished(Value::None)),
                AsyncGenAction::Send(_) => Err(Raised(self.exception(types::STOP_ASYNC_ITERATION, &[]))),
            });
        }
        let input = match s.action {
            AsyncGenAction::Send(v) if state == GeneratorState::Created && !v.is_none() => {
                let message = "can't send non-None value to a just-started async generator";
                return Some(Err(errors::type_error(self, message)));
            }
            AsyncGenAction::Send(v) => Input::Send(v),
            AsyncGenAction::Throw(exc) => Input::Throw(exc),
            AsyncGenAction::Close => Input::Throw(self.exception(types::GENERATOR_EXIT, &[])),
        };
        let me = fiber.top?;
        self.join_segment(me, s.generator);
        self.link(fiber, s.generator, OnReturn::Delegate);
        if let Some(g) = self.generator_mut(s.generator) {
            g.state = GeneratorState::Suspended;
            g.delegated = true;
        }
        self.feed(fiber, state, input);
        None
    }

    fn set_async_step(&mut self, step: Id, state: StepState) {
        if let Data::AsyncGenStep(s) = self.heap.data_mut(step) {
            s.state = state;
        }
    }

    /// An `asend`, `athrow` or `aclose` begins, unless another one of its generator has not ended.
    pub(crate) fn start_async_step(&mut self, step: Id) -> Result<(), Raised> {
        let Data::AsyncGenStep(s) = self.heap.data(step) else { return Ok(()) };
        let (generator, action) = (s.generator, s.action);
        if !self.is_in_step(generator) {
            self.set_async_step(step, StepState::Started);
            return Ok(());
        }
        self.set_async_step(step, StepState::Closed);
        let what = match action {
            AsyncGenAction::Send(_) => "anext",
            AsyncGenAction::Throw(_) => "athrow",
            AsyncGenAction::Close => "aclose",
        };
        let message = format!("{what}(): asynchronous generator is already running");
        Err(errors::runtime_error(self, message))
    }

    /// Whether an asynchronous generator is between two of its `yield`s: it runs, or it awaits something.
    pub fn is_in_step(&self, generator: Id) -> bool {
        let Some(g) = self.generator(generator.into()) else { return false };
        g.delegated || g.state == GeneratorState::Running || !self.awaited_by(generator).is_none()
    }

    /// An `asend`, `athrow` or `aclose` has ended: it cannot be awaited again.
    pub(crate) fn close_async_step(&mut self, step: Value) {
        if let Value::Obj(step) = step {
            self.set_async_step(step, StepState::Closed);
        }
    }

    /// Closes a generator whose body has not begun: its frame goes.
    pub fn close_unstarted(&mut self, id: Id) {
        if let Some(g) = self.generator_mut(id) {
            g.state = GeneratorState::Closed;
            if let Some(frame) = g.frame.take() {
                self.frames.remove(frame);
            }
            self.discount_generator(id);
        }
    }

    /// What a suspended generator or coroutine delegates to; None otherwise.
    pub fn awaited_by(&self, id: Id) -> Value {
        let Some(frame) = self.generator(id.into()).and_then(|g| g.frame) else { return Value::None };
        match self.peek_operand(frame) {
            object @ Value::Obj(_) if self.is_at_send(frame) => object,
            _ => Value::None,
        }
    }

    /// `__name__` or `__qualname__` of a generator set by Python.
    pub fn rename_generator(&mut self, generator: Value, name: Value, qualified: bool) -> NativeResult {
        if self.str_of(name).is_none() {
            let what = if qualified { "__qualname__" } else { "__name__" };
            return Err(errors::type_error(self, format!("{what} must be set to a string object")));
        }
        if let Some(g) = generator.id().and_then(|id| self.generator_mut(id)) {
            if qualified { g.qualname = name } else { g.name = name }
        }
        Ok(Action::Return(Value::None))
    }
}
