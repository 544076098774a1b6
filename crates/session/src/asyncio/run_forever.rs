//! `run_forever`: the native frame that drives a loop's executor, handle by handle.
//!
//! A turn is `_run_once`: drop cancelled timers, wait in the selector, move what is due to the ready queue, run exactly what is ready
//! then. Each callback runs in its context; an exception it lets through is reported and the turn goes on. What the turn is
//! worth on the outside (slices, other threads) is not known here: whatever is called may be suspended.

use loopthread_protocol::What;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, NativeResult, Outcome, Raised};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::event_loop::{self, EventLoop, with_executor};
use super::future::{Future, State};
use super::handle::{self, Handle};
use super::scheduled::Scheduled;
use super::{follow, gather, step};
use crate::glue::{bound_method, enter, none, number, process, with};
use crate::modules::contextvars;
use crate::threads::park;

/// `EventLoop.run_forever()`.
pub fn run_forever(vm: &mut Vm, args: &Args) -> NativeResult {
    if with(vm, args[0], |lp: &mut EventLoop| lp.closed)? {
        return Err(loopthread_vm::errors::runtime_error(vm, "Event loop is closed"));
    }
    event_loop::check_running(vm, args[0])?;
    let mut values = [Value::None; 6];
    values[0] = args[0];
    Ok(enter(RUN_FOREVER, resume, &values))
}

/// The name of the frame that drives a loop.
pub const RUN_FOREVER: &str = "run_forever";

/// What the frame waits for.
const SELECTING: u32 = 1;
const IN_CALLBACK: u32 = 2;
const REPORTING: u32 = 3;
const TELLING: u32 = 4;
const IN_STEP: u32 = 5;
const BEFORE_TURN: u32 = 6;
const LOOKING: u32 = 7;

/// The frame's values: the loop, the running loop before, the handle that runs or the task that is stepped, the context before it,
/// in debug mode the time at which it began (else what is thrown into the task), the future that has woken the task.
fn resume(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let result = go_on(vm, frame, outcome);
    if let Err(Raised(exc)) = result {
        detach(vm, frame);
        // The frames that it leaves hold what ran.
        if let Some(e) = vm.exception_mut(exc) {
            e.kept.extend([frame.values[2], Value::Unbound]);
        }
    }
    result
}

fn go_on(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    match frame.stage {
        0 => {
            attach(vm, frame);
            next_turn(vm, frame)
        }
        SELECTING => {
            outcome.value(vm)?;
            begin_turn(vm, frame)
        }
        IN_STEP => {
            let yields = matches!(outcome, Outcome::Returned(_));
            match step::end(vm, frame.values[2], outcome) {
                Ok(Action::Return(_)) => {
                    contextvars::leave(vm, frame.values[3]);
                    step_done(vm, frame, yields)
                }
                Ok(action) => {
                    frame.stage = IN_CALLBACK;
                    Ok(action)
                }
                Err(Raised(exc)) => failed(vm, frame, exc),
            }
        }
        IN_CALLBACK => match outcome {
            Outcome::Raised(exc) => failed(vm, frame, exc),
            outcome => {
                if let Outcome::Returned(value) = outcome {
                    // It may be a coroutine: the callback was meant to be a task.
                    vm.drop_values(&[value]);
                }
                contextvars::leave(vm, frame.values[3]);
                handle_done(vm, frame)
            }
        },
        REPORTING => {
            outcome.value(vm)?;
            handle_done(vm, frame)
        }
        BEFORE_TURN => {
            // The look itself is no work: its answer was charged.
            vm.work -= 1;
            next_handle(vm, frame)
        }
        _ => {
            outcome.value(vm)?;
            next_handle(vm, frame)
        }
    }
}

/// What was called has let an exception through.
fn failed(vm: &mut Vm, frame: &mut OwnFrame, exc: Value) -> NativeResult {
    contextvars::leave(vm, frame.values[3]);
    report(vm, frame, exc)
}

