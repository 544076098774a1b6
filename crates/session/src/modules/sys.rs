//! `sys`: streams, the exception being handled, and facts about the interpreter.

use loopthread_protocol::Stream;
use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::frame::native::collect::Sink;
use loopthread_vm::heap::object::{Data, Layout};
use loopthread_vm::heap::{Dict, Object};
use loopthread_vm::names;
use loopthread_vm::native::{Action, Args, Def, HostCall, NativeFn, NativeResult, Outcome, Raised, host};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::{enter, none, number, process, ret};
use crate::modules::{frames, hooks, set, stdin};
use crate::process::clock::SWITCH_INTERVAL;

pub fn install(vm: &mut Vm, namespace: Id) {
    vm.add_functions(namespace, "sys", FUNCTIONS);
    vm.add_functions(namespace, "sys", frames::FUNCTIONS);
    hooks::install(vm, namespace);
    stdin::install(vm, namespace);
    vm.add_methods(types::TEXT_IO, STREAM);
    for (name, number) in [("stdout", 1), ("stderr", 2)] {
        let object = vm.heap.add(Object::new(types::TEXT_IO, Data::Int(number)));
        set(vm, namespace, name, object);
        set(vm, namespace, &format!("__{name}__"), object);
    }
    let modules = vm.modules;
    set(vm, namespace, "modules", modules);
    set(vm, namespace, "maxsize", Value::Int(i64::MAX));
    set(vm, namespace, "maxunicode", Value::Int(0x10_ffff));
    set(vm, namespace, "hexversion", Value::Int(0x030d_00f0));
    for (name, text) in [
        ("version", "3.13.0 (Loopthread)"),
        ("platform", "linux"),
        ("byteorder", "little"),
        ("executable", ""),
        ("prefix", ""),
    ] {
        let text = vm.str(text);
        set(vm, namespace, name, text);
    }
    let argv = process(vm).program.clone();
    let argv = vm.str(argv);
    let argv = vm.list(vec![argv]);
    set(vm, namespace, "argv", argv);
    let path = vm.list(Vec::new());
    set(vm, namespace, "path", path);
    let dev = process(vm).dev;
    let options = if dev { vec![vm.str("default")] } else { Vec::new() };
    let options = vm.list(options);
    set(vm, namespace, "warnoptions", options);
    let flags = namespace_object(
        vm,
        &[("dev_mode", dev.into()), ("debug", Value::Int(0)), ("optimize", Value::Int(0))],
    );
    set(vm, namespace, "flags", flags);
    let name = vm.str("loopthread");
    let implementation = namespace_object(vm, &[("name", name)]);
    set(vm, namespace, "implementation", implementation);
    let (algorithm, rounds, style) = (vm.str("siphash13"), Value::Int(1), vm.str("short"));
    let hash_info = namespace_object(
        vm,
        &[
            ("width", Value::Int(64)),
            ("modulus", Value::Int((1 << 61) - 1)),
            ("inf", Value::Int(314_159)),
            ("nan", Value::Int(0)),
            ("imag", Value::Int(1_000_003)),
            ("algorithm", algorithm),
            ("hash_bits", Value::Int(64)),
            ("seed_bits", Value::Int(128)),
            ("cutoff", Value::Int(0)),
        ],
    );
    set(vm, namespace, "hash_info", hash_info);
    let float_info = namespace_object(
        vm,
        &[
            ("max", Value::Float(f64::MAX)),
            ("max_exp", Value::Int(1024)),
            ("max_10_exp", Value::Int(308)),
            ("min", Value::Float(f64::MIN_POSITIVE)),
            ("min_exp", Value::Int(-1021)),
            ("min_10_exp", Value::Int(-307)),
            ("dig", Value::Int(15)),
            ("mant_dig", Value::Int(53)),
            ("epsilon", Value::Float(f64::EPSILON)),
            ("radix", Value::Int(2)),
            ("rounds", rounds),
        ],
    );
    set(vm, namespace, "float_info", float_info);
    let int_info = namespace_object(
        vm,
        &[
            ("bits_per_digit", Value::Int(30)),
            ("sizeof_digit", Value::Int(4)),
            ("default_max_str_digits", Value::Int(vm.int_max_str_digits as i64)),
            ("str_digits_check_threshold", Value::Int(DIGITS_THRESHOLD as i64)),
        ],
    );
    set(vm, namespace, "int_info", int_info);
    set(vm, namespace, "float_repr_style", style);
    set(vm, namespace, "api_version", Value::Int(1013));
    set(vm, namespace, "dont_write_bytecode", true);
    let version_info = version_info(vm);
    set(vm, namespace, "version_info", version_info);
}

