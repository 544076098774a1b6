//! Exceptions: construction, attributes, groups.

use crate::errors;
use crate::frame::native::collect::Sink;
use crate::heap::object::{Data, Exception};
use crate::names;
use crate::native::{Action, Args, Def, NativeFn, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

pub(super) const BASE_EXCEPTION: &[Def] = &[
    Def::static_method("BaseException.__new__", "...", new),
    Def::method("BaseException.__init__", "...", init),
    Def::method("BaseException.with_traceback", "self, tb, /", with_traceback),
    Def::method("BaseException.add_note", "self, note, /", add_note),
    Def::getter("BaseException.args", |vm, args| field(vm, args, |e| e.args)),
    Def::getter("BaseException.__cause__", |vm, args| field(vm, args, |e| e.cause)),
    Def::getter("BaseException.__context__", |vm, args| field(vm, args, |e| e.context)),
    Def::getter("BaseException.__suppress_context__", |vm, args| {
        field(vm, args, |e| Value::Bool(e.suppress_context))
    }),
    Def::getter("BaseException.__traceback__", |vm, args| Ok(Action::Return(vm.traceback_object(args[0])))),
    Def::getter("BaseException.__dict__", super::function::own_dict),
];

pub(super) const SETTERS: &[(Id, &str, NativeFn)] = &[
    (types::BASE_EXCEPTION, "args", set_args),
    (types::BASE_EXCEPTION, "__cause__", set_cause),
    (types::BASE_EXCEPTION, "__context__", |vm, args| set(vm, args, |e, v| e.context = v)),
    (types::BASE_EXCEPTION, "__suppress_context__", |vm, args| {
        set(vm, args, |e, v| e.suppress_context = matches!(v, Value::Bool(true)))
    }),
    (types::BASE_EXCEPTION, "__traceback__", set_traceback),
];

/// What instances have None for as long as they are given nothing else.
pub(super) const ABSENT: [(Id, &str); 12] = [
    (types::OS_ERROR, "errno"),
    (types::OS_ERROR, "strerror"),
    (types::OS_ERROR, "filename"),
    (types::OS_ERROR, "filename2"),
    (types::SYNTAX_ERROR, "msg"),
    (types::SYNTAX_ERROR, "filename"),
    (types::SYNTAX_ERROR, "lineno"),
    (types::SYNTAX_ERROR, "offset"),
    (types::SYNTAX_ERROR, "text"),
    (types::SYNTAX_ERROR, "end_lineno"),
    (types::SYNTAX_ERROR, "end_offset"),
    (types::SYNTAX_ERROR, "print_file_and_line"),
];

/// What an error about an encoding is about, kept in its arguments.
const UNICODE_ERROR: &[Def] = &[
    Def::getter("UnicodeError.encoding", |vm, args| argument(vm, args, 0)),
    Def::getter("UnicodeError.object", |vm, args| argument(vm, args, 1)),
    Def::getter("UnicodeError.start", |vm, args| argument(vm, args, 2)),
    Def::getter("UnicodeError.end", |vm, args| argument(vm, args, 3)),
    Def::getter("UnicodeError.reason", |vm, args| argument(vm, args, 4)),
];

fn argument(vm: &mut Vm, args: &Args, at: usize) -> NativeResult {
    let all = vm.exception_of(args[0]).and_then(|e| vm.tuple_of(e.args)).unwrap_or(&[]);
    Ok(Action::Return(all.get(at).copied().unwrap_or(Value::None)))
}

/// Fields that classes add, read from the two extra values of an exception: class, name, which one.
pub(super) const EXTRAS: &[(Id, &[Def])] = &[
    (types::STOP_ITERATION, &[Def::getter("StopIteration.value", |vm, args| extra(vm, args, 0))]),
    (types::SYSTEM_EXIT, &[Def::getter("SystemExit.code", |vm, args| extra(vm, args, 0))]),
    (
        types::ATTRIBUTE_ERROR,
        &[
            Def::getter("AttributeError.name", |vm, args| extra(vm, args, 0)),
            Def::getter("AttributeError.obj", |vm, args| extra(vm, args, 1)),
        ],
    ),
    (types::UNICODE_DECODE_ERROR, UNICODE_ERROR),
    (types::UNICODE_ENCODE_ERROR, UNICODE_ERROR),
    (types::NAME_ERROR, &[Def::getter("NameError.name", |vm, args| extra(vm, args, 0))]),
    (
        types::IMPORT_ERROR,
        &[
            Def::getter("ImportError.name", |vm, args| extra(vm, args, 0)),
            Def::getter("ImportError.msg", |vm, args| argument(vm, args, 0)),
            Def::getter("ImportError.path", |vm, args| extra(vm, args, 1)),
            Def::getter("ImportError.name_from", |vm, args| field(vm, args, |e| e.scene.or(Value::None))),
        ],
    ),
    (types::UNICODE_DECODE_ERROR, super::codec::ERROR_FIELDS),
    (types::UNICODE_ENCODE_ERROR, super::codec::ERROR_FIELDS),
    (types::BASE_EXCEPTION_GROUP, super::group::GROUP),
];

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(class) = vm.class_of_instance(args[0]) else {
        return Err(errors::type_error(vm, "BaseException.__new__(X): X is not a type object"));
    };
    if !vm.is_subclass(class, types::BASE_EXCEPTION) {
        let name = vm.class_name(class);
        let message = format!("BaseException.__new__({name}): {name} is not a subtype of BaseException");
        return Err(errors::type_error(vm, message));
    }
    let class = match (class, args.positional()) {
        // `OSError(errno, text)` makes the subclass of that number.
        (types::OS_ERROR, &[_, errno, _, ..]) => vm.small_int(errno).map_or(class, os_error_class),
        _ => class,
    };
    let exc = vm.exception(class, &args.positional()[1..]);
    fill_extra(vm, class, exc, args);
    Ok(Action::Return(exc))
}

