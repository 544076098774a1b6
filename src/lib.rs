//! The browser edge: the page and the worker, two small binaries over this one library.
//!
//! The page is the caller, the worker is the loop thread; only bytes pass between them. The linker drops
//! from each binary what the other one needs, so the page does not carry the interpreter.
//! Deliberately absent: any knowledge of Python. That is `crates/session` and below.

pub mod dom;
pub mod page;
pub mod worker;
