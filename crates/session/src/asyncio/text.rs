//! What futures, tasks, callbacks and waits look like in words: CPython's `base_futures`, `base_tasks` and `format_helpers`.

use loopthread_protocol::Actor;
use loopthread_vm::builtins::text::repr_str;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::frame::{Body, NativeFrame};
use loopthread_vm::heap::object::{Data, Generator};
use loopthread_vm::native::{Action, Args, NativeResult, Outcome};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use smallvec::SmallVec;

use super::future::{Callback, Future, State};
use super::run_forever::RUN_FOREVER;
use super::task;
use crate::glue::{builtin, enter, module, own_attr, process_ref};

/// `repr(future)`, of tasks too.
pub fn future_repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let shown = match vm.host::<Future>(args[0]) {
        Some(f) if f.lp.is_unbound() => {
            let message = "Future object is not initialized.";
            return Err(loopthread_vm::errors::runtime_error(vm, message));
        }
        Some(f) if f.state == State::Finished => f.exception.bound().or(f.result.bound()),
        _ => None,
    };
    if let Some(value) = shown {
        if is_being_shown(vm, args[0]) {
            return vm.ok_str("...".to_owned());
        }
        return Ok(enter(WITH_RESULT, repr_with_result, &[args[0], value]));
    }
    let callbacks = vm.host::<Future>(args[0]).map_or_else(SmallVec::new, |f| f.callbacks.clone());
    let ends = [callbacks.first(), callbacks.last()];
    let ends = if callbacks.len() > 1 { &ends[..] } else { &ends[..1] };
    let strange: Vec<Value> = ends
        .iter()
        .flatten()
        .filter_map(|callback| {
            let function = callback.function(vm);
            strange(vm, function)
        })
        .collect();
    if strange.is_empty() {
        let text = future_text(vm, args[0], "");
        return vm.ok_str(text);
    }
    let mut values = vec![args[0]];
    values.extend(strange);
    Ok(enter("Future.__repr__", repr_with_callbacks, &values))
}

/// Values: the future, then callables, which become their reprs one by one.
fn repr_with_callbacks(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let at = frame.stage as usize;
    if at > 0 {
        frame.values[at] = outcome.value(vm)?;
    }
    frame.stage += 1;
    if let Some(&callback) = frame.values.get(at + 1) {
        return Ok(Action::call(builtin(vm, "repr"), Args::of(&[callback])));
    }
    let reprs: Vec<String> =
        frame.values[1..].iter().map(|&text| vm.str_of(text).unwrap_or("?").to_owned()).collect();
    let mut text = future_text(vm, frame.values[0], "");
    for repr in reprs {
        text = text.replacen(UNKNOWN, &repr, 1);
    }
    vm.ok_str(text)
}

/// Stands for the repr of a callable until that is known.
pub const UNKNOWN: &str = "\u{0}";

/// The frame that shows a future with its result.
const WITH_RESULT: &str = "Future.__repr__";

/// Whether this thread is in the middle of this future's repr: its result refers to it (`reprlib.recursive_repr`).
fn is_being_shown(vm: &Vm, future: Value) -> bool {
    let shows = |frame: &NativeFrame| matches!(frame, NativeFrame::Own(own) if own.name == WITH_RESULT && own.values[0].is(future));
    vm.frames.chain(vm.top).any(|id| matches!(&vm.frames.get(id).body, Body::Native(frame) if shows(frame)))
}

/// Values: the future, its result or exception. A result is shown by `reprlib`, within limits.
fn repr_with_result(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    let value = frame.values[1];
    match (frame.stage, outcome) {
        (1, _) if vm.exception_of(value).is_some_and(|_| has_failed(vm, frame.values[0])) => {
            frame.stage += 1;
            Ok(Action::call(builtin(vm, "repr"), Args::of(&[value])))
        }
        (1, _) => match short_repr(vm, value) {
            Some(text) => repr_with(vm, frame.values[0], &text),
            None => {
                let name = vm.str("reprlib");
                Ok(Action::call(builtin(vm, "__import__"), Args::of(&[name])))
            }
        },
        (2, outcome) => {
            outcome.value(vm)?;
            super::call_library(vm, "reprlib", "repr", &[value])
        }
        (_, outcome) => {
            let shown = outcome.value(vm)?;
            let shown = vm.str_of(shown).unwrap_or("?").to_owned();
            repr_with(vm, frame.values[0], &shown)
        }
    }
}

fn has_failed(vm: &Vm, future: Value) -> bool {
    vm.host::<Future>(future).is_some_and(|f| f.exception.bound().is_some())
}

fn repr_with(vm: &mut Vm, future: Value, shown: &str) -> NativeResult {
    let text = future_text(vm, future, shown);
    vm.ok_str(text)
}

/// The repr of a number, a short text, None: what `reprlib` leaves as it is.
fn short_repr(vm: &mut Vm, value: Value) -> Option<String> {
    const MOST: usize = 30;
    if vm.native_len(value).is_some() && vm.str_of(value).is_none() {
        return None;
    }
    vm.repr_native(value).filter(|text| text.chars().count() <= MOST)
}

