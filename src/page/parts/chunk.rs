//! Some consecutive lines of the output log.
//!
//! A line is one element with its data and one with its text; time, thread and task are drawn by CSS from the data,
//! which keeps twenty thousand lines light and copied text clean.

use yew::prelude::*;

use crate::page::{
    state::log::{CHUNK, Line},
    store::Store,
    words,
};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub store: Store,
    /// Which chunk.
    pub index: usize,
    /// Changes when its lines did.
    pub version: u32,
    /// So many of its lines are there at the moment that is shown.
    pub shown: usize,
}

#[component]
pub fn Chunk(props: &Props) -> Html {
    let state = props.store.read();
    let lines = state.log.lines().iter().skip(props.index * CHUNK).take(CHUNK).enumerate();
    let line = |(place, line)| line_of(place, line, place >= props.shown);
    html! { <div class="lt-log-chunk">{ for lines.map(line) }</div> }
}

fn line_of(place: usize, line: &Line, hidden: bool) -> Html {
    let task = line.task.as_ref().map_or_else(String::new, |task| task.to_string());
    html! {
        <div
            key={place}
            class="lt-line"
            data-stream={line.kind.name()}
            data-thread={line.thread.to_string()}
            data-task={task}
            data-ask={(line.ask > 0).then(|| line.ask.to_string())}
            data-time={words::seconds(line.at)}
            {hidden}
        ><span data-text="">{ line.text.clone() }</span></div>
    }
}
