//! The worker's end of the connection: the counterpart of `dom::link`, where the three kinds of message are told.
//!
//! Deliberately absent: what the bytes mean.

use std::time::Duration;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, MessageEvent};

/// The global scope of this worker, as far as messages go.
#[derive(Clone)]
pub struct Port(DedicatedWorkerGlobalScope);

impl Port {
    /// The port of the worker that runs this code.
    ///
    /// # Panics
    /// Outside a dedicated worker.
    pub fn of_this_worker() -> Port {
        let scope = js_sys::global().dyn_into().expect("the worker's code runs in a worker");
        Port(scope)
    }

    /// Has every frame of the page's handed to `hear`, for as long as the worker lives.
    pub fn listen(&self, mut hear: impl FnMut(Vec<u8>) + 'static) {
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let frame = event.data().dyn_into::<ArrayBuffer>().expect("the page posts buffers only");
            hear(Uint8Array::new(&frame).to_vec());
        });
        self.0.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // The handler lives as long as the worker does.
        on_message.forget();
    }

    /// Tells the page that frames may come.
    pub fn ready(&self) {
        self.transfer(&[]);
    }

    /// Posts one frame. An empty one would mean ready, so it is not posted.
    pub fn post(&self, frame: &[u8]) {
        if !frame.is_empty() {
            self.transfer(frame);
        }
    }

    /// Posts the worker's last words and ends it.
    pub fn fail(&self, words: &str) {
        // Fails only for a value that cannot be copied, and a string can.
        let _ = self.0.post_message(&JsValue::from_str(words));
        self.0.close();
    }

    /// The time since the worker began.
    ///
    /// # Panics
    /// In a browser without a clock.
    pub fn now(&self) -> Duration {
        let clock = self.0.performance().expect("every browser with workers has a clock");
        Duration::from_secs_f64(clock.now() / 1000.0)
    }

    /// The worker's global scope, for what is not about messages.
    pub fn scope(&self) -> DedicatedWorkerGlobalScope {
        self.0.clone()
    }

    /// Has every error that nothing has caught handed to `hear`, with the browser's words for it, for as long as the worker
    /// lives. The page is not told of it by the browser.
    pub fn on_error(&self, hear: impl Fn(&str, &JsValue) + 'static) {
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            hear(&event.message(), &event.error());
            event.prevent_default();
        });
        // Fails for no listener.
        let _ = self.0.add_event_listener_with_callback("error", on_error.as_ref().unchecked_ref());
        // The handler lives as long as the worker does.
        on_error.forget();
    }

    fn transfer(&self, bytes: &[u8]) {
        let buffer = Uint8Array::from(bytes).buffer();
        // Fails only for a value that cannot be transferred, and a fresh buffer can.
        let _ = self.0.post_message_with_transfer(&buffer, &Array::of1(&buffer));
    }
}
