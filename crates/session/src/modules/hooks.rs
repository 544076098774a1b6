//! `sys.excepthook` and `sys.unraisablehook`: who is told of an exception that nothing catches, and of one that nothing can.
//!
//! A program may put its own functions there. What they raise is reported, and never goes on.

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Object;
use loopthread_vm::heap::object::{Data, Layout};
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::death::Hooks;
use loopthread_vm::vm::traceback::gather::Wanted;

use crate::glue::{builtin, enter, module, none, own_attr, process};
use crate::modules::set;
use crate::modules::sys::{FIELDS, record_repr};

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(namespace, "sys", FUNCTIONS);
    for name in ["excepthook", "unraisablehook"] {
        let function = vm.intern(name);
        let function = vm.dict_get_str(namespace, function).unwrap_or_default();
        set(vm, namespace, &format!("__{name}__"), function);
    }
}

const FUNCTIONS: &[Def] = &[
    Def::function("excepthook", "exctype, value, traceback, /", excepthook),
    Def::function("unraisablehook", "unraisable, /", unraisablehook),
];

/// What a program has made of a hook.
pub enum Hook {
    Default,
    Missing,
    Own(Value),
}

pub fn chosen(vm: &mut Vm, name: &str) -> Hook {
    let Some(sys) = module(vm, "sys") else { return Hook::Default };
    let Some(now) = own_attr(vm, sys, name) else { return Hook::Missing };
    match own_attr(vm, sys, &format!("__{name}__")) {
        Some(default) if now.is(default) => Hook::Default,
        _ => Hook::Own(now),
    }
}

/// The traceback of an exception, on stderr.
fn excepthook(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("excepthook", print_traceback, &[args[1]]))
}

fn print_traceback(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match (frame.stage, outcome.value(vm)?) {
        (1, _) => Ok(vm.format_exception_action(frame.values[0], Wanted::ALL, false)),
        (2, lines) => {
            let lines = vm.list_of(lines).cloned().unwrap_or_default();
            let text: String = lines.iter().filter_map(|&line| vm.str_of(line)).collect();
            say(vm, &text)
        }
        _ => none(),
    }
}

/// Writes to what `sys.stderr` is now.
fn say(vm: &mut Vm, text: &str) -> NativeResult {
    let sys = module(vm, "sys").unwrap_or(Value::None);
    let stream = own_attr(vm, sys, "stderr").unwrap_or(Value::None);
    if vm.stream_of(stream) == Some(2) {
        process(vm).write_error(text);
        return none();
    }
    let (write, text) = (vm.intern("write"), vm.str(text));
    match vm.load_attr(stream, write) {
        Ok(Action::Return(write)) => Ok(Action::call(write, Args::of(&[text]))),
        _ => none(),
    }
}

/// An exception that nothing can catch, which came of `source`.
pub fn unraisable(vm: &mut Vm, exc: Value, source: Value) -> NativeResult {
    match chosen(vm, "unraisablehook") {
        Hook::Own(hook) if !hook.is_none() => Ok(enter("unraisablehook", ask, &[hook, exc, source])),
        _ => Ok(enter("unraisablehook", report, &[exc, source, Value::None])),
    }
}

/// The program's own hook has nothing to say any more: its module is about to be emptied.
pub fn end(vm: &mut Vm) {
    if matches!(chosen(vm, "unraisablehook"), Hook::Own(hook) if !hook.is_none()) {
        vm.deaths.hooks.unraisable = Hooks::SILENT.unraisable;
    }
}

/// The frame's values: the hook, the exception, its source.
fn ask(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let [hook, exc, source] = [0, 1, 2].map(|at| frame.values[at]);
    match outcome {
        Outcome::Start => {
            let arguments = arguments(vm, exc, source);
            Ok(Action::call(hook, Args::of(&[arguments])))
        }
        Outcome::Raised(exc) if frame.stage == 0 => {
            frame.stage = 1;
            let sys = vm.str(" sys.unraisablehook");
            Ok(enter("unraisablehook", report, &[exc, hook, sys]))
        }
        _ => none(),
    }
}

