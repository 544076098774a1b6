//! One code editor: the custom element of `www/editor`, as a component.
//!
//! The element owns the text while it is edited; a text from outside is put into it when `opened` changes, as an edit that
//! the learner can undo.

use js_sys::{Array, Object, Reflect};
use loopthread_protocol::Diagnostic;
use wasm_bindgen::{JsValue, closure::Closure};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::dom::events;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// The text box's name.
    pub label: AttrValue,
    #[prop_or_default]
    pub text: AttrValue,
    /// Changes when `text` is to be put into the editor.
    #[prop_or_default]
    pub opened: u32,
    #[prop_or_default]
    pub diagnostics: Vec<Diagnostic>,
    #[prop_or_default]
    pub read_only: bool,
    /// Lines that are not shown: `1-2 10-`.
    #[prop_or_default]
    pub hidden: AttrValue,
    /// It shows the library's source, which the element fetches.
    #[prop_or_default]
    pub library: bool,
    /// As [`control::write`](crate::page::state::control::write) has them.
    #[prop_or_default]
    pub breakpoints: AttrValue,
    /// The line at which the program is paused.
    #[prop_or_default]
    pub paused: Option<u32>,
    /// The line that the timeline is asked about, and a number that changes with each question.
    #[prop_or_default]
    pub marked: Option<AttrValue>,
    /// The learner set, removed or moved some: these are there now.
    #[prop_or_default]
    pub on_breakpoints: Callback<String>,
    /// The learner changed the text, to this.
    #[prop_or_default]
    pub on_edit: Callback<String>,
    #[prop_or_default]
    pub on_run: Callback<()>,
}

#[component]
pub fn Editor(props: &Props) -> Html {
    let element = use_node_ref();
    {
        let (element, text) = (element.clone(), props.text.clone());
        use_effect_with(props.opened, move |_| set(&element, "value", &JsValue::from_str(&text)));
    }
    {
        let element = element.clone();
        let deps = (props.opened, props.diagnostics.clone());
        use_effect_with(deps, move |(_, found)| set(&element, "diagnostics", &marks(found)));
    }
    {
        let (element, on_edit) = (element.clone(), props.on_edit.clone());
        use_effect_with(on_edit, move |on_edit| {
            let (source, on_edit) = (element.clone(), on_edit.clone());
            listen(&element, "edit", Box::new(move || on_edit.emit(get(&source, "value"))))
        });
    }
    {
        let (element, on_breakpoints) = (element.clone(), props.on_breakpoints.clone());
        use_effect_with(on_breakpoints, move |on_breakpoints| {
            let (source, on_breakpoints) = (element.clone(), on_breakpoints.clone());
            let call = move || on_breakpoints.emit(get(&source, "breakpoints"));
            listen(&element, "breakpoints", Box::new(call))
        });
    }
    {
        let (element, on_run) = (element.clone(), props.on_run.clone());
        use_effect_with(on_run, move |on_run| {
            let on_run = on_run.clone();
            listen(&element, "run", Box::new(move || on_run.emit(())))
        });
    }
    html! {
        <loopthread-editor
            ref={element}
            class="lt-editor"
            label={props.label.clone()}
            readonly={props.read_only}
            hidden-lines={props.hidden.clone()}
            library={props.library.then_some("")}
            breakpoints={props.breakpoints.clone()}
            paused={props.paused.map(|line| line.to_string())}
            marked={props.marked.clone()}
        />
    }
}

/// Calls on every such event of the element. Gives back how to stop.
fn listen(element: &NodeRef, event: &'static str, call: Box<dyn Fn()>) -> impl FnOnce() + use<> {
    let element = element.cast::<HtmlElement>().map(Into::into);
    events::listen(element, event, Closure::<dyn Fn()>::wrap(call))
}

fn get(element: &NodeRef, property: &str) -> String {
    let element = element.cast::<HtmlElement>();
    let value = element.and_then(|element| Reflect::get(&element, &property.into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

fn set(element: &NodeRef, property: &str, value: &JsValue) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let _ = Reflect::set(&element, &property.into(), value);
    }
}

/// The diagnostics as the element takes them.
fn marks(found: &[Diagnostic]) -> JsValue {
    let mark = |diagnostic: &Diagnostic| {
        let object = Object::new();
        let fields: [(&str, JsValue); 5] = [
            ("message", format!("{}: {}", diagnostic.class, diagnostic.message).into()),
            ("startLine", diagnostic.start.line.into()),
            ("startColumn", diagnostic.start.column.into()),
            ("endLine", diagnostic.end.line.into()),
            ("endColumn", diagnostic.end.column.into()),
        ];
        for (name, value) in fields {
            let _ = Reflect::set(&object, &name.into(), &value);
        }
        object
    };
    found.iter().map(mark).collect::<Array>().into()
}
