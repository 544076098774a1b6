//! What the natives of this crate share: the way to the process, to the data behind an object, and to resumable frames.
//!
//! Deliberately absent: anything that decides something about Python.

use loopthread_vm::errors;
use loopthread_vm::frame::NativeFrame;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::object::HostData;
use loopthread_vm::native::{Action, NativeResult, Outcome, Raised};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use smallvec::SmallVec;

use crate::process::Process;

/// Implements [`HostData`] for a plain, clonable type; the body marks what it refers to.
macro_rules! host_data {
    ($type:ty, |$this:ident, $m:ident| $body:expr $(; $more:item)*) => {
        impl loopthread_vm::heap::object::HostData for $type {
            $($more)*

            fn trace(&self, $m: &mut loopthread_vm::heap::Marker<'_>) {
                let $this = self;
                $body
            }

            fn clone_box(&self) -> Box<dyn loopthread_vm::heap::object::HostData> {
                Box::new(self.clone())
            }
        }
    };
}
pub(crate) use host_data;

/// The process that owns the machine.
pub(crate) fn process(vm: &mut Vm) -> &mut Process {
    vm.owner_mut::<Process>().expect("a session gives its machine a process and never takes it away")
}

/// As [`process`], for looking only.
pub(crate) fn process_ref(vm: &Vm) -> &Process {
    vm.owner::<Process>().expect("a session gives its machine a process and never takes it away")
}

/// Lets `f` at the native data of `object`; TypeError when it is an object of another kind.
pub(crate) fn with<T: HostData, R>(
    vm: &mut Vm,
    object: Value,
    f: impl FnOnce(&mut T) -> R,
) -> Result<R, Raised> {
    if let Some(data) = vm.host_mut::<T>(object) {
        return Ok(f(data));
    }
    let message = format!("descriptor doesn't apply to a '{}' object", vm.type_name(object));
    Err(errors::type_error(vm, message))
}

/// What a step of a native frame of this crate is.
pub(crate) type Resume = fn(&mut Vm, &mut OwnFrame, Outcome) -> NativeResult;

/// Enters a native frame at its stage 0.
pub(crate) fn enter(name: &'static str, resume: Resume, values: &[Value]) -> Action {
    let values = SmallVec::from_slice(values);
    Action::Enter(NativeFrame::Own(Box::new(OwnFrame { resume, name, stage: 0, values })))
}

/// The result None.
pub(crate) fn none() -> NativeResult {
    Ok(Action::Return(Value::None))
}

/// A result.
pub(crate) fn ret(value: impl Into<Value>) -> NativeResult {
    Ok(Action::Return(value.into()))
}

/// A method, bound: the attribute `name` of the object's class with the object as its first argument.
pub(crate) fn bound_method(vm: &mut Vm, object: Value, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    let class = vm.class_of(object);
    let function = vm.class_attr(class, name)?;
    Some(vm.bound_method(function, object))
}

/// A function of the `builtins` module.
pub(crate) fn builtin(vm: &mut Vm, name: &str) -> Value {
    let name = vm.intern(name);
    let builtins = vm.builtins;
    vm.dict_get_str(builtins, name).unwrap_or(Value::None)
}

/// An attribute that an object has itself: in its `__dict__`.
pub(crate) fn own_attr(vm: &mut Vm, object: Value, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    own_attr_of(vm, object, name)
}

/// As [`own_attr`], by an interned name.
pub(crate) fn own_attr_of(vm: &Vm, object: Value, name: Id) -> Option<Value> {
    let dict = vm.heap.get(object.id()?).dict?;
    vm.dict_get_str(dict, name)
}

/// The module of that name, if it has been imported.
pub(crate) fn module(vm: &mut Vm, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    let modules = vm.modules;
    vm.dict_get_str(modules, name)
}

/// A number given as int or float, as seconds say; TypeError otherwise.
pub(crate) fn number(vm: &mut Vm, value: Value) -> Result<f64, Raised> {
    if let Some(float) = vm.float_of(value) {
        return Ok(float);
    }
    if let Some(int) = vm.small_int(value) {
        return Ok(int as f64);
    }
    let message = format!("must be real number, not {}", vm.type_name(value));
    Err(errors::type_error(vm, message))
}

/// The id of an object that is known to be one: natives get their instances so.
pub(crate) fn id_of(vm: &mut Vm, value: Value) -> Result<Id, Raised> {
    match value.id() {
        Some(id) => Ok(id),
        None => {
            let message = format!("unexpected '{}' object", vm.type_name(value));
            Err(errors::type_error(vm, message))
        }
    }
}

/// Truth of a flag argument: only what is plainly false counts as false.
pub(crate) fn flag(vm: &Vm, value: Value, default: bool) -> bool {
    match value {
        Value::Unbound => default,
        Value::None => false,
        Value::Bool(b) => b,
        Value::Int(i) => i != 0,
        Value::Float(f) => f != 0.0,
        value => vm.small_int(value) != Some(0),
    }
}
