//! What is wrong with the page's address, and what is shown instead of what it asks for.

use yew::prelude::*;

use crate::page::{state::Action, store::Part};

pub fn notice(part: &Part) -> Html {
    let Some(words) = part.store.read().notice.clone() else { return html! {} };
    html! {
        <div class="lt-offer" role="alert">
            <p class="lt-offer-text">{ words }</p>
            <button class="lt-button" onclick={part.store.on(|_| Action::Dismiss)}>{ "Dismiss" }</button>
        </div>
    }
}
