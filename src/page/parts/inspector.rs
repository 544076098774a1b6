//! The Inspector: threads, loops, tasks and locks at the moment that is shown, as tables.

use loopthread_protocol::{Follow, SNAPSHOT_ENTRIES, TaskId};
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::{
    dom::focus,
    page::{
        state::Action,
        store::Part,
        tables::{Branch, Cell, Row, Table, tables, tree},
        words,
    },
};

/// Rows of a table that are shown: a browser takes its time to lay out more.
const ROWS: usize = 200;

#[component]
pub fn Inspector(part: &Part) -> Html {
    let state = part.store.read();
    let inspector = &state.inspector;
    let ontoggle = part.store.on(|event: Event| {
        let details = event.target_dyn_into::<HtmlDetailsElement>();
        Action::OpenInspector(details.is_some_and(|details| details.open()))
    });
    let when = match (state.past.moment(), state.paused(), state.alive()) {
        (Some(_), ..) => "in the past",
        (_, Some(_), _) => "while it is paused",
        (.., true) => "while it runs",
        _ => "as it ended",
    };
    let about = match inspector.shown() {
        Some(snapshot) => format!("{when}, at {} s", words::seconds(snapshot.at)),
        None => "what there is at a moment: threads, loops, tasks, locks".to_owned(),
    };
    html! {
        <section class="lt-inspector" aria-label="Inspector">
            <details open={inspector.open} {ontoggle}>
                <summary class="lt-title">{ "Inspector " }<span class="lt-inspector-about">{ about }</span></summary>
                if inspector.open && let Some(snapshot) = inspector.shown() {
                    <div class="lt-tables" tabindex="0" role="group" aria-label="Inspector's tables">
                        { for tables(snapshot, inspector.before()).iter().map(|of| table(part, of)) }
                        if let tree = tree(snapshot) && snapshot.tasks.len() > 1 {
                            <h2 class="lt-title">{ "Who awaits whom" }{ more(tree.len()) }</h2>
                            { branches(&tree) }
                        }
                    </div>
                }
            </details>
        </section>
    }
}

fn table(part: &Part, table: &Table) -> Html {
    if table.rows.is_empty() {
        return match table.empty {
            Some(words) => html! { <p class="lt-empty" key={table.name}>{ words }</p> },
            None => Html::default(),
        };
    }
    let (store, state) = (&part.store, part.store.read());
    let text = |(text, line): &(String, Option<u32>)| match *line {
        None => html! { { text } },
        Some(line) => html! {
            <button
                class="lt-link"
                title="Shows the line in the editor"
                aria-label={format!("{text}: show line {line}")}
                onclick={store.on(move |_| Action::ShowLine(line))}
            >{ text }</button>
        },
    };
    let cancel = |task: TaskId| {
        let store = store.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            // The button goes when the task ends.
            focus::to_around(&event, ".lt-tables");
            store.send(Action::Cancel(task));
        });
        let name = format!("Cancel {}", state.roster.task_name(task));
        html! { <>{ " " }<button class="lt-button lt-button-small" aria-label={name} {onclick}>{ "Cancel" }</button></> }
    };
    let row = |Row { cells, task }: &Row| {
        let live = task.filter(|task| !state.roster.has_ended(Follow::Task(*task)));
        let cell = |(place, cell): (usize, &Cell)| {
            html! { <td>{ for cell.iter().map(text) }{ for live.filter(|_| place == 0).map(cancel) }</td> }
        };
        html! { <tr>{ for cells.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <table class="lt-table" key={table.name}>
            <caption>{ table.name }{ more(table.rows.len()) }</caption>
            <thead><tr>{ for table.columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>{ for table.rows.iter().take(ROWS).map(row) }</tbody>
        </table>
    }
}

fn branches(of: &[Branch]) -> Html {
    let branch = |branch: &Branch| html! { <li>{ &branch.text }{ branches(&branch.awaits) }</li> };
    if of.is_empty() {
        Html::default()
    } else {
        html! { <ul class="lt-tree">{ for of.iter().take(ROWS).map(branch) }</ul> }
    }
}

/// What is said where not all is shown.
fn more(rows: usize) -> String {
    match rows {
        SNAPSHOT_ENTRIES.. => format!(", the first {ROWS} of {SNAPSHOT_ENTRIES} or more"),
        rows if rows > ROWS => format!(", the first {ROWS} of {rows}"),
        _ => String::new(),
    }
}
