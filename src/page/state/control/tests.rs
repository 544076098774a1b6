//! What steering asks of the worker, what it refuses, and how it is told.

use loopthread_protocol::{
    Actor, Event, LoopId, Program, Record, Reply, RequestId, Status, TaskId, TaskState, What,
};

use super::*;
use crate::page::state::{About, Action};

fn heard(state: &mut State, phase: Phase) {
    let status = Status { state: phase, main_ended: false, alive: 0, asking: false };
    state.apply(Action::Heard { events: vec![Event::Status(status)], now: 0.0 });
}

/// A program that has been asked to run, and said that it started.
fn started(state: &mut State, action: Action) -> Vec<Effect> {
    let effects = state.apply(action);
    let events = vec![Event::Started { request: RequestId(1), program: true }];
    state.apply(Action::Heard { events, now: 0.0 });
    heard(state, Phase::Running);
    effects
}

fn running() -> State {
    let mut state = State::new();
    state.apply(Action::OpenCode("n = 1\nprint(n)\n".into()));
    started(&mut state, Action::Run);
    state
}

fn at(line: u32, reason: Reason) -> Phase {
    Phase::Paused(Paused { thread: MAIN, task: None, line: Some(line), reason, number: 1 })
}

fn steer(state: &mut State, steer: Steer) -> Vec<Effect> {
    state.apply(Action::Steer(steer))
}

fn told(state: &mut State, what: What) {
    let events = vec![Event::Trace { first: 0, records: vec![Record { at: 0, what }] }];
    state.apply(Action::Heard { events, now: 0.0 });
}

fn answered(state: &mut State) {
    let run = state.runs;
    state.apply(Action::Answered { about: About::Steer, run, outcome: Ok(Reply::Done) });
}

fn breakpoint(line: u32) -> Breakpoint {
    Breakpoint { line, condition: None }
}

fn breakpoints(lines: &[u32]) -> Effect {
    let lines = lines.iter().copied().map(breakpoint).collect();
    Effect::Steer(Command::Breakpoints { lines, exceptions: false })
}

#[test]
fn a_step_starts_a_program_that_does_not_run_and_goes_on_with_one_that_is_paused() {
    let mut state = State::new();
    state.apply(Action::OpenCode("n = 1\n".into()));
    assert_eq!(steer(&mut state, Steer::Step(Step::Into)), []);
    let effects = started(&mut state, Action::Steer(Steer::Step(Step::Line)));
    assert!(matches!(effects.as_slice(), [Effect::Debug(Program { .. })]), "{effects:?}");
    assert_eq!(state.obstacle(&Steer::Step(Step::Line)), Some("Pause first"));
    heard(&mut state, at(1, Reason::Step));
    assert_eq!((state.status_text().as_str(), state.paused_line()), ("paused at line 1", Some(1)));
    let step = Command::Step { step: Step::Line, follow: None };
    assert_eq!(steer(&mut state, Steer::Step(Step::Line)), [Effect::Steer(step)]);
}

#[test]
fn a_step_that_is_not_answered_is_not_asked_for_again() {
    let mut state = running();
    heard(&mut state, at(1, Reason::Asked));
    assert_eq!(steer(&mut state, Steer::Resume), [Effect::Steer(Command::Resume)]);
    assert_eq!(steer(&mut state, Steer::Step(Step::Line)), []);
    answered(&mut state);
    assert_eq!(steer(&mut state, Steer::Step(Step::Line)).len(), 1);
}

#[test]
fn only_what_can_be_done_is_asked_for() {
    let mut state = running();
    assert_eq!(steer(&mut state, Steer::Resume), []);
    assert_eq!(steer(&mut state, Steer::Pause), [Effect::Steer(Command::Pause)]);
    heard(&mut state, at(2, Reason::Asked));
    assert_eq!(state.obstacle(&Steer::Pause), Some("It is paused"));
    heard(&mut state, Phase::Finished);
    assert_eq!(state.obstacle(&Steer::Pause), Some("Nothing runs"));
    assert_eq!(state.obstacle(&Steer::Resume), Some("Nothing is paused"));
}

#[test]
fn a_paused_program_is_halted_and_run_asks_first() {
    let mut state = running();
    heard(&mut state, at(2, Reason::Asked));
    assert_eq!(state.apply(Action::Run), []);
    assert!(state.offer);
    assert_eq!(state.apply(Action::Halt), [Effect::Halt]);
}

#[test]
fn it_is_said_where_and_why_it_is_paused() {
    let mut state = running();
    heard(&mut state, at(2, Reason::Breakpoint));
    assert_eq!(state.status_text(), "paused at line 2: breakpoint");
    heard(&mut state, at(2, Reason::Exception { error: "ValueError: no".into() }));
    assert_eq!(state.status_text(), "paused at line 2: ValueError: no");
    let error = "NameError: name 'm' is not defined".to_owned();
    let paused = Paused {
        thread: MAIN,
        task: Some(TaskId(3)),
        line: Some(1),
        reason: Reason::Condition { error },
        number: 1,
    };
    heard(&mut state, Phase::Paused(paused));
    let told =
        "paused at line 1, task 3: the breakpoint's condition fails, NameError: name 'm' is not defined";
    assert_eq!(state.status_text(), told);
}

