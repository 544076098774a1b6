//! Trying many schedules: the button, how far it is, and the table of outcomes, each of which can be run.

use loopthread_protocol::Group;
use yew::prelude::*;

use crate::dom::events::chosen;
use crate::page::{
    outcomes,
    state::{
        Action,
        schedules::{RUNS, Try},
    },
    store::{Part, Store},
    words,
};

/// Characters of a run's output that are shown.
const CHARS: usize = 4_000;

pub fn schedules(part: &Part) -> Html {
    let store = &part.store;
    let state = store.read();
    let schedules = &state.schedules;
    let choose = store.on(|event: Event| Action::Try(Try::Runs(chosen(&event).parse().unwrap_or(RUNS[0]))));
    let option = |runs: u32| {
        html! { <option value={runs.to_string()} selected={schedules.runs == runs}>{ runs }</option> }
    };
    let text = schedules.text();
    let obstacle = (!state.tried_is_shown()).then_some("The program is another one now");
    html! {
        <section class="lt-schedules" aria-label="Schedules">
            <div class="lt-schedules-row">
                <button
                    class="lt-button lt-button-small"
                    title="Runs the program with other seeds: threads take turns at other places, as CPython's might"
                    onclick={store.on(|_| Action::Try(Try::Begin))}
                >
                    { if schedules.going { "Stop trying" } else { "Try schedules" } }
                </button>
                <label class="lt-field">
                    <span class="lt-field-name">{ "Runs" }</span>
                    <select class="lt-select" onchange={choose}>{ for RUNS.into_iter().map(option) }</select>
                </label>
                if schedules.going {
                    <progress
                        class="lt-schedules-progress"
                        aria-label="Runs that are over"
                        value={schedules.done.to_string()}
                        max={schedules.wanted().to_string()}
                    />
                    <span class="lt-schedules-text">{ text.clone() }</span>
                }
                // Told once, when it is over.
                <span class="lt-schedules-text" role="status" aria-label="Outcomes">
                    if !schedules.going {
                        { text }
                    }
                </span>
            </div>
            if !schedules.groups.is_empty() {
                <details open=true>
                    <summary class="lt-title">{ obstacle.unwrap_or("Outcomes") }</summary>
                    <div class="lt-tables" tabindex="0" role="group" aria-label="Outcomes of the schedules">
                        <table class="lt-table" aria-label="Outcomes">
                            <thead>
                                <tr>
                                    <th scope="col">{ "Runs" }</th>
                                    <th scope="col">{ "End" }</th>
                                    <th scope="col">{ "Prints" }</th>
                                    <th scope="col">{ "Show" }</th>
                                </tr>
                            </thead>
                            <tbody>
                                { for (0..schedules.groups.len()).map(|at| row(store, &schedules.groups, at, obstacle)) }
                            </tbody>
                        </table>
                    </div>
                </details>
            }
        </section>
    }
}

fn row(store: &Store, groups: &[Group], at: usize, obstacle: Option<&'static str>) -> Html {
    let Some(group) = groups.get(at) else { return Html::default() };
    let (seed, outcome) = (group.seed, &group.outcome);
    let printed = outcome.stdout.clone() + &outcome.stderr;
    html! {
        <tr key={seed}>
            <td>{ group.count }</td>
            <td>{ outcomes::end(group) }</td>
            <td>
                <details>
                    <summary>{ outcomes::difference(groups, at) }</summary>
                    <pre>{ words::cut(&printed, CHARS) }</pre>
                </details>
            </td>
            <td>
                <button
                    class="lt-button lt-button-small"
                    aria-disabled={obstacle.map(|_| "true")}
                    title={obstacle.unwrap_or("Runs the program with this seed, on the instant clock")}
                    onclick={store.on(move |_| Action::Try(Try::Show(seed)))}
                >
                    { format!("Run seed {seed}") }
                </button>
            </td>
        </tr>
    }
}
