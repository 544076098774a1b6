//! Carrying an outcome to the frame that waits for it, and unwinding through frames that do not handle it.

use super::Vm;
use super::run::{Exit, Fiber, Flow, Pending};
use crate::code::CodeKind;
use crate::errors;
use crate::frame::{Body, FrameId, OnReturn};
use crate::heap::object::{AsyncGenAction, Data, GeneratorState, StepState, TraceEntry};
use crate::native::{Outcome, Raised};
use crate::types;
use crate::value::Value;

impl Vm {
    /// Hands an outcome to the top frame, as `on_return` says.
    #[inline]
    pub(super) fn deliver(&mut self, fiber: &mut Fiber, on_return: OnReturn, outcome: Outcome) -> Flow {
        let Some(top) = fiber.top else {
            let outcome = match outcome {
                Outcome::Finished(value) => Outcome::Raised(self.stop_iteration(value).0),
                outcome => outcome,
            };
            return Flow::Leave(Exit::Done(outcome));
        };
        if on_return == OnReturn::Native {
            return self.resume_native(fiber, outcome);
        }
        match self.outcome_for(top, on_return, outcome) {
            Ok(Delivered::Push(value)) => {
                if self.watching {
                    self.arrived(top, value);
                }
                self.push_operand(top, value);
                if matches!(on_return, OnReturn::Called | OnReturn::Init(_))
                    && !(self.watching && self.is_look_due())
                    && let Some(exit) = self.safe_point()
                {
                    return Flow::Leave(exit);
                }
            }
            Ok(Delivered::Nothing) => {}
            Ok(Delivered::Suspend(value)) => self.suspend(fiber, top, value),
            Err(Raised(exc)) => {
                if !matches!(outcome, Outcome::Raised(old) if old.is(exc)) {
                    self.set_context(fiber.top, exc);
                }
                return self.raise_in_top(fiber, exc, true);
            }
        }
        Flow::On
    }

    #[inline]
    fn outcome_for(
        &mut self,
        top: FrameId,
        on_return: OnReturn,
        outcome: Outcome,
    ) -> Result<Delivered, Raised> {
        let value = match (on_return, outcome) {
            (OnReturn::NextItem { exhausted }, Outcome::Finished(_)) => {
                return Ok(self.exhausted(top, exhausted));
            }
            (OnReturn::NextItem { exhausted }, Outcome::Raised(exc))
                if self.is_instance(exc, types::STOP_ITERATION) =>
            {
                return Ok(self.exhausted(top, exhausted));
            }
            (OnReturn::Delegate, outcome) => return self.delegated(top, outcome),
            (OnReturn::Sent, Outcome::Returned(value)) => return Ok(Delivered::Suspend(value)),
            (OnReturn::Sent, Outcome::Finished(value)) => {
                self.pop_operand(top);
                return Ok(Delivered::Push(value));
            }
            (OnReturn::Sent, Outcome::Raised(exc)) if self.is_instance(exc, types::STOP_ITERATION) => {
                self.pop_operand(top);
                return Ok(Delivered::Push(self.stop_iteration_value(exc)));
            }
            (_, outcome) => outcome.value(self)?,
        };
        Ok(match on_return {
            OnReturn::Discard => Delivered::Nothing,
            OnReturn::Method => {
                self.push_operand(top, value);
                Delivered::Push(Value::Unbound)
            }
            OnReturn::Init(instance) => match value {
                Value::None => Delivered::Push(instance.into()),
                other => return Err(errors::init_result(self, other)),
            },
            OnReturn::Bool => match value {
                Value::Bool(_) => self.again_with(top, value),
                other => {
                    let message = format!("__bool__ should return bool, returned {}", self.type_name(other));
                    return Err(errors::type_error(self, message));
                }
            },
            OnReturn::Length => {
                let length = self.length_answer(value)?;
                self.again_with(top, Value::Bool(length != 0))
            }
            OnReturn::Truth { negate } => match self.truth(value)? {
                super::truth::Truth::Known(truth) => Delivered::Push(Value::Bool(truth != negate)),
                // The answer is an object with its own idea of truth: ask it, by the instruction after.
                _ => Delivered::Push(value),
            },
            OnReturn::Unpack => {
                let items: Vec<Value> = self.tuple_of(value).unwrap_or(&[]).to_vec();
                items.iter().rev().for_each(|&item| self.push_operand(top, item));
                Delivered::Nothing
            }
            OnReturn::GroupMatch => {
                let items: Vec<Value> = self.tuple_of(value).unwrap_or(&[]).to_vec();
                if let Some(&matched) = items.first().filter(|matched| !matched.is_none()) {
                    self.set_handled(top, matched);
                }
                items.iter().rev().for_each(|&item| self.push_operand(top, item));
                Delivered::Nothing
            }
            _ => Delivered::Push(value),
        })
    }

