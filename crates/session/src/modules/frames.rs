//! `sys._getframe`: where a thread's Python functions stand, as they stand now.
//!
//! A frame object here is a picture: it does not follow the function when that goes on, and nothing can be changed through it.

use loopthread_vm::errors;
use loopthread_vm::heap::Object;
use loopthread_vm::heap::object::Data;
use loopthread_vm::native::{Args, Def, NativeResult};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use crate::glue::ret;
use crate::modules::set;

pub const FUNCTIONS: &[Def] = &[Def::function("_getframe", "depth?, /", get_frame)];

/// Frames that a picture shows: it is made whole, with all its callers.
const MOST: usize = 100;

fn get_frame(vm: &mut Vm, args: &Args) -> NativeResult {
    let depth = match (args[0], vm.small_int(args[0])) {
        (Value::Unbound, _) => 0,
        (_, Some(depth)) => usize::try_from(depth).unwrap_or(0),
        (other, None) => return Err(errors::not_an_integer(vm, other)),
    };
    let standing = vm.standing_frames();
    let Some(wanted) = standing.get(depth..).filter(|frames| !frames.is_empty()) else {
        return Err(errors::value_error(vm, "call stack is not deep enough"));
    };
    let mut back = Value::None;
    for &(frame, entry) in wanted.iter().take(MOST).rev() {
        let code = vm.heap.add(Object::new(types::CODE, Data::Code(entry.code)));
        let picture = vm.heap.add(Object::new(types::FRAME, Data::Plain));
        let dict = vm.dict_for(picture);
        let (globals, locals) = vm.namespaces_of(frame);
        for (name, value) in [
            ("f_back", back),
            ("f_code", code.into()),
            ("f_lineno", Value::Int(vm.line_of(entry))),
            ("f_globals", globals),
            ("f_locals", locals),
        ] {
            set(vm, dict, name, value);
        }
        back = picture.into();
    }
    ret(back)
}
