//! The frozen library in the browser: one file beside the worker's, fetched when a program first imports from it.
//!
//! Fetched synchronously, which only workers may do: an import takes no turn of the process, whether the file is there or
//! not, so it cannot change what a program does. A file that did not come is tried again by the next import.

use std::cell::RefCell;

use js_sys::{Array, JSON, Reflect};
use loopthread_session::Frozen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Url, XmlHttpRequest};

thread_local! {
    /// Module name to file name, source, whether it is a package.
    static LIBRARY: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// A module of the library.
///
/// # Errors
/// A sentence that says why the library is not at hand.
pub fn find(name: &str) -> Result<Option<Frozen>, String> {
    LIBRARY.with_borrow_mut(|library| {
        let table = match library {
            Some(table) => table,
            None => library.insert(fetch().map_err(|error| {
                let words = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
                let reason = words.or_else(|| error.as_string()).unwrap_or_default();
                format!("the library could not be fetched ({reason}); check the connection and run again")
            })?),
        };
        Ok(Reflect::get(table, &name.into()).ok().and_then(|entry| read(&entry)))
    })
}

fn read(entry: &JsValue) -> Option<Frozen> {
    let entry: &Array = entry.dyn_ref()?;
    Some(Frozen {
        file_name: entry.get(0).as_string()?.into(),
        source: entry.get(1).as_string()?.into(),
        is_package: entry.get(2).is_truthy(),
    })
}

fn fetch() -> Result<JsValue, JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let address = Url::new_with_base("library.json", &scope.location().href())?.href();
    let request = XmlHttpRequest::new()?;
    request.open_with_async("GET", &address, false)?;
    request.send()?;
    match (request.status()?, request.response_text()?) {
        (200, Some(text)) => JSON::parse(&text),
        (status, _) => Err(format!("status {status}").into()),
    }
}
