//! `time`: the process clock, and `sleep`.
//!
//! `time.time()` counts from a fixed moment, so that runs repeat. Deliberately absent: calendars and time zones.

use loopthread_vm::errors;
use loopthread_vm::native::{Action, Args, Def, NativeResult};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::{number, process, ret};
use crate::threads::park::SLEEP;

/// `time.time()` when the process starts, in nanoseconds: the first moment of 2025.
const EPOCH_NS: u64 = 1_735_689_600_000_000_000;

/// The longest sleep, in seconds.
const LONGEST: f64 = 9_223_372_036.0;

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(namespace, "time", FUNCTIONS);
}

const FUNCTIONS: &[Def] = &[
    Def::function("monotonic", "", monotonic),
    Def::function("monotonic_ns", "", monotonic_ns),
    Def::function("perf_counter", "", monotonic),
    Def::function("perf_counter_ns", "", monotonic_ns),
    Def::function("process_time", "", process_time),
    Def::function("process_time_ns", "", process_time_ns),
    Def::function("thread_time", "", process_time),
    Def::function("thread_time_ns", "", process_time_ns),
    Def::function("time", "", time),
    Def::function("time_ns", "", time_ns),
    Def::function("time.sleep", "seconds, /", sleep),
];

fn monotonic(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(process(vm).clock.now())
}

fn monotonic_ns(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(process(vm).clock.now_ns() as i64)
}

fn time(vm: &mut Vm, _args: &Args) -> NativeResult {
    let ns = EPOCH_NS + process(vm).clock.now_ns();
    ret(ns as f64 / 1e9)
}

fn time_ns(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret((EPOCH_NS + process(vm).clock.now_ns()) as i64)
}

/// Work done, at the rate that the switch interval assumes.
fn process_time_ns(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret((vm.work / crate::process::WORK_PER_MS * 1_000_000) as i64)
}

fn process_time(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(vm.work as f64 / crate::process::WORK_PER_MS as f64 / 1e3)
}

fn sleep(vm: &mut Vm, args: &Args) -> NativeResult {
    let seconds = match (vm.float_of(args[0]), vm.small_int(args[0])) {
        (None, None) => {
            let message = format!("'{}' object cannot be interpreted as an integer", vm.type_name(args[0]));
            return Err(errors::type_error(vm, message));
        }
        _ => number(vm, args[0])?,
    };
    if seconds.is_nan() {
        return Err(errors::value_error(vm, "Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(errors::value_error(vm, "sleep length must be non-negative"));
    }
    if seconds > LONGEST {
        return Err(errors::overflow_error(vm, "timestamp out of range for platform time_t"));
    }
    Ok(Action::host(SLEEP, Args::of(&[Value::Float(seconds)])))
}
