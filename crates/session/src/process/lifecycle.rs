//! The main thread's life: run the program, report what it raised, wait for the other threads, run exit functions.
//!
//! CPython's `Py_RunMain` and `Py_FinalizeEx`, as far as a program sees them. Daemon threads are left where they are.

use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, NativeResult, Outcome, host};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::traceback::gather::Wanted;

use super::Course;
use crate::glue::{enter, module, own_attr, process, process_ref, ret};
use crate::modules::hooks::{self, Hook};

/// The exit code of a process that an uncaught KeyboardInterrupt ends.
const INTERRUPTED: i64 = 130;

/// The main thread's first function: takes the program as a function and the namespace of `__main__`.
pub fn main(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("main", resume, &[args[0], args[1], Value::Int(0), Value::None]))
}

/// A function that runs another one's body in a namespace.
pub fn run_body(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Body(args[0], args[1]))
}

const PROGRAM: u32 = 1;
const EXIT_TEXT: u32 = 2;
const TRACEBACK: u32 = 6;
const HOOK: u32 = 7;
const SHUTDOWN: u32 = 3;
const EXIT_FUNCTIONS: u32 = 4;
const LAST_WORDS: u32 = 5;

/// The frame's values: the program, its namespace, the exit code, what nothing caught.
fn resume(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    match frame.stage {
        0 => {
            frame.stage = PROGRAM;
            Ok(Action::Body(frame.values[0], frame.values[1]))
        }
        PROGRAM => {
            if let Outcome::Raised(exc) = outcome {
                if vm.is_instance(exc, types::SYSTEM_EXIT) {
                    return system_exit(vm, frame, exc);
                }
                let interrupted = vm.is_instance(exc, types::KEYBOARD_INTERRUPT);
                frame.values[2] = Value::Int(if interrupted { INTERRUPTED } else { 1 });
                frame.values[3] = exc;
                return uncaught(vm, frame, exc);
            }
            shut_down(vm, frame)
        }
        HOOK => {
            if let Outcome::Raised(exc) = outcome {
                if vm.is_instance(exc, types::SYSTEM_EXIT) {
                    return system_exit(vm, frame, exc);
                }
                process(vm).write_error("Error in sys.excepthook:\n");
                report(vm, exc);
                process(vm).write_error("\nOriginal exception was:\n");
                report(vm, frame.values[3]);
            }
            shut_down(vm, frame)
        }
        TRACEBACK => {
            if let Outcome::Returned(lines) = outcome {
                let lines = vm.list_of(lines).cloned().unwrap_or_default();
                let text: String = lines.iter().filter_map(|&line| vm.str_of(line)).collect();
                process(vm).write_error(&text);
            }
            shut_down(vm, frame)
        }
        EXIT_TEXT => {
            if let Outcome::Returned(text) = outcome {
                let text = format!("{}\n", vm.str_of(text).unwrap_or(""));
                process(vm).write_error(&text);
            }
            frame.values[2] = Value::Int(1);
            shut_down(vm, frame)
        }
        SHUTDOWN => {
            if let Outcome::Raised(exc) = outcome
                && vm.is_instance(exc, types::KEYBOARD_INTERRUPT)
            {
                let words = "Exception ignored on threading shutdown:\nTraceback (most recent call last):\n";
                process(vm).write_error(&format!("{words}KeyboardInterrupt: \n"));
            } else {
                complain(vm, outcome);
            }
            frame.stage = EXIT_FUNCTIONS;
            call_if_imported(vm, frame, outcome, "atexit", "_run_exitfuncs")
        }
        EXIT_FUNCTIONS => {
            complain(vm, outcome);
            frame.stage = LAST_WORDS;
            hooks::end(vm);
            let namespace = process_ref(vm).main_namespace;
            let last = std::mem::take(&mut frame.values[3]);
            // What stacks hold stays; this one lets go of the program.
            frame.values[..2].fill(Value::None);
            // CPython never lets go of the loop that is set.
            let set = process(vm).threads.current().event_loop;
            Ok(Action::host(host::END, Args::of(&[namespace, last, set])))
        }
        _ => {
            // The console goes on, and may still want a pool.
            if let Some(Value::Obj(threading)) = module(vm, "threading") {
                let (names, name) = (vm.dict_for(threading), vm.intern("_SHUTTING_DOWN"));
                vm.dict_set_str(names, name, Value::Bool(false));
            }
            ret(frame.values[2])
        }
    }
}

/// `sys.excepthook` is told, which prints a traceback unless the program has one of its own.
fn uncaught(vm: &mut Vm, frame: &mut OwnFrame, exc: Value) -> NativeResult {
    match hooks::chosen(vm, "excepthook") {
        Hook::Own(hook) => {
            frame.stage = HOOK;
            let (class, traceback) = (vm.class_of(exc).into(), vm.traceback_object(exc));
            return Ok(Action::call(hook, Args::of(&[class, exc, traceback])));
        }
        Hook::Missing => process(vm).write_error("sys.excepthook is missing\n"),
        Hook::Default => {}
    }
    frame.stage = TRACEBACK;
    Ok(vm.format_exception_action(exc, Wanted::ALL, false))
}

/// `sys.exit(code)`: a number, nothing, or something to print.
fn system_exit(vm: &mut Vm, frame: &mut OwnFrame, exc: Value) -> NativeResult {
    let args = vm.exception_of(exc).and_then(|e| vm.tuple_of(e.args)).unwrap_or(&[]).to_vec();
    let code = match args.as_slice() {
        [] => Value::None,
        [one] => *one,
        _ => vm.tuple(args),
    };
    if code.is_none() {
        return shut_down(vm, frame);
    }
    if let Some(number) = vm.small_int(code) {
        frame.values[2] = Value::Int(number & 0xff);
        return shut_down(vm, frame);
    }
    frame.stage = EXIT_TEXT;
    Ok(Action::call(types::STR.into(), Args::of(&[code])))
}

/// The program has ended: the other threads are waited for.
fn shut_down(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    process(vm).course = Course::Ending;
    frame.stage = SHUTDOWN;
    call_if_imported(vm, frame, Outcome::Start, "threading", "_shutdown")
}

/// Calls a module's function, or goes on at once if nobody has imported the module.
fn call_if_imported(
    vm: &mut Vm,
    frame: &mut OwnFrame,
    _outcome: Outcome,
    module_name: &str,
    function: &str,
) -> NativeResult {
    let function = module(vm, module_name).and_then(|module| own_attr(vm, module, function));
    match function {
        Some(function) => Ok(Action::call(function, Args::new())),
        None => resume(vm, frame, Outcome::Returned(Value::None)),
    }
}

/// What an exit function raised.
fn complain(vm: &mut Vm, outcome: Outcome) {
    if let Outcome::Raised(exc) = outcome {
        report(vm, exc);
    }
}

/// Prints a traceback to stderr, as the interpreter does for what nobody catches.
pub fn report(vm: &mut Vm, exc: Value) {
    let text = vm.format_exception(exc).concat();
    process(vm).write_error(&text);
}
