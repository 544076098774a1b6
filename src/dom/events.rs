//! Events of the document: listening to one until told to stop, and what a choice was.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget, HtmlSelectElement};

/// Has every such event of the target handed to `heard`. Gives back how to stop.
pub fn listen<F: ?Sized + 'static>(
    target: Option<EventTarget>,
    event: &'static str,
    heard: Closure<F>,
) -> impl FnOnce() + use<F> {
    if let Some(target) = &target {
        // Fails for no listener.
        let _ = target.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    }
    move || {
        if let Some(target) = target {
            let _ = target.remove_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        }
    }
}

/// The value that was chosen; the event is a select's.
pub fn chosen(event: &Event) -> String {
    let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}
