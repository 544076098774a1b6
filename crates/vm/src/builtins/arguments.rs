//! Reading the arguments of natives: texts, counts, slice bounds, with CPython's messages.

use crate::errors;
use crate::native::Raised;
use crate::value::Value;
use crate::vm::Vm;

/// The string at `args[i]` for a method `f() argument i must be str, not X`.
pub(crate) fn text(vm: &mut Vm, function: &str, position: usize, value: Value) -> Result<String, Raised> {
    match vm.str_of(value) {
        Some(text) => Ok(text.to_owned()),
        None => Err(errors::wrong_argument_at(vm, function, position, "str", value)),
    }
}

/// An int that fits a C size; `None` for what is no int (it may have `__index__`).
pub(crate) fn small_index(vm: &mut Vm, value: Value) -> Result<Option<i64>, Raised> {
    match vm.number(value) {
        Some(crate::vm::arith::Number::Small(i)) => Ok(Some(i)),
        Some(crate::vm::arith::Number::Big(_)) => {
            Err(errors::overflow_error(vm, "Python int too large to convert to C ssize_t"))
        }
        _ => Ok(None),
    }
}

/// `start` and `end` of `find` and its kin, cut to `length`; `start` stays beyond the end if it is.
pub(crate) fn window(vm: &mut Vm, start: Value, end: Value, length: usize) -> Result<(usize, usize), Raised> {
    let mut bound = |value: Value, default: usize| -> Result<usize, Raised> {
        match value {
            Value::Unbound | Value::None => Ok(default),
            _ => match vm.number(value) {
                Some(crate::vm::arith::Number::Small(i)) if i < 0 => {
                    Ok(length.saturating_sub(i.unsigned_abs() as usize))
                }
                Some(crate::vm::arith::Number::Small(i)) => Ok(i as usize),
                Some(crate::vm::arith::Number::Big(n)) => {
                    Ok(if n.sign() == num_bigint::Sign::Minus { 0 } else { usize::MAX })
                }
                _ => Err(errors::type_error(
                    vm,
                    "slice indices must be integers or None or have an __index__ method",
                )),
            },
        }
    };
    Ok((bound(start, 0)?, bound(end, length)?.min(length)))
}

/// The int at `args[$at]`; one with `__index__` is converted and `$again` called once more.
macro_rules! index_arg {
    ($vm:ident, $args:ident, $at:expr, $again:expr) => {
        match $crate::builtins::arguments::small_index($vm, $args[$at])? {
            Some(n) => n,
            None => return $vm.convert_index($args, $at, $again),
        }
    };
}
pub(crate) use index_arg;
