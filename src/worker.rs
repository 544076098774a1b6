//! The worker: the browser's half of the loop thread. It receives requests, has the session work on them in
//! slices short enough that the page can always interrupt, and posts what came of each slice as one frame.
//!
//! A panic's words are posted before the worker goes down with it; the page then starts a fresh one.
//! Deliberately absent: Python. The session knows it.

mod alarm;
mod library;
mod pace;
mod port;
mod process;
mod pump;
mod slice;

use loopthread_session::Session;

/// Starts listening and says so. Called once, by the worker's binary.
pub fn start() {
    let port = port::Port::of_this_worker();
    port.report_panics();
    let mut session = Session::with_library(library::find);
    session.open_input();
    pump::start(port, session);
}
