//! The page's end of the connection to a worker: bytes out, bytes in, and the news that the worker is lost.
//!
//! What the worker posts is one of four things, and only the frame has a codec: a number (how much of it was fetched, from 0
//! to 1), an empty buffer (ready, once), a buffer with bytes (a frame), a string (its last words: it panicked and will not
//! answer again).
//! Messages posted before the worker has a handler would be lost, so [`Link::send`] holds them back until ready.
//! Dropping a `Link` ends its worker at once, whatever that is doing.
//! Deliberately absent: what the bytes mean, and whether to start another worker.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::around;

/// What a worker has to say.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// So much of it was fetched, from 0 to 1.
    Loading(f64),
    /// The worker's handler exists; frames held back have just been sent. Comes once, before any frame.
    Ready,
    /// A frame of the worker's.
    Frame(Vec<u8>),
    /// The worker failed, with its own or the browser's words. Comes at most once; nothing follows.
    Lost(String),
}

/// What is said when the browser gives no reason, as of a policy.
const UNLOADED: &str = "the worker could not be loaded; check the connection and reload. A content security policy must allow worker-src 'self'";

/// A running worker.
pub struct Link {
    worker: Worker,
    state: Rc<RefCell<State>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// How far the conversation has come.
enum State {
    /// Not ready yet; the frames wait here.
    Waiting(Vec<Vec<u8>>),
    /// Frames go straight out.
    Open,
    /// The worker is lost; frames are dropped, since their answers cannot come.
    Lost,
}

impl Link {
    /// Starts the worker that belongs to this build of the page. `hear` is called for all it says.
    ///
    /// # Errors
    /// The browser's words when the worker cannot be started at all (a policy forbids it, say).
    pub fn start(mut hear: impl FnMut(News) + 'static) -> Result<Link, String> {
        let worker = match around::worker() {
            Some(worker) => worker,
            None => Worker::new(&loader_address()?).map_err(|error| words(&error))?,
        };
        let state = Rc::new(RefCell::new(State::Waiting(Vec::new())));
        // One sink for both handlers, so that a loss is told once.
        let tell: Rc<RefCell<dyn FnMut(News)>> = {
            let (state, worker) = (state.clone(), worker.clone());
            Rc::new(RefCell::new(move |news: News| {
                let before = match news {
                    News::Lost(_) => state.replace(State::Lost),
                    News::Ready => state.replace(State::Open),
                    News::Frame(_) | News::Loading(_) => State::Open,
                };
                match before {
                    State::Waiting(frames) if news == News::Ready => {
                        frames.iter().for_each(|frame| post(&worker, frame));
                    }
                    State::Lost => return,
                    _ => {}
                }
                hear(news);
            }))
        };
        let on_message = {
            let tell = tell.clone();
            Closure::new(move |event: MessageEvent| (tell.borrow_mut())(read(&event.data())))
        };
        let on_error = Closure::new(move |event: Event| {
            event.prevent_default();
            let words = match event.dyn_into::<ErrorEvent>() {
                Ok(error) => error.message(),
                Err(_) => UNLOADED.to_owned(),
            };
            (tell.borrow_mut())(News::Lost(words));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Link { worker, state, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a frame, or holds it until the worker is ready. A lost worker gets nothing.
    pub fn send(&self, frame: Vec<u8>) {
        match &mut *self.state.borrow_mut() {
            State::Waiting(frames) => frames.push(frame),
            State::Open => post(&self.worker, &frame),
            State::Lost => {}
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The absolute address of the worker's loader. The build writes its folder, named by its hash, into the page.
fn loader_address() -> Result<String, String> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let folder = document
        .query_selector("meta[name=loopthread-worker]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .ok_or("the page names no worker")?;
    let base = document.base_uri().ok().flatten().ok_or("the page has no address")?;
    let address = web_sys::Url::new_with_base(&format!("{folder}/loader.js"), &base);
    address.map(|url| url.href()).map_err(|error| words(&error))
}

fn post(worker: &Worker, frame: &[u8]) {
    let buffer = Uint8Array::from(frame).buffer();
    // Fails only for a value that cannot be transferred, and a fresh buffer can.
    let _ = worker.post_message_with_transfer(&buffer, &Array::of1(&buffer));
}

fn read(data: &JsValue) -> News {
    match data.dyn_ref::<ArrayBuffer>() {
        Some(buffer) if buffer.byte_length() == 0 => News::Ready,
        Some(buffer) => News::Frame(Uint8Array::new(buffer).to_vec()),
        None if data.as_f64().is_some() => News::Loading(data.as_f64().unwrap_or_default()),
        None => News::Lost(data.as_string().unwrap_or_else(|| "the worker sent no frame".to_owned())),
    }
}

/// The browser's words for an error value.
fn words(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_else(|| "an error without words".to_owned()),
    }
}
