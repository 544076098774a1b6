//! `asyncio.gather` of plain coroutines, futures and tasks. Of anything else, the library makes the same in Python.
//!
//! What its children tell when they are done is noted by a [`Gathering`], where CPython has a closure: **it is told in the turn, and at
//! the place, at which CPython calls that**. So a child needs neither a handle nor a context for it.

use loopthread_vm::code::CodeKind;
use loopthread_vm::heap::object::Data;
use loopthread_vm::names;
use loopthread_vm::native::{Args, NativeResult, Raised};
use loopthread_vm::sorted::sorted;
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::future::{Callback, Future, State, fail, finish, make_cancelled_error, when_done};
use super::{event_loop, follow, task};
use crate::glue::{flag, host_data, id_of, module, none, own_attr, own_attr_of, process, ret, with};
use crate::modules::HostClass;

/// What the children of one gather have in common.
#[derive(Clone, Debug)]
struct Gathering {
    outer: Value,
    /// A list, in the order of the arguments.
    children: Value,
    count: usize,
    finished: usize,
    return_exceptions: bool,
}

host_data!(Gathering, |this, m| m.values(&[this.outer, this.children]));

/// `_gather(arguments, return_exceptions, class)`: the outer future, of that class; None if the library must do it.
pub fn gather(vm: &mut Vm, args: &Args) -> NativeResult {
    let arguments = vm.tuple_of(args[0]).unwrap_or(&[]).to_vec();
    let Some(lp) = usual_loop(vm, &arguments, args[2]) else { return none() };
    vm.work += arguments.len() as u64;
    let gathering = Gathering {
        outer: Value::None,
        children: Value::None,
        count: arguments.len(),
        finished: 0,
        return_exceptions: flag(vm, args[1], false),
    };
    let gathering = vm.host_object(types::OBJECT, gathering);
    let callback = Callback::Told(id_of(vm, gathering)?);
    let (mut children, mut done) = (Vec::with_capacity(arguments.len()), Vec::new());
    for argument in arguments {
        let child = match vm.host::<Future>(argument) {
            Some(_) => argument,
            None => task::of_gather(vm, lp, argument)?,
        };
        children.push(child);
        match vm.host::<Future>(child).map(|f| f.state) {
            Some(State::Pending) => when_done(vm, child, callback)?,
            _ => done.push(child),
        }
    }
    let children = vm.list(children);
    let source = super::source::now(vm, lp);
    let class = id_of(vm, args[2])?;
    let outer = vm.host_object(class, Future { lp, source, ..Future::default() });
    let id = id_of(vm, outer)?;
    let attributes = vm.dict_for(id);
    for (name, value) in [("_children", children), ("_cancel_requested", false.into())] {
        let name = vm.intern(name);
        vm.dict_set_str(attributes, name, value);
    }
    with(vm, gathering, |g: &mut Gathering| (g.outer, g.children) = (outer, children))?;
    done.into_iter().try_for_each(|child| told(vm, gathering, child))?;
    ret(outer)
}

/// The loop of the arguments, if it makes tasks as asyncio does, and they are plain, of that loop, and each given once.
fn usual_loop(vm: &mut Vm, arguments: &[Value], outer: Value) -> Option<Value> {
    let classes = &process(vm).classes;
    let plain = [HostClass::Future, HostClass::Task].map(|class| classes.of(class));
    let is_plain = |class: Id| plain.contains(&class) || outer.is(class.into());
    let lp = match vm.host::<Future>(*arguments.first()?) {
        Some(future) => future.lp,
        None => process(vm).threads.current().running_loop,
    };
    let usual = |vm: &Vm, argument: Value| match vm.data(argument) {
        Some(Data::Generator(g)) => g.kind == CodeKind::Coroutine && !g.owned,
        Some(data) => is_plain(vm.class_of(argument)) && data.host::<Future>().is_some_and(|f| f.lp.is(lp)),
        None => false,
    };
    let once = |ids: Vec<Id>| ids.windows(2).all(|pair| pair[0] != pair[1]);
    let all_usual = arguments.iter().all(|&argument| usual(vm, argument))
        && once(sorted(arguments.iter().filter_map(|argument| argument.id())));
    (all_usual && makes_usual_tasks(vm, lp)).then_some(lp)
}

