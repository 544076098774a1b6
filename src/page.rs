//! The page: the caller of the loop thread, and where everything it did is seen.
//!
//! Events and the learner's actions go into one plain reducer (`state`); the parts show it. What can be tested without a
//! browser stands apart from what cannot. Deliberately absent: Python, and the way bytes reach the worker.

pub mod address;
pub mod examples;
mod framed;
pub mod loop_thread;
pub mod opening;
pub mod outcomes;
mod parts;
pub mod process;
mod saved;
pub mod state;
mod store;
pub mod table;
pub mod tables;
pub mod timeline;
pub mod typing;
pub mod words;

/// Puts the page into the document.
pub fn mount() {
    yew::Renderer::<parts::app::App>::new().render();
}
