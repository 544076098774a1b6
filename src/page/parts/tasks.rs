//! The live tasks, each with a button that cancels it.
//!
//! A button goes when its task ends. Who has just used it goes on at the next one, not at the top of the page.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::page::{state::Action, store::Part, words};

/// Tasks that are listed; more are counted.
const LISTED: usize = 100;

#[component]
pub fn Tasks(part: &Part) -> Html {
    let state = part.store.read();
    let total = state.roster.live_count();
    let list = use_node_ref();
    // The place of the button that was used last.
    let used = use_mut_ref(|| None);
    {
        let (list, used) = (list.clone(), used.clone());
        use_effect(move || {
            let place = *used.borrow();
            if let Some(place) = place
                && let Some(list) = list.cast::<HtmlElement>()
                && go_on(&list, place)
            {
                *used.borrow_mut() = None;
            }
        });
    }
    let item = |(place, (id, task, thread)): (u32, (_, &crate::page::state::roster::Task, Rc<str>))| {
        let name = format!("lt-task-{id}");
        let (store, used) = (part.store.clone(), used.clone());
        let onclick = Callback::from(move |_| {
            *used.borrow_mut() = Some(place);
            store.send(Action::Cancel(id));
        });
        html! {
            <li key={name.clone()} class="lt-task">
                <span class="lt-task-name" id={name.clone()}>{ task.name.to_string() }</span>
                <span class="lt-task-coro">{ words::plain(&task.coro) }</span>
                <span class="lt-task-doing">{ task.doing.clone() }</span>
                <span class="lt-task-thread">{ thread.to_string() }</span>
                <button
                    class="lt-button lt-button-small"
                    aria-describedby={name}
                    {onclick}
                >
                    { "Cancel" }
                </button>
            </li>
        }
    };
    html! {
        <section class="lt-tasks">
            <h2 class="lt-title">{ "Tasks" }</h2>
            <ul class="lt-tasks-list" aria-label="Tasks" role="list" tabindex="-1" ref={list}>
                { for (0..).zip(state.roster.live_tasks().take(LISTED)).map(item) }
            </ul>
            if total == 0 {
                <p class="lt-empty">{ "No live tasks." }</p>
            } else if total > LISTED {
                <p class="lt-empty">{ format!("… and {}", words::count((total - LISTED) as u64, "more task")) }</p>
            }
        </section>
    }
}

/// Moves the keyboard's place to the button at that place, or to the list when there is none, once the one that had it
/// is gone. False while it is there.
fn go_on(list: &HtmlElement, place: u32) -> bool {
    let active = list.owner_document().and_then(|document| document.active_element());
    let is_lost = active.as_ref().is_none_or(|active| active.tag_name() == "BODY");
    if !is_lost {
        return active.is_some_and(|active| !list.contains(Some(&active)));
    }
    let items = list.children();
    let item = items.item(place.min(items.length().saturating_sub(1)));
    let button = item.and_then(|item| item.query_selector("button").ok()?);
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    let _ = button.as_ref().unwrap_or(list).focus();
    true
}
