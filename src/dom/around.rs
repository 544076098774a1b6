//! What surrounds the page: the global object `loopthread`, which `www/boot.js` makes for the playground itself and
//! `www/embed/frame.js` where it stands in another page.
//!
//! Deliberately absent: what the texts mean.

use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = loopthread, js_name = pack, catch)]
    async fn js_pack(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = loopthread, js_name = unpack, catch)]
    async fn js_unpack(packed: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = loopthread, js_name = copy, catch)]
    async fn js_copy(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = loopthread, js_name = opening)]
    fn js_opening() -> Option<String>;
    #[wasm_bindgen(js_namespace = loopthread, js_name = worker)]
    fn js_worker() -> JsValue;
    #[wasm_bindgen(js_namespace = loopthread, js_name = tell)]
    fn js_tell(what: &str, text: &str, more: &str);
    #[wasm_bindgen(js_namespace = loopthread, js_name = hear)]
    fn js_hear(call: JsValue);
}

/// A text in a form for a link's fragment; none in a browser that cannot compress.
pub async fn pack(text: &str) -> Option<String> {
    js_pack(text).await.ok()?.as_string()
}

/// The text that was packed.
///
/// # Errors
/// Why it cannot be had.
pub async fn unpack(packed: &str) -> Result<String, String> {
    match js_unpack(packed).await {
        Ok(text) => text.as_string().ok_or_else(String::new),
        Err(error) => {
            Err(error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| error.message().into()))
        }
    }
}

/// Puts a text into the clipboard; false when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    js_copy(text).await.is_ok()
}

/// What the embedding page opens; none where there is no such page.
pub fn opening() -> Option<String> {
    js_opening()
}

/// A worker that the surroundings have started: an object with what is used of a `Worker`.
pub fn worker() -> Option<Worker> {
    let worker = js_worker();
    worker.is_object().then(|| worker.unchecked_into())
}

/// Tells the embedding page.
pub fn tell(what: &str, text: &str, more: &str) {
    js_tell(what, text, more);
}

/// Has `call` hear what the embedding page wants, for as long as the page lives: a word, and a text.
pub fn hear(call: impl Fn(String, String) + 'static) {
    js_hear(Closure::<dyn Fn(String, String)>::new(call).into_js_value());
}
