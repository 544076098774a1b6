//! Raising: `raise` statements, contexts, and what `except` clauses match.

use super::Vm;
use crate::errors;
use crate::frame::native::EXCEPT;
use crate::frame::native::raise::RaiseFrame;
use crate::frame::{Body, FrameId, NativeFrame};
use crate::heap::object::Data;
use crate::native::{Action, NativeResult, Raised};
use crate::types;
use crate::value::Value;

impl Vm {
    /// The exception being handled at `top`: that of the innermost frame in a handler. What `sys.exception()` gives.
    #[inline]
    pub fn handled(&self, top: Option<FrameId>) -> Value {
        let handled = |id: FrameId| match &self.frames.get(id).body {
            Body::Python(frame) => frame.handled,
            Body::Native(NativeFrame::Own(frame)) if frame.name == EXCEPT => {
                frame.values.last().copied().unwrap_or_default()
            }
            _ => Value::None,
        };
        self.frames.chain(top).map(handled).find(|h| !h.is_none()).unwrap_or(Value::None)
    }

    /// Sets `__context__` of a newly raised exception to the one being handled, and breaks cycles, as `_PyErr_SetObject`.
    #[inline]
    pub(super) fn set_context(&mut self, top: Option<FrameId>, exc: Value) {
        let handled = self.handled(top);
        if handled.is_none() || handled.is(exc) {
            return;
        }
        let mut at = handled;
        while let Some(e) = self.exception_of(at) {
            let context = e.context;
            if context.is(exc) {
                if let Some(e) = self.exception_mut(at) {
                    e.context = Value::None;
                }
                break;
            }
            at = context;
        }
        if let Some(e) = self.exception_mut(exc) {
            e.context = handled;
        }
    }

    /// `raise`, `raise value`, `raise value from cause`: an exception to raise, or a frame that makes it.
    pub(super) fn raise_statement(&mut self, value: Value, cause: Value) -> NativeResult {
        if value.is_unbound() {
            return Err(match self.handled(self.top) {
                Value::None => errors::runtime_error(self, "No active exception to reraise"),
                exc => Raised(exc),
            });
        }
        let value = self.instant_exception(value)?;
        let cause = match cause {
            Value::Unbound | Value::None => cause,
            cause => match self.instant_exception(cause) {
                Ok(cause) => cause,
                Err(_) => {
                    return Err(errors::type_error(self, "exception causes must derive from BaseException"));
                }
            },
        };
        if self.exception_of(value).is_some() && (!self.is_exception_class(cause)) {
            return Err(self.with_cause(value, cause));
        }
        Ok(Action::Enter(NativeFrame::Raise(Box::new(RaiseFrame { value, cause }))))
    }

    /// An exception with its `__cause__` set, where one is given.
    pub fn with_cause(&mut self, exc: Value, cause: Value) -> Raised {
        if !cause.is_unbound()
            && let Some(e) = self.exception_mut(exc)
        {
            e.cause = cause;
            e.suppress_context = true;
        }
        Raised(exc)
    }

    /// Instances pass; builtin classes without own constructor are instantiated at once; other classes pass to be called.
    fn instant_exception(&mut self, value: Value) -> Result<Value, Raised> {
        if self.exception_of(value).is_some() {
            return Ok(value);
        }
        if !self.is_exception_class(value) {
            return Err(errors::type_error(self, "exceptions must derive from BaseException"));
        }
        let class = value.id().unwrap_or(types::BASE_EXCEPTION);
        let builtin = self.class(class).is_some_and(|c| !c.heap_type);
        Ok(if builtin { self.exception(class, &[]) } else { value })
    }

    /// Whether an exception is caught by `except what:`.
    #[inline]
    pub(super) fn exception_matches(&mut self, exc: Value, what: Value) -> Result<bool, Raised> {
        let class = self.class_of(exc);
        let classes = self.tuple_of(what).unwrap_or(std::slice::from_ref(&what));
        if !classes.iter().all(|&candidate| self.is_exception_class(candidate)) {
            let message = "catching classes that do not inherit from BaseException is not allowed";
            return Err(errors::type_error(self, message));
        }
        Ok(classes.iter().filter_map(|c| c.id()).any(|c| self.is_subclass(class, c)))
    }

    /// The value a `StopIteration` carries.
    pub fn stop_iteration_value(&self, exc: Value) -> Value {
        match self.exception_of(exc) {
            Some(e) if !e.extra[0].is_unbound() => e.extra[0],
            Some(e) => self.tuple_of(e.args).and_then(|a| a.first().copied()).unwrap_or(Value::None),
            None => Value::None,
        }
    }

    /// StopIteration (and StopAsyncIteration in an asynchronous generator) leaving a generator's body becomes RuntimeError.
    pub(super) fn stop_iteration_error(&mut self, exc: Value) -> Value {
        let generator = self.top.and_then(|t| self.frames.python(t)).and_then(|f| f.generator);
        let kind = generator.map_or("generator", |g| self.generator_kind(g));
        let what = if self.is_instance(exc, types::STOP_ITERATION) {
            "StopIteration"
        } else if kind == "async generator" && self.is_instance(exc, types::STOP_ASYNC_ITERATION) {
            "StopAsyncIteration"
        } else {
            return exc;
        };
        let raised = errors::runtime_error(self, format!("{kind} raised {what}"));
        if let Some(e) = self.exception_mut(raised.0) {
            e.cause = exc;
            e.context = exc;
            e.suppress_context = true;
        }
        raised.0
    }

    /// Whether a value is a code-bearing function made by Python.
    pub fn is_python_function(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Function(_)))
    }
}
