//! What the page tells its surroundings, and what those may ask.
//!
//! A page around it is told the output, the state, and the text as it is edited. Asked may be to run, to stop, for another text, to
//! open what a link brings or an element's attributes say by now, to say something, and to draw again in other colours. Deliberately absent: how the words travel; that is
//! `www/around.js` and `www/embed`.

use loopthread_protocol::{Event, Stream};

use super::{
    opening::Opening,
    state::{Action, State},
    store::Store,
    words,
};
use crate::dom::around;

/// Tells the page around of what is about to be applied.
pub fn tell_before(action: &Action) {
    match action {
        Action::Heard { events, .. } => {
            for event in events {
                if let Event::Output(output) = event {
                    let stream = if output.stream == Stream::Stderr { "stderr" } else { "stdout" };
                    around::tell("output", &output.text, stream);
                }
            }
        }
        Action::Edit(text) => around::tell("code", text, ""),
        _ => {}
    }
}

/// Tells it of the state, if that is another one.
pub fn tell_after(state: &State, told: &mut &'static str) {
    let name = words::state_name(&state.status.state);
    if state.starts() {
        // The next run may end as the last one did, before anything else is told.
        *told = "";
    } else if *told != name {
        *told = name;
        around::tell("state", name, &state.status_text());
    }
}

/// Does what the surroundings ask, for as long as the page lives.
pub fn obey(store: Store) {
    around::hear(move |what, text| match what.as_str() {
        "run" => {
            store.send(Action::Run);
            // Whoever asks by a script means it.
            store.send(Action::Offered { accepted: true });
        }
        "stop" => store.send(Action::Halt),
        "code" => store.send(Action::OpenCode(text)),
        "open" => store.send(Action::Open(Box::new(Opening::read(&text, around::framed())))),
        "broken" => store.send(Action::Broken(text)),
        "say" => store.send(Action::Say(text)),
        _ => store.redraw(),
    });
    around::tell("ready", "", "");
}
