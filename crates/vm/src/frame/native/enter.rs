//! Entering `with`: the exit method is looked up first, then the enter method is called.

use crate::errors;
use crate::heap::Marker;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::attr::Found;

use super::NativeFrame;

/// A context manager being entered. Results in a tuple: what was entered, then the bound exit method.
#[derive(Clone, Debug)]
pub struct Enter {
    manager: Value,
    is_async: bool,
    enter: Value,
    exit: Value,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The enter method's descriptor runs.
    Enter,
    /// The exit method's descriptor runs.
    Exit,
    /// The enter method runs.
    Call,
}

impl Enter {
    pub fn begin(vm: &mut Vm, manager: Value, is_async: bool) -> NativeResult {
        let mut frame =
            Enter { manager, is_async, enter: Value::Unbound, exit: Value::Unbound, stage: Stage::Enter };
        let (enter_name, exit_name) = frame.method_names();
        let class = vm.class_of(manager);
        let (has_enter, has_exit) = (vm.class_attr(class, enter_name), vm.class_attr(class, exit_name));
        if has_enter.is_none() || has_exit.is_none() {
            return Err(frame.unsupported(vm, has_enter.is_some()));
        }
        match vm.find_special(manager, enter_name)? {
            Some(Found::Method(function, this)) => frame.enter = vm.bound_method(function, this),
            Some(Found::Value(function)) => frame.enter = function,
            _ => {}
        }
        Ok(Action::Enter(NativeFrame::Enter(Box::new(frame))))
    }

    fn method_names(&self) -> (crate::value::Id, crate::value::Id) {
        match self.is_async {
            true => (names::AENTER, names::AEXIT),
            false => (names::ENTER, names::EXIT),
        }
    }

    fn unsupported(&self, vm: &mut Vm, has_enter: bool) -> Raised {
        let (protocol, exit) = match self.is_async {
            true => ("asynchronous context manager", "__aexit__"),
            false => ("context manager", "__exit__"),
        };
        let mut message =
            format!("'{}' object does not support the {protocol} protocol", vm.type_name(self.manager));
        if has_enter {
            message.push_str(&format!(" (missed {exit} method)"));
        }
        errors::type_error(vm, message)
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let (enter_name, exit_name) = self.method_names();
        let value = outcome.value(vm)?;
        loop {
            match self.stage {
                Stage::Enter if self.enter.is_unbound() && value.is_unbound() => {
                    match vm.find_special(self.manager, enter_name)? {
                        Some(Found::Act(action)) => return Ok(action),
                        _ => return Err(self.unsupported(vm, false)),
                    }
                }
                Stage::Enter => {
                    self.enter = self.enter.or(value);
                    self.stage = Stage::Exit;
                    match vm.find_special(self.manager, exit_name)? {
                        Some(Found::Method(function, this)) => self.exit = vm.bound_method(function, this),
                        Some(Found::Value(function)) => self.exit = function,
                        Some(Found::Act(action)) => return Ok(action),
                        None => return Err(self.unsupported(vm, true)),
                    }
                }
                Stage::Exit => {
                    self.exit = self.exit.or(value);
                    self.stage = Stage::Call;
                    return Ok(Action::call(self.enter, Args::new()));
                }
                // What `__aenter__` returned is awaited by the instructions that follow.
                Stage::Call => return Ok(Action::Return(vm.tuple([value, self.exit]))),
            }
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.manager, self.enter, self.exit]);
    }
}

/// What `__anext__` returned, made awaitable.
#[derive(Clone, Debug)]
pub struct Awaitable {
    callee: Value,
    args: Args,
    awaited: bool,
}

impl Awaitable {
    /// Makes the result of a call that is still to come awaitable.
    pub fn after(result: NativeResult) -> NativeResult {
        match result? {
            Action::Call(callee, args) => Ok(Action::Enter(NativeFrame::Awaitable(Box::new(Awaitable {
                callee,
                args: *args,
                awaited: false,
            })))),
            action => Ok(action),
        }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Outcome::Start = outcome {
            return Ok(Action::call(self.callee, std::mem::take(&mut self.args)));
        }
        let value = outcome.value(vm)?;
        if self.awaited {
            return Ok(Action::Return(value));
        }
        self.awaited = true;
        vm.get_awaitable(value, 0).map_err(|Raised(cause)| {
            let message =
                format!("'async for' received an invalid object from __anext__: {}", vm.type_name(value));
            let raised = errors::type_error(vm, message);
            if let Some(exception) = vm.exception_mut(raised.0) {
                (exception.cause, exception.context) = (cause, cause);
                exception.suppress_context = true;
            }
            raised
        })
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.callee);
        self.args.trace(m);
    }
}
