//! `asyncio.run_coroutine_threadsafe` of plain coroutines: the task that its callback starts, and what that tells the future.
//!
//! **Only what happens every day is done here**: a usual loop, a future whose lock nobody has asked for, a result. Whatever is else is left to
//! the library, which does the same in Python, at the same place in the order.

use loopthread_vm::code::CodeKind;
use loopthread_vm::heap::object::Data;
use loopthread_vm::names;
use loopthread_vm::native::{Action, Args, NativeResult, Raised};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use super::future::{Callback, Future, State, when_done};
use super::gather::{has_usual, makes_usual_tasks};
use super::{event_loop, task};
use crate::glue::{host_data, id_of, module, own_attr, own_attr_of, ret};
use crate::modules::{contextvars, thread};

/// The callback of a task by which a `concurrent.futures.Future` follows it.
#[derive(Clone, Debug)]
pub struct Follower {
    future: Value,
    /// The library's own class of such futures.
    class: Value,
    /// In which the future's own callbacks run.
    pub context: Value,
}

host_data!(Follower, |this, m| m.values(&[this.future, this.class, this.context]));

/// `_submit(loop, callback, coro)`: schedules the callback, which owns the coroutine until it runs. False if the library must do it.
pub fn submit(vm: &mut Vm, args: &Args) -> NativeResult {
    let (lp, callback, coro) = (args[0], args[1], args[2]);
    if !has_usual(vm, lp, names::CALL_SOON_THREADSAFE) || !is_plain(vm, coro) {
        return ret(false);
    }
    event_loop::submit(vm, lp, callback, coro)?;
    vm.own_coroutine(coro, true);
    ret(true)
}

/// `_follow(coro, loop, future, Future, _check_cancel)`: starts the coroutine as a task that the future follows. False if the library
/// must do it.
pub fn follow(vm: &mut Vm, args: &Args) -> NativeResult {
    let [coro, lp, future, class, check] = [args[0], args[1], args[2], args[3], args[4]];
    let callbacks = own_attr_of(vm, future, names::DONE_CALLBACKS);
    let usual = is_plain(vm, coro) && makes_usual_tasks(vm, lp) && is_untouched(vm, future, class);
    let (true, Some(callbacks)) = (usual, callbacks) else {
        vm.own_coroutine(coro, false);
        return ret(false);
    };
    let task = task::of_coroutine(vm, lp, coro, Value::None, Value::None)?;
    let check = vm.bound_method(check, task);
    if let Some(callbacks) = vm.list_mut(callbacks) {
        callbacks.push(check);
    }
    let context = contextvars::copy_current(vm);
    let follower = vm.host_object(types::OBJECT, Follower { future, class, context });
    let follower = id_of(vm, follower)?;
    when_done(vm, task, Callback::Told(follower))?;
    ret(true)
}

/// The task is done. A call that is left to do, if the future is to be told in Python.
pub fn told(vm: &mut Vm, follower: &Follower, task: Value) -> Result<Option<Action>, Raised> {
    let &Follower { future, class, .. } = follower;
    let result = match vm.host::<Future>(task) {
        Some(f) if f.state == State::Finished && f.exception.is_unbound() => f.result.or(Value::None),
        _ => return Ok(in_python(vm, future, task)),
    };
    let only_check = own_attr_of(vm, future, names::DONE_CALLBACKS)
        .and_then(|callbacks| vm.list_of(callbacks))
        .is_some_and(|callbacks| matches!(callbacks.as_slice(), [check] if is_check(vm, *check, task)));
    let (true, true, Some(id)) = (only_check, is_untouched(vm, future, class), future.id()) else {
        return Ok(in_python(vm, future, task));
    };
    let (attributes, finished) = (vm.dict_for(id), vm.str("FINISHED"));
    for (name, value) in [(names::RESULT, result), (names::STATE, finished)] {
        vm.dict_set_str(attributes, name, value);
    }
    let blocked = own_attr_of(vm, future, names::BLOCKED).and_then(|blocked| vm.list_mut(blocked));
    for lock in blocked.map(std::mem::take).unwrap_or_default() {
        thread::release(vm, lock)?;
    }
    Ok(None)
}

/// What `Callback::Told` of a follower is seen as: a function of the library.
pub fn function(vm: &mut Vm) -> Value {
    library(vm, "_told").unwrap_or(Value::None)
}

fn in_python(vm: &mut Vm, future: Value, task: Value) -> Option<Action> {
    let tell = library(vm, "_set_concurrent_future_state")?;
    Some(Action::call(tell, Args::of(&[future, task])))
}

/// `_told(follower, task)`, for who has the callback.
pub fn told_by_call(vm: &mut Vm, args: &Args) -> NativeResult {
    let follower = crate::glue::with(vm, args[0], |follower: &mut Follower| follower.clone())?;
    Ok(told(vm, &follower, args[1])?.unwrap_or(Action::Return(Value::None)))
}

/// A follower, if it is one.
pub fn of(vm: &Vm, follower: Value) -> Option<&Follower> {
    vm.host(follower)
}

fn is_plain(vm: &Vm, coro: Value) -> bool {
    matches!(vm.data(coro), Some(Data::Generator(g)) if g.kind == CodeKind::Coroutine)
}

/// A future of the library's own class, pending, whose lock nobody has asked for.
fn is_untouched(vm: &Vm, future: Value, class: Value) -> bool {
    let lock = own_attr_of(vm, future, names::LOCK);
    let state = own_attr_of(vm, future, names::STATE);
    class.is(vm.class_of(future).into())
        && lock.is_some_and(Value::is_none)
        && state.and_then(|state| vm.str_of(state)) == Some("PENDING")
}

fn is_check(vm: &Vm, callback: Value, task: Value) -> bool {
    matches!(vm.data(callback), Some(Data::BoundMethod(pair)) if pair.1.is(task))
}

fn library(vm: &mut Vm, name: &str) -> Option<Value> {
    let library = module(vm, "asyncio.futures")?;
    own_attr(vm, library, name)
}
