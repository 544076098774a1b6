//! What a worker still says when it fails: the events of the slice that it was in, then why.
//!
//! A slice can end without an answer in two ways: by a panic, and by a JavaScript error that leaves the wasm in the middle
//! of a step, as the loader's does when the rest of the interpreter cannot be fetched. The session is borrowed for good
//! then, so its events are read from the outbox that it shares with us. Whatever runs here has to be in the first part
//! of the wasm; xtask/node/profile.mjs sees to that.

use std::{cell::OnceCell, panic};

use js_sys::Reflect;
use loopthread_protocol::Event;
use loopthread_session::Outbox;
use wasm_bindgen::JsValue;

use super::{port::Port, pump};

thread_local! {
    /// The hook for panics must be free of threads, which neither of these is.
    static WORKER: OnceCell<(Port, Outbox)> = const { OnceCell::new() };
}

/// From now on the page is told all, whatever the worker dies of.
pub fn promise(port: Port, outbox: Outbox) {
    port.on_error(|words, error| match file(error) {
        Some(file) => say(Some(Event::Unfetched { file }), "the worker is gone"),
        None => say(None, words),
    });
    // Set once, here.
    WORKER.with(|worker| drop(worker.set((port, outbox))));
    // Of the place nothing is known in a release.
    panic::set_hook(Box::new(|info| say(None, info.payload_as_str().unwrap_or("it panicked"))));
}

/// The file that could not be fetched, as the loader names it in its error.
fn file(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"file".into()).ok()?.as_string()
}

fn say(last: Option<Event>, words: &str) {
    WORKER.with(|worker| {
        let Some((port, outbox)) = worker.get() else { return };
        let mut events = outbox.take();
        events.extend(last);
        if !events.is_empty() {
            pump::post(port, &events);
        }
        port.fail(words);
    });
}
