//! The compiler's warnings about a text that a program compiles: they go through the program's filters.
//!
//! A filter that makes one an exception makes it a SyntaxError, and nothing is compiled.

use smallvec::SmallVec;

use crate::builtins::fill_syntax_error;
use crate::frame::NativeFrame;
use crate::frame::native::OwnFrame;
use crate::frame::native::then::Then;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::syntax::SyntaxWarning;
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// For each warning the message and the details of a `SyntaxError`.
#[derive(Default)]
pub(super) struct Warnings(SmallVec<[Value; 4]>);

impl Warnings {
    pub fn of(vm: &mut Vm, found: &[SyntaxWarning], file_name: &str) -> Warnings {
        Warnings(found.iter().flat_map(|warning| vm.warning_arguments(warning, file_name)).collect())
    }
}

/// Tells of the warnings, then goes on with what was made and `value`, or raises what compiling did.
pub(super) fn then(
    vm: &mut Vm,
    warnings: Warnings,
    made: Result<Value, Raised>,
    value: Value,
    next: fn(&mut Vm, Value, Value) -> NativeResult,
) -> NativeResult {
    if warnings.0.is_empty() {
        return next(vm, made?, value);
    }
    let (made, next): (_, fn(&mut Vm, Value, Value) -> NativeResult) = match made {
        Ok(made) => (made, next),
        Err(raised) => (raised.0, |_, exc, _| Err(Raised(exc))),
    };
    let mut values = warnings.0;
    values.push(made);
    let telling = OwnFrame { resume: tell, name: "compile", stage: 0, values: values.into_iter().collect() };
    let then = Then::new(NativeFrame::Own(Box::new(telling)), next, value);
    Ok(Action::Enter(NativeFrame::Then(Box::new(then))))
}

/// The frame's values: two for each warning, then the result.
fn tell(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if let Outcome::Raised(exc) = outcome {
        let told = frame.stage as usize * 2;
        let arguments = told.checked_sub(2).and_then(|from| frame.values.get(from..told));
        let Some(arguments) = arguments.filter(|_| vm.is_instance(exc, types::SYNTAX_WARNING)) else {
            return Err(Raised(exc));
        };
        let error = vm.exception(types::SYNTAX_ERROR, arguments);
        fill_syntax_error(vm, error, arguments);
        return Err(Raised(error));
    }
    while let Some(&[message, details, _, ..]) = frame.values.get(frame.stage as usize * 2..) {
        frame.stage += 1;
        let [file, line] = [0, 1].map(|item| {
            vm.tuple_of(details).and_then(|details| details.get(item)).copied().unwrap_or_default()
        });
        match (vm.deaths.hooks.syntax_warning)(vm, message, file, line)? {
            Action::Return(_) => {}
            action => return Ok(action),
        }
    }
    Ok(Action::Return(frame.values.last().copied().unwrap_or_default()))
}
