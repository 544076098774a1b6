//! Small helpers over the browser's interfaces, shared by the page and the worker.
//!
//! Each wraps one interface so that the rest of the edge handles plain Rust values.
//! Deliberately absent: anything about requests and events; bytes are bytes here.

pub mod around;
pub mod download;
pub mod events;
pub mod focus;
pub mod link;
pub mod time;
