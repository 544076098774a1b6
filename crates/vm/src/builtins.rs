//! The builtin classes' methods and the builtin functions, one file a subject.
//!
//! Each file offers tables of [`Def`]; [`install`] puts them into their classes. Natives never run Python themselves: see
//! [`crate::native`].

mod arguments;
mod bytes;
mod codec;
mod complex;
mod construct;
pub mod float;
mod functions;
mod int;
pub mod math;
mod number;
mod operators;
mod percent;
mod str;
mod template;
pub mod text;
pub(crate) mod unicode;

pub(crate) use percent::PercentFrame;
pub(crate) use template::TemplateFrame;

use crate::native::Def;
use crate::types;
use crate::vm::Vm;

/// Fills the classes and the `builtins` module of a fresh machine.
pub(crate) fn install(vm: &mut Vm) {
    vm.add_methods(types::INT, operators::INT);
    vm.add_methods(types::INT, operators::INT_MORE);
    vm.add_methods(types::INT, int::INT);
    vm.add_methods(types::BOOL, operators::BOOL);
    vm.add_methods(types::FLOAT, float::class::METHODS);
    vm.add_methods(types::COMPLEX, complex::METHODS);
    vm.add_functions(vm.builtins, "builtins", functions::FUNCTIONS);
    vm.add_methods(types::FLOAT, operators::FLOAT);
    vm.add_methods(types::FLOAT, operators::FLOAT_MORE);
    vm.add_methods(types::COMPLEX, operators::COMPLEX);
    vm.add_methods(types::STR, operators::STR);
    str::install(vm);
    vm.add_methods(types::BOOL, int::BOOL);
    vm.add_methods(types::STR, operators::STR_ITEMS);
    bytes::install(vm);
    vm.add_methods(types::BYTES, operators::BYTES_ITEMS);
    vm.add_methods(types::BYTEARRAY, operators::BYTEARRAY_ITEMS);
    vm.add_methods(types::BYTES, operators::BYTES);
    vm.add_methods(types::BYTEARRAY, operators::BYTEARRAY);
    vm.add_methods(types::BYTEARRAY, operators::BYTEARRAY_IN_PLACE);
    vm.add_methods(types::LIST, operators::LIST);
    vm.add_methods(types::LIST, operators::LIST_IN_PLACE);
    vm.add_methods(types::TUPLE, operators::TUPLE);
    vm.add_methods(
        types::OBJECT,
        &[Def::method("object.__format__", "self, format_spec, /", crate::vm::format::object_format)],
    );
}
