//! One constructor for each error message of CPython that native code raises, word for word.

mod containers;

pub use containers::*;

use crate::native::Raised;
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// An exception of a builtin class with one string argument.
pub fn new(vm: &mut Vm, class: Id, message: impl Into<Box<str>>) -> Raised {
    let message = vm.str(message);
    Raised(vm.exception(class, &[message]))
}

pub fn type_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::TYPE_ERROR, message)
}

pub fn value_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::VALUE_ERROR, message)
}

pub fn runtime_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::RUNTIME_ERROR, message)
}

pub fn index_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::INDEX_ERROR, message)
}

pub fn key_error(vm: &mut Vm, key: Value) -> Raised {
    Raised(vm.exception(types::KEY_ERROR, &[key]))
}

pub fn overflow_error(vm: &mut Vm, message: impl Into<Box<str>>) -> Raised {
    new(vm, types::OVERFLOW_ERROR, message)
}

/// What the playground does not do yet: names the feature.
pub fn not_supported(vm: &mut Vm, feature: &str) -> Raised {
    new(vm, types::NOT_IMPLEMENTED_ERROR, format!("{feature} is not supported in Loopthread"))
}

pub fn no_attribute(vm: &mut Vm, object: Value, name: Id) -> Raised {
    let text = vm.text(name).to_owned();
    let message = match vm.class_of_instance(object) {
        Some(class) => format!("type object '{}' has no attribute '{text}'", vm.class_name(class)),
        None => match vm.module_name(object) {
            Some(module) => format!("module '{module}' has no attribute '{text}'"),
            None => format!("'{}' object has no attribute '{text}'", vm.type_name(object)),
        },
    };
    let message = vm.str(message);
    let raised = vm.exception(types::ATTRIBUTE_ERROR, &[message]);
    vm.set_exception_extra(raised, [Value::Obj(name), object]);
    Raised(raised)
}

/// A global or builtin name; the name is kept for suggestions.
pub fn name_error(vm: &mut Vm, name: Id) -> Raised {
    let message = format!("name '{}' is not defined", vm.text(name));
    let raised = new(vm, types::NAME_ERROR, message);
    vm.set_exception_extra(raised.0, [Value::Obj(name), Value::Unbound]);
    raised
}

pub fn unbound_local(vm: &mut Vm, name: Id) -> Raised {
    let message =
        format!("cannot access local variable '{}' where it is not associated with a value", vm.text(name));
    new(vm, types::UNBOUND_LOCAL_ERROR, message)
}

pub fn unbound_free(vm: &mut Vm, name: Id) -> Raised {
    let message = format!(
        "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
        vm.text(name)
    );
    let raised = new(vm, types::NAME_ERROR, message);
    vm.set_exception_extra(raised.0, [Value::Obj(name), Value::Unbound]);
    raised
}

/// `exc.add_note(note)`.
pub fn add_note(vm: &mut Vm, exc: Value, note: &str) {
    let Value::Obj(id) = exc else { return };
    let dict = vm.dict_for(id);
    let note = vm.str(note);
    match vm.dict_get_str(dict, crate::names::NOTES) {
        Some(list) => {
            if let Some(notes) = vm.list_mut(list) {
                notes.push(note);
            }
        }
        None => {
            let notes = vm.list(vec![note]);
            vm.dict_set_str(dict, crate::names::NOTES, notes);
        }
    }
}

/// The stack holds as many frames as it may; `place` is what CPython adds to its message: `" in comparison"`.
pub fn recursion(vm: &mut Vm, place: &str) -> Raised {
    new(vm, types::RECURSION_ERROR, format!("maximum recursion depth exceeded{place}"))
}

/// `what`: getter, setter or deleter.
pub fn property_without(vm: &mut Vm, name: Value, object: Value, what: &str) -> Raised {
    let class = vm.class_of(object);
    let of = vm.class(class).and_then(|class| vm.str_of(class.qualname)).unwrap_or("?");
    let message = match vm.str_of(name) {
        Some(name) => format!("property '{name}' of '{of}' object has no {what}"),
        None => format!("property of '{of}' object has no {what}"),
    };
    new(vm, types::ATTRIBUTE_ERROR, message)
}

