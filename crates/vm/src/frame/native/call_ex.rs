//! `f(*args, **kwargs)`: the positional part may be any iterable, which is collected first.

use crate::errors;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

use super::NativeFrame;

/// A call whose positional arguments are being collected.
#[derive(Clone, Debug)]
pub struct CallEx {
    callee: Value,
    this: Value,
    args: Value,
    kwargs: Value,
    called: bool,
}

impl CallEx {
    /// Calls at once when the arguments are a list or tuple.
    pub fn begin(vm: &mut Vm, callee: Value, this: Value, args: Value, kwargs: Value) -> NativeResult {
        let frame = CallEx { callee, this, args, kwargs, called: false };
        match vm.sequence_of(args).map(<[Value]>::to_vec) {
            Some(items) => Ok(frame.call(vm, &items)),
            None => Ok(Action::Enter(NativeFrame::CallEx(Box::new(frame)))),
        }
    }

    fn call(&self, vm: &Vm, items: &[Value]) -> Action {
        let mut args = Args::new();
        args.values.extend(self.this.bound());
        args.values.extend_from_slice(items);
        let named = vm.keywords_of(self.kwargs);
        args.values.extend_from_slice(&named.values);
        args.keywords = named.keywords;
        Action::call(self.callee, args)
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Outcome::Start = outcome {
            if vm.class_attr(vm.class_of(self.args), crate::names::ITER).is_none() {
                let message = format!(
                    "{} argument after * must be an iterable, not {}",
                    vm.callee_text(self.callee),
                    vm.type_name(self.args)
                );
                return Err(errors::type_error(vm, message));
            }
            match vm.collect_list(self.args)? {
                Action::Return(items) => self.args = items,
                action => return Ok(action),
            }
        }
        let value = match outcome {
            Outcome::Start => self.args,
            outcome => outcome.value(vm)?,
        };
        if self.called {
            return Ok(Action::Return(value));
        }
        self.called = true;
        let items = vm.sequence_of(value).unwrap_or(&[]).to_vec();
        Ok(self.call(vm, &items))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.callee, self.this, self.args, self.kwargs]);
    }
}