/// The least that the limit of an int's digits may be.
const DIGITS_THRESHOLD: usize = 640;

const FUNCTIONS: &[Def] = &[
    Def::function("exc_info", "", exc_info),
    Def::function("exception", "", exception),
    Def::function("exit", "status?, /", exit),
    Def::function("getrecursionlimit", "", get_recursion_limit),
    Def::function("setrecursionlimit", "limit, /", set_recursion_limit),
    Def::function("get_int_max_str_digits", "", |vm, _| ret(vm.int_max_str_digits as i64)),
    Def::function("set_int_max_str_digits", "maxdigits", set_int_max_str_digits),
    Def::function("get_coroutine_origin_tracking_depth", "", |vm, _| ret(vm.origin_depth as i64)),
    Def::function("set_coroutine_origin_tracking_depth", "depth", set_coroutine_origin_tracking_depth),
    Def::function("getswitchinterval", "", get_switch_interval),
    Def::function("setswitchinterval", "interval, /", set_switch_interval),
    Def::function("intern", "string, /", intern),
    Def::function("is_finalizing", "", is_finalizing),
    Def::function("getdefaultencoding", "", encoding),
    Def::function("getfilesystemencoding", "", encoding),
    Def::function("getsizeof", "object, default?", |vm, _| Err(errors::not_supported(vm, "sys.getsizeof()"))),
    Def::function("getrefcount", "object, /", |vm, _| Err(errors::not_supported(vm, "sys.getrefcount()"))),
    Def::function("_getframemodulename", "depth?", frame_module_name),
];

const STREAM: &[Def] = &[
    Def::method("TextIOWrapper.write", "self, text, /", write),
    Def::method("TextIOWrapper.writelines", "self, lines, /", |vm, args| {
        vm.collect_into(args[1], Sink::Then(write_lines, args[0]))
    }),
    Def::method("TextIOWrapper.flush", "self, /", flush),
    Def::method("TextIOWrapper.isatty", "self, /", is_a_tty),
    Def::method("TextIOWrapper.writable", "self, /", writable),
    Def::method("TextIOWrapper.fileno", "self, /", fileno),
    Def::getter("TextIOWrapper.encoding", encoding),
    Def::getter("TextIOWrapper.name", name),
];

fn namespace_object(vm: &mut Vm, attributes: &[(&str, Value)]) -> Value {
    let dict = vm.dict(Dict::new());
    for &(name, value) in attributes {
        set(vm, dict, name, value);
    }
    let id = vm.heap.add(Object::new(types::SIMPLE_NAMESPACE, Data::Plain));
    vm.heap.get_mut(id).dict = Some(dict);
    id.into()
}

/// A tuple with names for its items.
fn version_info(vm: &mut Vm) -> Value {
    let class = vm.add_class("sys", "version_info", types::TUPLE, Layout::Tuple, false);
    vm.add_methods(
        class,
        &[
            Def::getter("version_info.major", FIELDS[0]),
            Def::getter("version_info.minor", FIELDS[1]),
            Def::getter("version_info.micro", FIELDS[2]),
            Def::getter("version_info.releaselevel", FIELDS[3]),
            Def::getter("version_info.serial", FIELDS[4]),
            Def::method("version_info.__repr__", "self, /", |vm, args| {
                let names = ["major", "minor", "micro", "releaselevel", "serial"];
                record_repr(vm, args[0], "sys.version_info", &names)
            }),
        ],
    );
    let level = vm.str("final");
    let items = [Value::Int(3), Value::Int(13), Value::Int(0), level, Value::Int(0)];
    vm.heap.add(Object::new(class, Data::Tuple(Box::new(items)))).into()
}

