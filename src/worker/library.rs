//! The frozen library in the browser: two files beside the worker's, each fetched when a program first imports from it.
//! The first has what most programs import, the second the rest.
//!
//! Fetched synchronously, which only workers may do: an import takes no turn of the process, whether the file is there or
//! not, so it cannot change what a program does. A file that did not come is tried again by the next import.

use std::cell::RefCell;

use js_sys::{Array, JSON, Reflect};
use loopthread_session::Frozen;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

thread_local! {
    /// Of each file that has come: module name to file name, source, whether it is a package.
    static LIBRARY: RefCell<[Option<JsValue>; 2]> = const { RefCell::new([None, None]) };
}

const FILES: [&str; 2] = ["library.json", "library-more.json"];

/// A module of the library.
///
/// # Errors
/// A sentence that says why the library is not at hand.
pub fn find(name: &str) -> Result<Option<Frozen>, String> {
    LIBRARY.with_borrow_mut(|library| {
        for (table, file) in library.iter_mut().zip(FILES) {
            let table = match table {
                Some(table) => table,
                None => table.insert(fetch(file).map_err(|error| {
                    let words = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
                    let reason = words.or_else(|| error.as_string()).unwrap_or_default();
                    format!("the library could not be fetched ({reason}); check the connection and run again")
                })?),
            };
            if let Some(module) = Reflect::get(table, &name.into()).ok().and_then(|entry| read(&entry)) {
                return Ok(Some(module));
            }
        }
        Ok(None)
    })
}

fn read(entry: &JsValue) -> Option<Frozen> {
    let entry: &Array = entry.dyn_ref()?;
    Some(Frozen {
        file_name: entry.get(0).as_string()?.into(),
        source: entry.get(1).as_string()?.into(),
        is_package: entry.get(2).is_truthy(),
        is_library: true,
    })
}

fn fetch(file: &str) -> Result<JsValue, JsValue> {
    match loopthread_text(file) {
        Some(text) => JSON::parse(&text),
        None => Err("no answer".into()),
    }
}

#[wasm_bindgen]
extern "C" {
    /// The text of a file beside the worker's (`www/worker/loader.js`).
    #[wasm_bindgen(js_name = loopthreadText)]
    fn loopthread_text(file: &str) -> Option<String>;
}
