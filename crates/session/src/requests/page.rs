//! `_page`: what the library's `_loopthread` needs to serve a request: compile, run in `__main__`, answer.

use loopthread_protocol::{Failure, Reply};
use loopthread_vm::errors;
use loopthread_vm::native::{Action, Args, Def, NativeResult};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::source::CONSOLE;

use super::{answer, page_ready, request_of};
use crate::asyncio::task;
use crate::glue::{none, process, ret};
use crate::modules::warnings;

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(namespace, "_page", FUNCTIONS);
}

const FUNCTIONS: &[Def] = &[
    Def::function("ready", "", ready),
    Def::function("compile", "source, /", compile),
    Def::function("run", "function, /", run),
    Def::function("answer_value", "request, repr, /", answer_value),
    Def::function("answer_task", "request, task, /", answer_task),
    Def::function("answer_error", "request, traceback, /", answer_error),
];

/// The page's loop runs as soon as the caller returns to it.
fn ready(vm: &mut Vm, _args: &Args) -> NativeResult {
    page_ready(vm);
    none()
}

/// A function that runs the source in `__main__`, and whether it is an expression.
fn compile(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(source) = vm.str_of(args[0]).map(|source| source.trim().to_owned()) else {
        return Err(errors::type_error(vm, "source must be a string"));
    };
    let Some(namespace) = process(vm).main_namespace.id() else { return none() };
    let ((found, code), is_expression) = match vm.compile_console(&source, true) {
        Ok(code) => (code, true),
        Err(_) => (vm.compile_console(&source, false)?, false),
    };
    warnings::print_all(vm, CONSOLE, &found);
    let function = vm.function_of(code, namespace);
    ret(vm.tuple(vec![function, Value::Bool(is_expression)]))
}

fn run(vm: &mut Vm, args: &Args) -> NativeResult {
    let namespace = process(vm).main_namespace;
    Ok(Action::Body(args[0], namespace))
}

fn answer_value(vm: &mut Vm, args: &Args) -> NativeResult {
    let repr = vm.str_of(args[1]).map(str::to_owned);
    let request = request_of(vm, args[0]);
    answer(vm, request, Ok(Reply::Value { repr }));
    none()
}

fn answer_task(vm: &mut Vm, args: &Args) -> NativeResult {
    let request = request_of(vm, args[0]);
    match task::id(vm, args[1]) {
        Some(task) => answer(vm, request, Ok(Reply::Task(task))),
        None => {
            let message = "the event loop's task factory made no asyncio.Task".to_owned();
            answer(vm, request, Err(Failure::Refused { message }));
        }
    }
    none()
}

fn answer_error(vm: &mut Vm, args: &Args) -> NativeResult {
    let traceback = vm.str_of(args[1]).unwrap_or("").to_owned();
    let request = request_of(vm, args[0]);
    answer(vm, request, Err(Failure::Raised { traceback }));
    none()
}
