//! The operator methods of int, float and complex (`int.__add__` …) and of the sequences: for explicit calls, `super()` and subclasses.
//!
//! The operators themselves do not come here for plain numbers: see [`crate::vm::arith`].

use crate::code::op::{Binary, Compare};
use crate::errors;
use crate::native::{Action, Args, Def, NativeResult};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::Number;

/// `__add__`-like methods: operator `OP`, for class `KIND`: 0 int, 1 float, 2 complex.
fn operator<const OP: usize, const REFLECTED: bool, const KIND: u8>(
    vm: &mut Vm,
    args: &Args,
) -> NativeResult {
    operate(vm, args, OP, REFLECTED, KIND)
}

/// One function for all of them, since a visitor downloads each.
#[inline(never)]
fn operate(vm: &mut Vm, args: &Args, op: usize, reflected: bool, kind: u8) -> NativeResult {
    if !belongs(vm, args[1], kind) {
        return Ok(Action::Return(Value::NotImplemented));
    }
    let (a, b) = if reflected { (args[1], args[0]) } else { (args[0], args[1]) };
    let op = Binary::ALL[op.min(Binary::ALL.len() - 1)];
    vm.number_binary(op, a, b).map(Action::Return)
}

/// `__pow__` with its optional modulus.
fn power<const REFLECTED: bool, const KIND: u8>(vm: &mut Vm, args: &Args) -> NativeResult {
    power_of(vm, args, REFLECTED, KIND)
}

#[inline(never)]
fn power_of(vm: &mut Vm, args: &Args, reflected: bool, kind: u8) -> NativeResult {
    let (a, b) = if reflected { (args[1], args[0]) } else { (args[0], args[1]) };
    match args[2] {
        Value::Unbound | Value::None => operate(vm, args, Binary::Pow as usize, reflected, kind),
        modulus => super::number::pow_modulo(vm, a, b, modulus),
    }
}

/// Whether a method of class `kind` takes this operand.
fn belongs(vm: &Vm, value: Value, kind: u8) -> bool {
    match vm.number(value) {
        None => false,
        Some(Number::Small(_) | Number::Big(_)) => true,
        Some(Number::Float(_)) => kind >= 1,
        Some(Number::Complex(..)) => kind == 2,
    }
}

fn comparison<const OP: u32, const KIND: u8>(vm: &mut Vm, args: &Args) -> NativeResult {
    compare(vm, args, OP, Some(KIND))
}

/// A comparison of two native values of one kind.
fn sequence_comparison<const OP: u32>(vm: &mut Vm, args: &Args) -> NativeResult {
    compare(vm, args, OP, None)
}

#[inline(never)]
fn compare(vm: &mut Vm, args: &Args, op: u32, kind: Option<u8>) -> NativeResult {
    if kind.is_some_and(|kind| !belongs(vm, args[1], kind)) {
        return Ok(Action::Return(Value::NotImplemented));
    }
    vm.compare_native(Compare::decode(op), args[0], args[1])
}

fn negative(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.number_negative(args[0]).unwrap_or(Value::NotImplemented)))
}

fn positive(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.number_positive(args[0]).unwrap_or(Value::NotImplemented)))
}

fn invert(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.number_invert(args[0]).unwrap_or(Value::NotImplemented)))
}

fn truth(vm: &mut Vm, args: &Args) -> NativeResult {
    let truth = match vm.number(args[0]) {
        Some(Number::Small(i)) => i != 0,
        Some(Number::Float(f)) => f != 0.0,
        Some(Number::Complex(re, im)) => re != 0.0 || im != 0.0,
        _ => true,
    };
    Ok(Action::Return(truth.into()))
}

fn hash(vm: &mut Vm, args: &Args) -> NativeResult {
    let hash = match vm.number(args[0]) {
        Some(number) => super::number::hash(&number),
        None => 0,
    };
    Ok(Action::Return(Value::Int(hash)))
}

fn divmod<const REFLECTED: bool, const KIND: u8>(vm: &mut Vm, args: &Args) -> NativeResult {
    divide(vm, args, REFLECTED, KIND)
}

