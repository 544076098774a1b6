//! Where a future or a handle was made, in debug mode: `_source_traceback`.
//!
//! The calls are taken down as plain rows; who asks gets them as `traceback` has them. The library's own calls are left out,
//! so the last one is always the program's.

use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, NativeResult, Outcome};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use super::event_loop;
use super::future::Future;
use super::handle::report_to;
use crate::glue::{builtin, enter, none, ret, with};
use crate::modules::traceback::newest_calls;

/// CPython's `DEBUG_STACK_DEPTH`.
pub const DEPTH: usize = 10;

/// The calls that are going on, as rows, if the loop is in debug mode.
pub fn now(vm: &mut Vm, lp: Value) -> Value {
    if event_loop::is_debugged(vm, lp) { newest_calls(vm, DEPTH) } else { Value::Unbound }
}

/// ` created at FILE:LINE`, or nothing.
pub fn created_at(vm: &Vm, source: Value) -> Option<String> {
    let last = *vm.list_of(source)?.last()?;
    // A row, or what `traceback` has made of it.
    let (file, line) = match vm.tuple_of(last) {
        Some(row) => (*row.first()?, *row.get(1)?),
        None => return None,
    };
    Some(format!("created at {}:{}", vm.str_of(file)?, vm.small_int(line)?))
}

/// `Future._source_traceback`.
pub fn of_future(vm: &mut Vm, args: &Args) -> NativeResult {
    let rows = with(vm, args[0], |f: &mut Future| f.source)?;
    summary(rows)
}

/// Rows as a list of `traceback.FrameSummary`; None without.
pub fn summary(rows: Value) -> NativeResult {
    if rows.is_unbound() {
        return none();
    }
    Ok(enter("_source_traceback", summarize, &[rows]))
}

fn summarize(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match frame.stage {
        1 => {
            let name = vm.str("traceback");
            Ok(Action::call(builtin(vm, "__import__"), Args::of(&[name])))
        }
        2 => {
            outcome.value(vm)?;
            super::call_library(vm, "traceback", "_summary", &[frame.values[0]])
        }
        _ => ret(outcome.value(vm)?),
    }
}

/// Calls a loop's exception handler with a context whose `source_traceback` is rows, or is left out.
pub fn report_with(vm: &mut Vm, lp: Value, context: &[(&str, Value)]) -> NativeResult {
    let given: Vec<(&str, Value)> =
        context.iter().copied().filter(|(_, value)| !value.is_unbound()).collect();
    if !given.iter().any(|(key, _)| *key == "source_traceback") {
        return report_to(vm, lp, &given);
    }
    let values: Vec<Value> = given
        .iter()
        .flat_map(|&(key, value)| {
            let key = vm.str(key);
            [key, value]
        })
        .collect();
    let mut frame = vec![lp];
    frame.extend(values);
    Ok(enter("call_exception_handler", report_step, &frame))
}

/// Values: the loop, then keys and values, of which the last is the rows.
fn report_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match frame.stage {
        1 => summary(frame.values.last().copied().unwrap_or(Value::Unbound)),
        2 => {
            let source = outcome.value(vm)?;
            if let Some(last) = frame.values.last_mut() {
                *last = source;
            }
            let (lp, pairs) = (frame.values[0], frame.values[1..].to_vec());
            let keys: Vec<String> =
                pairs.chunks(2).map(|pair| vm.str_of(pair[0]).unwrap_or("").to_owned()).collect();
            let context: Vec<(&str, Value)> =
                keys.iter().map(String::as_str).zip(pairs.chunks(2).map(|pair| pair[1])).collect();
            report_to(vm, lp, &context)
        }
        _ => ret(outcome.value(vm)?),
    }
}
