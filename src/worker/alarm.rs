//! How the worker wakes itself up: as soon as the messages that wait have been read, or at a time.
//!
//! Soon goes through a message channel, because a timer inside a timer waits at least four milliseconds. At most
//! one of the two is set, and the last word counts: a request that comes during a wait moves the wake-up.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel};

/// The worker's one wake-up.
pub struct Alarm {
    scope: DedicatedWorkerGlobalScope,
    channel: MessageChannel,
    /// Called when the time has come, by the channel and by the timer.
    ring: Closure<dyn FnMut()>,
    /// The timer that is set.
    timer: Option<i32>,
    /// Whether a message to ourselves is on its way.
    posted: bool,
}

impl Alarm {
    /// An alarm that calls `ring` each time it goes off. `ring` calls [`Alarm::rung`] first.
    pub fn new(scope: DedicatedWorkerGlobalScope, ring: impl FnMut() + 'static) -> Alarm {
        let channel = MessageChannel::new().expect("every browser with workers has message channels");
        let ring = Closure::new(ring);
        channel.port1().set_onmessage(Some(function(&ring)));
        Alarm { scope, channel, ring, timer: None, posted: false }
    }

    /// Goes off once the messages that are already waiting have been read.
    pub fn soon(&mut self) {
        self.clear_timer();
        if !self.posted {
            self.posted = true;
            // Fails only for a value that cannot be copied, and null can.
            let _ = self.channel.port2().post_message(&JsValue::NULL);
        }
    }

    /// Goes off after so many milliseconds, unless it is set anew before.
    pub fn after(&mut self, milliseconds: i32) {
        self.clear_timer();
        let ring = function(&self.ring);
        self.timer =
            self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(ring, milliseconds).ok();
    }

    /// Takes note that it went off, so that it can be set again.
    pub fn rung(&mut self) {
        self.posted = false;
        self.clear_timer();
    }

    fn clear_timer(&mut self) {
        if let Some(timer) = self.timer.take() {
            self.scope.clear_timeout_with_handle(timer);
        }
    }
}

fn function(ring: &Closure<dyn FnMut()>) -> &Function {
    ring.as_ref().unchecked_ref()
}
