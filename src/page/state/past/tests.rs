//! What looking at the past asks of the worker, and how it is shown.

use loopthread_protocol::{
    Actor, Event, Failure, Paused, Reason, Record, RequestId, Snapshot, State as Phase, Status, Step, TaskId,
    ThreadId, What,
};

use super::*;
use crate::page::state::{About, Action, control::Steer};

const MAIN: ThreadId = ThreadId(0);

fn hear(state: &mut State, event: Event) {
    state.apply(Action::Heard { events: vec![event], now: 0.0 });
}

fn is(state: &mut State, phase: Phase) {
    hear(state, Event::Status(Status { state: phase, main_ended: false, alive: 0, asking: false }));
}

fn at(line: u32, reason: Reason) -> Paused {
    Paused { thread: MAIN, task: None, line: Some(line), reason, number: 1 }
}

fn running() -> State {
    let mut state = State::new();
    state.apply(Action::OpenCode("n = 1\nprint(n)\n".into()));
    state.apply(Action::Run);
    hear(&mut state, Event::Started { request: RequestId(1), program: true });
    let by = Actor::Python { thread: MAIN, task: None };
    let what = What::ThreadStarted { thread: MAIN, name: "MainThread".into(), daemon: false, by, line: None };
    hear(&mut state, Event::Trace { first: 0, records: vec![Record { at: 0, what }] });
    is(&mut state, Phase::Running);
    state
}

fn steer(state: &mut State, steer: Steer) -> Vec<Effect> {
    state.apply(Action::Steer(steer))
}

fn answered(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    let run = state.runs;
    state.apply(Action::Answered { about: About::Look, run, outcome })
}

fn moment(line: u32, is_now: bool) -> Outcome {
    let snapshot = Snapshot { at: 1_500_000_000, ..Snapshot::default() };
    let stands = Paused { task: Some(TaskId(9)), ..at(line, Reason::Past) };
    Ok(Reply::Moment(Box::new(Moment { record: 7, output: 3, is_now, stands, snapshot })))
}

#[test]
fn what_runs_is_paused_before_its_past_is_shown_and_goes_on_from_the_present() {
    let mut state = running();
    let back = Look::Back(Step::Line);
    let effects = steer(&mut state, Steer::Back(Step::Line));
    assert_eq!(effects, [Effect::Steer(Command::Pause), Effect::Look(back)]);
    is(&mut state, Phase::Paused(at(2, Reason::Asked)));
    assert_eq!(answered(&mut state, moment(1, false)), []);
    assert_eq!(state.paused_line(), Some(1));
    assert!(
        state.status_text().starts_with("the past, 1.500 s, event 7: at line 1, "),
        "{}",
        state.status_text()
    );
    // Forward it goes through the past, too; on it goes from the present.
    assert_eq!(steer(&mut state, Steer::Step(Step::Into)), [Effect::Look(Look::Forward(Step::Into))]);
    answered(&mut state, moment(2, false));
    assert_eq!(steer(&mut state, Steer::Resume), [Effect::Steer(Command::Resume)]);
    assert_eq!((state.past.moment(), state.paused_line()), (None, Some(2)));
}

#[test]
fn what_waited_waits_on_when_the_present_is_shown_again() {
    for by_console in [false, true] {
        let mut state = running();
        is(&mut state, Phase::Waiting);
        steer(&mut state, Steer::Back(Step::Into));
        is(&mut state, Phase::Paused(at(2, Reason::Asked)));
        answered(&mut state, moment(1, false));
        let effects = match by_console {
            true => state.apply(Action::Call("n".into())),
            false => steer(&mut state, Steer::Look(Look::Now)),
        };
        assert_eq!(effects[..2], [Effect::Look(Look::Now), Effect::Steer(Command::Resume)]);
        let notes = state.log.lines().iter().filter(|line| line.text.contains("is paused")).count();
        assert_eq!(notes, 0);
        // What stood still before stands still.
        is(&mut state, Phase::Paused(at(2, Reason::Asked)));
        answered(&mut state, moment(2, true));
        steer(&mut state, Steer::Back(Step::Into));
        answered(&mut state, moment(1, false));
        assert_eq!(steer(&mut state, Steer::Look(Look::Now)), [Effect::Look(Look::Now)]);
    }
}

#[test]
fn moments_that_are_asked_for_while_one_is_sought_come_down_to_the_last() {
    let mut state = running();
    is(&mut state, Phase::Finished);
    assert_eq!(steer(&mut state, Steer::Look(Look::Record(3))), [Effect::Look(Look::Record(3))]);
    assert_eq!(steer(&mut state, Steer::Look(Look::Record(4))), []);
    assert_eq!(steer(&mut state, Steer::Look(Look::Record(5))), []);
    assert_eq!(answered(&mut state, moment(1, false)), [Effect::Look(Look::Record(5))]);
    assert_eq!(answered(&mut state, moment(1, true)), []);
    assert_eq!(state.past.moment(), None);
    assert_eq!(state.obstacle(&Steer::Look(Look::Now)), Some("It is the present"));
}

#[test]
fn without_a_run_there_is_no_past_and_another_run_has_its_own() {
    let mut state = State::new();
    assert_eq!(state.obstacle(&Steer::Back(Step::Line)), Some("Nothing has run"));
    assert_eq!(steer(&mut state, Steer::Back(Step::Line)), []);
    let mut state = running();
    is(&mut state, Phase::Finished);
    steer(&mut state, Steer::Back(Step::Line));
    answered(&mut state, moment(1, false));
    state.apply(Action::Run);
    assert_eq!((state.past.moment(), state.has_past()), (None, false));
}

#[test]
fn a_moment_that_cannot_be_shown_is_told_of() {
    let mut state = running();
    steer(&mut state, Steer::Look(Look::Record(3)));
    answered(&mut state, Err(Failure::Refused { message: "the run is too long to go back in".into() }));
    let told = state.log.lines().iter().map(|line| line.text.as_str()).collect::<String>();
    assert!(told.contains("too long to go back in"), "{told}");
}
