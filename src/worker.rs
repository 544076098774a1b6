//! The worker: the browser's half of the loop thread. It receives requests, has the session work on them in
//! slices short enough that the page can always interrupt, and posts what came of each slice as one frame.
//!
//! When the worker fails, the page is told what happened until then, and why; it then starts a fresh one.
//! Deliberately absent: Python. The session knows it.

mod alarm;
mod last_words;
mod library;
mod pace;
mod port;
mod process;
mod pump;
mod slice;

use loopthread_session::Session;
use loopthread_session::history::Recorder;

/// Starts listening and says so. Called once, by the worker's binary.
pub fn start() {
    let port = port::Port::of_this_worker();
    let mut session = Recorder::new(Session::with_library(library::find));
    session.open_input();
    last_words::promise(port.clone(), session.outbox());
    pump::start(port, session);
}