/// An object without `__dict__`; `read_only`: its class has the attribute.
pub fn cannot_set(vm: &mut Vm, object: Value, name: Id, read_only: bool) -> Raised {
    let (of, text) = (vm.type_name(object), vm.text(name));
    let message = match read_only {
        true => format!("'{of}' object attribute '{text}' is read-only"),
        false => {
            format!("'{of}' object has no attribute '{text}' and no __dict__ for setting new attributes")
        }
    };
    new(vm, types::ATTRIBUTE_ERROR, message)
}

/// An attribute that is a field of the object itself.
pub fn read_only(vm: &mut Vm) -> Raised {
    new(vm, types::ATTRIBUTE_ERROR, "readonly attribute")
}

pub fn not_writable(vm: &mut Vm, object: Value, name: Id) -> Raised {
    let message =
        format!("attribute '{}' of '{}' objects is not writable", vm.text(name), vm.type_name(object));
    new(vm, types::ATTRIBUTE_ERROR, message)
}

pub fn immutable_type(vm: &mut Vm, class: Id, name: Id) -> Raised {
    let message =
        format!("cannot set '{}' attribute of immutable type '{}'", vm.text(name), vm.class_name(class));
    type_error(vm, message)
}

pub fn bad_super(vm: &mut Vm, class: Value, this: Value) -> Raised {
    let (kind, of) = match vm.class_of_instance(this) {
        Some(own) => ("type", vm.class_name(own)),
        None => ("instance of", vm.type_name(this)),
    };
    let class = class.id().map_or("?", |class| vm.class_name(class));
    let message =
        format!("super(type, obj): obj ({kind} {of}) is not an instance or subtype of type ({class}).");
    type_error(vm, message)
}

pub fn cannot_create(vm: &mut Vm, class: Id) -> Raised {
    let message = format!("cannot create '{}' instances", vm.class_name(class));
    type_error(vm, message)
}

pub fn not_callable(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object is not callable", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_iterable(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object is not iterable", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_an_iterator(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("'{}' object is not an iterator", vm.type_name(object));
    type_error(vm, message)
}

pub fn not_subscriptable(vm: &mut Vm, object: Value) -> Raised {
    let message = match vm.class_of_instance(object) {
        Some(class) => format!("type '{}' is not subscriptable", vm.class_name(class)),
        None => format!("'{}' object is not subscriptable", vm.type_name(object)),
    };
    type_error(vm, message)
}

pub fn unhashable(vm: &mut Vm, object: Value) -> Raised {
    let message = format!("unhashable type: '{}'", vm.type_name(object));
    type_error(vm, message)
}

pub fn needs_an_argument(vm: &mut Vm, qualname: &str) -> Raised {
    type_error(vm, format!("unbound method {qualname}() needs an argument"))
}

pub fn takes_none(vm: &mut Vm, qualname: &str, given: usize) -> Raised {
    type_error(vm, format!("{qualname}() takes no arguments ({given} given)"))
}

pub fn takes_exactly_one(vm: &mut Vm, qualname: &str, given: usize) -> Raised {
    type_error(vm, format!("{qualname}() takes exactly one argument ({given} given)"))
}

pub fn takes_no_keywords(vm: &mut Vm, qualname: &str) -> Raised {
    type_error(vm, format!("{qualname}() takes no keyword arguments"))
}

/// `bound`: exactly, at least or at most; `kind`: "positional " or nothing.
pub fn takes(vm: &mut Vm, name: &str, bound: &str, count: usize, kind: &str, given: usize) -> Raised {
    let s = if count == 1 { "" } else { "s" };
    type_error(vm, format!("{name}() takes {bound} {count} {kind}argument{s} ({given} given)"))
}

pub fn init_result(vm: &mut Vm, result: Value) -> Raised {
    let message = format!("__init__() should return None, not '{}'", vm.type_name(result));
    type_error(vm, message)
}

/// `most == usize::MAX` is no upper bound.
pub fn expected_count(vm: &mut Vm, name: &str, least: usize, most: usize, given: usize) -> Raised {
    let (bound, count) = match given < least {
        _ if least == most => ("", least),
        true => ("at least ", least),
        false => ("at most ", most),
    };
    let s = if count == 1 { "" } else { "s" };
    type_error(vm, format!("{name} expected {bound}{count} argument{s}, got {given}"))
}

pub fn argument_twice(vm: &mut Vm, name: &str, keyword: &str, position: usize) -> Raised {
    type_error(vm, format!("argument for {name}() given by name ('{keyword}') and position ({position})"))
}

/// `known`: the names that could be meant.
pub fn unexpected_keyword<'a>(
    vm: &mut Vm,
    name: &str,
    keyword: &str,
    known: impl Iterator<Item = &'a str>,
) -> Raised {
    let hint = match crate::vm::suggest::closest(keyword, known) {
        Some(meant) => format!(". Did you mean '{meant}'?"),
        None => String::new(),
    };
    type_error(vm, format!("{name}() got an unexpected keyword argument '{keyword}'{hint}"))
}

