//! The console: the learner as the caller of a loop thread.

use loopthread_protocol::{Target, ThreadId};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::page::{state::Action, state::roster::PAGE, store::Part};

#[component]
pub fn Console(part: &Part) -> Html {
    let input = use_node_ref();
    let history = use_mut_ref(History::default);
    let store = &part.store;
    let state = store.read();
    let choose = store.on(|event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        let thread = value.and_then(|value| value.parse().ok()).map(ThreadId);
        Action::ChooseTarget(thread.map_or(Target::Page, Target::Thread))
    });
    let send = |action: fn(String) -> Action| {
        let (store, input, history) = (store.clone(), input.clone(), history.clone());
        move || {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let text = input.value();
                history.borrow_mut().add(&text);
                input.set_value("");
                store.send(action(text));
            }
        }
    };
    let (call, spawn) = (send(Action::Call), send(Action::Spawn));
    let onsubmit = {
        let call = call.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            call();
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let back = match event.key().as_str() {
            "ArrowUp" => true,
            "ArrowDown" => false,
            _ => return,
        };
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            && let Some(text) = history.borrow_mut().step(back)
        {
            event.prevent_default();
            input.set_value(&text);
        }
    });
    let option = |(id, name): (ThreadId, &std::rc::Rc<str>)| {
        let selected = state.target == Target::Thread(id);
        html! { <option key={id.0} value={id.to_string()} {selected}>{ name.to_string() }</option> }
    };
    html! {
        <form class="lt-console" aria-label="Caller" {onsubmit}>
            <label class="lt-field">
                <span class="lt-field-name">{ "Thread" }</span>
                <select class="lt-select" onchange={choose}>
                    <option key={PAGE} value={PAGE} selected={state.target == Target::Page}>{ PAGE }</option>
                    { for state.roster.loop_threads().map(option) }
                </select>
            </label>
            <input
                class="lt-console-line"
                ref={input}
                type="text"
                aria-label="Console"
                placeholder="an expression or a coroutine, await allowed"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {onkeydown}
            />
            <div class="lt-console-buttons">
                <button class="lt-button" type="submit" title="Run it on the thread's loop and show the result">
                    { "Call" }
                </button>
                <button
                    class="lt-button"
                    type="button"
                    title="Start it as a task of the thread's loop"
                    onclick={Callback::from(move |_| spawn())}
                >
                    { "Spawn" }
                </button>
                <button
                    class="lt-button"
                    type="button"
                    title="Cancel the thread's tasks, let them clean up, end its loop"
                    onclick={store.on(|_| Action::StopThread)}
                >
                    { "Stop thread" }
                </button>
            </div>
        </form>
    }
}

/// The lines that were sent, for the arrow keys.
#[derive(Default)]
struct History {
    lines: Vec<String>,
    at: usize,
}

impl History {
    fn add(&mut self, line: &str) {
        if !line.trim().is_empty() && self.lines.last().is_none_or(|last| last != line) {
            self.lines.push(line.to_owned());
        }
        self.at = self.lines.len();
    }

    fn step(&mut self, back: bool) -> Option<String> {
        self.at = if back { self.at.checked_sub(1)? } else { (self.at + 1).min(self.lines.len()) };
        Some(self.lines.get(self.at).cloned().unwrap_or_default())
    }
}
