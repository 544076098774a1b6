//! `_warnings.warn`: a line on stderr, once per place, as CPython's default filters have it.

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome};
use loopthread_vm::syntax::SyntaxWarning;
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use smallvec::smallvec;

use crate::glue::{enter, module, none, own_attr, process, process_ref, ret};

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(
        namespace,
        "_warnings",
        &[
            Def::function("warn", "message, category?, stacklevel?, source?", warn),
            Def::function("_place", "stacklevel, /", place),
        ],
    );
}

/// A function of the module `warnings`, if the program has set filters, or shows warnings in its own way.
pub fn filtered(vm: &mut Vm, function: &str) -> Option<Value> {
    let warnings = module(vm, "warnings")?;
    let is_filtered = matches!(own_attr(vm, warnings, "_filtered"), Some(Value::Bool(true)));
    let mut replaced = |name, original| {
        let given = own_attr(vm, warnings, name).unwrap_or_default();
        own_attr(vm, warnings, original).is_some_and(|original| !original.is(given))
    };
    let is_replaced =
        replaced("showwarning", "_original_show") || replaced("formatwarning", "_original_format");
    if is_filtered || is_replaced { own_attr(vm, warnings, function) } else { None }
}

/// The compiler's warning about a text that the program compiles. It is not said once only: each compilation has its own.
pub fn syntax_warning(vm: &mut Vm, message: Value, file: Value, line: Value) -> NativeResult {
    let category = types::SYNTAX_WARNING.into();
    if let Some(explicit) = filtered(vm, "warn_explicit") {
        return Ok(Action::call(explicit, Args::of(&[message, category, file, line])));
    }
    let text = |value| vm.str_of(value).unwrap_or("").to_owned();
    let (message, file) = (text(message), text(file));
    print(vm, &file, vm.small_int(line).unwrap_or(0) as u32, "SyntaxWarning", &message);
    none()
}

/// The compiler's warnings about a whole program, which nothing can have filtered yet.
pub fn print_all(vm: &mut Vm, file: &str, warnings: &[SyntaxWarning]) {
    for warning in warnings {
        print(vm, file, warning.line, "SyntaxWarning", &warning.message);
    }
}

/// A warning's line, and that of the source.
fn print(vm: &mut Vm, file: &str, line: u32, category: &str, text: &str) {
    let source = vm
        .sources
        .get(file)
        .and_then(|source| source.lines().nth((line as usize).checked_sub(1)?))
        .map_or_else(String::new, |source| format!("  {}\n", source.trim()));
    process(vm).write_error(&format!("{file}:{line}: {category}: {text}\n{source}"));
}

/// A place in a program.
struct Place {
    file: String,
    line: u32,
    is_main: bool,
}

/// File, line and source line of the call that a warning is about.
fn place(vm: &mut Vm, args: &Args) -> NativeResult {
    let level = vm.small_int(args[0]).unwrap_or(1).max(1) as usize;
    let Place { file, line, .. } = place_of(vm, level);
    let at = (line as usize).checked_sub(1);
    let text =
        at.and_then(|at| vm.sources.get(file.as_str())?.lines().nth(at)).unwrap_or("").trim().to_owned();
    let row = [vm.str(file), Value::Int(line.into()), vm.str(text)];
    ret(vm.tuple(row))
}

pub fn warn(vm: &mut Vm, args: &Args) -> NativeResult {
    let category = match args[1] {
        Value::Unbound | Value::None if vm.is_instance(args[0], types::WARNING) => {
            vm.class_of(args[0]).into()
        }
        Value::Unbound | Value::None => types::USER_WARNING.into(),
        category => category,
    };
    let Some(class) = vm.class_of_instance(category).filter(|&c| vm.is_subclass(c, types::WARNING)) else {
        let kind = vm.type_name(category).to_owned();
        let message = format!("category must be a Warning subclass, not '{kind}'");
        return Err(errors::type_error(vm, message));
    };
    let level = vm.small_int(args[2]).unwrap_or(1).max(1) as usize;
    let place = place_of(vm, level);
    if is_ignored(vm, class, &place) {
        return none();
    }
    let file = vm.str(place.file);
    let values = [args[0], category, file, Value::Int(i64::from(place.line)), args[3].or(Value::None)];
    Ok(enter("warn", print_step, &values))
}

/// Warns of what natives notice, by the filters if a program has set some.
pub fn deliver(vm: &mut Vm, message: &str, category: Id, source: Value) -> NativeResult {
    let message = vm.str(message);
    let values = smallvec![message, category.into(), Value::Int(1), source];
    match filtered(vm, "warn") {
        Some(warn) => {
            let source = vm.intern("source");
            Ok(Action::call(warn, Args { values, keywords: vec![source] }))
        }
        None => warn(vm, &Args { values, keywords: Vec::new() }),
    }
}

/// The frame that is `level` calls away, library frames counted as CPython counts them.
fn place_of(vm: &Vm, level: usize) -> Place {
    let frames = vm.frames.chain(vm.top).filter_map(|id| {
        let frame = vm.frames.python(id)?;
        Some((frame.code, frame.ip))
    });
    // A place in the library means nothing to a learner: from there on, the first that is not.
    let found = frames.skip(level - 1).find(|(code, _)| !vm.code(*code).library);
    match found {
        Some((code, ip)) => {
            let code = vm.code(code);
            let line = code.position(ip.saturating_sub(1)).line;
            let is_main = vm.text(code.file_name).ends_with(".py") || vm.text(code.file_name) == "<stdin>";
            Place { file: vm.text(code.file_name).to_owned(), line, is_main }
        }
        None => Place { file: "<sys>".to_owned(), line: 0, is_main: false },
    }
}

/// The default filters: deprecations show only in `__main__`, imports and resources never, but in development mode all do.
fn is_ignored(vm: &Vm, class: Id, place: &Place) -> bool {
    let is = |base| vm.is_subclass(class, base);
    let quiet = is(types::PENDING_DEPRECATION_WARNING)
        || is(types::IMPORT_WARNING)
        || is(types::RESOURCE_WARNING)
        || (is(types::DEPRECATION_WARNING) && !place.is_main);
    quiet && !process_ref(vm).dev
}

fn print_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return Ok(Action::call(types::STR.into(), Args::of(&[frame.values[0]])));
    }
    let text = outcome.value(vm)?;
    let text = vm.str_of(text).unwrap_or("").to_owned();
    let category = frame.values[1].id().map_or("Warning", |id| vm.class_name(id)).to_owned();
    let file = vm.str_of(frame.values[2]).unwrap_or("").to_owned();
    let line = vm.small_int(frame.values[3]).unwrap_or(0) as u32;
    let key = (file.clone(), line, category.clone(), text.clone());
    if !process(vm).warned.insert(key) {
        return none();
    }
    print(vm, &file, line, &category, &text);
    // At the end of the program nobody is left to give the hint.
    if !frame.values[4].is_none() && line != 0 {
        let hint = format!("{category}: Enable tracemalloc to get the object allocation traceback\n");
        process(vm).write_error(&hint);
    }
    none()
}