pub fn takes_no_positional(vm: &mut Vm, name: &str) -> Raised {
    type_error(vm, format!("{name}() takes no positional arguments"))
}

pub fn missing_argument(vm: &mut Vm, name: &str, argument: &str, position: usize) -> Raised {
    type_error(vm, format!("{name}() missing required argument '{argument}' (pos {position})"))
}

pub fn zero_division(vm: &mut Vm, message: &str) -> Raised {
    new(vm, types::ZERO_DIVISION_ERROR, message)
}

/// CPython has no limit but memory; here results are bounded, and say so.
pub fn memory_error(vm: &mut Vm) -> Raised {
    new(vm, types::MEMORY_ERROR, "the result is too large for Loopthread")
}

/// CPython's matcher has no limit but memory.
pub fn too_much_to_try(vm: &mut Vm) -> Raised {
    new(vm, types::MEMORY_ERROR, "the regular expression has too much left to try for Loopthread")
}

/// `OverflowError(34, …)`: the C library's ERANGE.
pub fn out_of_range(vm: &mut Vm) -> Raised {
    let text = vm.str("Numerical result out of range");
    Raised(vm.exception(types::OVERFLOW_ERROR, &[Value::Int(34), text]))
}

pub fn unsupported_operands(vm: &mut Vm, symbol: &str, a: Value, b: Value) -> Raised {
    let (a, b) = (vm.type_name(a), vm.type_name(b));
    let message = format!("unsupported operand type(s) for {symbol}: '{a}' and '{b}'");
    type_error(vm, message)
}

pub fn not_an_integer(vm: &mut Vm, value: Value) -> Raised {
    let message = format!("'{}' object cannot be interpreted as an integer", vm.type_name(value));
    type_error(vm, message)
}

/// `digits`: as many as the text has that is to be read.
pub fn too_many_digits(vm: &mut Vm, digits: Option<usize>) -> Raised {
    let limit = vm.int_max_str_digits;
    let has = digits.map_or(String::new(), |digits| format!(": value has {digits} digits"));
    let message = format!(
        "Exceeds the limit ({limit} digits) for integer string conversion{has}; \
         use sys.set_int_max_str_digits() to increase the limit"
    );
    value_error(vm, message)
}

/// `f() argument must be str, not int`.
pub fn wrong_argument(vm: &mut Vm, function: &str, wanted: &str, got: Value) -> Raised {
    let got = described(vm, got).to_owned();
    type_error(vm, format!("{function}() argument must be {wanted}, not {got}"))
}

/// `f() argument 2 must be str, not int`.
pub fn wrong_argument_at(vm: &mut Vm, function: &str, position: usize, wanted: &str, got: Value) -> Raised {
    let got = described(vm, got).to_owned();
    type_error(vm, format!("{function}() argument {position} must be {wanted}, not {got}"))
}

/// `f() argument 'mode' must be str, not int`.
pub fn wrong_argument_named(vm: &mut Vm, function: &str, name: &str, wanted: &str, got: Value) -> Raised {
    let got = described(vm, got).to_owned();
    type_error(vm, format!("{function}() argument '{name}' must be {wanted}, not {got}"))
}

pub fn not_bytes_like(vm: &mut Vm, value: Value) -> Raised {
    let message = format!("a bytes-like object is required, not '{}'", vm.type_name(value));
    type_error(vm, message)
}

/// `must be real number, not str`.
pub fn not_a_real_number(vm: &mut Vm, value: Value) -> Raised {
    let message = format!("must be real number, not {}", vm.type_name(value));
    type_error(vm, message)
}

/// A type's name where CPython says `None` for None.
pub fn described(vm: &Vm, value: Value) -> &str {
    if value.is_none() { "None" } else { vm.type_name(value) }
}
