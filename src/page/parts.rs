//! The parts of the page: function components, one a file.
//!
//! Each reads the store and sends actions to it. Deliberately absent: rules; they are in `state`.

pub mod app;
mod chunk;
mod console;
mod editor;
mod header;
mod input;
mod lanes;
mod notice;
mod offer;
mod output;
mod program;
mod tasks;
