//! The inner loop: instructions of one Python frame.
//!
//! Locals and operands of the frame are taken out of the slab while it runs and put back whenever anything else may look at them:
//! before a call, an exception, or leaving. Work is charged on backward jumps and calls; only there, and on function entry, is a
//! budget looked at (the places where CPython 3.13 checks its eval breaker).

mod after;
mod attributes;
mod build;
mod calls;
mod control;
mod matching;
mod names;
mod quick;
mod stack;

use std::rc::Rc;

use super::Vm;
use super::arith;
use super::cache::Hit;
use super::call::CALL_WORK;
use super::run::{Exit, Fiber, Flow};
use super::truth::plain_truth;
use crate::code::{Binary, CodeKind, Compare, Op};
use crate::frame::{FrameId, OnReturn};
use crate::load::{Code, CodeId};
use crate::native::{NativeResult, Outcome, Raised};
use crate::value::Value;

use stack::{pop, push, push_slot};

/// What an instruction comes to that is not done at once.
enum Next {
    Go,
    Jump(u32),
    /// Something else must happen; its result is handled so.
    Act(OnReturn, NativeResult),
    /// Raise without adding this frame to the traceback again.
    Reraise(Value),
}

/// Which frame goes on after a frame was parked.
pub(super) enum After {
    /// The parked one.
    Same,
    /// The one that is on top now.
    Other,
    Leave(Flow),
}

impl From<Raised> for Next {
    fn from(raised: Raised) -> Next {
        Next::Act(OnReturn::Push, Err(raised))
    }
}

impl Vm {
    /// Runs Python frames until something else must happen, or the loop is to be left. Plain calls and returns, and
    /// items of generators, go from frame to frame in here.
    #[inline]
    pub(super) fn step(&mut self, fiber: &mut Fiber) -> Flow {
        let mut running: Option<(CodeId, Rc<Code>)> = None;
        loop {
            self.top = fiber.top;
            let Some((top, frame)) = fiber.top.and_then(|top| Some((top, self.frames.python_mut(top)?)))
            else {
                return Flow::Leave(Exit::Bug("the top frame is not a Python frame".into()));
            };
            let id = frame.code;
            let code = match &mut running {
                Some((same, code)) if *same == id => code,
                // Counted anew only where the code is another.
                running => &mut running.insert((id, self.codes[id.0 as usize].clone())).1,
            };
            if let Some(flow) = self.step_frame::<true>(fiber, top, code) {
                return flow;
            }
        }
    }

