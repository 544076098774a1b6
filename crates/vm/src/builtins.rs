//! The builtin classes' methods and the builtin functions, one file a subject.
//!
//! Each file offers tables of [`Def`]; [`install`] puts them into their classes. Natives never run Python themselves: see
//! [`crate::native`].

use crate::vm::Vm;

/// Fills the classes and the `builtins` module of a fresh machine.
pub(crate) fn install(_vm: &mut Vm) {}
