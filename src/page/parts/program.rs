//! The program's editor, and beside it the tab with the library's source.

use yew::prelude::*;

use super::{breakpoints::breakpoints, controls::controls, editor::Editor};
use crate::{
    dom::time,
    page::{
        opening::Panel,
        state::{
            Action, FILE_NAME,
            control::{self, Steer},
        },
        store::Part,
    },
};

/// How long after the last edit the program is checked, in milliseconds.
const PAUSE: u32 = 500;

#[component]
pub fn Program(part: &Part) -> Html {
    let library = use_state(|| false);
    // The source of the library is only fetched, into a second editor, once somebody wants it.
    let wanted = use_mut_ref(|| false);
    *wanted.borrow_mut() |= *library;
    let edits = use_mut_ref(|| 0u32);
    let store = &part.store;
    let state = store.read();
    let on_edit = {
        let store = store.clone();
        Callback::from(move |text: String| {
            store.send(Action::Edit(text));
            *edits.borrow_mut() += 1;
            let (store, edits, mine) = (store.clone(), edits.clone(), *edits.borrow());
            time::after(PAUSE, move || {
                if *edits.borrow() == mine {
                    store.send(Action::Rest);
                }
            });
        })
    };
    let tab = |name: &str, is_library: bool| {
        let onclick = {
            let library = library.clone();
            Callback::from(move |_| library.set(is_library))
        };
        let selected = *library == is_library;
        html! {
            <button class="lt-tab" role="tab" aria-selected={selected.to_string()} {onclick}>{ name }</button>
        }
    };
    html! {
        <section class="lt-program" aria-label="Editor">
            if !state.view.framed {
                <div class="lt-tabs" role="tablist" aria-label="Files">
                    { tab(FILE_NAME, false) }
                    { tab("quara.concurrency", true) }
                </div>
            }
            // Shown while the editor has the keyboard; screen readers have it as the text box's description.
            <p class="lt-program-hint" aria-hidden="true">
                { "Typing, " }<kbd>{ "Tab" }</kbd>{ " indents and " }<kbd>{ "Esc" }</kbd>{ ", then " }<kbd>{ "Tab" }</kbd>{ " leaves the editor" }
            </p>
            if state.view.shows(Panel::Controls) {
                { controls(part) }
            }
            if let Some(example) = state.example {
                <p class="lt-program-about" hidden={*library}>{ example.summary }</p>
            }
            <div class="lt-program-panel" role="tabpanel" aria-label={FILE_NAME} hidden={*library || !state.view.shows(Panel::Editor)}>
                <Editor
                    label="Program"
                    text={state.source.clone()}
                    hidden={state.view.hidden.clone()}
                    read_only={state.view.read_only}
                    opened={state.opened}
                    diagnostics={state.diagnostics.clone()}
                    breakpoints={control::write(state.control.breakpoints())}
                    paused={state.paused_line()}
                    marked={state.marked_line()}
                    {on_edit}
                    on_breakpoints={store.on(|text: String| Action::Steer(Steer::Breakpoints(control::read(&text))))}
                    on_run={store.on(|()| Action::Run)}
                />
            </div>
            <div class="lt-program-panel" role="tabpanel" aria-label="quara.concurrency" hidden={!*library}>
                if *wanted.borrow() {
                    <Editor label="Library source" library=true read_only=true />
                }
            </div>
            if state.view.shows(Panel::Controls) {
                { breakpoints(part) }
            }
        </section>
    }
}
