//! The Python language: parse, compile, run; heap, builtins, modules.
//!
//! **Nothing here reads a clock, a random source or the outside world**, and no native function calls back into the run loop,
//! so the machine can stop at any instruction and its whole state is plain data that can be cloned.

pub mod code;
pub mod syntax;
