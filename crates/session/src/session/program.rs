//! Programs: a fresh machine for one, its start as the main thread, and what is wrong with one that does not compile.

use loopthread_protocol::{Actor, ClockMode, Diagnostic, Event, Limits, Position, Program, What};
use loopthread_vm::compile::Mode;
use loopthread_vm::heap::Dict;
use loopthread_vm::names;
use loopthread_vm::native::{Args, Def};
use loopthread_vm::syntax::SyntaxError;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::import::{Importer, Library};
use loopthread_vm::vm::source::compile_text;

use crate::glue::{process, process_ref};
use crate::modules::{NATIVE, warnings};
use crate::process::{Course, Process, ends, lifecycle};
use crate::threads::MAIN;

/// A copy of a machine that has not run yet, for a program.
pub fn machine(fresh: &Vm, program: &Program) -> Vm {
    let mut process = Process::new(program);
    let begun = process_ref(fresh);
    (process.classes, process.main_namespace) = (begun.classes.clone(), begun.main_namespace);
    fresh.copy_fresh(Box::new(process))
}

/// A machine with a process, and an empty `__main__`. It takes a millisecond to make, and a copy a part of it.
pub fn fresh(library: Library) -> Vm {
    let mut vm = Vm::new();
    vm.owner = Box::new(Process::new(&nothing(ClockMode::Real)));
    vm.deaths.hooks = ends::HOOKS;
    vm.importer = Importer { source: library, native: native_of };
    let main = vm.new_module("__main__", None);
    let namespace = main.id().and_then(|id| vm.heap.get(id).dict);
    let (modules, builtins) = (vm.modules, vm.imported("builtins").unwrap_or(Value::None));
    vm.dict_set_str(modules, names::MAIN, main);
    if let Some(namespace) = namespace {
        vm.dict_set_str(namespace, names::BUILTINS, builtins);
        process(&mut vm).main_namespace = namespace.into();
    }
    let hidden = vm.dict(Dict::new());
    vm.add_functions(hidden, "_session", ENTRIES);
    let entry = |vm: &mut Vm, name: &str| {
        let name = vm.intern(name);
        vm.dict_get_str(hidden, name).unwrap_or(Value::None)
    };
    let (main, run_body, guard, serve) = (
        entry(&mut vm, "main"),
        entry(&mut vm, "run_body"),
        entry(&mut vm, "guarded"),
        entry(&mut vm, "serve"),
    );
    let classes = &mut process(&mut vm).classes;
    classes.main = main;
    classes.run_body = run_body;
    classes.thread_guard = guard;
    classes.serve = serve;
    vm.heap.settle();
    vm
}

/// The program of a process that has none.
pub fn nothing(clock: ClockMode) -> Program {
    let (source, file_name) = (String::new(), "main.py".to_owned());
    Program { source, file_name, clock, seed: 0, dev: false, limits: Limits::default() }
}

/// What threads and callbacks of the session begin with.
const ENTRIES: &[Def] = &[
    Def::function("main", "function, namespace", lifecycle::main),
    Def::function("run_body", "function, namespace", lifecycle::run_body),
    Def::function("guarded", "...", crate::modules::thread::guarded),
    Def::function("serve", "...", crate::requests::serve),
];

fn native_of(name: &str) -> Option<fn(&mut Vm, loopthread_vm::value::Id)> {
    NATIVE.iter().find(|(module, _)| *module == name).map(|&(_, install)| install)
}

/// Makes the program the main thread's work. One that does not compile is a process that prints its error and fails.
pub fn start(vm: &mut Vm, program: &Program) {
    let Some(namespace) = process(vm).main_namespace.id() else { return };
    let file_name = vm.str(program.file_name.as_str());
    vm.dict_set_str(namespace, names::FILE, file_name);
    vm.set_program(&program.file_name);
    process(vm).course = Course::Main;
    let by = Actor::Python { thread: MAIN, task: None };
    process(vm).tell(What::ThreadStarted {
        thread: MAIN,
        name: "MainThread".to_owned(),
        daemon: false,
        by,
        line: None,
    });
    let (found, code) = vm.compile_program(&program.source, &program.file_name);
    warnings::print_all(vm, &program.file_name, &found);
    let code = match code {
        Ok(code) => code,
        Err(raised) => {
            lifecycle::report(vm, raised.0);
            let diagnostics = check(&program.source);
            let process = process(vm);
            process.events.with(|events| events.push(Event::Diagnostics(diagnostics)));
            process.course = Course::Ended(1);
            process.threads.end(MAIN);
            process.tell(What::ThreadEnded { thread: MAIN });
            return;
        }
    };
    let function = vm.function_of(code, namespace);
    let process = process(vm);
    let main = process.classes.main;
    if let Some(thread) = process.threads.get_mut(MAIN) {
        thread.entry = Some((main, Args::of(&[function, namespace.into()])));
    }
    process.threads.start(MAIN);
}

/// What is wrong with a program's text: the first fault, if any.
pub fn check(source: &str) -> Vec<Diagnostic> {
    match compile_text(source, "main.py", Mode::Exec) {
        Ok(_) => Vec::new(),
        Err(error) => vec![diagnostic(&error)],
    }
}

fn diagnostic(error: &SyntaxError) -> Diagnostic {
    let start = Position { line: error.line, column: error.column.saturating_sub(1) };
    let end = match error.end_column {
        0 => start,
        column => Position { line: error.end_line, column: column - 1 },
    };
    Diagnostic {
        class: error.class.name().to_owned(),
        message: error.message.clone(),
        start,
        end: end.max(start),
    }
}
