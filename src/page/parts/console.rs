//! The console: the learner as the caller of a loop thread, and where `input()` asks.

use loopthread_protocol::{Target, ThreadId};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    input::Input,
    line::{self, Line},
};
use crate::dom::events::chosen;
use crate::page::{state::Action, state::roster::PAGE, store::Part};

#[component]
pub fn Console(part: &Part) -> Html {
    let field = use_node_ref();
    let store = &part.store;
    let state = store.read();
    let choose = store.on(|event: Event| {
        let thread = chosen(&event).parse().ok().map(ThreadId);
        Action::ChooseTarget(thread.map_or(Target::Page, Target::Thread))
    });
    let send = |action: fn(String) -> Action| {
        let (store, field) = (store.clone(), field.clone());
        Callback::from(move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let text = field.value();
                line::put(&field, "");
                store.send(action(text));
            }
        })
    };
    let (call, spawn) = (send(Action::Call), send(Action::Spawn));
    let onsubmit = {
        let call = call.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            call.emit(());
        })
    };
    let option = |(id, name): (ThreadId, &std::rc::Rc<str>)| {
        let selected = state.target == Target::Thread(id);
        html! { <option key={id.0} value={id.to_string()} {selected}>{ name.to_string() }</option> }
    };
    html! {
        <section class="lt-console">
            if state.status.asking && state.alive() {
                <Input ..part.clone() />
            }
            <form class="lt-caller" aria-label="Caller" {onsubmit}>
                <label class="lt-field">
                    <span class="lt-field-name">{ "Thread" }</span>
                    <select class="lt-select" onchange={choose}>
                        <option key={PAGE} value={PAGE} selected={state.target == Target::Page}>{ PAGE }</option>
                        { for state.roster.loop_threads().map(option) }
                    </select>
                </label>
                <Line field={field} part={part.clone()} onenter={call} />
                <div class="lt-console-buttons">
                    <button class="lt-button" type="submit" title="Run it on the thread's loop and show the result">
                        { "Call" }
                    </button>
                    <button
                        class="lt-button"
                        type="button"
                        title="Start it as a task of the thread's loop"
                        onclick={Callback::from(move |_| spawn.emit(()))}
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
                <p class="lt-console-hint" id="lt-console-hint">
                    { "Enter runs, Shift+Enter is a new line, Tab completes (Escape, then Tab leaves), Up and Down recall" }
                </p>
            </form>
        </section>
    }
}
