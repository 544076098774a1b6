//! Where the keyboard's focus is.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Whether it is where a person writes: a field or an editor.
pub fn in_text() -> bool {
    active().is_some_and(|element| {
        let name = element.tag_name();
        // An editor is a custom element with its own tree, whose focus shows here as the element's.
        name == "INPUT" || name == "TEXTAREA" || name.contains('-')
    })
}

/// Whether it is in the output or the console, and nothing is selected there or elsewhere: then Ctrl+C copies nothing.
pub fn in_terminal() -> bool {
    let selected = web_sys::window().and_then(|window| window.get_selection().ok()?);
    if selected.is_some_and(|selected| !selected.is_collapsed()) {
        return false;
    }
    active().is_some_and(|element| {
        let in_field = element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|field| field.selection_start().ok() != field.selection_end().ok())
            || element
                .dyn_ref::<HtmlTextAreaElement>()
                .is_some_and(|field| field.selection_start().ok() != field.selection_end().ok());
        !in_field && matches!(element.closest(".lt-output, .lt-console"), Ok(Some(_)))
    })
}

/// Moves it to what is around the element of an event: for one that goes.
pub fn to_around(event: &Event, selector: &str) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = element.and_then(|element| element.closest(selector).ok()?);
    if let Some(around) = around.and_then(|around| around.dyn_into::<HtmlElement>().ok()) {
        let _ = around.focus();
    }
}

fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}