    /// What `Send` delegated to has ended, one way or the other.
    #[inline]
    fn delegated(&mut self, top: FrameId, outcome: Outcome) -> Result<Delivered, Raised> {
        let receiver = self.peek_operand(top);
        let outcome = self.async_step_outcome(receiver, outcome);
        match outcome {
            Outcome::Raised(exc) => Err(Raised(exc)),
            Outcome::Start => Ok(Delivered::Nothing),
            Outcome::Returned(value) | Outcome::Finished(value) => {
                self.pop_operand(top);
                Ok(Delivered::Push(value))
            }
        }
    }

    /// The outcome of an `asend`, `athrow` or `aclose` in terms of what it drives; other receivers' pass unchanged.
    pub(crate) fn async_step_outcome(&mut self, receiver: Value, outcome: Outcome) -> Outcome {
        let Some(Data::AsyncGenStep(step)) = self.data(receiver) else { return outcome };
        let (action, over) = (step.action, step.state == StepState::Closed);
        self.close_async_step(receiver);
        // A generator that had ended before was not asked anything.
        if over || !matches!(action, AsyncGenAction::Close) {
            return outcome;
        }
        match outcome {
            Outcome::Finished(_) | Outcome::Returned(_) => {
                let raised = errors::runtime_error(self, "async generator ignored GeneratorExit");
                Outcome::Raised(raised.0)
            }
            Outcome::Raised(exc)
                if self.is_instance(exc, types::STOP_ASYNC_ITERATION)
                    || self.is_instance(exc, types::GENERATOR_EXIT) =>
            {
                Outcome::Finished(Value::None)
            }
            other => other,
        }
    }

    /// The end of a `for`: its iterator goes.
    #[inline]
    fn exhausted(&mut self, top: FrameId, target: u32) -> Delivered {
        if let Some(frame) = self.frames.python_mut(top) {
            frame.slots.pop();
            frame.ip = target;
        }
        Delivered::Nothing
    }

    /// Runs the instruction that asked once more, now with the answer on the stack.
    #[inline]
    fn again_with(&mut self, top: FrameId, value: Value) -> Delivered {
        if let Some(frame) = self.frames.python_mut(top) {
            frame.ip = frame.ip.saturating_sub(1);
        }
        Delivered::Push(value)
    }

    #[inline]
    pub(super) fn push_operand(&mut self, frame: FrameId, value: Value) {
        if let Some(frame) = self.frames.python_mut(frame) {
            frame.slots.push(value);
        }
    }

    #[inline]
    pub(super) fn pop_operand(&mut self, frame: FrameId) -> Value {
        self.frames.python_mut(frame).and_then(|f| f.slots.pop()).unwrap_or_default()
    }

    #[inline]
    pub(super) fn peek_operand(&self, frame: FrameId) -> Value {
        self.frames.python(frame).and_then(|f| f.slots.last().copied()).unwrap_or_default()
    }

