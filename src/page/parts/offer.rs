//! The question whether to stop what is alive, so that the program can be run again.

use yew::prelude::*;

use crate::page::{state::Action, store::Part, words};

pub fn offer(part: &Part) -> Html {
    let state = part.store.read();
    if !state.offer {
        return html! {};
    }
    let yes = part.store.on(|_| Action::Offered { accepted: true });
    let no = part.store.on(|_| Action::Offered { accepted: false });
    html! {
        <div class="lt-offer" role="alert">
            <p class="lt-offer-text">
                { format!("The last program has not ended ({}). Stop it and start this one?", words::status(&state.status)) }
            </p>
            <button class="lt-button lt-button-main" onclick={yes}>{ "Stop it first" }</button>
            <button class="lt-button" onclick={no}>{ "Keep it" }</button>
        </div>
    }
}
