//! Instructions for calls with unpacked arguments, iteration, `await`, `with`, exceptions, imports and the rare rest.

use super::Next;
use super::stack::{Slots, pop};
use crate::code::{CodeKind, Instr, Op};
use smallvec::SmallVec;

use crate::errors;
use crate::frame::native::OwnFrame;
use crate::frame::native::call_ex::CallEx;
use crate::frame::native::checked::Check;
use crate::frame::native::enter::Enter;
use crate::frame::{FrameId, NativeFrame, OnReturn};
use crate::heap::object::{Data, GeneratorState};
use crate::load::Code;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, host};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::attr::Found;

impl Vm {
    #[inline]
    pub(super) fn step_control(
        &mut self,
        top: FrameId,
        instr: Instr,
        code: &Code,
        slots: &mut Slots,
    ) -> Next {
        let arg = instr.arg() as usize;
        match instr.op() {
            Op::Nop | Op::Start => Next::Go,
            Op::Negative => self.on_top(slots, Vm::negative),
            Op::Positive => self.on_top(slots, Vm::positive),
            Op::Invert => self.on_top(slots, Vm::invert),
            Op::CallEx => {
                let kwargs = if arg == 1 { pop(slots) } else { Value::Unbound };
                let args = pop(slots);
                let this = pop(slots);
                let callee = pop(slots);
                let on_return = match self.is_python_function(callee) {
                    true => OnReturn::Push,
                    false => OnReturn::Called,
                };
                Next::Act(on_return, CallEx::begin(self, callee, this, args, kwargs))
            }
            Op::BuildClass => {
                let bases = slots.split_off(slots.len() - arg);
                let name = pop(slots);
                let body = pop(slots);
                Next::Act(OnReturn::Called, self.begin_class(body, name, bases, Args::new()))
            }
            Op::BuildClassEx => {
                let kwargs = pop(slots);
                let bases = pop(slots);
                let name = pop(slots);
                let body = pop(slots);
                let bases = self.sequence_of(bases).unwrap_or(&[]).to_vec();
                let keywords = self.keywords_of(kwargs);
                Next::Act(OnReturn::Called, self.begin_class(body, name, bases, keywords))
            }
            Op::GetIter => self.on_top(slots, Vm::get_iter_checked),
            Op::GetYieldFromIter => {
                let value = pop(slots);
                match self.generator(value).map(|g| g.kind) {
                    Some(CodeKind::Generator) => {
                        slots.push(value);
                        Next::Go
                    }
                    Some(CodeKind::Coroutine) => {
                        let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                        errors::type_error(self, message).into()
                    }
                    _ => Next::Act(OnReturn::Push, self.get_iter_checked(value)),
                }
            }
            // In the library, `await ...` lets the others run once.
            Op::GetAwaitable if code.library && matches!(slots.last(), Some(Value::Ellipsis)) => Next::Go,
            Op::GetAwaitable => {
                let value = pop(slots);
                Next::Act(OnReturn::Push, self.get_awaitable(value, instr.arg()))
            }
            Op::GetAIter => {
                let value = pop(slots);
                Next::Act(OnReturn::Push, self.async_iter(value, true))
            }
            Op::GetANext => {
                let iterator = slots.last().copied().unwrap_or_default();
                let missing = "'async for' requires an iterator with __anext__ method, got ";
                let result = self.call_special(iterator, names::ANEXT, &[], missing);
                let frame = crate::frame::native::enter::Awaitable::after(result);
                Next::Act(OnReturn::Push, frame)
            }
            Op::EndAsyncFor => {
                let exc = pop(slots);
                slots.pop();
                match self.is_instance(exc, types::STOP_ASYNC_ITERATION) {
                    true => Next::Jump(instr.arg()),
                    false => Next::Reraise(exc),
                }
            }
            Op::BeforeWith | Op::BeforeAsyncWith => {
                let manager = pop(slots);
                let is_async = instr.op() == Op::BeforeAsyncWith;
                Next::Act(OnReturn::Unpack, Enter::begin(self, manager, is_async))
            }
            Op::WithExceptStart => {
                let exc = slots.last().copied().unwrap_or_default();
                let exit = slots[slots.len() - 3];
                let class = self.class_of(exc);
                let traceback = self.traceback_object(exc);
                Next::Act(OnReturn::Push, Ok(Action::call(exit, Args::of(&[class.into(), exc, traceback]))))
            }
            Op::LoadAssertionError => {
                slots.push(types::ASSERTION_ERROR.into());
                Next::Go
            }
            Op::ImportName => {
                let names_wanted = pop(slots);
                let level = pop(slots);
                Next::Act(OnReturn::Push, self.import_name(code.names[arg], level, names_wanted))
            }
            Op::ImportFrom => {
                let module = slots.last().copied().unwrap_or_default();
                Next::Act(OnReturn::Push, self.import_from(module, code.names[arg]))
            }
            Op::ImportStar => {
                let module = pop(slots);
                match self.import_star(top, module) {
                    Ok(()) => Next::Go,
                    Err(raised) => raised.into(),
                }
            }
            Op::SetupAnnotations => {
                let namespace =
                    self.frames.python(top).map_or(Value::Unbound, |f| f.namespace.or(f.globals.into()));
                if let Value::Obj(ns) = namespace
                    && self.dict_get_str(ns, names::ANNOTATIONS).is_none()
                {
                    let dict = self.dict(crate::heap::Dict::new());
                    self.dict_set_str(ns, names::ANNOTATIONS, dict.into());
                }
                Next::Go
            }
            Op::Unsupported => {
                let feature = self.str_of(code.consts[arg]).unwrap_or("this").to_owned();
                errors::not_supported(self, &feature).into()
            }
            Op::PrintExpr => {
                let value = pop(slots);
                match value {
                    Value::None => Next::Go,
                    value => Next::Act(OnReturn::Discard, display(value)),
                }
            }
            Op::Rare => {
                let value = pop(slots);
                Next::Act(OnReturn::Push, self.rare(instr.arg(), value))
            }
            _ => self.step_exceptions(top, instr, slots),
        }
    }