    /// Raises in the top frame: at its handler, or by unwinding it. `note` adds the frame to the traceback.
    #[inline]
    pub(super) fn raise_in_top(&mut self, fiber: &mut Fiber, exc: Value, note: bool) -> Flow {
        let Some(top) = fiber.top else {
            fiber.pending = Some(Pending::Deliver(OnReturn::Push, Outcome::Raised(exc)));
            return Flow::On;
        };
        let Some(frame) = self.frames.python_mut(top) else {
            fiber.pending = Some(Pending::Deliver(OnReturn::Native, Outcome::Raised(exc)));
            return Flow::On;
        };
        let (code_id, ip) = (frame.code, frame.ip.saturating_sub(1));
        let code = self.code(code_id).clone();
        if note && self.stops_at_raise(&code, exc) {
            fiber.pending = Some(Pending::Raise(exc));
            return Flow::Leave(Exit::Raise { exc });
        }
        if note && let Some(e) = self.exception_mut(exc) {
            e.traceback.push(TraceEntry { code: code_id, ip });
            if e.traceback.len() == 1 && !e.extra[0].is_unbound() {
                self.note_scene(top, exc);
            }
        }
        let handler = code.handlers.iter().find(|h| h.start <= ip && ip < h.end);
        match (handler, self.frames.python_mut(top)) {
            (Some(handler), Some(frame)) => {
                let lost = frame.slots.split_off(code.locals.len() + handler.depth as usize);
                frame.slots.push(exc);
                frame.ip = handler.target;
                if self.watching {
                    lost.into_iter().for_each(|value| self.drop_value(value, &[]));
                }
            }
            _ => {
                self.note_asked(top, exc);
                self.leave_frame(fiber, top, Outcome::Raised(exc));
            }
        }
        Flow::On
    }

    /// Ends a Python frame and hands its outcome on.
    #[inline]
    pub(super) fn leave_frame(&mut self, fiber: &mut Fiber, top: FrameId, outcome: Outcome) {
        if self.watching {
            self.frame_ends(top, outcome);
        }
        let frame = self.frames.get_mut(top);
        let (back, on_return) = (frame.back, frame.on_return);
        fiber.top = back;
        let mut outcome = outcome;
        if let Body::Python(python) = &mut frame.body {
            let (slots, generator) = (std::mem::take(&mut python.slots), python.generator);
            self.frames.leave(top, slots);
            if let Some(generator) = generator
                && let Data::Generator(g) = self.heap.data_mut(generator)
            {
                let counted = g.counted;
                g.state = GeneratorState::Closed;
                g.frame = None;
                g.top = None;
                g.delegated = false;
                outcome = match (g.kind, outcome) {
                    (CodeKind::AsyncGenerator, Outcome::Returned(_)) => {
                        Outcome::Raised(self.exception(types::STOP_ASYNC_ITERATION, &[]))
                    }
                    (_, Outcome::Returned(value)) => Outcome::Finished(value),
                    (_, other) => other,
                };
                if counted {
                    self.discount_generator(generator);
                }
            }
        }
        if let (OnReturn::Delegate, Outcome::Finished(value), Some(back)) = (on_return, outcome, back)
            && !(self.watching && self.is_look_due())
            && let Value::Obj(ended) = self.peek_operand(back)
            && let Data::Generator(g) = self.heap.data(ended)
        {
            let lone = g.lone;
            // What awaited goes on at once.
            self.work += 1;
            self.top = fiber.top;
            self.pop_operand(back);
            if self.watching {
                self.arrived(back, value);
            } else if lone
                && let Some(Data::Generator(g)) = self.heap.release(ended).map(|object| object.data)
            {
                self.spare = Some(g);
            }
            self.push_operand(back, value);
            return;
        }
        fiber.pending = Some(match self.watching && self.is_look_due() {
            true => Pending::Enter(on_return, Vm::look_first(outcome)),
            false => Pending::Deliver(on_return, outcome),
        });
    }
}

/// What an outcome does to the frame it is delivered to.
enum Delivered {
    Push(Value),
    Nothing,
    /// The frame passes a yielded value on.
    Suspend(Value),
}
