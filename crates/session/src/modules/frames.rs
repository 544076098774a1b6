//! `sys._getframe`: where a thread's Python functions stand, as they stand now.
//!
//! A frame object here is a picture: it does not follow the function when that goes on, and nothing can be changed through it.

use loopthread_vm::errors;
use loopthread_vm::native::{Args, Def, NativeResult};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use crate::glue::ret;

pub const FUNCTIONS: &[Def] = &[Def::function("_getframe", "depth?, /", get_frame)];

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
    let wanted: Vec<_> = wanted.iter().map(|&(frame, _)| frame).collect();
    ret(vm.frame_picture(&wanted))
}