/// `sys.UnraisableHookArgs`
fn arguments(vm: &mut Vm, exc: Value, source: Value) -> Value {
    let sys = module(vm, "sys").unwrap_or(Value::None);
    let class = match own_attr(vm, sys, "UnraisableHookArgs").and_then(Value::id) {
        Some(class) => class,
        None => {
            let class = vm.add_class("sys", "UnraisableHookArgs", types::TUPLE, Layout::Tuple, false);
            vm.add_methods(class, ARGUMENTS);
            if let Some(namespace) = sys.id().and_then(|sys| vm.heap.get(sys).dict) {
                set(vm, namespace, "UnraisableHookArgs", class);
            }
            class
        }
    };
    let kind = vm.class_of(exc).into();
    let traceback = vm.traceback_object(exc);
    let items = [kind, exc, traceback, Value::None, source];
    vm.heap.add(Object::new(class, Data::Tuple(Box::new(items)))).into()
}

const ARGUMENTS: &[Def] = &[
    Def::getter("UnraisableHookArgs.exc_type", FIELDS[0]),
    Def::getter("UnraisableHookArgs.exc_value", FIELDS[1]),
    Def::getter("UnraisableHookArgs.exc_traceback", FIELDS[2]),
    Def::getter("UnraisableHookArgs.err_msg", FIELDS[3]),
    Def::getter("UnraisableHookArgs.object", FIELDS[4]),
    Def::method("UnraisableHookArgs.__repr__", "self, /", |vm, args| {
        record_repr(
            vm,
            args[0],
            "UnraisableHookArgs",
            &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
        )
    }),
];

fn unraisablehook(vm: &mut Vm, args: &Args) -> NativeResult {
    let given: Option<[Value; 5]> = vm.tuple_of(args[0]).and_then(|items| items.try_into().ok());
    match given {
        Some([_, exc, _, _, source]) => Ok(enter("unraisablehook", report, &[exc, source, Value::None])),
        None => {
            let message = "sys.unraisablehook argument type must be UnraisableHookArgs";
            Err(errors::type_error(vm, message))
        }
    }
}

/// `Exception ignored in: …`, with the traceback. The frame's values: the exception, where it came from, and words for that.
fn report(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    match (frame.stage, outcome) {
        (1, _) => Ok(Action::call(builtin(vm, "repr"), Args::of(&[frame.values[1]]))),
        (2, outcome) => {
            let shown = match outcome {
                Outcome::Returned(text) => vm.str_of(text).unwrap_or("").to_owned(),
                _ => "<object repr() failed>".to_owned(),
            };
            let words = vm.str_of(frame.values[2]).unwrap_or("").to_owned();
            frame.values[2] = vm.str(format!("Exception ignored in{words}: {shown}\n"));
            let only = Wanted { chain: false, limit: Some(0) };
            Ok(vm.format_exception_action(frame.values[0], only, true))
        }
        (3, outcome) => {
            let lines = outcome.value(vm)?;
            let last = vm.list_of(lines).and_then(|lines| lines.first()).copied().unwrap_or(Value::None);
            let text = |value| vm.str_of(value).unwrap_or("").to_owned();
            let report = format!("{}{}{}", text(frame.values[2]), traceback(vm, frame.values[0]), text(last));
            say(vm, &report)
        }
        _ => none(),
    }
}

/// As the interpreter itself prints it: without carets, and without what came before. What was raised outside of all frames counts for
/// the one that runs.
fn traceback(vm: &Vm, exc: Value) -> String {
    let raised = vm.exception_of(exc).map(|e| e.traceback.iter().rev().copied().collect());
    let mut entries: Vec<_> = raised.unwrap_or_default();
    if entries.is_empty() {
        entries.extend(vm.stack_entries().into_iter().rev().find(|entry| !vm.code(entry.code).library));
    }
    match entries.is_empty() {
        true => String::new(),
        false => {
            format!("Traceback (most recent call last):\n{}", vm.format_entries(&entries, false).concat())
        }
    }
}
