//! Instructions that are not done at once: each is a function that finds its frame parked, and says which frame goes on.
//!
//! All are generic over something that is always true, so that they are compiled where the loop is: see `loopthread-engine`.

use super::stack::{Slots, push};
use super::{After, Next};
use crate::code::{Binary, Compare, Instr, Op};
use crate::errors;
use crate::frame::{FrameId, OnReturn};
use crate::load::Code;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::run::{Exit, Fiber, Flow};
use crate::vm::truth::{Asked, Truth};

impl Vm {
    /// Puts a running frame's state back into the slab.
    #[inline(always)]
    pub(super) fn park(&mut self, top: FrameId, ip: usize, slots: Slots) {
        if let Some(frame) = self.frames.python_mut(top) {
            frame.ip = ip as u32;
            frame.slots = slots;
        }
    }

    /// Takes it out again, to go on.
    #[inline(always)]
    pub(super) fn unpark(&mut self, top: FrameId) -> (Slots, usize) {
        match self.frames.python_mut(top) {
            Some(frame) => (std::mem::take(&mut frame.slots), frame.ip as usize),
            None => (Slots::new(), usize::MAX),
        }
    }

    /// Whether a budget is used up, or a collection is due.
    #[inline]
    pub(in crate::vm) fn safe_point(&mut self) -> Option<Exit> {
        // The interval first: where a slice ends, too, the switch must be the same.
        if self.work >= self.interval_end {
            Some(Exit::Switch)
        } else if self.work >= self.slice_end {
            Some(Exit::Slice)
        } else if self.heap.wants_collection() {
            Some(Exit::Collect)
        } else {
            None
        }
    }

    /// Leaves the frame to see who is dead; then it goes on.
    #[cold]
    pub(super) fn look_now(&mut self, fiber: &mut Fiber, top: FrameId, ip: usize, slots: Slots) -> Flow {
        self.park(top, ip, slots);
        self.act(fiber, OnReturn::Discard, Vm::look())
    }

    /// Whether the parked frame has lost something that must be looked at now.
    #[inline]
    fn lost_by_parked(&mut self, top: FrameId) -> bool {
        if self.watching && self.nothing_fresh() {
            return self.is_look_due();
        }
        self.watching && {
            let (slots, ip) = self.unpark(top);
            let lost = self.lost(Value::None, &slots);
            self.park(top, ip, slots);
            lost
        }
    }

