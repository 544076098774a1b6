//! The programs that the browser keeps for the next visit, and the address that would win over them.
//!
//! A browser may forbid storage, or be full: then the page works and only forgets. Deliberately absent: what the
//! address means; that is [`super::address`].

use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, Window};

use super::{
    examples,
    state::{
        control::{self, Kept},
        own::{Own, Programs},
        sizes::Sizes,
    },
    typing::History,
};

/// The own programs: a JSON list of texts, each followed by the slug of its example or by nothing.
const OWN: &str = "loopthread.own";
/// What the editor showed: the place of an own program, or the slug of an example.
const SHOWN: &str = "loopthread.shown";
/// The breakpoints set last: the number of their text, then a line for each.
const BREAKPOINTS: &str = "loopthread.breakpoints";

/// How large the panels are.
const SIZES: &str = "loopthread.sizes";
/// What the console was asked: a JSON list of texts.
const HISTORY: &str = "loopthread.history";
/// The colours that the learner chose.
const THEME: &str = "loopthread.theme";

/// The programs kept.
pub fn load() -> Programs {
    let texts = texts(OWN);
    let own = |pair: &[String]| match pair {
        [source, slug] => Some(Own { source: source.clone(), example: examples::by_slug(slug) }),
        _ => None,
    };
    Programs::of(texts.chunks(2).filter_map(own).collect())
}

/// A JSON list of texts.
fn texts(key: &str) -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(key).ok()?);
    let list = kept.and_then(|kept| JSON::parse(&kept).ok()?.dyn_into::<Array>().ok());
    list.into_iter().flatten().filter_map(|text| text.as_string()).collect()
}

pub fn history() -> History {
    History::of(texts(HISTORY))
}

pub fn save_history(history: &History) {
    let texts: Array = history.texts().iter().map(|text| JsValue::from(text.as_str())).collect();
    if let (Some(storage), Ok(texts)) = (storage(), JSON::stringify(&texts)) {
        let _ = storage.set_item(HISTORY, &String::from(texts));
    }
}

/// What the editor showed.
pub fn shown() -> Option<String> {
    storage()?.get_item(SHOWN).ok()?
}

/// Keeps the programs, and what the editor shows. The address no longer asks for something else.
pub fn save(own: &Programs, example: Option<&str>) {
    let texts = Array::new();
    for Own { source, example } in own.list() {
        texts.push(&source.into());
        texts.push(&example.map_or("", |example| example.slug).into());
    }
    let shown = own.shown().map(|index| index.to_string());
    if let (Some(storage), Ok(texts)) = (storage(), JSON::stringify(&texts)) {
        let _ = storage.set_item(OWN, &String::from(texts));
        let _ = storage.set_item(SHOWN, shown.as_deref().or(example).unwrap_or_default());
    }
    if let Some(window) = web_sys::window()
        && address() != (String::new(), String::new())
    {
        clear_address(&window);
    }
}

pub fn breakpoints() -> Kept {
    let kept = storage().and_then(|storage| storage.get_item(BREAKPOINTS).ok()?).unwrap_or_default();
    match kept.split_once('\n') {
        Some((text, lines)) => Kept { text: text.parse().unwrap_or_default(), lines: control::read(lines) },
        None => Kept::default(),
    }
}

pub fn save_breakpoints(kept: &Kept) {
    if let Some(storage) = storage() {
        let text = format!("{}\n{}", kept.text, control::write(&kept.lines));
        let _ = storage.set_item(BREAKPOINTS, &text);
    }
}

pub fn sizes() -> Sizes {
    Sizes::read(&storage().and_then(|storage| storage.get_item(SIZES).ok()?).unwrap_or_default())
}

pub fn save_sizes(sizes: &Sizes) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(SIZES, &sizes.write());
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
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}

/// The colours that the page has: `light`, `dark` or else as the system has them.
pub fn theme() -> String {
    root().and_then(|root| root.get_attribute("data-theme")).unwrap_or_else(|| "auto".to_owned())
}

/// Has the page take these colours; `www/start.js` does the same for the next visit, before anything is painted.
pub fn save_theme(theme: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Some(storage) = storage() {
        let _ = storage.set_item(THEME, theme);
    }
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
