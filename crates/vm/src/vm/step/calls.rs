//! Calls and returns between Python frames, without a stop in between.
//!
//! The everyday cases only: positional arguments to a plain function, a method, a builtin or a class with `__init__`, and a
//! value returned to the Python frame that called. All else goes through [`Vm::call_value`] and [`Vm::leave_frame`].

use super::stack::{Slots, push, push_all};
use crate::code::CodeKind;
use crate::frame::{Body, Frame, FrameId, OnReturn, PythonFrame};
use crate::heap::object::Data;
use crate::names;

use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;
use crate::vm::call::CALL_WORK;
use crate::vm::run::{Fiber, Flow, Pending};

/// What calling came to.
pub(super) enum Called {
    /// The result is on the stack.
    Pushed,
    /// A frame is on top.
    Entered,
    /// Something must happen for the result.
    Act(NativeResult),
    /// It is not one of the everyday cases.
    Args(Value, Args),
}

/// What is to be done for an instance, where it is one thing only.
enum Construction {
    /// Call this native `__new__` with the class and the arguments.
    Native(Id),
    /// Make a plain instance and call this `__init__` of Python's.
    Init(Id),
    Other,
}

impl Vm {
    /// Calls what lies on the stack below `count` arguments, and takes all of that off: callee, self or unbound, arguments.
    #[inline]
    pub(super) fn call_from(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        ip: usize,
        slots: &mut Slots,
        count: usize,
    ) -> Called {
        let base = slots.len() - count - 2;
        if let Some(Data::BoundMethod(pair)) = self.data(slots[base])
            && slots[base + 1].is_unbound()
        {
            let pair = **pair;
            slots[base] = pair.0;
            slots[base + 1] = pair.1;
        }
        let callee = slots[base];
        let first = base + 1 + usize::from(slots[base + 1].is_unbound());
        let Value::Obj(id) = callee else { return self.call_general(slots, base, first) };
        if self.enter_function(fiber, top, id, &slots[first..], OnReturn::Push) {
            self.work += CALL_WORK;
            slots.truncate(base);
            return Called::Entered;
        }
        match self.heap.data(id) {
            Data::Native(_) => return self.call_native_from(top, ip, slots, id, base, first),
            Data::Class(_) if first == base + 2 => match self.construction(id) {
                Construction::Native(new) => {
                    slots[base + 1] = id.into();
                    return self.call_native_from(top, ip, slots, new, base, base + 1);
                }
                Construction::Init(init) => {
                    let Ok(instance) = self.new_plain_instance(id) else {
                        return self.call_general(slots, base, first);
                    };
                    slots[base + 1] = instance.into();
                    if self.enter_init(fiber, top, init, &slots[base + 1..], instance) {
                        self.work += 2 * CALL_WORK;
                        slots.truncate(base);
                        return Called::Entered;
                    }
                    slots[base + 1] = Value::Unbound;
                    self.unborn(instance);
                }
                Construction::Other => {}
            },
            _ => {}
        }
        self.call_general(slots, base, first)
    }

    #[inline]
    fn call_native_from(
        &mut self,
        top: FrameId,
        ip: usize,
        slots: &mut Slots,
        native: Id,
        base: usize,
        first: usize,
    ) -> Called {
        self.work += 1;
        let args = Args::of(&slots[first..]);
        slots.truncate(base);
        self.park(top, ip, std::mem::take(slots));
        let result = self.call_native(native, args);
        *slots = self.unpark(top);
        match result {
            Ok(Action::Return(value)) => {
                push(slots, value);
                Called::Pushed
            }
            other => Called::Act(other),
        }
    }

    #[inline]
    fn call_general(&mut self, slots: &mut Slots, base: usize, first: usize) -> Called {
        let callee = slots[base];
        let args = Args::of(&slots[first..]);
        slots.truncate(base);
        Called::Args(callee, args)
    }

    #[inline(never)]
    fn enter_init(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        init: Id,
        args: &[Value],
        instance: Id,
    ) -> bool {
        self.enter_function(fiber, top, init, args, OnReturn::Init(instance))
    }

    /// Pushes the frame of a plain function whose arguments need nothing but their defaults. Whether it did.
    #[inline(always)]
    fn enter_function(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        function: Id,
        args: &[Value],
        on_return: OnReturn,
    ) -> bool {
        let Data::Function(f) = self.heap.data(function) else { return false };
        let code = &self.codes[f.code.0 as usize];
        let depth = self.frames.get(top).depth + 1;
        let missing = code.positional.wrapping_sub(args.len());
        let fits = code.simple
            && code.kind == CodeKind::Plain
            && missing <= f.defaults.len()
            && f.defaults.len() <= code.positional
            && depth <= self.recursion_limit;
        if !fits {
            return false;
        }
        let locals = code.locals.len();
        let mut slots = self.frames.vector(locals + code.stack_size);
        push_all(&mut slots, args);
        push_all(&mut slots, &f.defaults[f.defaults.len() - missing..]);
        while slots.len() < locals - code.free {
            push(&mut slots, Value::Unbound);
        }
        push_all(&mut slots, &f.closure);
        let body = Body::Python(PythonFrame {
            code: f.code,
            ip: 0,
            slots,
            globals: f.globals,
            namespace: Value::Unbound,
            handled: Value::None,
            generator: None,
            segment: None,
        });
        fiber.top = Some(self.frames.add(Frame { back: Some(top), on_return, depth, body }));
        true
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

    /// Ends the top frame and gives its value to the Python frame that called it; the slots back when that is not so simple.
    #[inline]
    pub(super) fn return_to_caller(
        &mut self,
        fiber: &mut Fiber,
        top: FrameId,
        slots: Slots,
        value: Value,
    ) -> Option<Slots> {
        let frame = self.frames.get(top);
        let generator = self.frames.python(top).is_none_or(|python| python.generator.is_some());
        let (Some(back), on_return, false) = (frame.back, frame.on_return, generator) else {
            return Some(slots);
        };
        let value = match (on_return, value) {
            (OnReturn::Push, value) => value,
            (OnReturn::Init(instance), Value::None) => instance.into(),
            _ => return Some(slots),
        };
        if self.watching && self.frames.python(back).is_some() {
            self.frame_lost(top, &slots, value);
        }
        let Some(caller) = self.frames.python_mut(back) else { return Some(slots) };
        caller.slots.push(value);
        self.frames.free(top);
        self.frames.recycle(slots);
        fiber.top = Some(back);
        self.work += 1;
        None
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

    /// Leaves the parked frame to see who is dead; then it goes on.
    #[cold]
    pub(super) fn look_now(&mut self, fiber: &mut Fiber, top: FrameId, ip: usize, slots: Slots) -> Flow {
        self.park(top, ip, slots);
        self.act(fiber, OnReturn::Discard, Vm::look())
    }

    /// Takes a yielded value to the `for` of a Python frame that waits for it. Whether it was such.
    #[inline]
    pub(super) fn take_item(&mut self, fiber: &mut Fiber) -> bool {
        let Some(Pending::Deliver(OnReturn::NextItem { .. }, Outcome::Returned(item))) = fiber.pending else {
            return false;
        };
        let Some(caller) = fiber.top.and_then(|top| self.frames.python_mut(top)) else { return false };
        caller.slots.push(item);
        fiber.pending = None;
        self.work += 1;
        true
    }
}