#[inline(never)]
fn divide(vm: &mut Vm, args: &Args, reflected: bool, kind: u8) -> NativeResult {
    if !belongs(vm, args[1], kind) {
        return Ok(Action::Return(Value::NotImplemented));
    }
    let (a, b) = if reflected { (args[1], args[0]) } else { (args[0], args[1]) };
    super::number::divmod(vm, a, b)
}

fn concat(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.concat(args[0], args[1])
}

/// `__mul__` and `__rmul__` of sequences.
fn repeat(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.number(args[1]).is_some_and(|n| n.is_int()) {
        true => vm.repeat(args[0], args[1], false),
        false => vm.convert_index(args, 1, repeat),
    }
}

fn repeat_in_place(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.number(args[1]).is_some_and(|n| n.is_int()) {
        true => vm.repeat(args[0], args[1], true),
        false => vm.convert_index(args, 1, repeat_in_place),
    }
}

fn extend_in_place(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.bytes_of(args[1]).is_some() {
        true => vm.bytearray_extend(args[0], args[1]).map(|()| Action::Return(args[0])),
        false => Err(errors::not_iterable(vm, args[1])),
    }
}

macro_rules! operators {
    ($class:literal $kind:literal: $($name:literal $op:ident,)*) => {
        &[
            $(
                Def::method(concat!($class, ".__", $name, "__"), "self, value, /",
                    operator::<{ Binary::$op as usize }, false, $kind>),
                Def::method(concat!($class, ".__r", $name, "__"), "self, value, /",
                    operator::<{ Binary::$op as usize }, true, $kind>),
            )*
            Def::method(concat!($class, ".__pow__"), "self, value, mod?, /", power::<false, $kind>),
            Def::method(concat!($class, ".__rpow__"), "self, value, mod?, /", power::<true, $kind>),
            Def::method(concat!($class, ".__eq__"), "self, value, /", comparison::<{ Compare::Eq as u32 }, $kind>),
            Def::method(concat!($class, ".__ne__"), "self, value, /", comparison::<{ Compare::Ne as u32 }, $kind>),
            Def::method(concat!($class, ".__lt__"), "self, value, /", comparison::<{ Compare::Lt as u32 }, $kind>),
            Def::method(concat!($class, ".__le__"), "self, value, /", comparison::<{ Compare::Le as u32 }, $kind>),
            Def::method(concat!($class, ".__gt__"), "self, value, /", comparison::<{ Compare::Gt as u32 }, $kind>),
            Def::method(concat!($class, ".__ge__"), "self, value, /", comparison::<{ Compare::Ge as u32 }, $kind>),
            Def::method(concat!($class, ".__neg__"), "self, /", negative),
            Def::method(concat!($class, ".__pos__"), "self, /", positive),
            Def::method(concat!($class, ".__abs__"), "self, /", super::number::absolute),
            Def::method(concat!($class, ".__bool__"), "self, /", truth),
            Def::method(concat!($class, ".__hash__"), "self, /", hash),
            Def::method(concat!($class, ".__repr__"), "self, /", super::number::repr),
            Def::method(concat!($class, ".__format__"), "self, format_spec, /", super::number::format),
        ]
    };
}

pub(super) const INT: &[Def] = operators! { "int" 0:
    "add" Add, "sub" Sub, "mul" Mul, "truediv" TrueDiv, "floordiv" FloorDiv, "mod" Mod,
    "lshift" LShift, "rshift" RShift, "and" And, "or" Or, "xor" Xor,
};

pub(super) const INT_MORE: &[Def] = &[
    Def::method("int.__invert__", "self, /", invert),
    Def::method("int.__divmod__", "self, value, /", divmod::<false, 0>),
    Def::method("int.__rdivmod__", "self, value, /", divmod::<true, 0>),
];

/// Results are bools when both operands are.
pub(super) const BOOL: &[Def] = &[
    Def::method("bool.__and__", "self, value, /", operator::<{ Binary::And as usize }, false, 0>),
    Def::method("bool.__or__", "self, value, /", operator::<{ Binary::Or as usize }, false, 0>),
    Def::method("bool.__xor__", "self, value, /", operator::<{ Binary::Xor as usize }, false, 0>),
    Def::method("bool.__rand__", "self, value, /", operator::<{ Binary::And as usize }, true, 0>),
    Def::method("bool.__ror__", "self, value, /", operator::<{ Binary::Or as usize }, true, 0>),
    Def::method("bool.__rxor__", "self, value, /", operator::<{ Binary::Xor as usize }, true, 0>),
    Def::method("bool.__repr__", "self, /", super::number::repr),
    Def::method("bool.__invert__", "self, /", invert),
];

