//! `_signal`: Ctrl+C. What a program has set for it, and how it reaches the main thread.
//!
//! As in CPython a signal is only noted; the handler is called by the main thread, before its next instruction. **A signal from outside ends
//! the main thread's wait, one that a thread sends does not**: that thread has no call of the system's to interrupt.
//! Deliberately absent: all signals but SIGINT.

use loopthread_protocol::ThreadId;
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::{enter, module, none, own_attr, process, process_ref, ret};
use crate::threads::{MAIN, Wait, park};

const SIGINT: i64 = 2;
/// Signals have numbers below this.
const NSIG: i64 = 65;
/// `signal.SIG_IGN`.
const IGNORE: i64 = 1;

/// Ctrl+C and what is done about it.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    /// What the program has set; unbound is `default_int_handler`.
    pub handler: Value,
    /// It has come, and the main thread has not seen it.
    pub pending: bool,
    /// It came from outside, so it ends a wait.
    pub ends_wait: bool,
    /// Who is to see it: the main thread, or after its end the page's own.
    pub receiver: Option<ThreadId>,
}

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(namespace, "_signal", FUNCTIONS);
}

const FUNCTIONS: &[Def] = &[
    Def::function("default_int_handler", "signalnum, frame, /", |vm, _| Err(interrupted(vm))),
    Def::function("getsignal", "signalnum, /", getsignal),
    Def::function("raise_signal", "signalnum, /", raise_signal),
    Def::function("signal", "signalnum, handler, /", signal),
];

/// Whether one is to be acted upon, and whether it ends a wait.
pub fn pending(vm: &mut Vm) -> (bool, bool) {
    let signals = &mut process(vm).signals;
    signals.pending &= !matches!(signals.handler, Value::Int(_));
    (signals.pending, signals.ends_wait)
}

/// Ctrl+C from outside: for the program, or for what the console has asked of the page's thread after it. False when there is neither.
pub fn interrupt(vm: &mut Vm) -> bool {
    let process = process(vm);
    let lives = process.threads.get(MAIN).is_some_and(|main| !main.ended) && process.has_program();
    let receiver = match process.requests.asked_page() {
        _ if lives => MAIN,
        Some(page) => {
            // The handler was the program's.
            process.signals.handler = Value::Unbound;
            page
        }
        None => return false,
    };
    let signals = &mut process.signals;
    (signals.pending, signals.ends_wait, signals.receiver) = (true, true, Some(receiver));
    process.wake(receiver);
    true
}

/// `_thread.interrupt_main()`, and a signal that a program sends to itself.
pub fn raise_signal(vm: &mut Vm, args: &Args) -> NativeResult {
    let signum = if args[0].is_unbound() { SIGINT } else { number(vm, args[0])? };
    only_sigint(vm, signum)?;
    if process(vm).threads.current_id() == MAIN {
        return act(vm, Value::None);
    }
    let signals = &mut process(vm).signals;
    (signals.pending, signals.receiver) = (true, Some(MAIN));
    none()
}

/// What the main thread does about a signal that is pending, before anything else: the call of the handler. Its result is `then`.
pub fn act(vm: &mut Vm, then: Value) -> NativeResult {
    let signals = &mut process(vm).signals;
    (signals.pending, signals.ends_wait) = (false, false);
    match signals.handler {
        Value::Unbound => Err(interrupted(vm)),
        Value::Int(_) => ret(then),
        handler => Ok(enter("signal", call_handler, &[handler, then])),
    }
}

/// The same in the middle of a wait: unless the handler raises, the wait goes on.
pub fn act_in_wait(vm: &mut Vm, wait: &Wait) -> NativeResult {
    let left = wait.deadline.map(|deadline| (deadline - process(vm).clock.peek()).max(0.0));
    let (op, args) = park::call_of(&wait.park, left);
    act(vm, Value::None)?;
    let mut values = vec![process_ref(vm).signals.handler, Value::Int(op.into())];
    values.extend(args.values.iter().copied());
    Ok(enter("signal", call_handler_in_wait, &values))
}

fn call(vm: &mut Vm, handler: Value) -> NativeResult {
    let standing: Vec<_> = vm.standing_frames().into_iter().map(|(frame, _)| frame).collect();
    let frame = if standing.is_empty() { Value::None } else { vm.frame_picture(&standing) };
    Ok(Action::call(handler, Args::of(&[Value::Int(SIGINT), frame])))
}

/// The frame's values: the handler, the result.
fn call_handler(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return call(vm, frame.values[0]);
    }
    outcome.value(vm)?;
    ret(frame.values[1])
}

/// The frame's values: the handler, the host call and its arguments.
fn call_handler_in_wait(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match frame.stage {
        1 => call(vm, frame.values[0]),
        2 => {
            outcome.value(vm)?;
            let op = vm.small_int(frame.values[1]).unwrap_or(0) as u16;
            Ok(Action::host(op, Args::of(&frame.values[2..])))
        }
        _ => ret(outcome.value(vm)?),
    }
}

fn interrupted(vm: &mut Vm) -> Raised {
    Raised(vm.exception(types::KEYBOARD_INTERRUPT, &[]))
}

fn number(vm: &mut Vm, signum: Value) -> Result<i64, Raised> {
    if vm.native_index(signum).is_none() {
        return Err(errors::not_an_integer(vm, signum));
    }
    match vm.small_int(signum) {
        Some(signum) if (1..NSIG).contains(&signum) => Ok(signum),
        _ => Err(errors::value_error(vm, "signal number out of range")),
    }
}

fn only_sigint(vm: &mut Vm, signum: i64) -> Result<(), Raised> {
    if signum == SIGINT {
        return Ok(());
    }
    Err(errors::not_supported(vm, &format!("signal {signum}: only SIGINT, which is Ctrl+C,")))
}

fn default_handler(vm: &mut Vm) -> Value {
    let signal = module(vm, "_signal").unwrap_or(Value::None);
    own_attr(vm, signal, "default_int_handler").unwrap_or(Value::None)
}

fn getsignal(vm: &mut Vm, args: &Args) -> NativeResult {
    match number(vm, args[0])? {
        SIGINT => match process(vm).signals.handler {
            Value::Unbound => ret(default_handler(vm)),
            handler => ret(handler),
        },
        // `SIG_DFL`, as nothing else can be set.
        _ => ret(0i64),
    }
}

fn signal(vm: &mut Vm, args: &Args) -> NativeResult {
    if process(vm).threads.current_id() != MAIN {
        let message = "signal only works in main thread of the main interpreter";
        return Err(errors::value_error(vm, message));
    }
    let signum = number(vm, args[0])?;
    let choice = vm.small_int(args[1]);
    if !vm.is_callable(args[1]) && !matches!(choice, Some(0 | IGNORE)) {
        let message = "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object";
        return Err(errors::type_error(vm, message));
    }
    only_sigint(vm, signum)?;
    if choice == Some(0) {
        return Err(errors::not_supported(vm, "signal.SIG_DFL"));
    }
    let before = getsignal(vm, args)?;
    let handler = match choice {
        Some(choice) => Value::Int(choice),
        None if default_handler(vm).is(args[1]) => Value::Unbound,
        None => args[1],
    };
    process(vm).signals.handler = handler;
    Ok(before)
}