/// The repr of a future, given that of its result or exception.
pub fn future_text(vm: &mut Vm, future: Value, result: &str) -> String {
    let class = vm.type_short_name(future).to_owned();
    let Some(data) = vm.host::<Future>(future).cloned() else { return format!("<{class}>") };
    let mut parts = vec![class];
    let cancelling = data.task.as_ref().is_some_and(|t| t.cancels > 0);
    parts.push(match data.state {
        State::Pending if cancelling => "cancelling".to_owned(),
        State::Pending => "pending".to_owned(),
        State::Cancelled => "cancelled".to_owned(),
        State::Finished => "finished".to_owned(),
    });
    if let Some(task) = &data.task {
        parts.push(format!("name={}", repr_str(&task::shown_name(vm, task.name))));
        if !task.coro.is_none() {
            parts.push(format!("coro=<{}>", coroutine_text(vm, task.coro)));
        }
        if !task.waiter.is_none() {
            let waiter = future_text(vm, task.waiter, "");
            parts.push(format!("wait_for={waiter}"));
        }
    }
    if data.state == State::Finished {
        let (what, value) = match data.exception.bound() {
            Some(exception) => ("exception", exception),
            None => ("result", data.result),
        };
        // Of a future that another one's text names, only a repr that is at hand is shown.
        let shown = match result {
            "" => short_repr(vm, value).unwrap_or("...".to_owned()),
            shown => shown.to_owned(),
        };
        parts.push(format!("{what}={shown}"));
    }
    if !data.callbacks.is_empty() {
        let text = |callback: &Callback| {
            let function = callback.function(vm);
            callback_text(vm, function, "")
        };
        let shown: Vec<String> = data.callbacks.iter().map(text).collect();
        parts.push(match shown.as_slice() {
            [one] => format!("cb=[{one}]"),
            [one, two] => format!("cb=[{one}, {two}]"),
            [one, between @ .., last] => format!("cb=[{one}, <{} more>, {last}]", between.len()),
            [] => String::new(),
        });
    }
    parts.extend(super::source::created_at(vm, data.source));
    format!("<{}>", parts.join(" "))
}

/// A callable as CPython's `_format_callback_source` shows it: name, arguments, place of a Python function. What only Python
/// can show is [`UNKNOWN`]; see [`strange`].
pub fn callback_text(vm: &mut Vm, callback: Value, args: &str) -> String {
    let (name, place) = (callback_name(vm, callback), place_of(vm, callback));
    format!("{name}({args}){place}")
}

/// Its name alone; [`UNKNOWN`] can only be at its beginning.
pub fn callback_name(vm: &mut Vm, callback: Value) -> String {
    match vm.data(callback) {
        Some(Data::BoundMethod(pair)) => {
            let function = pair.0;
            callback_name(vm, function)
        }
        Some(Data::Function(f)) => vm.str_of(f.qualname).unwrap_or("?").to_owned(),
        Some(Data::Native(f)) => f.qualname.to_owned(),
        Some(Data::Class(c)) => vm.str_of(c.qualname).unwrap_or("?").to_owned(),
        _ => match partial_of(vm, callback) {
            // Its own arguments are told in debug mode only; the call's come behind them.
            Some(function) => format!("{}()", callback_name(vm, function)),
            None => UNKNOWN.to_owned(),
        },
    }
}

/// ` at FILE:LINE` of a function, of what it wraps, or of what a partial calls; methods have none.
fn place_of(vm: &mut Vm, callback: Value) -> String {
    let mut function = callback;
    for _ in 0..MOST_WRAPPED {
        match own_attr(vm, function, "__wrapped__").or_else(|| partial_of(vm, function)) {
            Some(inner) => function = inner,
            None => break,
        }
    }
    match vm.data(function) {
        Some(Data::Function(f)) => {
            let code = vm.code(f.code);
            format!(" at {}:{}", vm.text(code.file_name), code.first_line)
        }
        _ => String::new(),
    }
}

/// Wrappers of wrappers that are looked through: they could go in a circle.
const MOST_WRAPPED: usize = 100;

/// The object in a callback whose repr stands for its name, if there is one.
pub fn strange(vm: &mut Vm, callback: Value) -> Option<Value> {
    match vm.data(callback) {
        Some(Data::BoundMethod(_) | Data::Function(_) | Data::Native(_) | Data::Class(_)) => None,
        _ => match partial_of(vm, callback) {
            Some(function) => strange(vm, function),
            None => Some(callback),
        },
    }
}

/// What a `functools.partial` calls.
fn partial_of(vm: &mut Vm, callback: Value) -> Option<Value> {
    let partial = module(vm, "functools").and_then(|module| own_attr(vm, module, "partial"))?;
    let class = vm.class_of(callback);
    if !partial.id().is_some_and(|partial| vm.is_subclass(class, partial)) {
        return None;
    }
    own_attr(vm, callback, "func")
}