pub(super) const FLOAT: &[Def] = operators! { "float" 1:
    "add" Add, "sub" Sub, "mul" Mul, "truediv" TrueDiv, "floordiv" FloorDiv, "mod" Mod,
};

pub(super) const FLOAT_MORE: &[Def] = &[
    Def::method("float.__divmod__", "self, value, /", divmod::<false, 1>),
    Def::method("float.__rdivmod__", "self, value, /", divmod::<true, 1>),
];

pub(super) const COMPLEX: &[Def] = operators! { "complex" 2:
    "add" Add, "sub" Sub, "mul" Mul, "truediv" TrueDiv,
};

macro_rules! sequence {
    ($class:literal) => {
        &[
            Def::method(concat!($class, ".__add__"), "self, value, /", concat),
            Def::method(concat!($class, ".__mul__"), "self, value, /", repeat),
            Def::method(concat!($class, ".__rmul__"), "self, value, /", repeat),
        ]
    };
}

macro_rules! comparisons {
    ($class:literal) => {
        &[
            Def::method(
                concat!($class, ".__eq__"),
                "self, value, /",
                sequence_comparison::<{ Compare::Eq as u32 }>,
            ),
            Def::method(
                concat!($class, ".__ne__"),
                "self, value, /",
                sequence_comparison::<{ Compare::Ne as u32 }>,
            ),
            Def::method(
                concat!($class, ".__lt__"),
                "self, value, /",
                sequence_comparison::<{ Compare::Lt as u32 }>,
            ),
            Def::method(
                concat!($class, ".__le__"),
                "self, value, /",
                sequence_comparison::<{ Compare::Le as u32 }>,
            ),
            Def::method(
                concat!($class, ".__gt__"),
                "self, value, /",
                sequence_comparison::<{ Compare::Gt as u32 }>,
            ),
            Def::method(
                concat!($class, ".__ge__"),
                "self, value, /",
                sequence_comparison::<{ Compare::Ge as u32 }>,
            ),
            Def::method(concat!($class, ".__len__"), "self, /", |vm, args| {
                let length = vm.native_len(args[0]).unwrap_or(0);
                Ok(Action::Return(Value::Int(length as i64)))
            }),
            Def::method(concat!($class, ".__getitem__"), "self, key, /", |vm, args| {
                vm.native_get_item(args[0], args[1])
            }),
            Def::method(concat!($class, ".__contains__"), "self, key, /", |vm, args| {
                vm.native_contains(args[0], args[1])
            }),
            Def::method(concat!($class, ".__iter__"), "self, /", |vm, args| match vm.native_iter(args[0]) {
                Some(iter) => Ok(Action::Return(iter)),
                None => Err(errors::not_iterable(vm, args[0])),
            }),
        ]
    };
}

pub(super) const STR_ITEMS: &[Def] = comparisons!("str");
pub(super) const BYTES_ITEMS: &[Def] = comparisons!("bytes");
pub(super) const BYTEARRAY_ITEMS: &[Def] = comparisons!("bytearray");
pub(super) const STR: &[Def] = sequence!("str");
pub(super) const BYTES: &[Def] = sequence!("bytes");
pub(super) const BYTEARRAY: &[Def] = sequence!("bytearray");
pub(super) const LIST: &[Def] = sequence!("list");
pub(super) const TUPLE: &[Def] = sequence!("tuple");

pub(super) const LIST_IN_PLACE: &[Def] = &[Def::method("list.__imul__", "self, value, /", repeat_in_place)];

pub(super) const BYTEARRAY_IN_PLACE: &[Def] = &[
    Def::method("bytearray.__iadd__", "self, value, /", extend_in_place),
    Def::method("bytearray.__imul__", "self, value, /", repeat_in_place),
];
