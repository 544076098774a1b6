//! The keys that steer a run, wherever the focus is: those of other debuggers.
//!
//! A key that can do nothing now is left to the browser.

use loopthread_protocol::Step;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

use crate::{
    dom::events,
    page::{
        state::{Action, control::Steer},
        store::Store,
    },
};

/// Listens from now on. Gives back how to stop.
pub fn listen(store: Store) -> impl FnOnce() {
    let heard = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let steer = match (event.key().as_str(), event.shift_key()) {
            ("F8", false) if store.read().paused().is_some() => Steer::Resume,
            ("F8", false) => Steer::Pause,
            ("F8", true) => Steer::Back(Step::Line),
            ("F10", false) => Steer::Step(Step::Line),
            ("F11", false) => Steer::Step(Step::Into),
            ("F11", true) => Steer::Step(Step::Out),
            _ => return,
        };
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !modified && store.read().obstacle(&steer).is_none() {
            event.prevent_default();
            store.send(Action::Steer(steer));
        }
    });
    events::listen(web_sys::window().map(Into::into), "keydown", heard)
}
