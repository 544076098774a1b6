//! The line between two panels: it follows the pointer and the arrow keys, and a double click or Enter puts it back.
//!
//! It says where it stands by `--lt-part` of its parent, which the style sheet divides by that. On narrow screens, where
//! everything is in one column, there is none.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::page::{
    state::{
        Action,
        sizes::{LEAST, MOST, Split},
    },
    store::Part,
};

/// How far a key moves it.
const STEP: u32 = 2;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub part: Part,
    pub split: Split,
}

#[component]
pub fn Separator(props: &Props) -> Html {
    let Props { part: Part { store, .. }, split } = props.clone();
    let element = use_node_ref();
    // Where the pointer took it, and where it was then.
    let taken = use_mut_ref(|| (0, 0));
    let size = store.read().sizes.of(split);
    let (name, usual) = split.about();
    let now = {
        let store = store.clone();
        move || store.read().sizes.of(split).unwrap_or(usual)
    };
    let upright = split == Split::Editor;
    {
        let element = element.clone();
        use_effect_with(size, move |size| {
            let parent = element.cast::<HtmlElement>().and_then(|element| element.parent_element());
            if let Some(parent) = parent.and_then(|parent| parent.dyn_into::<HtmlElement>().ok()) {
                // Set through the style object, which a strict policy allows.
                let _ = match size {
                    Some(size) => parent.style().set_property("--lt-part", &size.to_string()),
                    None => parent.style().remove_property("--lt-part").map(|_| ()),
                };
            }
        });
    }
    let resize = {
        let store = store.clone();
        move |to| store.send(Action::Resize(split, to))
    };
    let valuenow = now().to_string();
    let onkeydown = {
        let (resize, now) = (resize.clone(), now.clone());
        Callback::from(move |event: KeyboardEvent| {
            resize(match event.key().as_str() {
                "ArrowLeft" | "ArrowUp" => Some(now() - STEP),
                "ArrowRight" | "ArrowDown" => Some(now() + STEP),
                "Home" => Some(LEAST),
                "End" => Some(MOST),
                "Enter" => None,
                _ => return,
            });
            event.prevent_default();
        })
    };
    let along = move |event: &PointerEvent| if upright { event.client_x() } else { event.client_y() };
    let onpointerdown = {
        let (element, taken) = (element.clone(), taken.clone());
        Callback::from(move |event: PointerEvent| {
            *taken.borrow_mut() = (along(&event), now());
            if let Some(element) = element.cast::<HtmlElement>() {
                let _ = element.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let onpointermove = {
        let (element, resize) = (element.clone(), resize.clone());
        Callback::from(move |event: PointerEvent| {
            let (from, was) = *taken.borrow();
            let whole = element.cast::<HtmlElement>().map_or(0, |element| whole(&element, split));
            if event.buttons() & 1 == 1 && whole > 0 {
                let to = was as i32 + (along(&event) - from) * 100 / whole;
                resize(Some(to.max(0) as u32));
            }
        })
    };
    html! {
        <div
            class="lt-separator"
            ref={element}
            role="separator"
            tabindex="0"
            aria-label={name}
            aria-orientation={if upright { "vertical" } else { "horizontal" }}
            aria-valuenow={valuenow}
            aria-valuemin={LEAST.to_string()}
            aria-valuemax={MOST.to_string()}
            title="Drag it, or use the arrow keys; a double click or Enter puts it back"
            {onkeydown}
            {onpointerdown}
            {onpointermove}
            ondblclick={Callback::from(move |_| resize(None))}
        />
    }
}

/// The pixels that it divides.
fn whole(element: &HtmlElement, split: Split) -> i32 {
    let parent = element.parent_element();
    match split {
        Split::Editor => parent.map_or(0, |parent| parent.client_width()),
        Split::Timeline => parent.map_or(0, |parent| parent.client_height()),
        // Of the window's.
        Split::Tables => {
            let document = element.owner_document().and_then(|document| document.document_element());
            document.map_or(0, |document| document.client_height())
        }
    }
}