/// `m()` for a coroutine of `async def m`.
pub fn coroutine_name(vm: &mut Vm, coro: Value) -> String {
    match vm.data(coro) {
        Some(Data::Generator(g)) => format!("{}()", vm.str_of(g.qualname).unwrap_or("?")),
        _ => format!("<{} without __name__>()", vm.type_name(coro)),
    }
}

fn coroutine_text(vm: &mut Vm, coro: Value) -> String {
    let name = coroutine_name(vm, coro);
    let Some(Data::Generator(g)) = vm.data(coro) else { return name };
    let code = vm.code(g.code);
    let file = vm.text(code.file_name);
    match g.frame.and_then(|frame| vm.frames.python(frame)) {
        Some(frame) => {
            let line = code.position(frame.ip.saturating_sub(1)).line.max(code.first_line);
            format!("{name} running at {file}:{line}")
        }
        None => format!("{name} done, defined at {file}:{}", code.first_line),
    }
}

/// `ValueError: no`, as far as it can be said without running Python.
pub fn exception_line(vm: &mut Vm, exc: Value) -> String {
    let class = vm.type_name(exc).to_owned();
    // Behind the message of one of these stands where it was found.
    let is_syntax = vm.is_instance(exc, types::SYNTAX_ERROR);
    let argument = vm.exception_of(exc).and_then(|e| vm.tuple_of(e.args)).and_then(|args| match args {
        [one, rest @ ..] if is_syntax || rest.is_empty() => {
            vm.str_of(*one).map(str::to_owned).or_else(|| vm.small_int(*one).map(|i| i.to_string()))
        }
        _ => None,
    });
    match argument {
        Some(text) if !text.is_empty() => format!("{class}: {text}"),
        _ => class,
    }
}

/// The line of the learner's file from which an exception comes.
pub fn raising_line(vm: &Vm, exc: Value) -> Option<u32> {
    let traceback = &vm.exception_of(exc)?.traceback;
    let own = traceback.iter().rev().find(|entry| vm.is_program(vm.code(entry.code)))?;
    Some(vm.code(own.code).position(own.ip).line)
}

/// Who acts in the thread that runs, and the line of the learner's file at which it does; None is the loop itself.
pub fn acting(vm: &Vm) -> (Option<Actor>, Option<u32>) {
    let (mut line, mut acts) = (None, false);
    for id in vm.frames.chain(vm.top) {
        match &vm.frames.get(id).body {
            Body::Python(frame) => {
                let code = vm.code(frame.code);
                acts |= !code.library;
                if vm.is_program(code) {
                    line = Some(code.position(frame.ip.saturating_sub(1)).line);
                    break;
                }
            }
            // What stands below it waits for the loop's end.
            Body::Native(NativeFrame::Own(frame)) if frame.name == RUN_FOREVER => break,
            _ => {}
        }
    }
    let by = process_ref(vm).threads.actor();
    let acts = acts || matches!(by, Actor::Python { task: Some(_), .. });
    (acts.then_some(by), line)
}

/// The innermost of the coroutines that await each other, from a task's on.
fn innermost(vm: &Vm, task: Value) -> Option<&Generator> {
    let coro = vm.host::<Future>(task)?.task.as_ref()?.coro;
    match vm.data(coro) {
        Some(Data::Generator(g)) => Some(g),
        _ => None,
    }
}

/// The frames of a suspended task, innermost first.
fn suspended_frames(vm: &Vm, task: Value) -> Vec<loopthread_vm::frame::FrameId> {
    innermost(vm, task).map_or_else(Vec::new, |g| vm.frames.chain(g.top).collect())
}

/// The line of the learner's file at which a suspended task waits.
pub fn waiting_line(vm: &mut Vm, task: Value) -> Option<u32> {
    let own = vm.program_frames(innermost(vm, task)?.top).next()?;
    vm.line_at(own)
}

/// The library function that the learner's code awaits: `Queue.get`, `sleep`; of `async with lock`, what that calls by a public name.
fn library_call(vm: &Vm, task: Value) -> Option<String> {
    let (mut outermost, mut public) = (None, None);
    for id in suspended_frames(vm, task) {
        let Some(frame) = vm.frames.python(id) else { continue };
        let code = vm.code(frame.code);
        if !code.library {
            break;
        }
        let name = vm.text(code.qualname).to_owned();
        if !name.split('.').any(|part| part.starts_with('_')) {
            public = Some(name.clone());
        }
        outermost = Some(name);
    }
    public.or(outermost)
}

/// Whether a suspended task is in `asyncio.sleep`.
pub fn sleep_of(vm: &mut Vm, task: Value) -> bool {
    library_call(vm, task).as_deref() == Some("sleep")
}

/// What a task waits for, as a learner would say it.
pub fn wait_text(vm: &mut Vm, task: Value, future: Value) -> String {
    if let Some(call) = library_call(vm, task) {
        return call;
    }
    let name = vm.host::<Future>(future).and_then(|f| f.task.as_ref()).map(|t| t.name);
    name.map_or_else(|| "Future".to_owned(), |name| task::shown_name(vm, name))
}
