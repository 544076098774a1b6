//! How the worker wakes itself up: as soon as the messages that wait have been read, or at a time.
//!
//! Soon goes through a message channel, because a timer inside a timer waits at least four milliseconds. At most
//! one of the two is set, and the last word counts: a request that comes during a wait moves the wake-up.
//!
//! Timers count whole milliseconds and ring late. **So a timer is set to ring early**, and what is left of the wait goes by in looks at
//! the clock, with the messages read in between. The last look comes through the channel, so no timer is set inside another.

use std::time::Duration;

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

    /// Goes off after that time or somewhat earlier, unless it is set anew before.
    pub fn after(&mut self, wait: Duration) {
        let milliseconds = early(wait);
        if milliseconds == 0 {
            return self.soon();
        }
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

/// How many milliseconds a timer is set to that is to ring before the end of the wait. What a browser's timer cannot hold is cut;
/// the process then goes idle once more.
fn early(wait: Duration) -> i32 {
    i32::try_from(wait.as_millis()).unwrap_or(i32::MAX).saturating_sub(1).max(0)
}

fn function(ring: &Closure<dyn FnMut()>) -> &Function {
    ring.as_ref().unchecked_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_rings_before_the_end_of_the_wait_and_holds_it() {
        assert_eq!(early(Duration::from_micros(1_900)), 0);
        assert_eq!(early(Duration::from_micros(10_000)), 9);
        assert_eq!(early(Duration::MAX), i32::MAX - 1);
    }
}
