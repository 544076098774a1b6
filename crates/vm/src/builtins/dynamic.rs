//! Builtins that compile and run text, import by name and list names: `exec`, `eval`, `compile`, `__import__`, `dir`; `aiter`
//! and `anext`; and those that a page cannot have, each refused by name.
//!
//! Source from a string is not kept for tracebacks, whose entries for `<string>` show no lines in CPython either.

use smallvec::SmallVec;

use crate::code::CodeKind;
use crate::compile::Mode;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::OwnFrame;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::load::CodeId;
use crate::names;
use crate::native::{Action, Args, Def, NativeFn, NativeResult, Outcome, Raised};
use crate::sorted::sorted;
use crate::syntax;
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::source::compile_warned;

mod warnings;

use warnings::Warnings;

pub(super) const FUNCTIONS: &[Def] = &[
    Def::function("exec", "source, /, globals?, locals?, *, closure?", exec),
    Def::function("eval", "source, /, globals?, locals?", eval),
    Def::function("compile", "source, filename, mode, flags?, dont_inherit?, optimize?", compile),
    Def::function("__import__", "name, globals?, locals?, fromlist?, level?", import),
    Def::function("dir", "object?, /", dir),
    Def::function("aiter", "async_iterable, /", aiter),
    Def::function("anext", "async_iterator, default?, /", anext),
    Def::function("exit", "code?", exit),
    Def::function("quit", "code?", exit),
    Def::function("open", "...", open),
    refused("breakpoint", |vm, _| Err(errors::not_supported(vm, "breakpoint()"))),
    refused("help", |vm, _| Err(errors::not_supported(vm, "help()"))),
    refused("memoryview", |vm, _| Err(errors::not_supported(vm, "memoryview"))),
];

const fn refused(name: &'static str, refuse: NativeFn) -> Def {
    Def::function(name, "...", refuse)
}

/// `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`.
const ALLOW_TOP_LEVEL_AWAIT: i64 = 0x2000;
/// `ast.PyCF_ONLY_AST` and `ast.PyCF_OPTIMIZED_AST`.
const ONLY_AST: i64 = 0x400 | 0x8000;

fn exec(vm: &mut Vm, args: &Args) -> NativeResult {
    let (globals, locals) = namespaces(vm, "exec", args[1], args[2])?;
    if !args[3].or(Value::None).is_none() {
        return Err(errors::not_supported(vm, "exec() with a closure"));
    }
    let (warnings, code) = code_of(vm, "exec", args[0], syntax::Mode::Exec, Mode::Exec)?;
    let body = code.map(|code| vm.function_of(code, globals));
    warnings::then(vm, warnings, body, locals, |_, body, locals| {
        let values = SmallVec::from_slice(&[body, locals]);
        let frame = OwnFrame { resume: run_only, name: "exec", stage: 0, values };
        Ok(Action::Enter(NativeFrame::Own(Box::new(frame))))
    })
}

/// Runs a body for its effect: code made for `eval` has a value, `exec` has none.
fn run_only(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    outcome.value(vm)?;
    frame.stage += 1;
    match (frame.stage, frame.values.as_slice()) {
        (1, &[body, namespace]) => Ok(Action::Body(body, namespace)),
        _ => Ok(Action::Return(Value::None)),
    }
}

fn eval(vm: &mut Vm, args: &Args) -> NativeResult {
    let (globals, locals) = namespaces(vm, "eval", args[1], args[2])?;
    let (warnings, code) = code_of(vm, "eval", args[0], syntax::Mode::Eval, Mode::Eval)?;
    let body = code.map(|code| vm.function_of(code, globals));
    warnings::then(vm, warnings, body, locals, |_, body, locals| Ok(Action::Body(body, locals)))
}

/// Globals and locals of `exec` and `eval`: those of the caller where none are given.
fn namespaces(vm: &mut Vm, function: &str, globals: Value, locals: Value) -> Result<(Id, Value), Raised> {
    let locals = locals.or(Value::None);
    if !locals.is_none() && vm.dict_of(locals).is_none() {
        let message = match vm.special(locals, names::GETITEM) {
            Some(_) => return Err(errors::not_supported(vm, "a namespace that is no dict")),
            None => format!("{function}() locals must be a mapping or None, not {}", vm.type_name(locals)),
        };
        return Err(errors::type_error(vm, message));
    }
    let given = match globals.or(Value::None) {
        Value::None => {
            let frame = vm.frames.chain(vm.top).find(|&id| vm.frames.python(id).is_some());
            let own = frame.and_then(|id| vm.locals_of(id)).unwrap_or(Value::None);
            let Some(globals) = vm.current_globals() else {
                return Err(errors::runtime_error(vm, "globals and locals cannot be NULL"));
            };
            return Ok((globals, if locals.is_none() { own } else { locals }));
        }
        given => given,
    };
    let (Value::Obj(id), Some(_)) = (given, vm.dict_of(given)) else {
        let message = match function {
            "exec" => format!("exec() globals must be a dict, not {}", vm.type_name(given)),
            _ if vm.special(given, names::GETITEM).is_some() => {
                "globals must be a real dict; try eval(code, {}, mapping)".to_owned()
            }
            _ => "globals must be a dict".to_owned(),
        };
        return Err(errors::type_error(vm, message));
    };
    let builtins = Value::Obj(vm.builtins);
    let module = vm.imported("builtins").unwrap_or(builtins);
    match vm.dict_get_str(id, names::BUILTINS) {
        None => vm.dict_set_str(id, names::BUILTINS, builtins),
        Some(theirs) if theirs.is(builtins) || theirs.is(module) => {}
        Some(_) => return Err(errors::not_supported(vm, "replacing __builtins__")),
    }
    Ok((id, if locals.is_none() { given } else { locals }))
}

