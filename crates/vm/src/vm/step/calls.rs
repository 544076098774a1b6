//! Calls and returns between Python frames, without a stop in between.
//!
//! The everyday cases only: positional arguments to a plain function, a method, a builtin or a class with `__init__`, and a
//! value returned to the Python frame that called. All else goes through [`Vm::call_value`] and [`Vm::leave_frame`].

use super::stack::{Slots, pop, push, push_all};
use super::{After, Next};
use crate::code::{CodeKind, Op};
use crate::frame::{Body, Call, Entered, FrameId, OnReturn};
use crate::heap::object::{Data, GeneratorState};
use crate::names;

use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;
use crate::vm::call::CALL_WORK;
use crate::vm::run::{Fiber, Flow, Pending};

/// What is to be done for an instance, where it is one thing only.
enum Construction {
    /// Call this native `__new__` with the class and the arguments.
    Native(Id),
    /// Make a plain instance and call this `__init__` of Python's.
    Init(Id),
    Other,
}

impl Vm {
    /// Calls what lies on the stack of the parked frame `top` below `count` arguments, and takes all of that off: callee, self
    /// or unbound, arguments.
    #[inline(never)]
    pub(super) fn call_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        count: usize,
    ) -> After {
        let (mut slots, ip) = self.unpark(top);
        let base = slots.len() - count - 2;
        if let Some(Data::BoundMethod(pair)) = self.data(slots[base])
            && slots[base + 1].is_unbound()
        {
            (slots[base], slots[base + 1]) = **pair;
        }
        let callee = slots[base];
        let first = base + 1 + usize::from(slots[base + 1].is_unbound());
        if count == 1
            && let Some(result) = self.call_at_once(callee, slots[base + 1], slots[base + 2])
        {
            self.work += 1;
            slots.truncate(base);
            self.park(top, ip, slots);
            return self.after_native::<IN_ENGINE>(fiber, top, Ok(Action::Return(result)));
        }
        let mut native = None;
        if let Value::Obj(id) = callee {
            let entered = match self.heap.data(id) {
                Data::Function(_) => match self.make_coroutine(top, id, &slots[first..]) {
                    Some(coroutine) => {
                        self.work += CALL_WORK;
                        slots.truncate(base);
                        push(&mut slots, coroutine);
                        self.park(top, ip, slots);
                        return After::Same;
                    }
                    None => self.enter_function(top, id, &slots[first..], OnReturn::Push),
                },
                Data::Native(_) => {
                    native = Some((id, first));
                    None
                }
                Data::Class(_) if first == base + 2 => match self.construction(id) {
                    Construction::Native(new) => {
                        slots[base + 1] = id.into();
                        native = Some((new, base + 1));
                        None
                    }
                    Construction::Init(init) => self.enter_init(top, id, init, &mut slots, base),
                    Construction::Other => None,
                },
                _ => None,
            };
            if let Some(entered) = entered {
                self.work += CALL_WORK;
                slots.truncate(base);
                self.park(top, ip, slots);
                fiber.top = Some(entered);
                return After::Other;
            }
        }
        let args = Args::of(&slots[native.map_or(first, |(_, first)| first)..]);
        slots.truncate(base);
        self.park(top, ip, slots);
        let Some((native, _)) = native else {
            return self.call_other(fiber, top, callee, args);
        };
        self.work += 1;
        let result = self.call_native(native, args);
        self.after_native::<IN_ENGINE>(fiber, top, result)
    }

    /// What is called most, as CPython's specialising interpreter has it: `str(number)` and `list.append(value)`.
    #[inline]
    fn call_at_once(&mut self, callee: Value, this: Value, argument: Value) -> Option<Value> {
        if callee.is(self.list_append) {
            let Data::List(items) = self.heap.data_mut(this.id()?) else { return None };
            items.push(argument);
            self.heap.grew(size_of::<Value>());
            return Some(Value::None);
        }
        match (callee, this, argument) {
            (Value::Obj(types::STR), Value::Unbound, Value::Int(i)) => Some(self.digits(i)),
            _ => None,
        }
    }

    /// What a native function that the parked frame has called answered with.
    #[inline]
    fn after_native<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        result: NativeResult,
    ) -> After {
        if !matches!(result, Ok(Action::Return(_))) {
            return self.conclude::<IN_ENGINE>(fiber, top, Next::Act(OnReturn::Called, result));
        }
        match self.push_parked::<IN_ENGINE>(fiber, top, result) {
            After::Same => match self.safe_point() {
                None => After::Same,
                Some(exit) => After::Leave(Flow::Leave(exit)),
            },
            after => after,
        }
    }

    /// As [`Vm::call_parked`]; the names of the last arguments are on top of them.
    #[inline(never)]
    pub(super) fn call_keywords_parked<const IN_ENGINE: bool>(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        count: usize,
    ) -> After {
        let (mut slots, ip) = self.unpark(top);
        let names = pop(&mut slots);
        let base = slots.len() - count - 2;
        let callee = slots[base];
        let first = base + 1 + usize::from(slots[base + 1].is_unbound());
        let keywords = self.tuple_of(names).unwrap_or(&[]).iter().filter_map(|n| n.id()).collect();
        let args = Args { keywords, ..Args::of(&slots[first..]) };
        slots.truncate(base);
        self.park(top, ip, slots);
        self.call_other(fiber, top, callee, args)
    }

    /// Calls what is no everyday case, for the parked frame `top`.
    fn call_other(&mut self, fiber: &mut Fiber, top: FrameId, callee: Value, args: Args) -> After {
        let on_return = match self.data(callee) {
            Some(Data::Function(_) | Data::BoundMethod(_)) => OnReturn::Push,
            _ => OnReturn::Called,
        };
        let result = self.call_value(fiber, callee, args, on_return);
        self.after_call(fiber, top, on_return, result)
    }

    /// Makes a plain instance of `class`, whose place on the stack is above `base`, and enters its `__init__`.
    fn enter_init(
        &mut self,
        top: FrameId,
        class: Id,
        init: Id,
        slots: &mut Slots,
        base: usize,
    ) -> Option<FrameId> {
        let instance = self.new_plain_instance(class).ok()?;
        slots[base + 1] = instance.into();
        let entered = self.enter_function(top, init, &slots[base + 1..], OnReturn::Init(instance));
        // Charged twice: for the class and for this.
        if entered.is_some() {
            self.work += CALL_WORK;
        } else {
            slots[base + 1] = Value::Unbound;
            self.unborn(instance);
        }
        entered
    }

    /// A frame of a plain function whose arguments need nothing but their defaults.
    #[inline(always)]
    pub(in crate::vm) fn enter_function(
        &mut self,
        top: FrameId,
        function: Id,
        args: &[Value],
        on_return: OnReturn,
    ) -> Option<FrameId> {
        let Data::Function(f) = self.heap.data(function) else { return None };
        let code = self.codes.get(f.code.0 as usize)?;
        let depth = self.frames.get(top).depth + 1;
        if !code.direct || depth > self.recursion_limit {
            return None;
        }
        self.bind_directly(top, function, args, on_return, depth)
    }

    /// A coroutine, or a generator, of a function whose arguments need nothing but their defaults.
    #[inline]
    fn make_coroutine(&mut self, top: FrameId, function: Id, args: &[Value]) -> Option<Value> {
        let Data::Function(f) = self.heap.data(function) else { return None };
        let (code_id, code) = (f.code, self.codes.get(f.code.0 as usize)?);
        let kind = code.kind;
        if !code.positional_only || kind == CodeKind::Plain {
            return None;
        }
        // What is awaited where it is made has no time to die unseen.
        let awaited = kind == CodeKind::Coroutine
            && self.frames.python(top).is_some_and(|frame| {
                let caller = self.code(frame.code);
                caller.instrs.get(frame.ip as usize).is_some_and(|next| next.op() == Op::GetAwaitable)
            });
        let frame = self.bind_directly(top, function, args, OnReturn::Push, 0)?;
        self.frames.get_mut(frame).back = None;
        Some(self.make_generator_of(function, kind, code_id, frame, awaited))
    }

    #[inline(always)]
    fn bind_directly(
        &mut self,
        top: FrameId,
        function: Id,
        args: &[Value],
        on_return: OnReturn,
        depth: u32,
    ) -> Option<FrameId> {
        let Data::Function(f) = self.heap.data(function) else { return None };
        let code = self.codes.get(f.code.0 as usize)?;
        let missing = code.positional.wrapping_sub(args.len());
        if missing > f.defaults.len() || f.defaults.len() > code.positional {
            return None;
        }
        let locals = code.locals.len();
        let call = Call { code: f.code, globals: f.globals, size: locals + code.stack_size };
        let Entered { id, slots } = self.frames.enter(top, on_return, depth, call)?;
        push_all(slots, args);
        if missing > 0 {
            push_all(slots, &f.defaults[f.defaults.len() - missing..]);
        }
        while slots.len() < locals - code.free {
            push(slots, Value::Unbound);
        }
        if code.free > 0 {
            push_all(slots, &f.closure);
        }
        Some(id)
    }

    /// What calling a class comes to.
    #[inline]
    fn construction(&self, class: Id) -> Construction {
        if self.heap.get(class).class != types::TYPE {
            return Construction::Other;
        }
        let new = self.class_attr(class, names::NEW).unwrap_or_default();
        let init = self.class_attr(class, names::INIT).unwrap_or_default();
        match (new, init) {
            (_, Value::Obj(init)) if new.is(self.object_new) => {
                let concrete = self.class_attr(class, names::ABSTRACTMETHODS).is_none();
                match concrete && self.is_python_function(init.into()) {
                    true => Construction::Init(init),
                    false => Construction::Other,
                }
            }
            (Value::Obj(new), init) if self.is_native_function(new.into()) => {
                match init.is(self.object_init) || self.is_made_by_new(class, new.into(), init) {
                    true => Construction::Native(new),
                    false => Construction::Other,
                }
            }
            _ => Construction::Other,
        }
    }

    /// The Python frame that called `top`, with `value` on its stack; nothing where it is not so simple.
    #[inline(always)]
    pub(super) fn caller_of(&mut self, top: FrameId, slots: &[Value], value: Value) -> Option<FrameId> {
        let frame = self.frames.get(top);
        let (Some(back), Body::Python(python)) = (frame.back, &frame.body) else { return None };
        if python.generator.is_some() {
            return None;
        }
        // Where a thread may switch after the call, it does when the outcome is delivered.
        let goes_on = self.work + 1 < self.interval_end;
        let value = match (frame.on_return, value) {
            (OnReturn::Push, value) => value,
            (OnReturn::Called, value) if goes_on => value,
            (OnReturn::Init(instance), Value::None) if goes_on => instance.into(),
            _ => return None,
        };
        if self.watching && self.frames.python(back).is_some() {
            self.frame_lost(top, slots, value);
        }
        push(&mut self.frames.python_mut(back)?.slots, value);
        Some(back)
    }

    /// `Send`: to a generator by joining its frames, to anything else by asking it for the next value.
    #[inline]
    pub(super) fn send(&mut self, fiber: &mut Fiber, receiver: Value, value: Value) -> Flow {
        let (on_return, result) = match self.data(receiver) {
            Some(Data::Generator(_)) | Some(Data::CoroutineWrapper(_)) => {
                let id = match self.data(receiver) {
                    Some(Data::CoroutineWrapper(id)) => Some(*id),
                    _ => receiver.id(),
                };
                let Some(id) = id else { return Flow::On };
                (OnReturn::Delegate, self.delegate(fiber, id, value))
            }
            Some(Data::AsyncGenStep(_)) => {
                let Some(id) = receiver.id() else { return Flow::On };
                (OnReturn::Delegate, self.delegate_async_step(fiber, id, value))
            }
            // `await ...` in the library.
            _ if matches!(receiver, Value::Ellipsis) => {
                if let Some(top) = fiber.top {
                    self.pop_operand(top);
                    self.push_operand(top, Value::NotImplemented);
                }
                (OnReturn::Sent, Some(Ok(Action::Return(Value::None))))
            }
            _ if matches!(receiver, Value::NotImplemented) => {
                (OnReturn::Sent, Some(Ok(Action::Finished(Value::None))))
            }
            _ if value.or(Value::None).is_none() => (OnReturn::Sent, Some(self.next(receiver))),
            _ => {
                let result = match self.find_attr(receiver, crate::names::SEND) {
                    Ok(Found::Method(function, this)) => Ok(Action::call(function, Args::of(&[this, value]))),
                    Ok(Found::Value(function)) => Ok(Action::call(function, Args::of(&[value]))),
                    Ok(Found::Act(action)) => Ok(action),
                    Err(raised) => Err(raised),
                };
                (OnReturn::Sent, Some(result))
            }
        };
        match result {
            None => Flow::On,
            Some(Err(Raised(exc))) => {
                self.set_context(fiber.top, exc);
                fiber.pending = Some(Pending::Deliver(on_return, Outcome::Raised(exc)));
                Flow::On
            }
            Some(result) => self.act(fiber, on_return, result),
        }
    }

    /// Resumes a generator that waits at a `yield`, for the `for` of `top`: its frame. Nothing where it is not so simple.
    #[inline]
    pub(in crate::vm) fn resume_at_yield(
        &mut self,
        top: FrameId,
        iterator: Value,
        on_return: OnReturn,
    ) -> Option<FrameId> {
        let Value::Obj(id) = iterator else { return None };
        let Data::Generator(g) = self.heap.data(id) else { return None };
        if g.kind != CodeKind::Generator || g.top != g.frame {
            return None;
        }
        self.resume_suspended(top, id, on_return)
    }

    /// Resumes what waits at a `yield` or an `await`, itself or what it awaits, with None: the frame that goes on. Nothing where
    /// it is not so simple.
    #[inline]
    pub(in crate::vm) fn resume_suspended(
        &mut self,
        top: FrameId,
        id: Id,
        on_return: OnReturn,
    ) -> Option<FrameId> {
        let Data::Generator(g) = self.heap.data(id) else { return None };
        let (foot, innermost) = (g.frame?, g.top?);
        let depth = self.frames.get(top).depth;
        if g.state != GeneratorState::Suspended || g.delegated || depth >= self.recursion_limit {
            return None;
        }
        let Body::Python(python) = &mut self.frames.get_mut(innermost).body else { return None };
        let at = (python.ip as usize).checked_sub(1)?;
        match self.codes.get(python.code.0 as usize)?.instrs.get(at)?.op() {
            Op::Yield => {}
            // It runs again, with what was sent.
            Op::Send => python.ip -= 1,
            _ => return None,
        }
        push(&mut python.slots, Value::None);
        let place = self.frames.get_mut(foot);
        place.back = Some(top);
        place.on_return = on_return;
        place.depth = depth + 1;
        if let Data::Generator(g) = self.heap.data_mut(id) {
            g.state = GeneratorState::Running;
            g.top = None;
        }
        self.work += 1;
        Some(innermost)
    }

    /// Suspends a generator at a `yield`, whose value goes to the `for` of the Python frame that resumed it: that frame.
    /// Nothing where it is not so simple.
    #[inline(always)]
    pub(super) fn yield_to_for(&mut self, top: FrameId, value: Value) -> Option<FrameId> {
        let frame = self.frames.get(top);
        let (OnReturn::NextItem { .. }, Some(back)) = (frame.on_return, frame.back) else { return None };
        let Body::Python(python) = &frame.body else { return None };
        let (None, Some(owner)) = (python.segment, python.generator) else { return None };
        let Data::Generator(g) = self.heap.data(owner) else { return None };
        if g.kind != CodeKind::Generator {
            return None;
        }
        push(&mut self.frames.python_mut(back)?.slots, value);
        self.frames.get_mut(top).back = None;
        if let Data::Generator(g) = self.heap.data_mut(owner) {
            g.state = GeneratorState::Suspended;
            g.top = Some(top);
        }
        self.work += 1;
        Some(back)
    }
}