/// The class for a Linux error number.
fn os_error_class(errno: i64) -> Id {
    match errno {
        1 | 13 => types::PERMISSION_ERROR,
        2 => types::FILE_NOT_FOUND_ERROR,
        3 => types::PROCESS_LOOKUP_ERROR,
        4 => types::INTERRUPTED_ERROR,
        10 => types::CHILD_PROCESS_ERROR,
        11 | 114 | 115 => types::BLOCKING_IO_ERROR,
        17 => types::FILE_EXISTS_ERROR,
        20 => types::NOT_A_DIRECTORY_ERROR,
        21 => types::IS_A_DIRECTORY_ERROR,
        32 | 108 => types::BROKEN_PIPE_ERROR,
        103 => types::CONNECTION_ABORTED_ERROR,
        104 => types::CONNECTION_RESET_ERROR,
        110 => types::TIMEOUT_ERROR,
        111 => types::CONNECTION_REFUSED_ERROR,
        _ => types::OS_ERROR,
    }
}

fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = vm.class_of(args[0]);
    if !args.keywords.is_empty() && !takes_keywords(vm, class) {
        let message = format!("{}() takes no keyword arguments", vm.class_name(class));
        return Err(errors::type_error(vm, message));
    }
    let coding = [types::UNICODE_DECODE_ERROR, types::UNICODE_ENCODE_ERROR];
    let given = args.positional().len() - 1;
    if given != 5 && coding.iter().any(|&c| vm.is_subclass(class, c)) {
        return Err(errors::type_error(vm, format!("function takes exactly 5 arguments ({given} given)")));
    }
    let tuple = vm.tuple(&args.positional()[1..]);
    if let Some(e) = vm.exception_mut(args[0]) {
        e.args = tuple;
    }
    fill_extra(vm, class, args[0], args);
    Ok(Action::Return(Value::None))
}

fn takes_keywords(vm: &Vm, class: Id) -> bool {
    [types::ATTRIBUTE_ERROR, types::NAME_ERROR, types::IMPORT_ERROR].iter().any(|&c| vm.is_subclass(class, c))
}

/// Class-specific fields from the constructor's arguments (self or class first).
fn fill_extra(vm: &mut Vm, class: Id, exc: Value, args: &Args) {
    let first = args.positional().get(1).copied();
    if vm.is_subclass(class, types::STOP_ITERATION) {
        vm.set_exception_extra(exc, [first.unwrap_or(Value::None), Value::Unbound]);
    } else if vm.is_subclass(class, types::SYSTEM_EXIT) {
        let code = match args.positional() {
            [_, rest @ ..] if rest.len() > 1 => {
                let rest = rest.to_vec();
                vm.tuple(rest)
            }
            _ => first.unwrap_or(Value::None),
        };
        vm.set_exception_extra(exc, [code, Value::Unbound]);
    } else if takes_keywords(vm, class) {
        let mut fields = [Value::None, Value::None];
        for (name, value) in args.named() {
            match vm.text(name) {
                "name" => fields[0] = value,
                "obj" | "path" => fields[1] = value,
                _ => {}
            }
        }
        vm.set_exception_extra(exc, fields);
    } else if vm.is_subclass(class, types::SYNTAX_ERROR) {
        fill_syntax_error(vm, exc, args.positional().get(1..).unwrap_or(&[]));
    } else if vm.is_subclass(class, types::OS_ERROR)
        && let [_, errno, text, ..] = *args.positional()
        && let Value::Obj(id) = exc
    {
        let dict = vm.dict_for(id);
        let file_name = args.positional().get(3).copied();
        let second = args.positional().get(5).copied();
        for (name, value) in [
            ("errno", errno),
            ("strerror", text),
            ("filename", file_name.unwrap_or(Value::None)),
            ("filename2", second.unwrap_or(Value::None)),
        ] {
            let name = vm.intern(name);
            vm.dict_set_str(dict, name, value);
        }
        if file_name.is_some() {
            let args = vm.tuple([errno, text]);
            if let Some(e) = vm.exception_mut(exc) {
                e.args = args;
            }
        }
    }
}

