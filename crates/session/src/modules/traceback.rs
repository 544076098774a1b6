//! `_traceback`: exceptions and stacks as the interpreter prints them.

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
            Def::function("format_stack", "", format_stack),
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
    let lines = vm.format_entries(wanted(vm, args[1], Value::Unbound).cut(&entries));
    ret(strings(vm, lines))
}

fn format_stack(vm: &mut Vm, _args: &Args) -> NativeResult {
    let entries = vm.stack_entries();
    let lines = vm.format_entries(&entries);
    ret(strings(vm, lines))
}

fn strings(vm: &mut Vm, lines: Vec<String>) -> Value {
    let lines = lines.into_iter().map(|line| vm.str(line)).collect();
    vm.list(lines)
}
