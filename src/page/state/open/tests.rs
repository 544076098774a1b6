//! Opening and sharing: what a link does to the page, and what it must not.

use loopthread_protocol::{
    Breakpoint, Command, Event, LoopId, Record, RequestId, State as Phase, Status, What,
};

use super::*;
use crate::page::{examples::EXAMPLES, state::Action};

fn opened(text: &str) -> State {
    let mut state = State::new();
    state.apply(Action::Open(Box::new(Opening::read(text, false))));
    state
}

#[test]
fn a_link_opens_what_it_was_made_of_and_runs_nothing() {
    let mut state = State::new();
    state.apply(Action::OpenCode("n = 1\nprint(n)\n".into()));
    state.apply(Action::ChooseClock(Clock::Instant));
    state.apply(Action::ChooseSeed(7));
    state.apply(Action::ChooseDev(true));
    let stop = Breakpoint { line: 2, condition: Some("n > 0".into()) };
    state.apply(Action::Steer(Steer::Breakpoints(vec![stop.clone()])));
    let opening = state.opening();

    let mut other = State::new();
    other.apply(Action::ChooseSeed(3));
    let effects = other.apply(Action::Open(Box::new(Opening::read(&opening.write(), false))));
    assert_eq!(effects, []);
    assert_eq!(
        (other.source.as_str(), other.seed, other.clock, other.dev),
        ("n = 1\nprint(n)\n", 7, Clock::Instant, true)
    );
    assert_eq!(other.control.breakpoints(), [stop]);
    assert_eq!(other.opening(), opening);
}

#[test]
fn a_link_to_a_plain_program_brings_the_usual_back() {
    let mut state = opened("seed: 7\nclock: instant\ndev: yes\nspeed: 10\n\nx");
    state.apply(Action::Open(Box::new(Opening::read("\nx", false))));
    assert_eq!((state.seed, state.clock, state.dev), (0, Clock::Real, false));
}

#[test]
fn what_the_editor_showed_is_among_the_own_programs_when_a_link_is_opened() {
    let mut state = State::new();
    state.apply(Action::OpenExample(&EXAMPLES[0]));
    state.apply(Action::Edit("mine".into()));
    state.apply(Action::Open(Box::new(Opening::read("\ntheirs", false))));
    assert_eq!((state.source.as_str(), state.own.list()[0].source.as_str()), ("theirs", "mine"));
}

#[test]
fn a_broken_link_empties_the_editor_and_loses_nothing() {
    let mut state = State::new();
    state.apply(Action::OpenCode("from a link\n".into()));
    assert_eq!(state.apply(Action::Broken("It is broken.".into())), []);
    let notice = state.notice.clone().unwrap();
    assert!(notice.starts_with("It is broken. The editor is empty. Your own programs"), "{notice}");
    assert_eq!((state.source.as_str(), state.own.list().len()), ("", 1));
    state.apply(Action::ChooseExample(&EXAMPLES[2]));
    assert_eq!(state.notice, None);
    state.apply(Action::Broken("No.".into()));
    state.apply(Action::Dismiss);
    assert_eq!(state.notice, None);
}

/// A run that has told so many records.
fn told(state: &mut State, records: u64) -> Vec<Effect> {
    let records = (0..records).map(|at| Record { at, what: What::Turn { lp: LoopId(0), ready: 1 } });
    state.apply(Action::Heard {
        events: vec![Event::Trace { first: 0, records: records.collect() }],
        now: 0.0,
    })
}

#[test]
fn the_run_stops_at_the_moment_that_the_link_leads_to() {
    let mut state = opened("moment: 5\n\npass");
    assert!(state.notice.as_ref().is_some_and(|notice| notice.contains("event 5")));
    assert_eq!(state.opening().moment, Some(5));
    state.apply(Action::Run);
    state.apply(Action::Heard {
        events: vec![Event::Started { request: RequestId(1), program: true }],
        now: 0.0,
    });
    let status = Status { state: Phase::Running, main_ended: false, alive: 1, asking: false };
    state.apply(Action::Heard { events: vec![Event::Status(status)], now: 0.0 });
    assert_eq!(told(&mut state, 4), []);
    let effects = told(&mut state, 6);
    assert_eq!(effects, [Effect::Steer(Command::Pause), Effect::Look(Look::Record(5))]);
    assert_eq!(told(&mut state, 7), [], "it is gone to once");
}

#[test]
fn a_link_that_is_followed_while_a_program_runs_leads_nowhere_in_that() {
    let mut state = opened("\npass");
    state.apply(Action::Run);
    state.apply(Action::Heard {
        events: vec![Event::Started { request: RequestId(1), program: true }],
        now: 0.0,
    });
    state.apply(Action::Open(Box::new(Opening::read("moment: 5\n\nother", false))));
    assert_eq!(told(&mut state, 9), []);
    assert_eq!(state.opening().moment, Some(5));
}

#[test]
fn an_edited_text_has_no_such_moment() {
    let mut state = opened("moment: 5\n\npass");
    state.apply(Action::Edit("pass # mine".into()));
    assert_eq!(state.opening().moment, None);
}

#[test]
fn what_is_copied_is_left_to_the_surroundings_and_told_in_their_words() {
    let mut state = opened("\npass");
    assert_eq!(state.apply(Action::Share(Share::Link)), [Effect::Share(Share::Link)]);
    state.apply(Action::Say("The link is copied.".into()));
    assert_eq!(state.notice.as_deref(), Some("The link is copied."));
}

#[test]
fn the_lines_for_another_page_have_the_program_as_html() {
    let opening = Opening::read("clock: instant\nseed: 3\nspeed: 50\ndev: yes\n\nprint(1 < 2 & 3)", false);
    assert_eq!(
        embedding(&opening),
        "<loop-thread clock=\"instant\" seed=\"3\" speed=\"0.50\" dev><pre><code>print(1 &lt; 2 &amp; 3)</code></pre></loop-thread>\n"
    );
}
