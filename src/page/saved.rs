//! The program that the browser keeps for the next visit, and the address that would win over it.
//!
//! A browser may forbid storage, or be full: then the page works and only forgets. Deliberately absent: what the
//! address means; that is [`super::address`].

use web_sys::{Storage, Window};

const PROGRAM: &str = "loopthread.program";
const EXAMPLE: &str = "loopthread.example";

/// The program kept, and the slug of the example it came from.
pub fn load() -> Option<(String, Option<String>)> {
    let storage = storage()?;
    let source = storage.get_item(PROGRAM).ok()??;
    Some((source, storage.get_item(EXAMPLE).ok().flatten()))
}

/// Keeps the program. The address no longer asks for another one.
pub fn save(source: &str, example: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(PROGRAM, source);
        let _ = match example {
            Some(slug) => storage.set_item(EXAMPLE, slug),
            None => storage.remove_item(EXAMPLE),
        };
    }
    if let Some(window) = web_sys::window()
        && address() != (String::new(), String::new())
    {
        clear_address(&window);
    }
}

/// The address's search and hash, each with its mark or empty.
pub fn address() -> (String, String) {
    let location = web_sys::window().map(|window| window.location());
    let part = |part: Option<Result<String, _>>| part.and_then(Result::ok).unwrap_or_default();
    (part(location.as_ref().map(|at| at.search())), part(location.as_ref().map(|at| at.hash())))
}

fn clear_address(window: &Window) {
    // Some sandboxes forbid it; then a reload shows what the address asks for, as before the edit.
    let path = window.location().pathname().unwrap_or_default();
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path));
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
