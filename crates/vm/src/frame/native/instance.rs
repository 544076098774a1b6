//! `isinstance` and `issubclass` with tuples and metaclass hooks; `hasattr` where a descriptor runs; calls for effect only.

use crate::errors;
use crate::heap::Marker;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

use super::NativeFrame;

/// An instance or subclass check against several classes.
#[derive(Clone, Debug)]
pub struct InstanceCheck {
    object: Value,
    /// Classes still to try, the next one last.
    classes: Vec<Value>,
    subclass: bool,
    /// The class to compare with what the object's own property `__class__` says.
    asking: Option<Id>,
}

impl InstanceCheck {
    pub fn begin(vm: &mut Vm, object: Value, classes: Value, subclass: bool) -> NativeResult {
        let mut frame = InstanceCheck { object, classes: vec![classes], subclass, asking: None };
        match frame.advance(vm)? {
            Some(action @ Action::Call(..)) => {
                let Action::Call(callee, args) = action else { return Ok(action) };
                frame.classes.push(Value::Unbound);
                let first = Pending { callee, args: *args };
                Ok(Action::Enter(NativeFrame::InstanceCheck(Box::new(Running { frame, first: Some(first) }))))
            }
            Some(action) => Ok(action),
            None => Ok(Action::Return(Value::Bool(false))),
        }
    }

    /// The answer, or the hook to call; `None`: no class matched.
    fn advance(&mut self, vm: &mut Vm) -> Result<Option<Action>, Raised> {
        while let Some(class) = self.classes.pop() {
            if let Some(items) = vm.tuple_of(class).map(<[Value]>::to_vec) {
                self.classes.extend(items.iter().rev());
                continue;
            }
            if let Some(members) = vm.union_members(class) {
                self.classes.extend(members.iter().rev());
                continue;
            }
            if class.is_none() && !self.classes.is_empty() {
                if vm.class_of(self.object) == types::NONE {
                    return Ok(Some(Action::Return(Value::Bool(true))));
                }
                continue;
            }
            let hook_name = if self.subclass { names::SUBCLASSCHECK } else { names::INSTANCECHECK };
            let hook = vm.class_attr(vm.class_of(class), hook_name);
            match (hook, vm.class_of_instance(class)) {
                (Some(hook), _) if !vm.is_native_function(hook) => {
                    if !self.subclass && class.id() == Some(vm.class_of(self.object)) {
                        return Ok(Some(Action::Return(Value::Bool(true))));
                    }
                    return Ok(Some(Action::call(hook, Args::of(&[class, self.object]))));
                }
                (_, Some(class)) => {
                    let matches = match (self.subclass, vm.class_of_instance(self.object)) {
                        (true, Some(own)) => vm.is_subclass(own, class),
                        _ => vm.is_instance(self.object, class),
                    };
                    if matches {
                        return Ok(Some(Action::Return(Value::Bool(true))));
                    }
                    if !self.subclass
                        && let Some(action) = self.ask_object(vm, class)
                    {
                        return Ok(Some(action));
                    }
                }
                _ => {
                    let alias = matches!(vm.data(class), Some(Data::GenericAlias(_)));
                    let message = match self.subclass {
                        true if alias => "issubclass() argument 2 cannot be a parameterized generic",
                        false if alias => "isinstance() argument 2 cannot be a parameterized generic",
                        true => "issubclass() arg 2 must be a class, a tuple of classes, or a union",
                        false => "isinstance() arg 2 must be a type, a tuple of types, or a union",
                    };
                    return Err(errors::type_error(vm, message));
                }
            }
        }
        Ok(None)
    }

    /// What the object itself says of its class: the answer where it is at hand, or the call that asks it.
    fn ask_object(&mut self, vm: &mut Vm, class: Id) -> Option<Action> {
        let (callee, args) = match vm.overridden(self.object, names::GETATTRIBUTE) {
            Some(method) => vm.bind_dunder(method, self.object, &[names::CLASS.into()]),
            None => {
                let said = vm.overridden(self.object, names::CLASS)?;
                match vm.data(said) {
                    Some(Data::Property(property)) => (property.get, Args::of(&[self.object])),
                    _ => {
                        let own = vm.class_of_instance(said)?;
                        return vm.is_subclass(own, class).then_some(Action::Return(Value::Bool(true)));
                    }
                }
            }
        };
        self.asking = Some(class);
        Some(Action::call(callee, args))
    }
}

/// A check that has met a Python hook.
#[derive(Clone, Debug)]
pub struct Running {
    frame: InstanceCheck,
    first: Option<Pending>,
}

#[derive(Clone, Debug)]
struct Pending {
    callee: Value,
    args: Args,
}

impl Running {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if let Some(first) = self.first.take() {
            self.frame.classes.pop();
            return Ok(Action::call(first.callee, first.args));
        }
        let answer = match outcome {
            Outcome::Raised(exc)
                if self.frame.asking.is_some() && vm.is_instance(exc, types::ATTRIBUTE_ERROR) =>
            {
                Value::None
            }
            outcome => outcome.value(vm)?,
        };
        let holds = match self.frame.asking.take() {
            Some(class) => vm.class_of_instance(answer).is_some_and(|own| vm.is_subclass(own, class)),
            None => vm.truth_native(answer),
        };
        if holds {
            return Ok(Action::Return(Value::Bool(true)));
        }
        Ok(self.frame.advance(vm)?.unwrap_or(Action::Return(Value::Bool(false))))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.frame.object);
        m.values(&self.frame.classes);
        self.frame.asking.iter().for_each(|&class| m.id(class));
        if let Some(first) = &self.first {
            m.value(first.callee);
            first.args.trace(m);
        }
    }
}

/// `hasattr`: whether the lookup raises AttributeError.
#[derive(Clone, Debug)]
pub struct HasAttr {
    frame: Option<NativeFrame>,
    call: Option<(Value, Args)>,
}

impl HasAttr {
    pub fn new(action: Action) -> HasAttr {
        match action {
            Action::Call(callee, args) => HasAttr { frame: None, call: Some((callee, *args)) },
            Action::Enter(frame) => HasAttr { frame: Some(frame), call: None },
            _ => HasAttr { frame: None, call: None },
        }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match outcome {
            Outcome::Start => match (self.frame.take(), self.call.take()) {
                (Some(frame), _) => Ok(Action::Enter(frame)),
                (None, Some((callee, args))) => Ok(Action::call(callee, args)),
                (None, None) => Ok(Action::Return(Value::Bool(true))),
            },
            Outcome::Raised(exc) if vm.is_instance(exc, types::ATTRIBUTE_ERROR) => {
                Ok(Action::Return(Value::Bool(false)))
            }
            other => other.value(vm).map(|value| Action::Return(Value::Bool(!value.is_unbound()))),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.frame.iter().for_each(|f| f.trace(m));
        self.call.iter().for_each(|(callee, args)| {
            m.value(*callee);
            args.trace(m);
        });
    }
}

/// A call made for its effect: the result is None.
#[derive(Clone, Debug)]
pub struct Effect {
    call: Option<(Value, Args)>,
}

impl Effect {
    pub fn new(callee: Value, args: Args) -> Effect {
        Effect { call: Some((callee, args)) }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match self.call.take() {
            Some((callee, args)) => Ok(Action::call(callee, args)),
            None => outcome.value(vm).map(|_| Action::Return(Value::None)),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.call.iter().for_each(|(callee, args)| {
            m.value(*callee);
            args.trace(m);
        });
    }
}
