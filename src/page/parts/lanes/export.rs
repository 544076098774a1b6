//! What a learner can take along of a run: its trace, its output, its picture.

use std::rc::Rc;

use yew::prelude::*;

use super::panel::Panel;
use crate::{
    dom::download::download,
    page::{store::Store, timeline::export::trace_events},
};

/// Nothing to take along so far: the buttons say so.
const NOTHING: &str = "Nothing has run";

pub fn export(store: &Store, panel: &Rc<Panel>) -> Html {
    let empty = store.read().timeline.is_empty();
    let item = |name: &'static str, title: &'static str, save: fn(&Store, &Panel)| {
        let (store, panel) = (store.clone(), panel.clone());
        let onclick = Callback::from(move |_| {
            if !store.read().timeline.is_empty() {
                save(&store, &panel);
            }
        });
        html! {
            <button
                class="lt-button lt-button-small"
                title={if empty { NOTHING } else { title }}
                aria-disabled={empty.then_some("true")}
                {onclick}
            >{ name }</button>
        }
    };
    html! {
        <details class="lt-export">
            <summary class="lt-button lt-button-small">{ "Export" }</summary>
            <div class="lt-export-items">
                { item("Trace as JSON", "Opens in Perfetto (ui.perfetto.dev) and in chrome://tracing", |store, panel| {
                    download("loopthread-trace.json", &trace_events(&store.read().timeline, panel.end()));
                }) }
                { item("Output as text", "With times, threads and tasks", |store, _| {
                    download("loopthread-output.txt", &store.read().log.transcript());
                }) }
                { item("Picture as SVG", "All lanes, in the colours of the theme", |_, panel| {
                    if let Some(svg) = panel.svg() {
                        download("loopthread-timeline.svg", &svg);
                    }
                }) }
            </div>
        </details>
    }
}
