//! The list of breakpoints: each with its condition, and a button that removes it.
//!
//! They are set in the editor; who uses no editor's gutter hears of it here.

use loopthread_protocol::Breakpoint;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::page::{
    state::{Action, control::Steer},
    store::Part,
    words,
};

pub fn breakpoints(part: &Part) -> Html {
    let store = &part.store;
    let state = store.read();
    let lines = state.control.breakpoints();
    let set = |place: usize, change: fn(&mut Vec<Breakpoint>, usize, String)| {
        let store = store.clone();
        move |text: String| {
            let mut lines = store.read().control.breakpoints().to_vec();
            if place < lines.len() {
                change(&mut lines, place, text);
            }
            store.send(Action::Steer(Steer::Breakpoints(lines)));
        }
    };
    let item = |(place, breakpoint): (usize, &Breakpoint)| {
        let line = breakpoint.line;
        let condition = set(place, |lines, place, text| {
            if let Some(breakpoint) = lines.get_mut(place) {
                let text = text.trim();
                breakpoint.condition = (!text.is_empty()).then(|| text.to_owned());
            }
        });
        let onchange = Callback::from(move |event: Event| {
            condition(
                event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
            );
        });
        let remove = set(place, |lines, place, _| {
            lines.remove(place);
        });
        let onclick = Callback::from(move |event: MouseEvent| {
            remove(String::new());
            // The button goes.
            let button = event.target_dyn_into::<HtmlElement>();
            let list = button.and_then(|button| button.closest("details").ok()?);
            let summary = list.and_then(|list| list.query_selector("summary").ok()?);
            if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
                let _ = summary.focus();
            }
        });
        html! {
            <li key={line} class="lt-breakpoint">
                <span class="lt-breakpoint-line">{ format!("Line {line}") }</span>
                <input
                    class="lt-breakpoint-if"
                    type="text"
                    aria-label={format!("Condition at line {line}")}
                    placeholder="if …, always without"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    value={breakpoint.condition.clone().unwrap_or_default()}
                    {onchange}
                />
                <button class="lt-button lt-button-small" aria-label={format!("Remove the breakpoint at line {line}")} {onclick}>
                    { "Remove" }
                </button>
            </li>
        }
    };
    let numbers: Vec<String> = lines.iter().map(|breakpoint| breakpoint.line.to_string()).collect();
    let told = match numbers.len() {
        0 => "none".to_owned(),
        1 => format!("at line {}", words::joined(&numbers, "")),
        _ => format!("at lines {}", words::joined(&numbers, ", ")),
    };
    let choose = store.on(|event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::Steer(Steer::Exceptions(input.is_some_and(|input| input.checked())))
    });
    html! {
        <>
        // Told when one is set, also while the list is closed.
        <p class="lt-hidden" aria-live="polite">{ format!("Breakpoints: {told}") }</p>
        <details class="lt-breakpoints">
            <summary class="lt-title" >
                <span>{ "Breakpoints" }</span>{ " " }
                <span class="lt-breakpoints-told">{ told.clone() }</span>
            </summary>
            if lines.is_empty() {
                <p class="lt-empty">{ "A click on a line's number sets one, or F9 in the editor." }</p>
            }
            <ul class="lt-breakpoints-list" role="list" aria-label="Breakpoints">{ for lines.iter().enumerate().map(item) }</ul>
            <label class="lt-field">
                <input type="checkbox" class="lt-check" checked={state.control.exceptions} onchange={choose} />
                { "Pause at exceptions" }
            </label>
        </details>
        </>
    }
}
