//! Where the keyboard's focus is.

/// Whether it is where a person writes: a field or an editor.
pub fn in_text() -> bool {
    let active =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|element| {
        let name = element.tag_name();
        // An editor is a custom element with its own tree, whose focus shows here as the element's.
        name == "INPUT" || name == "TEXTAREA" || name.contains('-')
    })
}