    #[inline]
    fn step_exceptions(&mut self, top: FrameId, instr: Instr, slots: &mut Slots) -> Next {
        match instr.op() {
            Op::PushExc => {
                let exc = pop(slots);
                let before = match self.frames.python_mut(top) {
                    Some(frame) => std::mem::replace(&mut frame.handled, exc),
                    None => Value::None,
                };
                slots.push(before);
                slots.push(exc);
                Next::Go
            }
            Op::PopExcept => {
                let before = pop(slots);
                self.set_handled(top, before);
                Next::Go
            }
            Op::Reraise => {
                let exc = pop(slots);
                if instr.arg() == 1 {
                    let before = pop(slots);
                    self.set_handled(top, before);
                }
                Next::Reraise(exc)
            }
            Op::CheckExcMatch => {
                let class = pop(slots);
                let exc = slots.last().copied().unwrap_or_default();
                match self.exception_matches(exc, class) {
                    Ok(matches) => {
                        slots.push(Value::Bool(matches));
                        Next::Go
                    }
                    Err(raised) => raised.into(),
                }
            }
            Op::Raise => {
                let cause = if instr.arg() == 2 { pop(slots) } else { Value::Unbound };
                let value = if instr.arg() > 0 { pop(slots) } else { Value::Unbound };
                match (instr.arg(), self.raise_statement(value, cause)) {
                    (0, Err(raised)) if !self.handled(Some(top)).is_none() => Next::Reraise(raised.0),
                    (_, result) => Next::Act(OnReturn::Push, result),
                }
            }
            Op::StopIterationError => {
                let exc = pop(slots);
                slots.push(self.stop_iteration_error(exc));
                Next::Go
            }
            Op::CheckGroupMatch | Op::PrepReraiseStar => self.step_groups(instr, slots),
            _ => self.step_match(instr, slots),
        }
    }