/// What compiling a text comes to, and what is warned about before.
type Made = (Warnings, Result<CodeId, Raised>);

/// The code of a code object, or of a text compiled now.
fn code_of(
    vm: &mut Vm,
    function: &str,
    source: Value,
    syntax_mode: syntax::Mode,
    mode: Mode,
) -> Result<Made, Raised> {
    if let Some(&Data::Code(code)) = vm.data(source) {
        if vm.code(code).free > 0 {
            let message = format!("code object passed to {function}() may not contain free variables");
            return Err(errors::type_error(vm, message));
        }
        return Ok((Warnings::default(), Ok(code)));
    }
    let text = source_text(vm, function, 1, source)?;
    let text = if mode == Mode::Eval { text.trim_start_matches([' ', '\t']) } else { &text };
    Ok(load(vm, text, "<string>", syntax_mode, mode))
}

fn source_text(vm: &mut Vm, function: &str, position: usize, source: Value) -> Result<String, Raised> {
    let text = match (vm.str_of(source), vm.bytes_of(source)) {
        (Some(text), _) => text.to_owned(),
        (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        (None, None) => {
            let kinds =
                if function == "compile" { "a string, bytes or AST" } else { "a string, bytes or code" };
            let message = format!("{function}() arg {position} must be {kinds} object");
            return Err(errors::type_error(vm, message));
        }
    };
    match text.contains('\0') {
        true => Err(errors::new(vm, types::SYNTAX_ERROR, "source code string cannot contain null bytes")),
        false => Ok(text),
    }
}

fn load(vm: &mut Vm, text: &str, file_name: &str, syntax_mode: syntax::Mode, mode: Mode) -> Made {
    vm.work += text.len() as u64;
    let (found, unit) = compile_warned(text, file_name, syntax_mode, mode);
    let code = match unit {
        Ok(unit) => Ok(vm.load(&unit, false)),
        Err(error) => Err(vm.syntax_error(&error)),
    };
    (Warnings::of(vm, &found, file_name), code)
}

fn compile(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(file_name) = vm.str_of(args[1]).map(str::to_owned) else {
        let message = format!("expected str, bytes or os.PathLike object, not {}", vm.type_name(args[1]));
        return Err(errors::type_error(vm, message));
    };
    let Some(mode) = vm.str_of(args[2]).map(str::to_owned) else {
        return Err(errors::wrong_argument_named(vm, "compile", "mode", "str", args[2]));
    };
    let flags = match args[3] {
        Value::Unbound => 0,
        flags => vm.small_int(flags).ok_or_else(|| errors::not_an_integer(vm, flags))?,
    };
    if flags & ONLY_AST != 0 {
        return Err(errors::not_supported(vm, "compile() to a syntax tree"));
    }
    let waits = flags & ALLOW_TOP_LEVEL_AWAIT != 0;
    let outer = if waits { syntax::Mode::Interactive } else { syntax::Mode::Exec };
    let (syntax_mode, mode) = match mode.as_str() {
        "exec" => (outer, Mode::Exec),
        "eval" if waits => (syntax::Mode::InteractiveEval, Mode::Eval),
        "eval" => (syntax::Mode::Eval, Mode::Eval),
        "single" => (outer, Mode::Interactive),
        _ => {
            return Err(errors::value_error(vm, "compile() mode must be 'exec', 'eval' or 'single'"));
        }
    };
    if let Some(Data::Code(_)) = vm.data(args[0]) {
        return Err(errors::type_error(vm, "compile() arg 1 must be a string, bytes or AST object"));
    }
    let text = source_text(vm, "compile", 1, args[0])?;
    let (warnings, code) = load(vm, &text, &file_name, syntax_mode, mode);
    debug_assert!(waits || code.is_err() || code.is_ok_and(|code| vm.code(code).kind == CodeKind::Plain));
    let code = code.map(|code| vm.heap.add(Object::new(types::CODE, Data::Code(code))).into());
    warnings::then(vm, warnings, code, Value::None, |_, code, _| Ok(Action::Return(code)))
}

fn import(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(name) = vm.str_of(args[0]).map(str::to_owned) else {
        return Err(errors::wrong_argument_at(vm, "__import__", 1, "str", args[0]));
    };
    let level = args[4].or(Value::Int(0));
    if name.is_empty() && matches!(level, Value::Int(0)) {
        return Err(errors::value_error(vm, "Empty module name"));
    }
    let name = vm.intern(&name);
    vm.import_name(name, level, args[3].or(Value::None))
}

fn dir(vm: &mut Vm, args: &Args) -> NativeResult {
    if args[0].is_unbound() {
        let frame = vm.frames.chain(vm.top).find(|&id| vm.frames.python(id).is_some());
        let locals = frame.and_then(|id| vm.locals_of(id)).unwrap_or(Value::None);
        let dict = vm.dict_of(locals);
        let names = dict.iter().flat_map(|d| d.iter()).filter_map(|(k, _)| vm.str_of(k));
        let found = sorted(names.map(str::to_owned));
        let found = found.into_iter().map(|name| vm.str(name)).collect();
        return Ok(Action::Return(vm.list(found)));
    }
    if let Some(method) = vm.overridden(args[0], names::DIR) {
        let call = vm.call_dunder(method, args[0], &[]);
        let Action::Call(callee, call) = call else { return Ok(call) };
        let mut values = SmallVec::from_slice(&[callee]);
        values.extend(call.values);
        let frame = OwnFrame { resume: sorted_names, name: "dir", stage: 0, values };
        return Ok(Action::Enter(NativeFrame::Own(Box::new(frame))));
    }
    let found: Vec<Value> = vm.attribute_names(args[0]).into_iter().map(|name| vm.str(name)).collect();
    Ok(Action::Return(vm.list(found)))
}

/// `sorted(callee(*args))`.
fn sorted_names(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let answer = outcome.value(vm)?;
    frame.stage += 1;
    match (frame.stage, frame.values.split_first()) {
        (1, Some((&callee, rest))) => Ok(Action::call(callee, Args::of(rest))),
        (2, _) => {
            let sorted = vm.intern("sorted");
            let sorted = vm.dict_get_str(vm.builtins, sorted).unwrap_or_default();
            Ok(Action::call(sorted, Args::of(&[answer])))
        }
        _ => Ok(Action::Return(answer)),
    }
}

fn aiter(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.async_iter(args[0], false)
}

/// Calls a function of the library, whose module is imported if need be. `name` is the native frame's.
pub(super) fn library_call(
    vm: &mut Vm,
    module: &str,
    function: &str,
    name: &'static str,
    args: &[Value],
) -> Action {
    let mut values: SmallVec<_> = [module, function].into_iter().map(|text| vm.str(text)).collect();
    values.extend_from_slice(args);
    Action::Enter(NativeFrame::Own(Box::new(OwnFrame { resume: call_library, name, stage: 0, values })))
}

fn call_library(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let value = outcome.value(vm)?;
    frame.stage += 1;
    match frame.stage {
        1 => {
            let import = vm.intern("__import__");
            let import = vm.dict_get_str(vm.builtins, import).unwrap_or_default();
            Ok(Action::call(import, Args::of(&frame.values[..1])))
        }
        2 => {
            let name = vm.str_of(frame.values[1]).unwrap_or("").to_owned();
            let name = vm.intern(&name);
            match vm.load_attr(value, name)? {
                Action::Return(function) => Ok(Action::call(function, Args::of(&frame.values[2..]))),
                action => Ok(action),
            }
        }
        _ => Ok(Action::Return(value)),
    }
}

fn anext(vm: &mut Vm, args: &Args) -> NativeResult {
    if !args[1].is_unbound() {
        // A coroutine of the library.
        return Ok(library_call(vm, "_anext", "anext_or", "anext", &[args[0], args[1]]));
    }
    match vm.special(args[0], names::ANEXT) {
        Some(method) => Ok(vm.call_dunder(method, args[0], &[])),
        None => {
            let message = format!("'{}' object is not an async iterator", vm.type_name(args[0]));
            Err(errors::type_error(vm, message))
        }
    }
}

/// `exit(code)`, as the `site` module has it: SystemExit.
fn exit(vm: &mut Vm, args: &Args) -> NativeResult {
    let code = args[0].or(Value::None);
    let exc = vm.exception(types::SYSTEM_EXIT, &[code]);
    vm.set_exception_extra(exc, [code, Value::Unbound]);
    Err(Raised(exc))
}

fn open(vm: &mut Vm, _: &Args) -> NativeResult {
    Err(errors::new(vm, types::OS_ERROR, "open() is not available: Loopthread has no files"))
}
