//! The whole page: its parts in their places, and the keys that work everywhere.

use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::{
    console::Console, header::header, inspector::Inspector, keys, lanes::Lanes, notice::notice, offer::offer,
    output::Output, program::Program, schedules::schedules, separator::Separator, tasks::Tasks,
};
use crate::{
    dom::{events::listen, focus},
    page::{
        opening::Panel,
        state::{Action, sizes::Split},
        store::{Part, Store},
    },
};

#[component]
pub fn App() -> Html {
    let frame = use_mut_ref(|| 0u32);
    let update = use_force_update();
    let store = {
        let frame = frame.clone();
        use_memo((), move |()| {
            Store::open(Callback::from(move |()| {
                *frame.borrow_mut() += 1;
                update.force_update();
            }))
        })
    };
    let store: Store = (*store).clone();
    use_effect_with(store.clone(), |store| listen_to_address(store.clone()));
    use_effect_with(store.clone(), |store| listen_to_theme(store.clone()));
    use_effect_with(store.clone(), |store| keys::listen(store.clone()));
    let onkeydown = {
        let store = store.clone();
        // The editor handles these keys itself and marks them as handled.
        Callback::from(move |event: KeyboardEvent| {
            let run = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
            if run && !event.default_prevented() {
                event.prevent_default();
                // A key that is held down is pressed once.
                if !event.repeat() {
                    store.send(Action::Run);
                }
            } else if event.key() == "c" && event.ctrl_key() && focus::in_terminal() {
                event.prevent_default();
                store.send(Action::Interrupt);
            }
        })
    };
    let part = Part { frame: *frame.borrow(), store };
    let view = part.store.read().view.clone();
    let shows = |panel| view.shows(panel);
    // In a frame there is little room, and what there is was chosen.
    let separates = !view.framed;
    html! {
        <div class={classes!("loopthread", "lt-app", view.framed.then_some("lt-framed"))} {onkeydown}>
            { header(&part) }
            { offer(&part) }
            { notice(&part) }
            <main class="lt-main">
                if shows(Panel::Editor) || shows(Panel::Controls) || shows(Panel::Inspector) || shows(Panel::Schedules) {
                    <div class="lt-work">
                        if shows(Panel::Editor) || shows(Panel::Controls) {
                            <Program ..part.clone() />
                        }
                        if separates && part.store.read().inspector.open {
                            <Separator part={part.clone()} split={Split::Tables} />
                        }
                        if shows(Panel::Inspector) {
                            <Inspector ..part.clone() />
                        }
                        if shows(Panel::Schedules) {
                            { schedules(&part) }
                        }
                    </div>
                }
                if separates {
                    <Separator part={part.clone()} split={Split::Editor} />
                }
                <div class="lt-side">
                    if shows(Panel::Timeline) {
                        <Lanes ..part.clone() />
                    }
                    if separates {
                        <Separator part={part.clone()} split={Split::Timeline} />
                    }
                    if shows(Panel::Output) {
                        <Output ..part.clone() />
                    }
                    if shows(Panel::Console) {
                        <Console ..part.clone() />
                    }
                    if shows(Panel::Tasks) {
                        <Tasks ..part />
                    }
                </div>
            </main>
        </div>
    }
}

/// Draws again when the system's colours change: the canvas has them as they were.
fn listen_to_theme(store: Store) -> impl FnOnce() {
    let heard = Closure::<dyn Fn()>::new(move || store.redraw());
    let dark = web_sys::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    listen(dark.map(Into::into), "change", heard)
}

/// Opens what a link asks for that is followed while the page is open. Gives back how to stop.
fn listen_to_address(store: Store) -> impl FnOnce() {
    let heard = Closure::<dyn Fn()>::new(move || {
        store.open_address();
    });
    listen(web_sys::window().map(Into::into), "hashchange", heard)
}