#[test]
fn breakpoints_are_told_before_a_run_and_when_they_change() {
    let mut state = State::new();
    state.apply(Action::OpenCode("n = 1\nprint(n)\n".into()));
    assert_eq!(
        steer(&mut state, Steer::Breakpoints(vec![breakpoint(1), breakpoint(2)])),
        [Effect::SaveBreakpoints]
    );
    let effects = started(&mut state, Action::Run);
    assert!(matches!(effects.as_slice(), [told, Effect::Run(_)] if *told == breakpoints(&[1, 2])));
    let effects = steer(&mut state, Steer::Breakpoints(vec![breakpoint(2)]));
    assert_eq!(effects, [breakpoints(&[2]), Effect::SaveBreakpoints]);
    heard(&mut state, Phase::Finished);
    // What the worker knows is not told again, but to another worker.
    assert_eq!(started(&mut state, Action::Run).len(), 1);
    state.apply(Action::Lost { words: "gone".into() });
    assert_eq!(started(&mut state, Action::Run).len(), 2);
}

#[test]
fn breakpoints_of_an_edited_text_wait_for_the_next_run_and_nothing_is_marked() {
    let mut state = running();
    heard(&mut state, at(2, Reason::Asked));
    state.apply(Action::Edit("\nn = 1\nprint(n)\n".into()));
    assert_eq!(state.paused_line(), None);
    assert_eq!(steer(&mut state, Steer::Breakpoints(vec![breakpoint(3)])), [Effect::SaveBreakpoints]);
    assert_eq!(state.apply(Action::Edit("n = 2\n".into())), [Effect::Save, Effect::SaveBreakpoints]);
    state.apply(Action::Run);
    let effects = state.apply(Action::Offered { accepted: true });
    assert_eq!(effects.first(), Some(&breakpoints(&[3])));
}

#[test]
fn breakpoints_come_back_with_their_text() {
    let mut state = State::new();
    state.apply(Action::OpenCode("a\n".into()));
    steer(&mut state, Steer::Breakpoints(vec![breakpoint(1)]));
    let kept = state.kept_breakpoints();
    state.apply(Action::OpenCode("b\n".into()));
    assert_eq!(state.control.breakpoints(), []);
    state.apply(Action::OpenCode("a\n".into()));
    assert_eq!(state.control.breakpoints(), [breakpoint(1)]);
    let mut later = State::new();
    steer(&mut later, Steer::Keep(kept));
    later.apply(Action::OpenCode("a\n".into()));
    assert_eq!(later.control.breakpoints(), [breakpoint(1)]);
}

#[test]
fn breakpoints_are_written_and_read() {
    let condition = Some("n > 3 or not m".to_owned());
    let lines = vec![breakpoint(7), Breakpoint { line: 12, condition }];
    assert_eq!(write(&lines), "7\n12 n > 3 or not m\n");
    assert_eq!(read(&write(&lines)), lines);
    assert_eq!(read("no\n\n-1\n3  \n"), [breakpoint(3)]);
}

#[test]
fn the_speed_is_told_when_it_changes_and_by_hand_only_is_none() {
    let speed = |percent| vec![Effect::Steer(Command::Speed { percent })];
    let mut state = running();
    assert_eq!(steer(&mut state, Steer::Speed(0)), speed(1));
    assert_eq!(state.pace(), 1e4);
    assert_eq!(state.apply(Action::ChooseClock(Clock::Manual)), speed(0));
    assert_eq!(state.pace(), 0.0);
    assert_eq!(steer(&mut state, Steer::Speed(3)), []);
    steer(&mut state, Steer::AdvanceBy(Some(5)));
    let advance = Effect::Steer(Command::Advance { nanos: Some(5) });
    assert_eq!(steer(&mut state, Steer::Advance), [advance]);
    assert_eq!(state.apply(Action::ChooseClock(Clock::Real)), speed(1));
}

#[test]
fn a_step_follows_whom_was_chosen_until_they_end_or_the_next_run() {
    let mut state = running();
    heard(&mut state, at(1, Reason::Asked));
    let (id, by) = (TaskId(7), Actor::Python { thread: MAIN, task: None });
    let (name, coro) = ("Task-7".to_owned(), "work".to_owned());
    told(&mut state, What::TaskCreated { task: id, lp: LoopId(0), name, coro, by, line: None });
    let task = Some(Follow::Task(id));
    steer(&mut state, Steer::Follow(task));
    let step = Command::Step { step: Step::Line, follow: task };
    assert_eq!(steer(&mut state, Steer::Step(Step::Line)), [Effect::Steer(step)]);
    told(&mut state, What::TaskState { task: id, state: TaskState::Done });
    assert_eq!(state.control.follow, None);
    answered(&mut state);
    let thread = Some(Follow::Thread(ThreadId(0)));
    steer(&mut state, Steer::Follow(thread));
    let step = Command::Step { step: Step::Out, follow: thread };
    assert_eq!(steer(&mut state, Steer::Step(Step::Out)), [Effect::Steer(step)]);
    state.apply(Action::Halted { by_force: true });
    state.apply(Action::Run);
    assert_eq!(state.control.follow, None);
}
