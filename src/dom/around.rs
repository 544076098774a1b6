//! What surrounds the page: the global object `loopthread`, which `www/around.js` makes for the playground itself and
//! `www/embed/frame.js` where it stands in another page.
//!
//! Deliberately absent: what the texts mean.

use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    /// What a link or the embedding page opens; none where there is neither.
    #[wasm_bindgen(js_namespace = loopthread)]
    pub fn opening() -> Option<String>;
    /// Whether the page stands in another one.
    #[wasm_bindgen(js_namespace = loopthread)]
    pub fn framed() -> bool;
    /// Tells the surroundings: a word, and texts.
    #[wasm_bindgen(js_namespace = loopthread)]
    pub fn tell(what: &str, text: &str, more: &str);
    #[wasm_bindgen(js_namespace = loopthread, js_name = worker)]
    fn js_worker() -> JsValue;
    #[wasm_bindgen(js_namespace = loopthread, js_name = hear)]
    fn js_hear(call: JsValue);
}

/// A worker that the surroundings have started: an object with what is used of a `Worker`.
pub fn worker() -> Option<Worker> {
    let worker = js_worker();
    worker.is_object().then(|| worker.unchecked_into())
}

/// Has `call` hear what the surroundings want, for as long as the page lives: a word, and a text.
pub fn hear(call: impl Fn(String, String) + 'static) {
    js_hear(Closure::<dyn Fn(String, String)>::new(call).into_js_value());
}