    /// Runs one frame. Nothing if another is on top.
    ///
    /// **What is not done at once is done by a function, with the frame parked**, and what it comes to is an [`After`] in memory: the
    /// loop's own words are the stack and `ip`, and no branch leaves some others half-made, which an engine's compiler would
    /// carry around.
    #[inline(always)]
    fn step_frame<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        code: &Code,
    ) -> Option<Flow> {
        let frame = self.frames.python_mut(top)?;
        let mut slots = std::mem::take(&mut frame.slots);
        let mut ip = frame.ip as usize;
        let globals = frame.globals;
        let instrs = &code.instrs[..];
        if self.watching && self.lost(Value::None, &slots) {
            return Some(self.look_now(fiber, top, ip, slots));
        }
        if (ip == 0 || instrs.get(ip - 1).is_some_and(|i| i.op() == Op::Yield))
            && let Some(exit) = self.safe_point()
        {
            self.park(top, ip, slots);
            return Some(Flow::Leave(exit));
        }
        loop {
            let Some(&instr) = instrs.get(ip) else {
                self.park(top, ip, slots);
                let message = format!("ran past the end of {}", self.text(code.qualname));
                return Some(Flow::Leave(Exit::Bug(message)));
            };
            ip += 1;
            let arg = instr.arg() as usize;
            let after = match instr.op() {
                Op::LoadFastSure => {
                    push_slot(&mut slots, arg);
                    continue;
                }
                Op::LoadFastPair => {
                    push_slot(&mut slots, arg & 0xfff);
                    push_slot(&mut slots, arg >> 12);
                    continue;
                }
                Op::LoadFast => {
                    if !slots[arg].is_unbound() {
                        push_slot(&mut slots, arg);
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.unbound::<IN_ENGINE>(fiber, top, code.locals[arg])
                }
                Op::StoreFast => {
                    let value = pop(&mut slots);
                    let old = std::mem::replace(&mut slots[arg], value);
                    if self.watching && self.lost(old, &slots) {
                        return Some(self.look_now(fiber, top, ip, slots));
                    }
                    continue;
                }
                Op::LoadConst => {
                    push(&mut slots, code.consts[arg]);
                    continue;
                }
                Op::LoadSmallInt => {
                    push(&mut slots, Value::Int(arg as i64));
                    continue;
                }
                Op::LoadNone => {
                    push(&mut slots, Value::None);
                    continue;
                }
                Op::LoadUnbound => {
                    push(&mut slots, Value::Unbound);
                    continue;
                }
                Op::Pop => {
                    let value = pop(&mut slots);
                    if self.watching && self.lost(value, &slots) {
                        return Some(self.look_now(fiber, top, ip, slots));
                    }
                    continue;
                }
                Op::Copy => {
                    let at = slots.len() - arg;
                    push_slot(&mut slots, at);
                    continue;
                }
                Op::Swap => {
                    let last = slots.len() - 1;
                    slots.swap(last, last + 1 - arg);
                    continue;
                }
                Op::Jump => {
                    ip = arg;
                    continue;
                }
                Op::JumpBackward => {
                    self.work += (ip - arg.min(ip)) as u64;
                    ip = arg;
                    // A slice may end here, and then its frame is looked through.
                    if self.watching && self.lost(Value::None, &slots) {
                        return Some(self.look_now(fiber, top, ip, slots));
                    }
                    if let Some(exit) = self.safe_point() {
                        self.park(top, ip, slots);
                        return Some(Flow::Leave(exit));
                    }
                    continue;
                }
                op @ (Op::PopJumpIfFalse | Op::PopJumpIfTrue) => {
                    let jumps_on = op == Op::PopJumpIfTrue;
                    if let Some(truth) = plain_truth(slots[slots.len() - 1]) {
                        pop(&mut slots);
                        if truth == jumps_on {
                            ip = arg;
                        }
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.jump_by_truth::<IN_ENGINE>(fiber, top, jumps_on, instr.arg())
                }
                op @ (Op::Not | Op::ToBool) => {
                    let negate = op == Op::Not;
                    let last = slots.len() - 1;
                    if let Some(truth) = plain_truth(slots[last]) {
                        slots[last] = Value::Bool(truth != negate);
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.push_truth::<IN_ENGINE>(fiber, top, negate)
                }
                Op::PopJumpIfNone => {
                    if pop(&mut slots).is_none() {
                        ip = arg;
                    }
                    continue;
                }
                Op::PopJumpIfNotNone => {
                    if !pop(&mut slots).is_none() {
                        ip = arg;
                    }
                    continue;
                }
                Op::BinaryOp => {
                    let b = pop(&mut slots);
                    let last = slots.len() - 1;
                    let (op, inplace) = Binary::decode(instr.arg());
                    if let Some(result) = arith::at_once(op, slots[last], b) {
                        slots[last] = result;
                        continue;
                    }
                    let a = pop(&mut slots);
                    self.park(top, ip, slots);
                    self.binary_parked::<IN_ENGINE>(fiber, top, op, inplace, a, b)
                }
                Op::BinaryInt => {
                    let b = Value::Int((arg >> 5) as i64);
                    let last = slots.len() - 1;
                    let (op, inplace) = Binary::decode(instr.arg() & 31);
                    if let Some(result) = arith::at_once(op, slots[last], b) {
                        slots[last] = result;
                        continue;
                    }
                    let a = pop(&mut slots);
                    self.park(top, ip, slots);
                    self.binary_parked::<IN_ENGINE>(fiber, top, op, inplace, a, b)
                }
                Op::Compare => {
                    let b = pop(&mut slots);
                    let a = pop(&mut slots);
                    let op = Compare::decode(instr.arg());
                    if let Some(result) = self.instant_compare(op, a, b) {
                        // What most comparisons are for is done here and now.
                        match instrs.get(ip).map(|next| (next.op(), next.arg())) {
                            Some((Op::PopJumpIfFalse, target)) => {
                                ip = if result { ip + 1 } else { target as usize };
                            }
                            Some((Op::PopJumpIfTrue, target)) => {
                                ip = if result { target as usize } else { ip + 1 };
                            }
                            _ => push(&mut slots, Value::Bool(result)),
                        }
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.compare_parked::<IN_ENGINE>(fiber, top, op, a, b)
                }
                Op::Is => {
                    let b = pop(&mut slots);
                    let last = slots.len() - 1;
                    slots[last] = Value::Bool(slots[last].is(b) != (arg == 1));
                    continue;
                }
                Op::ForIter => {
                    let iterator = slots[slots.len() - 1];
                    if let Some(item) = self.instant_item(iterator) {
                        match instrs.get(ip) {
                            Some(next) if next.op() == Op::StoreFast && !self.watching => {
                                slots[next.arg() as usize] = item;
                                ip += 1;
                            }
                            _ => push(&mut slots, item),
                        }
                        continue;
                    }
                    let on_return = OnReturn::NextItem { exhausted: instr.arg() };
                    if let Some(resumed) = self.resume_at_yield(top, iterator, on_return) {
                        self.park(top, ip, slots);
                        fiber.top = Some(resumed);
                        return None;
                    }
                    self.park(top, ip, slots);
                    self.next_parked::<IN_ENGINE>(fiber, top, iterator, instr.arg())
                }
                Op::LoadGlobal => {
                    let name = code.names[arg];
                    if let Some(value) = self.cached_global(globals, name, code.global_line(arg)) {
                        push(&mut slots, value);
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.missing_global::<IN_ENGINE>(fiber, top, code, name)
                }
                Op::LoadAttr => {
                    let last = slots.len() - 1;
                    let (name, line) = (code.names[arg], code.attr_line(arg));
                    if let Some(Hit::Value(value)) = self.cached_attr(slots[last], name, line)
                        && (!self.watching || self.nothing_fresh())
                    {
                        slots[last] = value;
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.load_attr_parked::<IN_ENGINE>(fiber, top, name, line)
                }
                Op::LoadFastAttr => {
                    let (object, at) = (slots[arg & 0xfff], arg >> 12);
                    let (name, line) = (code.names[at], code.attr_line(at));
                    if let Some(Hit::Value(value)) = self.cached_attr(object, name, line) {
                        push(&mut slots, value);
                        continue;
                    }
                    push(&mut slots, object);
                    self.park(top, ip, slots);
                    self.load_attr_parked::<IN_ENGINE>(fiber, top, name, line)
                }
                Op::LoadMethod => {
                    let last = slots.len() - 1;
                    let (object, name, line) = (slots[last], code.names[arg], code.attr_line(arg));
                    if let Some(Hit::Method(function)) = self.cached_attr(object, name, line) {
                        slots[last] = function;
                        push(&mut slots, object);
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.load_method_parked::<IN_ENGINE>(fiber, top, name, line)
                }
                Op::LoadFastMethod => {
                    let (object, at) = (slots[arg & 0xfff], arg >> 12);
                    let (name, line) = (code.names[at], code.attr_line(at));
                    if let Some(Hit::Method(function)) = self.cached_attr(object, name, line) {
                        push(&mut slots, function);
                        push(&mut slots, object);
                        continue;
                    }
                    push(&mut slots, object);
                    self.park(top, ip, slots);
                    self.load_method_parked::<IN_ENGINE>(fiber, top, name, line)
                }
                Op::StoreFastAttr => {
                    let (object, at) = (slots[arg & 0xfff], arg >> 12);
                    let value = pop(&mut slots);
                    let (name, line) = (code.names[at], code.attr_line(at));
                    if !self.watching && self.cached_store(object, name, value, line) {
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.store_attr_parked::<IN_ENGINE>(fiber, top, object, name, value, line)
                }
                Op::StoreAttr => {
                    let object = pop(&mut slots);
                    let value = pop(&mut slots);
                    let (name, line) = (code.names[arg], code.attr_line(arg));
                    if !self.watching && self.cached_store(object, name, value, line) {
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.store_attr_parked::<IN_ENGINE>(fiber, top, object, name, value, line)
                }
                Op::GetItem => {
                    let key = pop(&mut slots);
                    let last = slots.len() - 1;
                    let object = slots[last];
                    if let Some(item) = self.instant_get_item(object, key) {
                        slots[last] = item;
                        continue;
                    }
                    pop(&mut slots);
                    self.park(top, ip, slots);
                    self.get_item_parked::<IN_ENGINE>(fiber, top, object, key)
                }
                Op::SetItem => {
                    let key = pop(&mut slots);
                    let object = pop(&mut slots);
                    let value = pop(&mut slots);
                    if !self.watching && self.instant_set_item(object, key, value) {
                        continue;
                    }
                    self.park(top, ip, slots);
                    self.set_item_parked::<IN_ENGINE>(fiber, top, object, key, value)
                }
                Op::Call => {
                    let base = slots.len() - arg - 2;
                    let first = base + 1 + usize::from(slots[base + 1].is_unbound());
                    if let Value::Obj(function) = slots[base]
                        && let Some(entered) =
                            self.enter_function(top, function, &slots[first..], OnReturn::Push)
                    {
                        self.work += CALL_WORK;
                        slots.truncate(base);
                        self.park(top, ip, slots);
                        fiber.top = Some(entered);
                        return None;
                    }
                    self.park(top, ip, slots);
                    self.call_parked::<IN_ENGINE>(fiber, top, arg)
                }
                Op::CallKeywords => {
                    self.park(top, ip, slots);
                    self.call_keywords_parked::<IN_ENGINE>(fiber, top, arg)
                }
                Op::Return => {
                    let value = pop(&mut slots);
                    let Some(back) = self.caller_of(top, &slots, value) else {
                        self.park(top, ip, slots);
                        self.leave_frame(fiber, top, Outcome::Returned(value));
                        return Some(Flow::On);
                    };
                    self.frames.leave(top, slots);
                    fiber.top = Some(back);
                    self.work += 1;
                    return None;
                }
                Op::Yield => {
                    let value = pop(&mut slots);
                    self.park(top, ip, slots);
                    if let Some(back) = self.yield_to_for(top, value) {
                        fiber.top = Some(back);
                        return None;
                    }
                    match code.kind {
                        CodeKind::AsyncGenerator => self.async_yield(fiber, top, value),
                        _ => self.suspend(fiber, top, value),
                    }
                    return Some(Flow::On);
                }
                Op::GetAwaitable if self.is_new_coroutine(slots[slots.len() - 1]) => continue,
                Op::Send => {
                    let value = pop(&mut slots);
                    let receiver = slots[slots.len() - 1];
                    self.park(top, ip, slots);
                    match self.send(fiber, receiver, value) {
                        Flow::On if fiber.pending.is_none() => return None,
                        flow => return Some(flow),
                    }
                }
                _ => {
                    self.park(top, ip, slots);
                    self.control::<IN_ENGINE>(fiber, top, instr, code)
                }
            };
            match after {
                After::Same => (slots, ip) = self.unpark(top),
                After::Other => return None,
                After::Leave(flow) => return Some(flow),
            }
        }
    }
}