/// `SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset))`: its attributes, None where not given.
pub(crate) fn fill_syntax_error(vm: &mut Vm, exc: Value, args: &[Value]) {
    let Value::Obj(id) = exc else { return };
    let details = args.get(1).and_then(|&details| vm.sequence_of(details)).unwrap_or(&[]).to_vec();
    let dict = vm.dict_for(id);
    let given = [args.first(), details.first(), details.get(1), details.get(2), details.get(3)];
    let given = given.into_iter().chain([details.get(4), details.get(5), None]);
    const NAMES: [&str; 8] =
        ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"];
    for (name, value) in NAMES.into_iter().zip(given) {
        let name = vm.intern(name);
        vm.dict_set_str(dict, name, value.copied().unwrap_or(Value::None));
    }
}

fn field(vm: &mut Vm, args: &Args, pick: fn(&Exception) -> Value) -> NativeResult {
    Ok(Action::Return(vm.exception_of(args[0]).map_or(Value::None, pick)))
}

fn extra(vm: &mut Vm, args: &Args, which: usize) -> NativeResult {
    Ok(Action::Return(vm.exception_of(args[0]).map_or(Value::None, |e| e.extra[which].or(Value::None))))
}

fn set(vm: &mut Vm, args: &Args, change: fn(&mut Exception, Value)) -> NativeResult {
    if let Some(e) = vm.exception_mut(args[0]) {
        change(e, args[1].or(Value::None));
    }
    Ok(Action::Return(Value::None))
}

fn set_args(vm: &mut Vm, args: &Args) -> NativeResult {
    fn keep(vm: &mut Vm, items: Vec<Value>, exc: Value) -> NativeResult {
        let tuple = vm.tuple(items);
        if let Some(e) = vm.exception_mut(exc) {
            e.args = tuple;
        }
        Ok(Action::Return(Value::None))
    }
    vm.collect_into(args[1], Sink::Then(keep, args[0]))
}

fn set_cause(vm: &mut Vm, args: &Args) -> NativeResult {
    if !args[1].is_none() && vm.exception_of(args[1]).is_none() {
        return Err(errors::type_error(vm, "exception cause must be None or derive from BaseException"));
    }
    set(vm, args, |e, v| {
        e.cause = v;
        e.suppress_context = true;
    })
}

fn set_traceback(vm: &mut Vm, args: &Args) -> NativeResult {
    let entries = match vm.data(args[1]) {
        Some(Data::Traceback(entries)) => entries.iter().rev().copied().collect(),
        _ if args[1].is_none() => Vec::new(),
        _ => return Err(errors::type_error(vm, "__traceback__ must be a traceback or None")),
    };
    if let Some(e) = vm.exception_mut(args[0]) {
        e.traceback = entries;
    }
    Ok(Action::Return(Value::None))
}

fn with_traceback(vm: &mut Vm, args: &Args) -> NativeResult {
    set_traceback(vm, args)?;
    Ok(Action::Return(args[0]))
}

fn add_note(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.str_of(args[1]).map(str::to_owned) {
        Some(note) => {
            errors::add_note(vm, args[0], &note);
            Ok(Action::Return(Value::None))
        }
        None => {
            let message = format!("note must be a str, not '{}'", vm.type_name(args[1]));
            Err(errors::type_error(vm, message))
        }
    }
}

/// `object.__dict__` for instances that have one.
pub(super) const INSTANCE_DICT: Def = Def::getter("object.__dict__", instance_dict);

fn instance_dict(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = vm.class_of(args[0]);
    if !vm.class(class).is_some_and(|c| c.has_dict) {
        return Err(errors::no_attribute(vm, args[0], names::DICT));
    }
    super::function::own_dict(vm, args)
}

/// `obj.__dict__ = {…}`.
pub(super) fn set_instance_dict(vm: &mut Vm, args: &Args) -> NativeResult {
    match (args[0], args[1], vm.dict_of(args[1]).is_some()) {
        (Value::Obj(id), Value::Obj(dict), true) => {
            vm.heap.get_mut(id).dict = Some(dict);
            Ok(Action::Return(Value::None))
        }
        (_, other, _) => {
            let message = format!("__dict__ must be set to a dictionary, not a '{}'", vm.type_name(other));
            Err(errors::type_error(vm, message))
        }
    }
}
