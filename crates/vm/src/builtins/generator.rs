//! Methods of generators, coroutines and asynchronous generators.

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::close::Close;
use crate::frame::native::drive::Drive;
use crate::heap::Object;
use crate::heap::object::{AsyncGenAction, AsyncGenStep, Data, GeneratorState, StepState};
use crate::native::{Action, Args, Def, Input, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

pub(super) const GENERATOR: &[Def] = &[
    Def::method("generator.__iter__", "self, /", itself),
    Def::method("generator.__next__", "self, /", next),
    Def::method("generator.send", "self, value, /", send),
    Def::method("generator.throw", "self, typ, val?, tb?, /", throw),
    Def::method("generator.close", "self, /", close),
    Def::getter("generator.__name__", name),
    Def::getter("generator.__qualname__", qualname),
    Def::getter("generator.gi_running", running),
    Def::getter("generator.gi_suspended", suspended),
    Def::getter("generator.gi_code", code),
    Def::getter("generator.gi_frame", frame),
    Def::getter("generator.gi_yieldfrom", awaited),
];

pub(super) const COROUTINE: &[Def] = &[
    Def::method("coroutine.__await__", "self, /", wrapper),
    Def::method("coroutine.send", "self, value, /", send),
    Def::method("coroutine.throw", "self, typ, val?, tb?, /", throw),
    Def::method("coroutine.close", "self, /", close),
    Def::getter("coroutine.__name__", name),
    Def::getter("coroutine.__qualname__", qualname),
    Def::getter("coroutine.cr_running", running),
    Def::getter("coroutine.cr_suspended", suspended),
    Def::getter("coroutine.cr_code", code),
    Def::getter("coroutine.cr_frame", frame),
    Def::getter("coroutine.cr_await", awaited),
    Def::getter("coroutine.cr_origin", origin),
];

pub(super) const COROUTINE_WRAPPER: &[Def] = &[
    Def::method("coroutine_wrapper.__iter__", "self, /", itself),
    Def::method("coroutine_wrapper.__next__", "self, /", next),
    Def::method("coroutine_wrapper.send", "self, value, /", send),
    Def::method("coroutine_wrapper.throw", "self, typ, val?, tb?, /", throw),
    Def::method("coroutine_wrapper.close", "self, /", close),
];

pub(super) const ASYNC_GENERATOR: &[Def] = &[
    Def::method("async_generator.__aiter__", "self, /", itself),
    Def::method("async_generator.__anext__", "self, /", anext),
    Def::method("async_generator.asend", "self, value, /", asend),
    Def::method("async_generator.athrow", "self, typ, val?, tb?, /", athrow),
    Def::method("async_generator.aclose", "self, /", aclose),
    Def::getter("async_generator.__name__", name),
    Def::getter("async_generator.__qualname__", qualname),
    Def::getter("async_generator.ag_running", in_step),
    Def::getter("async_generator.ag_suspended", suspended),
    Def::getter("async_generator.ag_code", code),
    Def::getter("async_generator.ag_frame", frame),
    Def::getter("async_generator.ag_await", awaited),
];

pub(super) const STEP: &[Def] = &[
    Def::method("async_generator_asend.__await__", "self, /", itself),
    Def::method("async_generator_asend.__iter__", "self, /", itself),
    Def::method("async_generator_asend.__next__", "self, /", |vm, args| {
        Drive::begin(vm, args[0], Input::Send(Value::None))
    }),
    Def::method("async_generator_asend.send", "self, value, /", |vm, args| {
        Drive::begin(vm, args[0], Input::Send(args[1]))
    }),
    Def::method("async_generator_asend.throw", "self, typ, val?, tb?, /", step_throw),
    Def::method("async_generator_asend.close", "self, /", step_close),
];

/// Which setters the names of generators have.
pub(super) const SETTERS: &[(Id, &str, crate::native::NativeFn)] = &[
    (types::GENERATOR, "__name__", set_name),
    (types::GENERATOR, "__qualname__", set_qualname),
    (types::COROUTINE, "__name__", set_name),
    (types::COROUTINE, "__qualname__", set_qualname),
    (types::ASYNC_GENERATOR, "__name__", set_name),
    (types::ASYNC_GENERATOR, "__qualname__", set_qualname),
];

fn itself(_: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(args[0]))
}

/// The generator behind an object: itself, or what a coroutine wrapper wraps.
fn target(vm: &Vm, value: Value) -> Id {
    match vm.data(value) {
        Some(Data::CoroutineWrapper(id)) => *id,
        _ => value.id().unwrap_or(types::OBJECT),
    }
}

fn next(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Resume(target(vm, args[0]), Input::Send(Value::None)))
}

fn send(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Resume(target(vm, args[0]), Input::Send(args[1])))
}

fn throw(vm: &mut Vm, args: &Args) -> NativeResult {
    let id = target(vm, args[0]);
    match thrown(vm, args)? {
        Ok(exc) => Ok(Action::Resume(id, Input::Throw(exc))),
        Err(class) => Ok(Action::Enter(NativeFrame::Throw(Box::new(
            crate::frame::native::close::ThrowClass::new(id, class, args[2]),
        )))),
    }
}

/// The exception to throw, or the class that Python must instantiate first.
fn thrown(vm: &mut Vm, args: &Args) -> Result<Result<Value, Value>, Raised> {
    let (what, value) = (args[1], args[2].or(Value::None));
    if vm.exception_of(what).is_some() {
        if !value.is_none() {
            return Err(errors::type_error(vm, "instance exception may not have a separate value"));
        }
        return Ok(Ok(what));
    }
    if !vm.is_exception_class(what) {
        let message = format!(
            "exceptions must be classes or instances deriving from BaseException, not {}",
            vm.type_name(what)
        );
        return Err(errors::type_error(vm, message));
    }
    let class = what.id().unwrap_or(types::BASE_EXCEPTION);
    if vm.is_instance(value, class) {
        return Ok(Ok(value));
    }
    if vm.class(class).is_some_and(|c| !c.heap_type) {
        let values = match (value, vm.tuple_of(value)) {
            (Value::None, _) => Vec::new(),
            (_, Some(items)) => items.to_vec(),
            (one, None) => vec![one],
        };
        return Ok(Ok(vm.exception(class, &values)));
    }
    Ok(Err(what))
}