/// Getters of a tuple's items by place.
pub const FIELDS: [NativeFn; 5] = [
    |vm, args| item(vm, args, 0),
    |vm, args| item(vm, args, 1),
    |vm, args| item(vm, args, 2),
    |vm, args| item(vm, args, 3),
    |vm, args| item(vm, args, 4),
];

/// The repr of a tuple with names for its items: each item's repr is asked for.
pub fn record_repr(vm: &mut Vm, record: Value, class: &str, names: &[&str]) -> NativeResult {
    let mut values = vec![vm.str(format!("{class}({})", names.join("={!r}, ") + "={!r}"))];
    values.extend(vm.tuple_of(record).unwrap_or(&[]));
    let format = vm.intern("format");
    let pattern = values[0];
    match vm.load_attr(pattern, format)? {
        Action::Return(method) => Ok(Action::call(method, Args::of(&values[1..]))),
        action => Ok(action),
    }
}

fn item(vm: &mut Vm, args: &Args, at: usize) -> NativeResult {
    ret(vm.tuple_of(args[0]).and_then(|items| items.get(at).copied()).unwrap_or(Value::None))
}

fn exception(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(vm.handled(vm.top))
}

fn exc_info(vm: &mut Vm, _args: &Args) -> NativeResult {
    let exc = vm.handled(vm.top);
    if exc.is_none() {
        return ret(vm.tuple(vec![Value::None; 3]));
    }
    let class = vm.class_of(exc).into();
    let entries: Vec<_> =
        vm.exception_of(exc).map_or_else(Vec::new, |e| e.traceback.iter().rev().copied().collect());
    let traceback = vm.heap.add(Object::new(types::TRACEBACK, Data::Traceback(entries.into_boxed_slice())));
    ret(vm.tuple(vec![class, exc, traceback.into()]))
}

fn exit(vm: &mut Vm, args: &Args) -> NativeResult {
    let status: Vec<Value> = args[0].bound().filter(|v| !v.is_none()).into_iter().collect();
    let exc = vm.exception(types::SYSTEM_EXIT, &status);
    vm.set_exception_extra(exc, [args[0].or(Value::None), Value::Unbound]);
    Err(Raised(exc))
}

fn get_recursion_limit(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(i64::from(vm.recursion_limit))
}

fn set_recursion_limit(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.native_index(args[0]).is_none() {
        return Err(errors::not_an_integer(vm, args[0]));
    }
    match vm.small_int(args[0]) {
        Some(limit) if limit > i64::from(i32::MAX) => {
            Err(errors::overflow_error(vm, "Python int too large to convert to C int"))
        }
        Some(limit) if limit >= 1 => {
            let depth = vm.frames.chain(vm.top).filter_map(|id| vm.frames.python(id)).map(|frame| frame.code);
            let depth = depth.filter(|&code| !vm.code(code).library).count();
            if depth as i64 >= limit {
                let message = format!(
                    "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
                );
                return Err(errors::new(vm, types::RECURSION_ERROR, message));
            }
            vm.recursion_limit = limit.min(i64::from(u32::MAX)) as u32;
            none()
        }
        _ => Err(errors::value_error(vm, "recursion limit must be greater or equal than 1")),
    }
}

fn set_int_max_str_digits(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(most) = vm.native_index(args[0]) else { return Err(errors::not_an_integer(vm, args[0])) };
    match usize::try_from(most) {
        Ok(most) if most > i32::MAX as usize => {
            Err(errors::overflow_error(vm, "Python int too large to convert to C int"))
        }
        Ok(most) if most == 0 || most >= DIGITS_THRESHOLD => {
            vm.int_max_str_digits = most;
            none()
        }
        _ => {
            let message = format!("maxdigits must be 0 or larger than {DIGITS_THRESHOLD}");
            Err(errors::value_error(vm, message))
        }
    }
}

