//! `_traceback`: exceptions as the interpreter prints them.

use loopthread_vm::native::{Args, Def, NativeResult};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::ret;

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(
        namespace,
        "_traceback",
        &[
            Def::function("format_exception", "exc, /", format_exception),
            Def::function("format_exception_only", "exc, /", format_exception_only),
        ],
    );
}

fn format_exception(vm: &mut Vm, args: &Args) -> NativeResult {
    let lines = vm.format_exception(args[0]);
    ret(strings(vm, lines))
}

/// The lines after the traceback: what is left when the exception is taken to have neither frames nor causes.
fn format_exception_only(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(exc) = args[0].id() else { return ret(vm.list(Vec::new())) };
    let mut bare = vm.heap.get(exc).clone();
    if let loopthread_vm::heap::Data::Exception(e) = &mut bare.data {
        e.traceback.clear();
        (e.cause, e.context) = (Value::None, Value::None);
    }
    let bare = vm.heap.add(bare);
    let lines = vm.format_exception(bare.into());
    ret(strings(vm, lines))
}

fn strings(vm: &mut Vm, lines: Vec<String>) -> Value {
    let lines = lines.into_iter().map(|line| vm.str(line)).collect();
    vm.list(lines)
}
