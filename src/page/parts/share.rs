//! What is taken out of the page: a link, the lines that embed the program, the program as a file; and the page's colours.
//!
//! Inside another page there is one way out: the playground itself, which has the others.

use yew::prelude::*;

use crate::{
    dom::{download::download, events::chosen},
    page::{
        saved,
        state::{Action, FILE_NAME, open::Share},
        store::Part,
    },
};

const THEMES: [(&str, &str); 3] = [("auto", "As the system"), ("light", "Light"), ("dark", "Dark")];

pub fn share(part: &Part) -> Html {
    let store = &part.store;
    let item = |share: Share, name: &'static str, title: &'static str| {
        let onclick = store.on(move |_| Action::Share(share));
        html! { <button class="lt-button lt-button-small" {title} {onclick}>{ name }</button> }
    };
    if store.read().view.framed {
        return item(
            Share::Playground,
            "Open in playground",
            "In a tab of its own, with everything there is; edits are kept there",
        );
    }
    let save = {
        let store = store.clone();
        Callback::from(move |_| download(FILE_NAME, &store.read().source))
    };
    let choose = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            saved::save_theme(&chosen(&event));
            store.redraw();
        })
    };
    let kept = saved::theme();
    let theme = |(slug, name): (&'static str, &'static str)| {
        html! { <option value={slug} selected={slug == kept}>{ name }</option> }
    };
    html! {
        <details class="lt-export">
            <summary class="lt-button">{ "Share" }</summary>
            <div class="lt-export-items">
                { item(Share::Link, "Copy link", "The program, its seed, clock and breakpoints, and the moment shown, in the address itself: no server sees them") }
                { item(Share::Embedding, "Copy embed code", "Lines of HTML for a page of yours") }
                <button class="lt-button lt-button-small" title="The program as a file" onclick={save}>{ "Download main.py" }</button>
                <label class="lt-field">
                    <span class="lt-field-name">{ "Theme" }</span>
                    <select class="lt-select" onchange={choose}>{ for THEMES.map(theme) }</select>
                </label>
            </div>
        </details>
    }
}