fn set_coroutine_origin_tracking_depth(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(depth) = vm.native_index(args[0]) else { return Err(errors::not_an_integer(vm, args[0])) };
    let Ok(depth) = usize::try_from(depth) else { return Err(errors::value_error(vm, "depth must be >= 0")) };
    set_origin_depth(vm, depth);
    none()
}

/// It is each thread's own: the machine has that of the thread that runs. Gives the one before.
pub fn set_origin_depth(vm: &mut Vm, depth: usize) -> usize {
    process(vm).threads.current().origin_depth = depth;
    std::mem::replace(&mut vm.origin_depth, depth)
}

fn get_switch_interval(_vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(SWITCH_INTERVAL)
}

/// The interval is part of the schedule: it is fixed.
fn set_switch_interval(vm: &mut Vm, args: &Args) -> NativeResult {
    if number(vm, args[0])? == SWITCH_INTERVAL {
        return none();
    }
    Err(errors::not_supported(vm, "sys.setswitchinterval() with another interval than 0.005"))
}

fn intern(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.str_of(args[0]).map(str::to_owned) {
        Some(text) => ret(vm.intern(&text)),
        None => Err(errors::type_error(vm, "intern() argument must be str")),
    }
}

fn is_finalizing(_vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(false)
}

/// The module of the function that many calls up; 0 is the caller.
fn frame_module_name(vm: &mut Vm, args: &Args) -> NativeResult {
    let depth = vm.small_int(args[0]).and_then(|depth| usize::try_from(depth).ok()).unwrap_or(0);
    let globals = vm.globals_above(depth);
    ret(globals.and_then(|globals| vm.dict_get_str(globals, names::NAME)).unwrap_or(Value::None))
}

// ---- streams ----

/// 1 for standard output, 2 for standard error.
fn number_of(vm: &Vm, stream: Value) -> i64 {
    vm.stream_of(stream).map_or(1, i64::from)
}

fn write(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.str_of(args[1]).is_none() {
        let message = format!("write() argument must be str, not {}", vm.type_name(args[1]));
        return Err(errors::type_error(vm, message));
    }
    let number = Value::Int(number_of(vm, args[0]));
    Ok(Action::host(host::WRITE, Args::of(&[number, args[1]])))
}

fn write_lines(vm: &mut Vm, lines: Vec<Value>, stream: Value) -> NativeResult {
    let mut text = String::new();
    for line in lines {
        match vm.str_of(line) {
            Some(line) => text.push_str(line),
            None => {
                let message = format!("write() argument must be str, not {}", vm.type_name(line));
                return Err(errors::type_error(vm, message));
            }
        }
    }
    let text = vm.str(text);
    Ok(enter("writelines", write_and_forget, &[stream, text]))
}

/// The count of characters is nobody's.
fn write_and_forget(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return write(vm, &Args::of(&frame.values));
    }
    outcome.value(vm)?;
    none()
}

fn flush(_vm: &mut Vm, _args: &Args) -> NativeResult {
    none()
}

fn is_a_tty(_vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(false)
}

fn writable(_vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(true)
}

fn fileno(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(number_of(vm, args[0]))
}

fn encoding(vm: &mut Vm, _args: &Args) -> NativeResult {
    vm.ok_str("utf-8")
}

fn name(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.ok_str(if number_of(vm, args[0]) == 1 { "<stdout>" } else { "<stderr>" })
}

/// What `input(prompt)` writes before it waits.
pub fn write_prompt(vm: &mut Vm, call: &HostCall) {
    let prompt = vm.str_of(call.args[0]).unwrap_or("").to_owned();
    if !prompt.is_empty() {
        process(vm).write(Stream::Stdout, &prompt);
    }
}

/// Answers the machine's call to write.
pub fn write_output(vm: &mut Vm, call: &HostCall) -> Value {
    let stream = if vm.small_int(call.args[0]) == Some(2) { Stream::Stderr } else { Stream::Stdout };
    let text = vm.str_of(call.args[1]).unwrap_or("").to_owned();
    process(vm).write(stream, &text);
    Value::Int(text.chars().count() as i64)
}
