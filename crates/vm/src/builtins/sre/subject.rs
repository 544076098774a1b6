//! What is searched: its text, parts of it, and places in it, which are offsets in bytes inside and characters outside.

use super::pattern::Pattern;
use crate::builtins::arguments::small_index;
use crate::errors;
use crate::heap::object::Data;
use crate::native::Raised;
use crate::regex::Text;
use crate::value::Value;
use crate::vm::Vm;

/// The text of a string or bytes.
pub(super) fn text(vm: &Vm, string: Value) -> Text<'_> {
    match vm.string(string) {
        Some(string) => Text::new(string.as_str().as_bytes(), !string.is_ascii()),
        None => Text::new(vm.bytes_of(string).unwrap_or(&[]), false),
    }
}

/// A part of a string or of bytes, as a new one.
pub(super) fn part(vm: &mut Vm, string: Value, start: usize, end: usize) -> Value {
    if let Some(text) = vm.str_of(string) {
        let part = text.get(start..end).unwrap_or("").to_owned();
        return vm.str(part);
    }
    let part = vm.bytes_of(string).and_then(|bytes| bytes.get(start..end)).unwrap_or(&[]).to_vec();
    vm.bytes(part)
}

/// A part that may be absent.
pub(super) fn part_or(vm: &mut Vm, string: Value, span: Option<(usize, usize)>, default: Value) -> Value {
    match span {
        Some((start, end)) => part(vm, string, start, end),
        None => default,
    }
}

/// Refuses what a pattern cannot be searched in.
pub(super) fn check(vm: &mut Vm, pattern: Value, string: Value) -> Result<(), Raised> {
    let is_text = vm.str_of(string).is_some();
    if !is_text && vm.bytes_of(string).is_none() {
        let message = format!("expected string or bytes-like object, got '{}'", vm.type_name(string));
        return Err(errors::type_error(vm, message));
    }
    match vm.host::<Pattern>(pattern).is_some_and(|pattern| pattern.regex.is_bytes) {
        true if is_text => Err(errors::type_error(vm, "cannot use a bytes pattern on a string-like object")),
        false if !is_text => {
            Err(errors::type_error(vm, "cannot use a string pattern on a bytes-like object"))
        }
        _ => Ok(()),
    }
}

/// The same text in an object that does not change while it is searched.
pub(super) fn frozen(vm: &mut Vm, string: Value) -> Value {
    match vm.data(string) {
        Some(Data::ByteArray(bytes)) => {
            let bytes = bytes.clone();
            vm.bytes(bytes)
        }
        _ => string,
    }
}

/// The place that `pos` or `endpos` says; None where it must be asked for its `__index__`.
pub(super) fn place(vm: &mut Vm, string: Value, value: Value, default: i64) -> Result<Option<usize>, Raised> {
    let index = match value {
        Value::Unbound => default,
        value => match small_index(vm, value)? {
            Some(index) => index,
            None => return Ok(None),
        },
    };
    // What does not fit is beyond the end of any text.
    let index = usize::try_from(index.max(0)).unwrap_or(usize::MAX);
    Ok(Some(text(vm, string).offset(index)))
}
