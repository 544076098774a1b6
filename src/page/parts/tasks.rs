//! The live tasks, each with a button that cancels it.

use yew::prelude::*;

use crate::page::{state::Action, store::Part, words};

/// Tasks that are listed; more are counted.
const LISTED: usize = 100;

#[component]
pub fn Tasks(part: &Part) -> Html {
    let state = part.store.read();
    let total = state.roster.live_count();
    let item = |(id, task, thread): (_, &crate::page::state::roster::Task, std::rc::Rc<str>)| {
        let name = format!("lt-task-{id}");
        html! {
            <li key={name.clone()} class="lt-task">
                <span class="lt-task-name" id={name.clone()}>{ task.name.to_string() }</span>
                <span class="lt-task-coro">{ task.coro.clone() }</span>
                <span class="lt-task-doing">{ task.doing.clone() }</span>
                <span class="lt-task-thread">{ thread.to_string() }</span>
                <button
                    class="lt-button lt-button-small"
                    aria-describedby={name}
                    onclick={part.store.on(move |_| Action::Cancel(id))}
                >
                    { "Cancel" }
                </button>
            </li>
        }
    };
    html! {
        <section class="lt-tasks">
            <h2 class="lt-title">{ "Tasks" }</h2>
            <ul class="lt-tasks-list" aria-label="Tasks" role="list">
                { for state.roster.live_tasks().take(LISTED).map(item) }
            </ul>
            if total == 0 {
                <p class="lt-empty">{ "No live tasks." }</p>
            } else if total > LISTED {
                <p class="lt-empty">{ format!("… and {}", words::count((total - LISTED) as u64, "more task")) }</p>
            }
        </section>
    }
}
