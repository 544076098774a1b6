//! `re.PatternError`, and the other exceptions that patterns and templates raise.

use crate::builtins::text::repr_str;
use crate::errors;
use crate::native::{Action, Def, Raised};
use crate::regex::PatternError;
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

pub(super) const ERROR: &[Def] =
    &[Def::method("PatternError.__init__", "self, msg, pattern?, pos?", |vm, args| {
        let message = vm.str_of(args[1]).unwrap_or("").to_owned();
        describe(vm, args[0], message, args[2].or(Value::None), args[3].or(Value::None));
        Ok(Action::Return(Value::None))
    })];

/// The exception for what is wrong with a pattern or template.
pub(super) fn raised(vm: &mut Vm, error: PatternError, source: Value) -> Raised {
    match error {
        PatternError::Pattern(message, position) => {
            let class = super::class_of(vm, "PatternError").unwrap_or(types::EXCEPTION);
            let exception = vm.exception(class, &[]);
            let (source, position) = match position {
                Some(position) => (source, Value::Int(position as i64)),
                None => (Value::None, Value::None),
            };
            describe(vm, exception, message, source, position);
            Raised(exception)
        }
        PatternError::Flags(message) => errors::value_error(vm, message),
        PatternError::TooManyRepeats => errors::overflow_error(vm, "the repetition number is too large"),
        PatternError::UnknownGroup(name) => {
            errors::index_error(vm, format!("unknown group name {}", repr_str(&name)))
        }
        PatternError::TooDeep => errors::recursion(vm, ""),
        PatternError::CharacterName => errors::not_supported(vm, "\\N{...} in a regular expression"),
    }
}

/// Fills in message, pattern and place.
fn describe(vm: &mut Vm, exception: Value, message: String, pattern: Value, position: Value) {
    let Some(id) = exception.id() else { return };
    let (mut line, mut column, mut full) = (Value::None, Value::None, message.clone());
    if !pattern.is_none()
        && let Some(at) = vm.small_int(position)
    {
        let units = super::units(vm, pattern);
        let before = units.get(..at.max(0) as usize).unwrap_or(&units);
        let newline = u32::from(b'\n');
        let lines = before.iter().filter(|&&unit| unit == newline).count() as i64 + 1;
        let start = before.iter().rposition(|&unit| unit == newline).map_or(-1, |at| at as i64);
        (line, column) = (Value::Int(lines), Value::Int(at - start));
        full += &format!(" at position {at}");
        if units.contains(&newline) {
            full += &format!(" (line {lines}, column {})", at - start);
        }
    }
    let full = vm.str(full);
    let args = vm.tuple([full]);
    if let Some(exception) = vm.exception_mut(exception) {
        exception.args = args;
    }
    let message = vm.str(message);
    let dict = vm.dict_for(id);
    let fields =
        [("msg", message), ("pattern", pattern), ("pos", position), ("lineno", line), ("colno", column)];
    for (name, value) in fields {
        let name = vm.intern(name);
        vm.dict_set_str(dict, name, value);
    }
}
