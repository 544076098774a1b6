//! The inner loop: instructions of one Python frame.
//!
//! Locals and operands of the frame are taken out of the slab while it runs and put back whenever anything else may look at them:
//! before a call, an exception, or leaving. Work is charged on backward jumps and calls; only there, and on function entry, is a
//! budget looked at (the places where CPython 3.13 checks its eval breaker).

mod build;
mod calls;
mod control;
mod matching;
mod names;
mod quick;
mod stack;

use super::Vm;
use super::arith;
use super::attr::Found;
use super::cache::Hit;
use super::run::{Exit, Fiber, Flow};
use super::truth::{Asked, Truth};
use crate::code::{Binary, CodeKind, Compare, Instr, Op};
use crate::errors;
use crate::frame::{FrameId, OnReturn};
use crate::load::Code;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::value::Value;

use calls::Called;
use stack::{Slots, make_room, pop, push, push_slot};

/// What an instruction comes to.
enum Next {
    Go,
    Jump(u32),
    /// Something else must happen; its result is handled so.
    Act(OnReturn, NativeResult),
    /// Raise without adding this frame to the traceback again.
    Reraise(Value),
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
        'frame: loop {
            self.top = fiber.top;
            let Some((top, frame)) = fiber.top.and_then(|top| Some((top, self.frames.python_mut(top)?)))
            else {
                return Flow::Leave(Exit::Bug("the top frame is not a Python frame".into()));
            };
            let mut slots = std::mem::take(&mut frame.slots);
            let mut ip = frame.ip as usize;
            let globals = frame.globals;
            let code = self.codes[frame.code.0 as usize].clone();
            let instrs = &code.instrs[..];
            if self.watching && self.lost(Value::None, &slots) {
                return self.look_now(fiber, top, ip, slots);
            }
            if (ip == 0 || instrs.get(ip - 1).is_some_and(|i| i.op() == Op::Yield))
                && let Some(exit) = self.safe_point()
            {
                self.park(top, ip, slots);
                return Flow::Leave(exit);
            }
            loop {
                let Some(&instr) = instrs.get(ip) else {
                    self.park(top, ip, slots);
                    let message = format!("ran past the end of {}", self.text(code.qualname));
                    return Flow::Leave(Exit::Bug(message));
                };
                ip += 1;
                let arg = instr.arg() as usize;
                let next = match instr.op() {
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
                        Next::from(errors::unbound_local(self, code.locals[arg]))
                    }
                    Op::StoreFast => {
                        let value = pop(&mut slots);
                        let old = std::mem::replace(&mut slots[arg], value);
                        if self.watching && self.lost(old, &slots) {
                            return self.look_now(fiber, top, ip, slots);
                        }
                        continue;
                    }
                    Op::LoadConst => {
                        make_room(&mut slots);
                        slots.push(code.consts[arg]);
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
                            return self.look_now(fiber, top, ip, slots);
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
                            return self.look_now(fiber, top, ip, slots);
                        }
                        if let Some(exit) = self.safe_point() {
                            self.park(top, ip, slots);
                            return Flow::Leave(exit);
                        }
                        continue;
                    }
                    Op::PopJumpIfFalse => match self.truth_of(pop(&mut slots)) {
                        Ok(true) => continue,
                        Ok(false) => {
                            ip = arg;
                            continue;
                        }
                        Err(next) => *next,
                    },
                    Op::PopJumpIfTrue => match self.truth_of(pop(&mut slots)) {
                        Ok(false) => continue,
                        Ok(true) => {
                            ip = arg;
                            continue;
                        }
                        Err(next) => *next,
                    },
                    Op::Not => match self.truth_of(pop(&mut slots)) {
                        Ok(truth) => {
                            push(&mut slots, Value::Bool(!truth));
                            continue;
                        }
                        Err(next) => *next,
                    },
                    Op::ToBool => match self.truth_of(pop(&mut slots)) {
                        Ok(truth) => {
                            push(&mut slots, Value::Bool(truth));
                            continue;
                        }
                        Err(next) => *next,
                    },
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
                        let a = pop(&mut slots);
                        let (op, inplace) = Binary::decode(instr.arg());
                        if let (Value::Int(x), Value::Int(y), Binary::Add | Binary::Sub) = (a, b, op) {
                            let sum = if op == Binary::Add { x.checked_add(y) } else { x.checked_sub(y) };
                            if let Some(sum) = sum {
                                push(&mut slots, Value::Int(sum));
                                continue;
                            }
                        }
                        if let Some(result) = arith::instant(op, a, b) {
                            push(&mut slots, result);
                            continue;
                        }
                        Next::Act(OnReturn::Push, self.binary(op, inplace, a, b))
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
                        Next::Act(OnReturn::Push, self.compare(op, a, b))
                    }
                    Op::Is => {
                        let b = pop(&mut slots);
                        let a = pop(&mut slots);
                        push(&mut slots, Value::Bool(a.is(b) != (arg == 1)));
                        continue;
                    }
                    Op::ForIter => {
                        let iterator = slots.last().copied().unwrap_or_default();
                        if let Some(item) = self.instant_item(iterator) {
                            push(&mut slots, item);
                            continue;
                        }
                        let on_return = OnReturn::NextItem { exhausted: instr.arg() };
                        let walked = if self.watching { self.walked(iterator) } else { Value::None };
                        match self.next(iterator) {
                            Ok(Action::Return(item)) => {
                                push(&mut slots, item);
                                continue;
                            }
                            Ok(Action::Finished(_)) => {
                                slots.pop();
                                ip = arg;
                                if self.watching && self.lost(walked, &slots) {
                                    return self.look_now(fiber, top, ip, slots);
                                }
                                continue;
                            }
                            Ok(Action::Resume(generator, input)) => {
                                self.park(top, ip, slots);
                                self.work += 1;
                                match self.resume_generator(fiber, generator, input, on_return) {
                                    None if fiber.pending.is_none() => continue 'frame,
                                    None => return Flow::On,
                                    Some(result) => return self.act(fiber, on_return, result),
                                }
                            }
                            other => Next::Act(on_return, other),
                        }
                    }
                    Op::LoadGlobal => {
                        let name = code.names[arg];
                        match self.cached_global(globals, name, code.global_line(arg)) {
                            Some(value) => {
                                push(&mut slots, value);
                                continue;
                            }
                            None => match self.missing_global(&code, name) {
                                Ok(value) => {
                                    slots.push(value);
                                    continue;
                                }
                                Err(raised) => Next::from(raised),
                            },
                        }
                    }
                    Op::LoadAttr => {
                        let object = pop(&mut slots);
                        let (name, line) = (code.names[arg], code.attr_line(arg));
                        match self.cached_attr(object, name, line) {
                            Some(Hit::Value(value)) => {
                                push(&mut slots, value);
                                if self.watching && self.lost_if_fresh(object) {
                                    return self.look_now(fiber, top, ip, slots);
                                }
                                continue;
                            }
                            Some(Hit::Method(function)) => {
                                push(&mut slots, self.bound_method(function, object));
                                continue;
                            }
                            Some(Hit::Getter(get)) => {
                                self.park(top, ip, slots);
                                let result = get(self, &Args::of(&[object]));
                                slots = self.unpark(top);
                                Next::Act(OnReturn::Push, result)
                            }
                            None => {
                                let result = self.load_attr(object, name);
                                if matches!(result, Ok(Action::Return(_))) {
                                    self.learn_attr(object, name, line);
                                }
                                Next::Act(OnReturn::Push, result)
                            }
                        }
                    }
                    Op::LoadMethod => {
                        let object = pop(&mut slots);
                        let (name, line) = (code.names[arg], code.attr_line(arg));
                        match self.cached_attr(object, name, line) {
                            Some(Hit::Method(function)) => {
                                push(&mut slots, function);
                                push(&mut slots, object);
                                continue;
                            }
                            Some(Hit::Value(value)) => {
                                push(&mut slots, value);
                                push(&mut slots, Value::Unbound);
                                continue;
                            }
                            Some(Hit::Getter(_)) | None => {}
                        }
                        match self.find_attr(object, name) {
                            Ok(Found::Method(function, this)) => {
                                self.learn_attr(object, name, line);
                                push(&mut slots, function);
                                push(&mut slots, this);
                                continue;
                            }
                            Ok(Found::Value(value)) => {
                                self.learn_attr(object, name, line);
                                push(&mut slots, value);
                                push(&mut slots, Value::Unbound);
                                continue;
                            }
                            Ok(Found::Act(action)) => Next::Act(OnReturn::Method, Ok(action)),
                            Err(raised) => Next::from(raised),
                        }
                    }
                    Op::StoreAttr => {
                        let object = pop(&mut slots);
                        let value = pop(&mut slots);
                        let (name, line) = (code.names[arg], code.attr_line(arg));
                        if self.watching {
                            self.note_attr(object, name);
                        }
                        if self.cached_store(object, name, value, line) {
                            if !self.watching {
                                continue;
                            }
                            Next::Go
                        } else {
                            let result = self.store_attr(object, name, value);
                            if matches!(result, Ok(Action::Return(_))) {
                                self.learn_attr(object, name, line);
                            }
                            Next::Act(OnReturn::Discard, result)
                        }
                    }
                    Op::GetItem => {
                        let key = pop(&mut slots);
                        let object = pop(&mut slots);
                        if let Some(item) = self.instant_get_item(object, key) {
                            push(&mut slots, item);
                            continue;
                        }
                        Next::Act(OnReturn::Push, self.get_item(object, key))
                    }
                    Op::SetItem => {
                        let key = pop(&mut slots);
                        let object = pop(&mut slots);
                        let value = pop(&mut slots);
                        if self.watching {
                            self.note_item(object, key);
                        }
                        match self.instant_set_item(object, key, value) {
                            true if !self.watching => continue,
                            true => Next::Go,
                            false => Next::Act(OnReturn::Discard, self.set_item(object, key, value)),
                        }
                    }
                    Op::Call => match self.call_from(fiber, top, ip, &mut slots, arg) {
                        Called::Pushed if self.watching && self.lost(Value::None, &slots) => {
                            return self.look_now(fiber, top, ip, slots);
                        }
                        Called::Pushed => match self.safe_point() {
                            None => continue,
                            Some(exit) => {
                                self.park(top, ip, slots);
                                return Flow::Leave(exit);
                            }
                        },
                        Called::Entered => {
                            self.park(top, ip, slots);
                            continue 'frame;
                        }
                        Called::Act(result) => Next::Act(OnReturn::Push, result),
                        Called::Args(callee, args) => {
                            self.park(top, ip, slots);
                            let result = self.call_value(fiber, callee, args, OnReturn::Push);
                            match self.after_call(fiber, top, result) {
                                None => continue 'frame,
                                Some(flow) => return flow,
                            }
                        }
                    },
                    Op::CallKeywords => {
                        let names = pop(&mut slots);
                        let base = slots.len() - arg - 2;
                        let callee = slots[base];
                        let first = base + 1 + usize::from(slots[base + 1].is_unbound());
                        let keywords =
                            self.tuple_of(names).unwrap_or(&[]).iter().filter_map(|n| n.id()).collect();
                        let args = Args { keywords, ..Args::of(&slots[first..]) };
                        slots.truncate(base);
                        self.park(top, ip, slots);
                        let result = self.call_value(fiber, callee, args, OnReturn::Push);
                        match self.after_call(fiber, top, result) {
                            None => continue 'frame,
                            Some(flow) => return flow,
                        }
                    }
                    Op::Return => {
                        let value = pop(&mut slots);
                        match self.return_to_caller(fiber, top, slots, value) {
                            None => continue 'frame,
                            Some(slots) => {
                                self.park(top, ip, slots);
                                self.leave_frame(fiber, top, Outcome::Returned(value));
                                return Flow::On;
                            }
                        }
                    }
                    Op::Yield => {
                        let value = pop(&mut slots);
                        self.park(top, ip, slots);
                        match code.kind {
                            CodeKind::AsyncGenerator => self.async_yield(fiber, top, value),
                            _ => self.suspend(fiber, top, value),
                        }
                        if self.take_item(fiber) {
                            continue 'frame;
                        }
                        return Flow::On;
                    }
                    Op::Send => {
                        let value = pop(&mut slots);
                        let receiver = slots.last().copied().unwrap_or_default();
                        self.park(top, ip, slots);
                        match self.send(fiber, receiver, value) {
                            Flow::On if fiber.pending.is_none() => continue 'frame,
                            flow => return flow,
                        }
                    }
                    _ => {
                        let mut lent = std::mem::take(&mut slots);
                        if self.watching {
                            self.note_overwritten(top, instr, &code, &lent);
                        }
                        let next = self.control(top, instr, &code, &mut lent);
                        slots = lent;
                        match next {
                            Next::Go if !self.watching => continue,
                            next => next,
                        }
                    }
                };
                match next {
                    Next::Jump(target) => ip = target as usize,
                    Next::Go | Next::Act(OnReturn::Push | OnReturn::Discard, Ok(Action::Return(_))) => {
                        if let Next::Act(OnReturn::Push, Ok(Action::Return(value))) = next {
                            push(&mut slots, value);
                        }
                        if self.watching && self.lost(Value::None, &slots) {
                            return self.look_now(fiber, top, ip, slots);
                        }
                    }
                    Next::Act(on_return, result) => {
                        let result = match result {
                            Err(raised) if self.watching && self.lost(Value::None, &slots) => {
                                Ok(Action::Enter(Vm::look_first(Outcome::Raised(raised.0))))
                            }
                            result => result,
                        };
                        self.park(top, ip, slots);
                        return self.act(fiber, on_return, result);
                    }
                    Next::Reraise(exc) => {
                        self.park(top, ip, slots);
                        self.raise_in_top(fiber, exc, false);
                        return Flow::On;
                    }
                }
            }
        }
    }

    /// What follows a call of the parked frame `top`: nothing, if a frame was pushed or the result is there.
    #[inline]
    fn after_call(&mut self, fiber: &mut Fiber, top: FrameId, result: Option<NativeResult>) -> Option<Flow> {
        match result {
            None => fiber.pending.is_some().then_some(Flow::On),
            Some(Ok(Action::Return(value))) => {
                self.push_operand(top, value);
                self.safe_point().map(Flow::Leave)
            }
            Some(result) => Some(self.act(fiber, OnReturn::Push, result)),
        }
    }

    /// Puts a running frame's state back into the slab.
    #[inline(always)]
    fn park(&mut self, top: FrameId, ip: usize, slots: Slots) {
        if let Some(frame) = self.frames.python_mut(top) {
            frame.ip = ip as u32;
            frame.slots = slots;
        }
    }

    #[inline]
    fn unpark(&mut self, top: FrameId) -> Slots {
        self.frames.python_mut(top).map(|frame| std::mem::take(&mut frame.slots)).unwrap_or_default()
    }

    /// Whether a budget is used up, or a collection is due.
    #[inline]
    fn safe_point(&mut self) -> Option<Exit> {
        if self.work >= self.slice_end {
            Some(Exit::Slice)
        } else if self.work >= self.interval_end {
            Some(Exit::Switch)
        } else if self.heap.wants_collection() {
            Some(Exit::Collect)
        } else {
            None
        }
    }

    #[inline(always)]
    fn truth_of(&mut self, value: Value) -> Result<bool, Box<Next>> {
        match value {
            Value::Bool(truth) => Ok(truth),
            value => self.ask_truth(value),
        }
    }

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

    /// Everything that is not hot.
    fn control(&mut self, top: FrameId, instr: Instr, code: &Code, slots: &mut Slots) -> Next {
        match self.step_names(top, instr, code, slots) {
            Some(next) => next,
            None => match self.step_build(instr, code, slots) {
                Some(next) => next,
                None => self.step_control(top, instr, code, slots),
            },
        }
    }
}
