//! The header: which example, which clock, which seed, which mode, Run, Stop, Interrupt, Reset, and the status.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::share::share;
use crate::dom::events::chosen;
use crate::page::{
    examples::{self, EXAMPLES},
    state::{Action, control::Clock},
    store::Part,
    words,
};

pub fn header(part: &Part) -> Html {
    let store = &part.store;
    let state = store.read();
    let choose_example = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let chosen = chosen(&event);
            if let Some(example) = examples::by_slug(&chosen) {
                store.send(Action::ChooseExample(example));
            } else if let Ok(index) = chosen.parse() {
                store.send(Action::ChooseOwn(index));
            }
        })
    };
    let choose_clock = store.on(|event: Event| {
        let chosen = chosen(&event);
        let clock = Clock::ALL.into_iter().find(|clock| clock.slug() == chosen);
        Action::ChooseClock(clock.unwrap_or(Clock::Real))
    });
    let choose_dev = store.on(|event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::ChooseDev(input.is_some_and(|input| input.checked()))
    });
    // With each key: what is not in the state yet is gone with the next frame.
    let choose_seed = store.on(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::ChooseSeed(input.and_then(|input| input.value().parse().ok()).unwrap_or_default())
    });
    let option = |example: &'static examples::Example| {
        let selected = state.example == Some(example);
        html! { <option key={example.slug} value={example.slug} {selected}>{ example.title }</option> }
    };
    let clock = |clock: Clock| {
        html! { <option value={clock.slug()} selected={state.clock == clock}>{ clock.name() }</option> }
    };
    let own = |(index, name): (usize, String)| {
        html! { <option key={index} value={index.to_string()}>{ name }</option> }
    };
    let run = {
        let store = store.clone();
        // The second click of a double one means nothing of its own.
        Callback::from(move |event: MouseEvent| {
            if event.detail() < 2 {
                store.send(Action::Run);
            }
        })
    };
    let busy = state.alive() || state.halting || state.schedules.going;
    html! {
        <header class="lt-header">
            <h1 class="lt-header-name">{ mark() }<span>{ "Loopthread" }</span></h1>
            if !state.view.framed {
            <label class="lt-field">
                <span class="lt-field-name">{ "Example" }</span>
                <select class="lt-select" onchange={choose_example}>
                    if state.example.is_none() {
                        <option key="" value="" selected=true>{ "Your own program" }</option>
                    }
                    { for state.own.offered().into_iter().map(own) }
                    { for EXAMPLES.iter().map(option) }
                </select>
            </label>
            <label class="lt-field">
                <span class="lt-field-name">{ "Clock" }</span>
                <select class="lt-select" onchange={choose_clock}>
                    { for Clock::ALL.into_iter().map(clock) }
                </select>
            </label>
            <label class="lt-field" title="Where threads take turns: 0 is CPython's usual order, others are as it might be">
                <span class="lt-field-name">{ "Seed" }</span>
                <input
                    class="lt-select lt-seed"
                    type="number"
                    min="0"
                    value={state.seed.to_string()}
                    oninput={choose_seed}
                />
            </label>
            <label class="lt-field" title="python3 -X dev: all warnings, and asyncio's debug mode">
                <span class="lt-field-name">{ "Dev mode" }</span>
                <input type="checkbox" class="lt-check" checked={state.dev} onchange={choose_dev} />
            </label>
            }
            <div class="lt-header-buttons">
                <button class="lt-button lt-button-main" title="Ctrl or Cmd with Enter" onclick={run}>
                    { "Run" }
                </button>
                <button class="lt-button lt-button-stop" disabled={!busy} onclick={store.on(|_| Action::Halt)}>
                    { "Stop" }
                </button>
                <button
                    class="lt-button"
                    title="KeyboardInterrupt for the program, or for what the console asked: Ctrl+C in the output or the console"
                    disabled={!state.interruptible()}
                    onclick={store.on(|_| Action::Interrupt)}
                >
                    { "Interrupt" }
                </button>
                <button class="lt-button" title="The example's own text, and no output" onclick={store.on(|_| Action::Reset)}>
                    { "Reset" }
                </button>
                { share(part) }
            </div>
            <div class="lt-status" role="status" aria-label="Status" data-state={words::state_name(&state.status.state)}>
                // A pause at the same place is announced again.
                <span key={state.paused().map_or(0, |paused| paused.number)}>{ state.status_text() }</span>
            </div>
        </header>
    }
}

/// Two lanes, and a message between them.
fn mark() -> Html {
    html! {
        <svg class="lt-mark" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2 7h13a4 4 0 0 1 0 8h-2" />
            <path d="M16 12l-3 3 3 3" />
            <path d="M2 18h5" />
        </svg>
    }
}