    /// What an instruction of the parked frame came to.
    #[inline(never)]
    pub(super) fn conclude<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        next: Next,
    ) -> After {
        match next {
            Next::Jump(target) => {
                if let Some(frame) = self.frames.python_mut(top) {
                    frame.ip = target;
                }
                After::Same
            }
            Next::Go | Next::Act(OnReturn::Push | OnReturn::Discard, Ok(Action::Return(_))) => {
                if let Next::Act(OnReturn::Push, Ok(Action::Return(value))) = next {
                    self.push_operand(top, value);
                }
                match self.lost_by_parked(top) {
                    true => After::Leave(self.act(fiber, OnReturn::Discard, Vm::look())),
                    false => After::Same,
                }
            }
            Next::Act(on_return, result) => {
                let result = match result {
                    Err(raised) if self.lost_by_parked(top) => {
                        Ok(Action::Enter(Vm::look_first(Outcome::Raised(raised.0))))
                    }
                    result => result,
                };
                After::Leave(self.act(fiber, on_return, result))
            }
            Next::Reraise(exc) => After::Leave(self.raise_in_top(fiber, exc, false)),
        }
    }

    /// The result of an instruction that pushes one.
    #[inline(always)]
    pub(super) fn push_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        result: NativeResult,
    ) -> After {
        match result {
            Ok(Action::Return(value)) if !self.watching => {
                self.push_operand(top, value);
                After::Same
            }
            result => self.conclude::<IN_ENGINE>(fiber, top, Next::Act(OnReturn::Push, result)),
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn unbound<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        name: Id,
    ) -> After {
        let raised = errors::unbound_local(self, name);
        self.conclude::<IN_ENGINE>(fiber, top, raised.into())
    }

    #[inline(never)]
    pub(super) fn binary_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        op: Binary,
        inplace: bool,
        a: Value,
        b: Value,
    ) -> After {
        let result = self.binary(op, inplace, a, b);
        self.push_parked::<IN_ENGINE>(fiber, top, result)
    }

    #[inline(never)]
    pub(super) fn compare_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        op: Compare,
        a: Value,
        b: Value,
    ) -> After {
        let result = self.compare(op, a, b);
        self.push_parked::<IN_ENGINE>(fiber, top, result)
    }

    #[inline(never)]
    pub(super) fn get_item_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        object: Value,
        key: Value,
    ) -> After {
        let result = self.get_item(object, key);
        self.push_parked::<IN_ENGINE>(fiber, top, result)
    }

    #[inline(never)]
    pub(super) fn set_item_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        object: Value,
        key: Value,
        value: Value,
    ) -> After {
        if self.watching {
            self.note_item(object, key);
        }
        let result = self.set_item(object, key, value);
        self.conclude::<IN_ENGINE>(fiber, top, Next::Act(OnReturn::Discard, result))
    }

    /// The next item of a `for`, or its end.
    #[inline(never)]
    pub(super) fn next_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        iterator: Value,
        exhausted: u32,
    ) -> After {
        let on_return = OnReturn::NextItem { exhausted };
        let walked = if self.watching { self.walked(iterator) } else { Value::None };
        match self.next(iterator) {
            Ok(Action::Return(item)) => {
                self.push_operand(top, item);
                After::Same
            }
            Ok(Action::Finished(_)) => {
                let (mut slots, ip) = self.unpark(top);
                slots.pop();
                if self.watching && self.lost(walked, &slots) {
                    // In the line of the loop.
                    slots.push(Value::None);
                    self.park(top, ip, slots);
                    let look = Action::Enter(Vm::look_first(Outcome::Finished(Value::None)));
                    return After::Leave(self.act(fiber, on_return, Ok(look)));
                }
                self.park(top, exhausted as usize, slots);
                After::Same
            }
            Ok(Action::Resume(generator, input)) => {
                self.work += 1;
                match self.resume_generator(fiber, generator, input, on_return) {
                    None if fiber.pending.is_none() => After::Other,
                    None => After::Leave(Flow::On),
                    Some(result) => After::Leave(self.act(fiber, on_return, result)),
                }
            }
            other => self.conclude::<IN_ENGINE>(fiber, top, Next::Act(on_return, other)),
        }
    }

    /// Jumps if the operand is as true as it should be.
    #[inline(never)]
    pub(super) fn jump_by_truth<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        jumps_on: bool,
        target: u32,
    ) -> After {
        let value = self.pop_operand(top);
        match self.ask_truth(value) {
            Ok(truth) => {
                if truth == jumps_on
                    && let Some(frame) = self.frames.python_mut(top)
                {
                    frame.ip = target;
                }
                After::Same
            }
            Err(next) => self.conclude::<IN_ENGINE>(fiber, top, *next),
        }
    }

    /// Pushes whether the operand is true, or not.
    #[inline(never)]
    pub(super) fn push_truth<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        negate: bool,
    ) -> After {
        let value = self.pop_operand(top);
        match self.ask_truth(value) {
            Ok(truth) => {
                self.push_operand(top, Value::Bool(truth != negate));
                After::Same
            }
            Err(next) => self.conclude::<IN_ENGINE>(fiber, top, *next),
        }
    }

    #[inline]
    fn ask_truth(&mut self, value: Value) -> Result<bool, Box<Next>> {
        match self.truth(value) {
            // A new object that only this test holds dies of it.
            Ok(Truth::Known(truth)) if self.watching && self.lost_if_fresh(value) => {
                let truth = Outcome::Returned(Value::Bool(truth));
                Err(Box::new(Next::Act(OnReturn::Bool, Ok(Action::Enter(Vm::look_first(truth))))))
            }
            Ok(Truth::Known(truth)) => Ok(truth),
            Ok(Truth::Call(method, args, asked)) => {
                let on_return = match asked {
                    Asked::Bool => OnReturn::Bool,
                    Asked::Length => OnReturn::Length,
                };
                Err(Box::new(Next::Act(on_return, Ok(Action::call(method, args)))))
            }
            Err(raised) => Err(Box::new(Next::from(raised))),
        }
    }

    /// All other instructions.
    #[inline(never)]
    pub(super) fn control<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        instr: Instr,
        code: &Code,
    ) -> After {
        if instr.op() == Op::Stop {
            return self.at_stop(top, instr, code);
        }
        let (mut slots, ip) = self.unpark(top);
        if self.watching {
            self.note_overwritten(top, instr, code, &slots);
        }
        let next = match self.step_names(top, instr, code, &mut slots) {
            Some(next) => next,
            None => match self.step_build(instr, code, &mut slots) {
                Some(next) => next,
                None => self.step_control(top, instr, code, &mut slots),
            },
        };
        if let Next::Act(OnReturn::Push, Ok(Action::Return(value))) = next
            && !self.watching
        {
            push(&mut slots, value);
            self.park(top, ip, slots);
            return After::Same;
        }
        self.park(top, ip, slots);
        match next {
            Next::Go if !self.watching => After::Same,
            next => self.conclude::<IN_ENGINE>(fiber, top, next),
        }
    }

    /// What follows a call of the parked frame `top`.
    #[inline]
    pub(super) fn after_call(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        on_return: OnReturn,
        result: Option<NativeResult>,
    ) -> After {
        match result {
            None if fiber.pending.is_none() => After::Other,
            None => After::Leave(Flow::On),
            Some(Ok(Action::Return(value))) => {
                self.push_operand(top, value);
                let exit = if on_return == OnReturn::Called { self.safe_point() } else { None };
                exit.map_or(After::Other, |exit| After::Leave(Flow::Leave(exit)))
            }
            Some(result) => After::Leave(self.act(fiber, on_return, result)),
        }
    }

    /// A name that neither the program nor the builtins have. Code that was typed into a console may mean a module that is
    /// loaded: found here, last of all, it is in nobody's namespace.
    #[cold]
    #[inline(never)]
    pub(super) fn missing_global<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        code: &Code,
        name: Id,
    ) -> After {
        let result = self.module_for_console(code, name).map(Action::Return);
        self.push_parked::<IN_ENGINE>(fiber, top, result)
    }
}
