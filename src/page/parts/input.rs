//! The line below the output for what `input()` waits for.
//!
//! It is there while a thread waits. The focus moves to it from the page or a button, never out of a text.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    dom::focus,
    page::{state::Action, store::Part},
};

#[component]
pub fn Input(part: &Part) -> Html {
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>().filter(|_| !focus::in_text()) {
                // A place that cannot be focused is still there to be clicked.
                let _ = input.focus();
            }
        });
    }
    let onsubmit = {
        let (store, input) = (part.store.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let line = input.value();
                input.set_value("");
                store.send(Action::Input(Some(line)));
            }
        })
    };
    html! {
        <form class="lt-input" aria-label="Input of the program" {onsubmit}>
            <input
                class="lt-console-line"
                ref={input}
                type="text"
                aria-label="Input"
                placeholder="the program waits for a line"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
            />
            <button class="lt-button" type="submit">{ "Send" }</button>
            <button
                class="lt-button"
                type="button"
                title="There are no more lines: input() raises EOFError"
                onclick={part.store.on(|_| Action::Input(None))}
            >
                { "End of input" }
            </button>
        </form>
    }
}
