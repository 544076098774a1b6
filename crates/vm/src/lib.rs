//! The Python language: parse, compile, run; heap, builtins, modules.
//!
//! **Nothing here reads a clock, a random source or the outside world**, and no native function calls back into the run loop,
//! so the machine can stop at any instruction and its whole state is plain data that can be cloned.

pub mod builtins;
pub mod code;
pub mod compile;
pub mod errors;
pub mod frame;
pub mod heap;
pub mod load;
pub mod names;
pub mod native;
mod regex;
pub mod sorted;
pub mod syntax;
pub mod types;
pub mod value;
pub mod vm;
