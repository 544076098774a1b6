//! The examples, run by a real session, as the twin tells them: short, and in words that a learner knows.

use std::time::Duration;

use loopthread_protocol::{Command, Request, RequestId};
use loopthread_session::{Session, Turn};

use super::twin::{Told, tell};
use crate::page::{
    examples::{EXAMPLES, Example},
    state::{Action, Effect, State},
};

/// What the twin tells of an example that has run.
fn story(example: &'static Example) -> Vec<Told> {
    let mut state = State::new();
    state.apply(Action::ChooseClock(crate::page::state::control::Clock::Instant));
    state.apply(Action::ChooseExample(example));
    let effects = state.apply(Action::Run);
    let [Effect::Run(program)] = effects.as_slice() else { panic!("{effects:?}") };
    let mut session = Session::new();
    session.handle(Request { id: RequestId(1), command: Command::Run(program.clone()) });
    loop {
        let turn = session.turn(100_000, Duration::ZERO);
        state.apply(Action::Heard { events: session.events(), now: 0.0 });
        if turn != Turn::More {
            break;
        }
    }
    assert!(!state.alive(), "{} has not ended", example.slug);
    tell(&state.timeline, state.latest.0)
}

#[test]
fn no_example_is_told_at_length_or_in_names_of_the_library() {
    for example in EXAMPLES {
        let told = story(example);
        assert!(!told.is_empty());
        for Told { title, items } in told {
            assert!(items.len() <= 18, "{}: {title} has {} sentences", example.slug, items.len());
            for text in items.iter().chain([&title]) {
                let inner = ["<locals>", " _", "(_"].iter().find(|mark| text.contains(**mark));
                assert_eq!(inner, None, "{}: {text}", example.slug);
            }
        }
    }
}
