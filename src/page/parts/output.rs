//! The output log.
//!
//! Its lines are rendered in chunks, of which only the changed ones are touched, and the browser lays out only those
//! in sight (CSS), so that a long log stays quick. The end stays in sight unless the learner scrolled away from it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::chunk::Chunk;
use crate::{
    dom::time,
    page::{state::log::CHUNK, store::Part, words},
};

/// How far from the end still counts as the end, in pixels.
const NEAR: i32 = 24;

#[component]
pub fn Output(part: &Part) -> Html {
    let element = use_node_ref();
    let follow = use_mut_ref(Follow::new);
    let onscroll = {
        let (element, follow) = (element.clone(), follow.clone());
        Callback::from(move |_: Event| {
            if let Some(log) = element.cast::<HtmlElement>() {
                follow.borrow_mut().scrolled(log.scroll_top(), log.scroll_height() - log.client_height());
            }
        })
    };
    let state = part.store.read();
    let all = state.log.lines().len();
    let shown =
        state.past.moment().map_or(all, |moment| state.log.lines_at(moment.snapshot.at, moment.output));
    let newest = (state.log.chunks().iter().copied().max(), shown);
    {
        let element = element.clone();
        use_effect_with(newest, move |_| {
            let to_end = move || {
                if let Some(log) = element.cast::<HtmlElement>().filter(|_| follow.borrow().at_end) {
                    log.set_scroll_top(log.scroll_height());
                }
            };
            to_end();
            // Lines that come into sight get their true height then, and the end moves.
            time::on_frame(to_end);
        });
    }
    let chunk = |(index, &version): (usize, &u32)| {
        let shown = if shown == all { CHUNK } else { shown.saturating_sub(index * CHUNK).min(CHUNK) };
        html! { <Chunk key={index} store={part.store.clone()} {index} {version} {shown} /> }
    };
    let dropped = state.log.lines_dropped();
    // The chunks have an element to themselves: a list is matched by its keys only when all in it have one.
    html! {
        <section class="lt-output">
            <h2 class="lt-title">{ "Output" }</h2>
            <div class="lt-log" role="log" aria-label="Output" tabindex="0" ref={element} {onscroll}>
                if state.log.is_empty() {
                    <p class="lt-empty">{ words::nothing_printed(&state.status.state) }</p>
                }
                <div>{ for state.log.chunks().iter().enumerate().map(chunk) }</div>
                if shown < all {
                    <p class="lt-log-dropped">{ format!("… {} later", words::count((all - shown) as u64, "line")) }</p>
                }
                if dropped > 0 {
                    <p class="lt-log-dropped">{ format!("… {} dropped", words::count(dropped, "line")) }</p>
                }
            </div>
        </section>
    }
}

/// Whether the log is kept at its end.
struct Follow {
    at_end: bool,
    top: i32,
}

impl Follow {
    fn new() -> Follow {
        Follow { at_end: true, top: 0 }
    }

    /// Takes in where the log is scrolled to, of how far it could be. Only going up leaves the end: while lines come,
    /// the end runs away from where the log was scrolled to.
    fn scrolled(&mut self, top: i32, most: i32) {
        self.at_end = most - top < NEAR || (self.at_end && top >= self.top);
        self.top = top;
    }
}
