//! One Python process: threads, the asyncio core, the frozen library, requests and trace.
//!
//! A [`Session`] is fed requests and slices of time and answers with events. **It is plain data**: a clone goes on exactly
//! as the original would, whatever either is fed. Deliberately absent: a browser, an operating system.

mod asyncio;
mod complete;
pub mod explore;
mod glue;
pub mod history;
mod inspect;
mod modules;
mod process;
mod requests;
mod session;
mod threads;

pub use loopthread_protocol as protocol;
pub use loopthread_vm::vm::import::{Frozen, Library};
pub use modules::frozen::find as linked_module;
pub use process::outbox::Outbox;
pub use session::{Session, Turn};
