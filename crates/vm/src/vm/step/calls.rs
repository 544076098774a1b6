//! Calls and returns between Python frames, without a stop in between.
//!
//! The everyday cases only: positional arguments to a plain function, a method, a builtin or a class with `__init__`, and a
//! value returned to the Python frame that called. All else goes through [`Vm::call_value`] and [`Vm::leave_frame`].

use super::Slots;
use crate::code::CodeKind;
use crate::frame::{Body, Frame, FrameId, OnReturn, PythonFrame};
use crate::heap::object::Data;
use crate::names;
use crate::native::Outcome;
use crate::native::{Action, Args, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::call::CALL_WORK;
use crate::vm::run::{Fiber, Pending};

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

/// What is called, as far as it matters here.
enum Callee {
    Function,
    Native,
    Class,
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
        let kind = match self.heap.data(id) {
            Data::Function(_) => Callee::Function,
            Data::Native(_) => Callee::Native,
            Data::Class(_) if first == base + 2 => Callee::Class,
            _ => Callee::Other,
        };
        match kind {
            Callee::Function if self.enter_function(fiber, top, id, &slots[first..], OnReturn::Push) => {
                self.work += CALL_WORK;
                slots.truncate(base);
                return Called::Entered;
            }
            Callee::Native => {
                self.work += 1;
                let args = Args { values: slots[first..].into(), keywords: Vec::new() };
                slots.truncate(base);
                self.park(top, ip, std::mem::take(slots));
                let result = self.call_native(id, args);
                *slots = self.unpark(top);
                return match result {
                    Ok(Action::Return(value)) => {
                        slots.push(value);
                        Called::Pushed
                    }
                    other => Called::Act(other),
                };
            }
            Callee::Class => {
                if let Some(instance) = self.begin_instance(id) {
                    slots[base + 1] = instance.into();
                    let init = self.class_attr(id, names::INIT).and_then(Value::id);
                    if let Some(init) = init
                        && self.enter_function(fiber, top, init, &slots[base + 1..], OnReturn::Init(instance))
                    {
                        self.work += 2 * CALL_WORK;
                        slots.truncate(base);
                        return Called::Entered;
                    }
                    slots[base + 1] = Value::Unbound;
                }
            }
            _ => {}
        }
        self.call_general(slots, base, first)
    }

    fn call_general(&mut self, slots: &mut Slots, base: usize, first: usize) -> Called {
        let callee = slots[base];
        let args = Args { values: slots[first..].into(), keywords: Vec::new() };
        slots.truncate(base);
        Called::Args(callee, args)
    }

    /// Pushes the frame of a plain function whose arguments need nothing but their defaults. Whether it did.
    #[inline]
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
        slots.extend_from_slice(args);
        slots.extend_from_slice(&f.defaults[f.defaults.len() - missing..]);
        slots.resize(locals - code.free, Value::Unbound);
        slots.extend_from_slice(&f.closure);
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

    /// An instance of a class that Python code made, if all there is to do is `__init__`.
    #[inline]
    fn begin_instance(&mut self, class: Id) -> Option<Id> {
        let plain = self.heap.get(class).class == types::TYPE
            && self.class_attr(class, names::NEW).is_some_and(|new| new.is(self.object_new))
            && self.class_attr(class, names::ABSTRACTMETHODS).is_none()
            && self.class_attr(class, names::INIT).is_some_and(|init| self.is_python_function(init));
        if plain { self.new_plain_instance(class).ok() } else { None }
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
        let Some(caller) = self.frames.python_mut(back) else { return Some(slots) };
        caller.slots.push(value);
        self.frames.free(top);
        self.frames.recycle(slots);
        fiber.top = Some(back);
        self.work += 1;
        None
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
