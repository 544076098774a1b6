//! The browser's clock, frames and timers.
//!
//! Deliberately absent: any way to take a callback back; those who no longer want it ignore it.

use futures::channel::oneshot;
use wasm_bindgen::{JsCast, closure::Closure};

/// Milliseconds since the page began, not set back by clock changes.
pub fn now() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

/// Calls when the next frame is about to be painted; not while the page is hidden.
pub fn on_frame(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// Calls after so many milliseconds.
pub fn after(ms: u32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = web_sys::window() {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), ms);
    }
}

/// Ends after so many milliseconds.
pub async fn sleep(ms: u32) {
    let (sender, alarm) = oneshot::channel();
    after(ms, move || {
        // Nobody waits any more when this fails.
        let _ = sender.send(());
    });
    let _ = alarm.await;
}