fn report(vm: &mut Vm, frame: &mut OwnFrame, exc: Value) -> NativeResult {
    frame.stage = REPORTING;
    let lp = frame.values[0];
    let handle = match (frame.values[2], frame.values[5]) {
        (Value::Obj(task), future) if vm.host::<Future>(task.into()).is_some() => match future {
            Value::Obj(future) => Scheduled::Wakeup(task, future),
            _ => Scheduled::Step(task),
        }
        .handle(vm, lp)?,
        (handle, _) => handle,
    };
    handle::report(vm, handle, exc)
}

/// A task has been stepped. One that goes on is held by what it waits for: only its weak references would notice its end.
fn step_done(vm: &mut Vm, frame: &mut OwnFrame, yields: bool) -> NativeResult {
    let task = std::mem::replace(&mut frame.values[2], Value::None);
    let goes_on = yields || vm.host::<Future>(task).is_some_and(|f| f.state == State::Pending);
    if !goes_on || vm.has_weak_references() {
        vm.drop_values(&[task]);
    }
    next_handle(vm, frame)
}

/// In debug mode a callback that took long is told of.
fn handle_done(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    let Value::Float(begin) = frame.values[4] else { return next_handle(vm, frame) };
    frame.values[4] = Value::None;
    event_loop::set_current_handle(vm, frame.values[0], Value::None);
    let took = process(vm).clock.now() - begin;
    let longest = with(vm, frame.values[0], |lp: &mut EventLoop| lp.slow_callback_duration)?;
    match bound_method(vm, frame.values[0], "_tell_slow") {
        Some(method) if took >= number(vm, longest)? => {
            frame.stage = TELLING;
            Ok(Action::call(method, Args::of(&[frame.values[2], Value::Float(took)])))
        }
        _ => next_handle(vm, frame),
    }
}

fn attach(vm: &mut Vm, frame: &mut OwnFrame) {
    let lp = frame.values[0];
    let thread = process(vm).threads.current();
    let id = thread.id;
    frame.values[1] = std::mem::replace(&mut thread.running_loop, lp);
    if let Some(data) = vm.host_mut::<EventLoop>(lp) {
        data.thread = Some(id);
        let lp_id = data.id;
        let process = process(vm);
        process.asyncio.loops.push((lp_id, lp));
        process.tell(What::LoopAttached { lp: lp_id, thread: id });
    }
    let debug = event_loop::is_debugged(vm, lp);
    event_loop::track_origins(vm, lp, debug);
}

fn detach(vm: &mut Vm, frame: &mut OwnFrame) {
    let lp = frame.values[0];
    process(vm).threads.current().running_loop = frame.values[1];
    event_loop::track_origins(vm, lp, false);
    event_loop::set_current_handle(vm, lp, Value::None);
    with_executor(vm, lp, |executor, _| {
        executor.queue_mut().clear_stop();
        executor.end_turn();
    });
    if let Some(data) = vm.host_mut::<EventLoop>(lp) {
        data.thread = None;
        let id = data.id;
        let process = process(vm);
        process.asyncio.loops.retain(|(other, _)| *other != id);
        process.tell(What::LoopDetached { lp: id });
    }
}

/// Phases 1 and 2: up to the wait.
fn next_turn(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    let lp = frame.values[0];
    let mut clock = process(vm).clock.clone();
    let timeout = with_executor(vm, lp, |executor, handles| {
        executor.clear_cancelled(handles);
        executor.timeout(|| clock.now())
    });
    process(vm).clock = clock;
    match timeout.flatten() {
        Some(timeout) if timeout <= 0.0 => begin_turn(vm, frame),
        timeout => {
            frame.stage = SELECTING;
            Ok(event_loop::select(lp, timeout))
        }
    }
}

