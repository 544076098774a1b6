//! What is tried, what is told of it, and which run an outcome stands for.

use loopthread_protocol::{ClockMode, End, Event, RequestId, RunOutcome};

use super::*;
use crate::page::state::About;

fn trying(source: &str) -> State {
    let mut state = State::new();
    state.apply(Action::OpenCode(source.into()));
    state.apply(Action::ChooseDev(true));
    state.apply(Action::Try(Try::Runs(10)));
    let effects = state.apply(Action::Try(Try::Begin));
    let [Effect::Explore { program, runs: 10, asked: 1 }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((program.clock, program.seed, program.dev), (ClockMode::Instant, 0, true));
    state
}

fn tell(state: &mut State, done: u32, seeds: &[u64]) {
    let outcome = |seed: &u64| RunOutcome {
        stdout: seed.to_string(),
        stderr: String::new(),
        dropped: 0,
        end: End::Exit(0),
    };
    let group = |seed: &u64| Group { outcome: outcome(seed), count: 1, seed: *seed, waits: vec![] };
    let groups = seeds.iter().map(group).collect();
    let events = vec![Event::Explored { request: RequestId(1), done, groups }];
    state.apply(Action::Heard { events, now: 0.0 });
}

fn answer(state: &mut State, asked: u32, outcome: Outcome) {
    state.apply(Action::Answered { about: About::Explore(asked), run: 0, outcome });
}

#[test]
fn outcomes_are_told_while_they_come_and_when_all_runs_are_over() {
    let mut state = trying("x");
    assert_eq!(state.schedules.text().as_deref(), Some("0 of 10 runs: no outcome yet"));
    tell(&mut state, 4, &[0, 2]);
    assert_eq!(state.schedules.text().as_deref(), Some("4 of 10 runs: 2 different outcomes so far"));
    tell(&mut state, 10, &[0, 2, 9]);
    answer(&mut state, 1, Ok(loopthread_protocol::Reply::Done));
    assert_eq!(state.schedules.text().as_deref(), Some("10 runs: 3 different outcomes"));
    // More are not told.
    state.apply(Action::Try(Try::Begin));
    tell(&mut state, 10, &Vec::from_iter(0..EXPLORED_GROUPS as u64));
    assert_eq!(state.schedules.text().as_deref(), Some("10 of 10 runs: 50 different outcomes or more"));
}

#[test]
fn an_outcome_is_run_as_it_was_tried_unless_the_program_is_another() {
    let mut state = trying("x");
    tell(&mut state, 10, &[0, 7]);
    state.apply(Action::ChooseDev(false));
    let effects = state.apply(Action::Try(Try::Show(7)));
    let [.., Effect::Run(program)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((program.clock, program.seed, program.dev), (ClockMode::Instant, 7, true));
    // It is the page's seed from now on.
    assert_eq!((state.seed, state.clock), (7, Clock::Instant));
    state.apply(Action::Edit("y".into()));
    assert_eq!(state.apply(Action::Try(Try::Show(0))), []);
    assert_eq!(state.seed, 7);
}

#[test]
fn it_is_stopped_by_its_own_button_and_by_the_headers_and_what_still_comes_is_not_taken() {
    for stop in [Action::Try(Try::Begin), Action::Halt] {
        let mut state = trying("x");
        tell(&mut state, 4, &[0]);
        let effects = state.apply(stop);
        assert!(matches!(effects.as_slice(), [Effect::Explore { runs: 0, asked: 2, .. }]), "{effects:?}");
        tell(&mut state, 0, &[]);
        let text = state.schedules.text();
        assert_eq!(text.as_deref(), Some("Stopped after 4 of 10 runs: always the same outcome"));
        state.apply(Action::Try(Try::Begin));
        answer(&mut state, 1, Err(Failure::Halted));
        assert!(state.schedules.going);
        // A worker that is lost answers so, too.
        answer(&mut state, 3, Err(Failure::Halted));
        assert!(!state.schedules.going);
    }
}
