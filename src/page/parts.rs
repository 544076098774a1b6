//! The parts of the page: one a file, a function component where it keeps something or is drawn on its own, else a plain
//! function, which is 2 KB less of code.
//!
//! Each reads the store and sends actions to it. Deliberately absent: rules; they are in `state`.

pub mod app;
mod breakpoints;
mod chunk;
mod console;
mod controls;
mod editor;
mod header;
mod input;
mod inspector;
mod keys;
mod lanes;
mod line;
mod notice;
mod offer;
mod output;
mod program;
mod schedules;
mod separator;
mod share;
mod tasks;
