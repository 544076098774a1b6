//! `_traceback`: exceptions and stacks as the interpreter prints them.

use loopthread_vm::heap::object::TraceEntry;
use loopthread_vm::native::{Args, Def, NativeResult};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::traceback::gather::Wanted;

use crate::glue::ret;

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(
        namespace,
        "_traceback",
        &[
            Def::function("format_exception", "exc, /, limit?, chain?", format_exception),
            Def::function("format_exception_only", "exc, /", format_exception_only),
            Def::function("format_tb", "tb, /, limit?", format_tb),
            Def::function("format_stack", "limit?", format_stack),
            Def::function("extract_tb", "tb, /, limit?", extract_tb),
            Def::function("extract_stack", "limit?", extract_stack),
            Def::function("source_line", "file_name, line, /", source_line),
        ],
    );
}

fn wanted(vm: &Vm, limit: Value, chain: Value) -> Wanted {
    Wanted { chain: !matches!(chain, Value::Bool(false)), limit: vm.small_int(limit) }
}

fn format_exception(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(vm.format_exception_action(args[0], wanted(vm, args[1], args[2]), false))
}

/// The lines after the frames: class and message, notes.
fn format_exception_only(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(vm.format_exception_action(args[0], Wanted { chain: false, limit: Some(0) }, true))
}

fn format_tb(vm: &mut Vm, args: &Args) -> NativeResult {
    let entries = vm.traceback_entries(args[0]);
    let lines = vm.format_entries(wanted(vm, args[1], Value::Unbound).cut(&entries), true);
    ret(strings(vm, lines))
}

/// A positive limit keeps the innermost entries here, as CPython's does for stacks; the library that asks does not count.
fn stack(vm: &Vm, limit: Value) -> Vec<TraceEntry> {
    let mut entries = vm.stack_entries();
    while entries.last().is_some_and(|entry| vm.code(entry.code).library) {
        entries.pop();
    }
    let limit = vm.small_int(limit).map(i64::saturating_neg);
    Wanted { chain: false, limit }.cut(&entries).to_vec()
}

fn format_stack(vm: &mut Vm, args: &Args) -> NativeResult {
    let entries = stack(vm, args[0]);
    let lines = vm.format_entries(&entries, false);
    ret(strings(vm, lines))
}

fn extract_tb(vm: &mut Vm, args: &Args) -> NativeResult {
    let entries = vm.traceback_entries(args[0]);
    let entries = wanted(vm, args[1], Value::Unbound).cut(&entries).to_vec();
    ret(summaries(vm, &entries))
}

fn extract_stack(vm: &mut Vm, args: &Args) -> NativeResult {
    let entries = stack(vm, args[0]);
    ret(summaries(vm, &entries))
}

/// A line of the program, without the space around it; empty if there is none.
fn source_line(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = vm.small_int(args[1]).and_then(|line| usize::try_from(line).ok()?.checked_sub(1));
    let text = vm.str_of(args[0]).and_then(|file| vm.sources.get(file)?.lines().nth(at?));
    let text = text.unwrap_or("").trim().to_owned();
    vm.ok_str(text)
}

/// The innermost calls of the program that are going on, as rows.
pub fn newest_calls(vm: &mut Vm, most: usize) -> Value {
    let entries = vm.stack_entries();
    let entries: Vec<TraceEntry> = entries.into_iter().filter(|entry| !vm.code(entry.code).library).collect();
    let newest = entries.get(entries.len().saturating_sub(most)..).unwrap_or(&[]);
    summaries(vm, newest)
}

/// A tuple (file name, line number, function, source line) for each entry.
fn summaries(vm: &mut Vm, entries: &[TraceEntry]) -> Value {
    let found = vm.summaries(entries);
    let rows = found
        .into_iter()
        .map(|(file, line, name, text)| {
            let row = [vm.str(file), Value::Int(line.into()), vm.str(name), vm.str(text)];
            vm.tuple(row)
        })
        .collect();
    vm.list(rows)
}

fn strings(vm: &mut Vm, lines: Vec<String>) -> Value {
    let lines = lines.into_iter().map(|line| vm.str(line)).collect();
    vm.list(lines)
}
