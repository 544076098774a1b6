//! The console's field: a text of one or more lines, with history and completion.
//!
//! **Tab never traps the keyboard**: it completes only behind a name, and not after Escape. Up and Down go through the history only from
//! the first and the last line.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};
use yew::prelude::*;

use crate::page::{
    state::Action,
    store::{Part, Store},
    typing,
};

/// Lines of the field before it scrolls, and names that are listed.
const MOST_LINES: usize = 8;
const MOST_NAMES: usize = 40;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    #[prop_or_default]
    pub field: NodeRef,
    pub part: Part,
    pub onenter: Callback<()>,
}

/// Where the keyboard is in it.
#[derive(Default)]
struct Place {
    /// Steps back in the history, and what was typed before the first.
    steps: usize,
    draft: String,
    /// What the history has put into the field. When it is something else by now, that is what was typed.
    recalled: String,
    /// Escape was pressed: Tab leaves.
    leaves: bool,
    /// What is put in now is a completion.
    completes: bool,
}

#[component]
pub fn Line(props: &Props) -> Html {
    let place = use_mut_ref(Place::default);
    let (field, store) = (&props.field, &props.part.store);
    let state = store.read();
    let names = state.completion.as_ref().map(|completion| completion.names.clone());
    {
        let (field, store, place) = (field.clone(), store.clone(), place.clone());
        use_effect_with(names.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                place.borrow_mut().completes = true;
                complete(&field, &store);
                place.borrow_mut().completes = false;
            }
        });
    }
    let oninput = {
        let (store, place) = (store.clone(), place.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                fit(&field);
            }
            // What Tab could add is no longer known.
            let known = store.read().completion.is_some();
            if known && !place.borrow().completes {
                store.send(Action::Complete(None));
            }
        })
    };
    let onkeydown = {
        let (store, onenter) = (store.clone(), props.onenter.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            let key = event.key();
            let modified = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
            let leaves = std::mem::replace(&mut place.borrow_mut().leaves, key == "Escape");
            if key == "Escape" && store.read().completion.is_some() {
                store.send(Action::Complete(None));
            }
            // Who composes a character means that by Enter.
            if modified || event.is_composing() {
                return;
            }
            let Some((before, after)) = around(&field) else { return };
            match key.as_str() {
                "Enter" => {
                    event.prevent_default();
                    match typing::continuation(&before) {
                        Some(more) if after.trim().is_empty() => insert(&field, &more),
                        _ => onenter.emit(()),
                    }
                }
                "Tab" if !leaves && typing::can_complete(&before) => {
                    event.prevent_default();
                    store.send(Action::Complete(Some(before)));
                }
                "ArrowUp" if !before.contains('\n') && recall(&field, &store, &mut place.borrow_mut(), 1) => {
                    event.prevent_default();
                }
                "ArrowDown"
                    if !after.contains('\n') && recall(&field, &store, &mut place.borrow_mut(), -1) =>
                {
                    event.prevent_default();
                }
                _ => {}
            }
        })
    };
    let listed = names.filter(|names| names.len() > 1).map(|names| {
        let more = names.len().saturating_sub(MOST_NAMES);
        let text = crate::page::words::joined(names.get(..MOST_NAMES).unwrap_or(&names), "  ");
        if more > 0 { format!("{text}  … and {more} more") } else { text }
    });
    html! {
        <>
            <textarea
                class="lt-console-line"
                ref={field}
                rows="1"
                aria-label="Console"
                aria-describedby="lt-console-hint"
                placeholder="Python, await allowed"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {oninput}
                {onkeydown}
            />
            <p class="lt-console-names" role="status" aria-label="Completions">{ listed }</p>
        </>
    }
}

/// What is before and behind the cursor. None while something is selected.
fn around(field: &HtmlTextAreaElement) -> Option<(String, String)> {
    let (start, end) = (field.selection_start().ok()??, field.selection_end().ok()??);
    let units: Vec<u16> = field.value().encode_utf16().collect();
    let (before, after) = units.split_at_checked(start as usize).filter(|_| start == end)?;
    Some((String::from_utf16_lossy(before), String::from_utf16_lossy(after)))
}

/// Puts more in at the cursor, as if it was typed: the browser can undo it.
fn insert(field: &HtmlTextAreaElement, more: &str) {
    let document = field.owner_document();
    let has_focus = document.as_ref().and_then(|document| document.active_element()).as_ref() == Some(field);
    let document =
        document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()).filter(|_| has_focus);
    let typed = document
        .is_some_and(|page| page.exec_command_with_show_ui_and_value("insertText", false, more) == Ok(true));
    if !typed && let Some((before, after)) = around(field) {
        let place = (before.encode_utf16().count() + more.encode_utf16().count()) as u32;
        put(field, &(before + more + &after));
        let _ = field.set_selection_range(place, place);
    }
}

/// Puts a text into the field.
pub fn put(field: &HtmlTextAreaElement, text: &str) {
    field.set_value(text);
    fit(field);
}

fn fit(field: &HtmlTextAreaElement) {
    field.set_rows(field.value().split('\n').count().min(MOST_LINES) as u32);
}

/// Adds what the names have in common, if they are for what stands before the cursor.
fn complete(field: &HtmlTextAreaElement, store: &Store) {
    let added = match (&store.read().completion, around(field)) {
        (Some(completion), Some((before, _))) if before == completion.before => {
            typing::completion(&before, &completion.names)
        }
        _ => return,
    };
    if !added.is_empty() {
        insert(field, &added);
    }
}

/// Goes through the history. False at its ends.
fn recall(field: &HtmlTextAreaElement, store: &Store, place: &mut Place, by: isize) -> bool {
    let shown = field.value();
    if place.steps > 0 && shown != place.recalled {
        place.steps = 0;
    }
    let Some(steps) = place.steps.checked_add_signed(by) else { return false };
    let state = store.read();
    let text = match steps {
        0 => place.draft.clone(),
        _ => match state.history.back(steps) {
            Some(text) => text.to_owned(),
            None => return false,
        },
    };
    if place.steps == 0 {
        place.draft = shown;
    }
    place.steps = steps;
    put(field, &text);
    place.recalled = text;
    true
}