/// Whether a loop is open and makes tasks as asyncio does.
pub fn makes_usual_tasks(vm: &Vm, lp: Value) -> bool {
    vm.host::<event_loop::EventLoop>(lp).is_some_and(|lp| !lp.closed)
        && has_usual(vm, lp, names::CREATE_TASK)
        && own_attr_of(vm, lp, names::TASK_FACTORY).is_none_or(Value::is_none)
}

/// Whether this method of a loop is asyncio's own.
pub fn has_usual(vm: &Vm, lp: Value, method: Id) -> bool {
    let class = vm.class_of(lp);
    vm.host::<event_loop::EventLoop>(lp).is_some()
        && vm.class_attr(class, method).is_some_and(|method| vm.is_native_function(method))
        && own_attr_of(vm, lp, method).is_none()
}

/// A child is done.
pub fn told(vm: &mut Vm, gathering: Value, child: Value) -> Result<(), Raised> {
    let Gathering { outer, children, count, finished, return_exceptions } =
        with(vm, gathering, |g: &mut Gathering| {
            g.finished += 1;
            g.clone()
        })?;
    if with(vm, outer, |f: &mut Future| f.state != State::Pending)? {
        return looked_at(vm, child).map(|_| ());
    }
    if !return_exceptions {
        let (cancelled, exc) = looked_at(vm, child)?;
        if cancelled {
            let exc = make_cancelled_error(vm, child)?;
            return fail(vm, outer, exc);
        }
        if let Some(exc) = exc {
            return fail(vm, outer, exc);
        }
    }
    if finished < count {
        return Ok(());
    }
    let requested = own_attr(vm, outer, "_cancel_requested");
    let children = vm.list_of(children).cloned().unwrap_or_default();
    vm.work += children.len() as u64;
    // The error of a gather that was cancelled is that of the last child, as its loop over them leaves it.
    let last = children.last().copied().unwrap_or(child);
    let mut results = Vec::with_capacity(children.len());
    for one in children {
        let (cancelled, exc) = looked_at(vm, one)?;
        let result = |f: &mut Future| f.result.or(Value::None);
        results.push(match exc {
            _ if cancelled => error_of_cancelled(vm, one)?,
            Some(exc) => exc,
            None => with(vm, one, result)?,
        });
    }
    if matches!(requested, Some(Value::Bool(true))) {
        let exc = make_cancelled_error(vm, last)?;
        return fail(vm, outer, exc);
    }
    let results = vm.list(results);
    finish(vm, outer, results)
}

/// Whether a done future was cancelled, and its exception, which needs no report any more.
fn looked_at(vm: &mut Vm, future: Value) -> Result<(bool, Option<Value>), Raised> {
    with(vm, future, |f: &mut Future| {
        f.log_traceback = false;
        (f.state == State::Cancelled, f.exception.bound())
    })
}

/// What stands among the results for a future that was cancelled.
fn error_of_cancelled(vm: &mut Vm, future: Value) -> Result<Value, Raised> {
    let message = match with(vm, future, |f: &mut Future| f.cancel_message)? {
        Value::Unbound | Value::None => vm.str(""),
        message => message,
    };
    let class = process(vm).classes.cancelled_error;
    Ok(vm.exception(class, &[message]))
}

/// What the callback is seen as: a function of the library.
pub fn function(vm: &mut Vm, listener: Value) -> Value {
    if follow::of(vm, listener).is_some() {
        return follow::function(vm);
    }
    let library = module(vm, "asyncio.tasks");
    library.and_then(|library| own_attr(vm, library, "_gathered")).unwrap_or(Value::None)
}

/// `_gathered(gathering, child)`: what `told` does, for who has the callback.
pub fn told_by_call(vm: &mut Vm, args: &Args) -> NativeResult {
    told(vm, args[0], args[1])?;
    none()
}