fn close(vm: &mut Vm, args: &Args) -> NativeResult {
    let generator = target(vm, args[0]);
    let Some(g) = vm.generator(generator.into()) else { return Ok(Action::Return(Value::None)) };
    match g.state {
        GeneratorState::Closed => Ok(Action::Return(Value::None)),
        GeneratorState::Created => {
            vm.close_unstarted(generator);
            Ok(Action::Return(Value::None))
        }
        _ => Ok(Action::Enter(NativeFrame::Close(Box::new(Close { generator })))),
    }
}

fn wrapper(vm: &mut Vm, args: &Args) -> NativeResult {
    let id = target(vm, args[0]);
    let wrapper = Object::new(types::COROUTINE_WRAPPER, Data::CoroutineWrapper(id));
    Ok(Action::Return(vm.heap.add(wrapper).into()))
}

fn step(vm: &mut Vm, generator: Value, action: AsyncGenAction) -> NativeResult {
    let class = match action {
        AsyncGenAction::Send(_) => types::ASYNC_GEN_ASEND,
        _ => types::ASYNC_GEN_ATHROW,
    };
    let generator = target(vm, generator);
    let step = AsyncGenStep { generator, action, state: StepState::Created };
    let step = vm.heap.add(Object::new(class, Data::AsyncGenStep(Box::new(step))));
    vm.watch_strange();
    vm.born(step);
    let hooked = vm.generator(generator.into()).is_none_or(|g| g.hooked);
    if !hooked {
        vm.mark_hooked(generator);
    }
    Ok(Action::Return(step.into()))
}

fn anext(vm: &mut Vm, args: &Args) -> NativeResult {
    step(vm, args[0], AsyncGenAction::Send(Value::None))
}

fn asend(vm: &mut Vm, args: &Args) -> NativeResult {
    step(vm, args[0], AsyncGenAction::Send(args[1]))
}

fn athrow(vm: &mut Vm, args: &Args) -> NativeResult {
    match thrown(vm, args)? {
        Ok(exc) => step(vm, args[0], AsyncGenAction::Throw(exc)),
        Err(_) => Err(errors::not_supported(vm, "athrow() of a class made by Python; throw an instance")),
    }
}

fn aclose(vm: &mut Vm, args: &Args) -> NativeResult {
    step(vm, args[0], AsyncGenAction::Close)
}

fn step_throw(vm: &mut Vm, args: &Args) -> NativeResult {
    match thrown(vm, args)? {
        Ok(exc) => Drive::begin(vm, args[0], Input::Throw(exc)),
        Err(_) => Err(errors::not_supported(vm, "throw() of a class made by Python; throw an instance")),
    }
}

fn step_close(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.close_async_step(args[0]);
    Ok(Action::Return(Value::None))
}

fn name(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.generator(args[0]).map_or(Value::None, |g| g.name)))
}

fn qualname(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.generator(args[0]).map_or(Value::None, |g| g.qualname)))
}

fn set_name(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.rename_generator(args[0], args[1], false)
}

fn set_qualname(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.rename_generator(args[0], args[1], true)
}

fn running(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(Value::Bool(vm.is_running(target(vm, args[0])))))
}

fn in_step(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(Value::Bool(vm.is_in_step(target(vm, args[0])))))
}

fn suspended(vm: &mut Vm, args: &Args) -> NativeResult {
    let suspended = vm.generator(args[0]).is_some_and(|g| g.state == GeneratorState::Suspended);
    Ok(Action::Return(Value::Bool(suspended)))
}

fn code(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(code) = vm.generator(args[0]).map(|g| g.code) else { return Ok(Action::Return(Value::None)) };
    Ok(Action::Return(vm.heap.add(Object::new(types::CODE, Data::Code(code))).into()))
}

/// A picture of where it stands, with its callers while it runs; None once it is closed.
fn frame(vm: &mut Vm, args: &Args) -> NativeResult {
    let is_running = vm.is_running(target(vm, args[0]));
    let Some(own) = vm.generator(args[0]).and_then(|g| g.frame) else {
        return Ok(Action::Return(Value::None));
    };
    let frames: Vec<_> = match is_running {
        true => vm.frames.chain(Some(own)).collect(),
        false => vec![own],
    };
    Ok(Action::Return(vm.frame_picture(&frames)))
}

fn awaited(vm: &mut Vm, args: &Args) -> NativeResult {
    let awaited = vm.awaited_by(target(vm, args[0]));
    if let Some(g) = awaited.id().and_then(|id| vm.generator_mut(id)) {
        g.lone = false;
    }
    Ok(Action::Return(awaited))
}

/// `cr_origin`: (file name, line, function) of the calls that made a coroutine, newest first.
fn origin(vm: &mut Vm, args: &Args) -> NativeResult {
    let entries = vm.generator(args[0]).and_then(|g| g.origin.clone());
    let Some(entries) = entries else { return Ok(Action::Return(Value::None)) };
    let mut rows = Vec::new();
    for (file, line, name, _) in vm.summaries(&entries).into_iter().rev() {
        let row = [vm.str(file), Value::Int(line.into()), vm.str(name)];
        rows.push(vm.tuple(row));
    }
    Ok(Action::Return(vm.tuple(rows)))
}