    #[inline]
    pub(in crate::vm) fn set_handled(&mut self, top: FrameId, exc: Value) {
        if let Some(frame) = self.frames.python_mut(top) {
            frame.handled = exc;
        }
    }

    fn on_top(&mut self, slots: &mut Slots, operator: fn(&mut Vm, Value) -> NativeResult) -> Next {
        let value = pop(slots);
        Next::Act(OnReturn::Push, operator(self, value))
    }

    /// Calls a special method looked up on the class; `missing` and the type's name make the TypeError.
    pub(crate) fn call_special(
        &mut self,
        object: Value,
        name: crate::value::Id,
        args: &[Value],
        missing: &str,
    ) -> NativeResult {
        match self.find_special(object, name)? {
            Some(Found::Method(function, this)) => {
                let mut all = Args::of(&[this]);
                all.values.extend_from_slice(args);
                Ok(Action::call(function, all))
            }
            Some(Found::Value(function)) => Ok(Action::call(function, Args::of(args))),
            Some(Found::Act(action)) => Ok(action),
            None => {
                let message = format!("{missing}{}", self.type_name(object));
                Err(errors::type_error(self, message))
            }
        }
    }

    /// What `await` iterates: coroutines themselves, else the result of `__await__`.
    pub(crate) fn get_awaitable(&mut self, value: Value, context: u32) -> NativeResult {
        match self.data(value) {
            Some(Data::Generator(g)) if g.kind == CodeKind::Coroutine => {
                let id = value.id().filter(|_| g.state == GeneratorState::Suspended);
                match id.is_some_and(|id| !self.is_running(id)) {
                    true => Err(errors::runtime_error(self, "coroutine is being awaited already")),
                    false => Ok(Action::Return(value)),
                }
            }
            Some(Data::AsyncGenStep(_) | Data::CoroutineWrapper(_)) => Ok(Action::Return(value)),
            _ => {
                let missing = match context {
                    1 => {
                        "'async with' received an object from __aenter__ that does not implement __await__: "
                    }
                    2 => "'async with' received an object from __aexit__ that does not implement __await__: ",
                    _ => "",
                };
                if context == 0 && self.class_attr(self.class_of(value), names::AWAIT).is_none() {
                    let message =
                        format!("object {} can't be used in 'await' expression", self.type_name(value));
                    return Err(errors::type_error(self, message));
                }
                match self.special(value, names::AWAIT) {
                    Some(method) if self.is_python_function(method) => {
                        Ok(self.call_checked(method, value, &[], Check::Awaited))
                    }
                    _ => self.call_special(value, names::AWAIT, &[], missing),
                }
            }
        }
    }

    /// A dict's string keys and values as keyword arguments.
    pub(crate) fn keywords_of(&self, dict: Value) -> Args {
        let mut args = Args::new();
        if let Some(dict) = self.dict_of(dict) {
            for (key, value) in dict.iter() {
                if let Value::Obj(name) = key {
                    args.values.push(value);
                    args.keywords.push(name);
                }
            }
        }
        args
    }
}

/// `sys.displayhook`: writes the repr and a line end to standard output.
fn display(value: Value) -> NativeResult {
    let frame = OwnFrame {
        resume: display_step,
        name: "displayhook",
        stage: 0,
        values: SmallVec::from_slice(&[value]),
    };
    Ok(Action::Enter(NativeFrame::Own(Box::new(frame))))
}

fn display_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let shown = frame.values.first().copied().unwrap_or_default();
    let mut text = outcome.value(vm)?;
    if frame.stage == 0 {
        frame.stage = 1;
        match vm.repr(shown)? {
            Action::Return(repr) => text = repr,
            action => return Ok(action),
        }
    }
    if frame.stage == 1 {
        frame.stage = 2;
        let text = format!("{}\n", vm.str_of(text).unwrap_or(""));
        let text = vm.str(text);
        return Ok(Action::host(host::WRITE, Args::of(&[Value::Int(1), text])));
    }
    let underscore = vm.intern("_");
    vm.dict_set_str(vm.builtins, underscore, shown);
    Ok(Action::Return(Value::None))
}