/// Phase 3, and the first handle.
fn begin_turn(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    let lp = frame.values[0];
    process(vm).clock.now();
    let end_time = process(vm).clock.due();
    let ready = with_executor(vm, lp, |executor, handles| {
        executor.begin_turn(end_time, handles);
        executor.queue().ready().count()
    });
    if let (Some(lp), Some(ready)) = (event_loop::id(vm, lp), ready) {
        process(vm).tell(What::Turn { lp, ready: ready as u32 });
    }
    let process = process(vm);
    if process.every_turn || process.turn_of == Some(process.threads.current_id()) {
        // Somebody wants to look at the turn before it runs.
        frame.stage = BEFORE_TURN;
        return Ok(Action::host(park::TURN, Args::new()));
    }
    next_handle(vm, frame)
}

/// Phase 4, one handle at a time; after the last, the next turn, unless the loop is to stop.
fn next_handle(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    let lp = frame.values[0];
    for at in [4, 2, 5] {
        let done = std::mem::replace(&mut frame.values[at], Value::None);
        if !done.is_none() {
            vm.drop_values(&[done]);
        }
    }
    if vm.is_look_due() {
        frame.stage = LOOKING;
        return Vm::look();
    }
    let mut next = event_loop::take_next(vm, lp);
    vm.work += 1;
    while let Ok((Scheduled::Told(gathering, child), false)) = next {
        let told = match follow::of(vm, gathering.into()) {
            None => gather::told(vm, gathering.into(), child.into()).map(|()| None),
            Some(follower) => {
                let follower = follower.clone();
                follow::told(vm, &follower, child.into())
            }
        };
        match told {
            Ok(None) => vm.drop_values(&[child.into()]),
            Ok(Some(_)) => break,
            Err(Raised(exc)) => {
                frame.values[2] = Scheduled::Told(gathering, child).handle(vm, lp)?;
                return report(vm, frame, exc);
            }
        }
        next = event_loop::take_next(vm, lp);
        vm.work += 1;
    }
    match next {
        Ok((Scheduled::Handle(handle), debug)) => call(vm, frame, handle.into(), debug),
        Ok((Scheduled::Step(task), false)) => take_step(vm, frame, task, Value::None),
        Ok((Scheduled::Wakeup(task, future), false)) if !step::overrides(vm, future.into(), "result") => {
            take_step(vm, frame, task, future.into())
        }
        // Somebody may look at it.
        Ok((step, debug)) => {
            let handle = step.handle(vm, lp)?;
            call(vm, frame, handle, debug)
        }
        Err(false) => next_turn(vm, frame),
        Err(true) => {
            detach(vm, frame);
            none()
        }
    }
}

/// Calls what a handle says, in its context.
fn call(vm: &mut Vm, frame: &mut OwnFrame, handle: Value, debug: bool) -> NativeResult {
    if let Some(message) = vm.host::<Handle>(handle).and_then(|h| h.message) {
        process(vm).tell(What::Received { message });
    }
    if debug {
        frame.values[4] = Value::Float(process(vm).clock.now());
        event_loop::set_current_handle(vm, frame.values[0], handle);
    }
    frame.values[2] = handle;
    let (action, before) = match handle::begin(vm, handle) {
        Ok(begun) => begun,
        Err(Raised(exc)) => return report(vm, frame, exc),
    };
    frame.stage = IN_CALLBACK;
    frame.values[3] = before;
    Ok(action)
}

/// Steps a task in its context, without a frame of its own. `woken_by` is the future that it awaited, or None.
fn take_step(vm: &mut Vm, frame: &mut OwnFrame, task: Id, woken_by: Value) -> NativeResult {
    let task = Value::Obj(task);
    frame.values[2] = task;
    frame.values[5] = woken_by;
    let ready = step::Ready::of(vm, task)?;
    frame.values[3] = match contextvars::enter_context(vm, ready.context) {
        Ok(before) => before,
        Err(Raised(exc)) => return report(vm, frame, exc),
    };
    let thrown = if woken_by.is_none() { Value::Unbound } else { step::thrown_by(vm, woken_by) };
    if !thrown.is_unbound() {
        frame.values[4] = thrown;
    }
    frame.stage = IN_STEP;
    match step::begin(vm, task, &ready, thrown) {
        Err(Raised(exc)) => failed(vm, frame, exc),
        begun => begun,
    }
}
