//! The worker: it receives frames, has the session work on them, and posts what came of it.
//!
//! Messages of the page that arrive before a handler exists are lost, so the worker says that it is ready.
//! A panic's words are posted before the worker goes down with it.
//! Deliberately absent: Python. The session knows it.

mod port;

use port::Port;

/// Starts listening and says so. Called once, by the worker's binary.
pub fn start() {
    let port = Port::of_this_worker();
    port.report_panics();
    let answer = port.clone();
    port.listen(move |frame| answer.post(&frame));
    port.ready();
}
