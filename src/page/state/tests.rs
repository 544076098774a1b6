//! The page's rules, from the learner's side: what is shown, what is asked, what is kept.

use loopthread_protocol::{
    Actor, Answer, ClockMode, LoopId, Output, Position, Record, RequestId, Stream, TaskId, TaskState,
    ThreadId, ThreadState, What,
};

use super::{own::Own, *};
use crate::page::examples::EXAMPLES;

const MAIN: ThreadId = ThreadId(0);
const LOOP: ThreadId = ThreadId(1);

fn opened(source: &str) -> State {
    let mut state = State::new();
    state.apply(Action::OpenCode(source.into()));
    state
}

/// A program that has started and said so.
fn running() -> State {
    let mut state = opened("print(1)\n");
    state.apply(Action::Run);
    hear(
        &mut state,
        vec![Event::Started { request: RequestId(1), program: true }, told(Phase::Running, false, 0)],
    );
    state
}

fn hear(state: &mut State, events: Vec<Event>) {
    assert_eq!(state.apply(Action::Heard { events, now: 0.0 }), []);
}

fn told(state: Phase, main_ended: bool, alive: u32) -> Event {
    Event::Status(Status { state, main_ended, alive, asking: false })
}

fn print(text: &str) -> Event {
    let text = text.to_owned();
    Event::Output(Output { stream: Stream::Stdout, text, at: 7, thread: MAIN, task: None })
}

fn answered(state: &mut State, about: About, outcome: Outcome) {
    let run = state.runs;
    state.apply(Action::Answered { about, run, outcome });
}

/// A loop thread with one task.
fn loop_thread() -> Event {
    let by = Actor::Python { thread: MAIN, task: None };
    let (lp, task) = (LoopId(0), TaskId(0));
    let whats = vec![
        What::ThreadStarted { thread: LOOP, name: "loop".into(), daemon: false, by, line: None },
        What::LoopAttached { lp, thread: LOOP },
        What::TaskCreated { task, lp, name: "Task-1".into(), coro: "tick".into(), by, line: Some(3) },
    ];
    Event::Trace { first: 0, records: whats.into_iter().map(|what| Record { at: 5, what }).collect() }
}

fn lines(state: &State) -> Vec<(&str, &str)> {
    state.log.lines().iter().map(|line| (line.kind.name(), line.text.as_str())).collect()
}

#[test]
fn run_sends_the_program_and_shows_that_it_runs_before_the_worker_answers() {
    let mut state = opened("print(1)\n");
    state.apply(Action::ChooseClock(Clock::Instant));
    state.apply(Action::ChooseDev(true));
    let effects = state.apply(Action::Run);
    let [Effect::Run(program)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((program.source.as_str(), program.clock), ("print(1)\n", ClockMode::Instant));
    assert!(program.dev);
    assert_eq!(state.status.state, Phase::Running);
}

#[test]
fn what_the_process_before_still_says_is_not_shown() {
    let mut state = running();
    hear(&mut state, vec![told(Phase::Finished, true, 0)]);
    state.apply(Action::Run);
    hear(&mut state, vec![print("old\n"), loop_thread(), told(Phase::Stopped { limit: None }, false, 0)]);
    assert_eq!((lines(&state), &state.status.state), (vec![], &Phase::Running));
    hear(&mut state, vec![Event::Started { request: RequestId(2), program: true }, print("new\n")]);
    assert_eq!(lines(&state), [("stdout", "new")]);
    assert!(state.timeline.is_empty() && state.roster.live_count() == 0);
}

#[test]
fn output_names_its_thread_and_task() {
    let mut state = running();
    let task = Some(TaskId(0));
    let output = Output { stream: Stream::Stdout, text: "hi\n".into(), at: 9, thread: LOOP, task };
    hear(&mut state, vec![loop_thread(), Event::Output(output)]);
    let line = &state.log.lines()[0];
    assert_eq!((&*line.thread, line.task.as_deref(), line.at), ("loop", Some("Task-1"), 9));
}

#[test]
fn run_offers_to_stop_first_when_threads_are_left() {
    let mut state = running();
    hear(&mut state, vec![print("kept\n"), told(Phase::Waiting, true, 1)]);
    assert_eq!(state.apply(Action::Run), []);
    assert!(state.offer);
    assert_eq!(state.apply(Action::Offered { accepted: false }), []);
    assert!(!state.offer && lines(&state) == [("stdout", "kept")]);
    state.apply(Action::Run);
    assert!(matches!(state.apply(Action::Offered { accepted: true }).as_slice(), [Effect::Run(_)]));
}

#[test]
fn what_the_console_keeps_busy_is_alive_and_run_does_not_ask_about_it() {
    let mut state = State::new();
    state.apply(Action::Call("while True: pass".into()));
    hear(&mut state, vec![told(Phase::Running, true, 0)]);
    assert!(state.alive());
    assert_eq!(state.status_text(), "running");
    assert_eq!(state.apply(Action::Halt), [Effect::Halt]);
    hear(&mut state, vec![told(Phase::Waiting, true, 0)]);
    assert!(matches!(state.apply(Action::Run).as_slice(), [Effect::Run(_)]));
}

#[test]
fn the_tasks_of_a_thread_that_was_halted_are_no_longer_listed() {
    let mut state = running();
    hear(&mut state, vec![loop_thread()]);
    assert_eq!(state.roster.live_count(), 1);
    let ended = Record { at: 9, what: What::ThreadEnded { thread: LOOP } };
    hear(&mut state, vec![Event::Trace { first: 0, records: vec![ended] }, told(Phase::Finished, true, 0)]);
    assert_eq!(state.roster.live_count(), 0);
}

#[test]
fn run_pressed_again_while_it_starts_asks_for_nothing_more() {
    let mut state = opened("x");
    state.apply(Action::Run);
    assert_eq!(state.apply(Action::Run), []);
    assert!(!state.offer);
    hear(&mut state, vec![Event::Started { request: RequestId(1), program: true }, print("1\n")]);
    assert_eq!(lines(&state), [("stdout", "1")]);
}

#[test]
fn pressing_run_again_accepts_the_offer_and_the_end_of_the_run_withdraws_it() {
    let mut state = running();
    state.apply(Action::Run);
    assert!(matches!(state.apply(Action::Run).as_slice(), [Effect::Run(_)]));
    let mut state = running();
    state.apply(Action::Run);
    hear(&mut state, vec![told(Phase::Finished, true, 0)]);
    assert!(!state.offer);
    assert_eq!(state.apply(Action::Offered { accepted: true }), []);
}

#[test]
fn stop_asks_once_and_keeps_output_and_program() {
    let mut state = running();
    hear(&mut state, vec![print("1\n"), loop_thread()]);
    assert_eq!(state.apply(Action::Halt), [Effect::Halt]);
    assert_eq!(state.apply(Action::Halt), []);
    hear(&mut state, vec![told(Phase::Stopped { limit: None }, false, 0)]);
    state.apply(Action::Halted { by_force: false });
    assert_eq!((lines(&state), state.source.as_str()), (vec![("stdout", "1")], "print(1)\n"));
    assert_eq!(state.roster.live_count(), 0);
    assert!(matches!(state.apply(Action::Run).as_slice(), [Effect::Run(_)]));
}

#[test]
fn a_replaced_worker_is_a_stopped_run_and_says_so() {
    let mut state = running();
    hear(&mut state, vec![print("1\n")]);
    state.apply(Action::Halt);
    state.apply(Action::Halted { by_force: true });
    assert_eq!(state.status.state, Phase::Stopped { limit: None });
    assert!(matches!(lines(&state).as_slice(), [("stdout", "1"), ("note", _)]));
}

#[test]
fn a_crash_keeps_output_and_program_and_the_next_run_works() {
    let mut state = running();
    hear(&mut state, vec![print("1\n")]);
    state.apply(Action::Lost { words: "unreachable".into() });
    assert_eq!(state.status.state, Phase::Failed { exit_code: 1 });
    assert_eq!(lines(&state)[0], ("stdout", "1"));
    assert!(lines(&state)[1].1.contains("unreachable"));
    assert!(matches!(state.apply(Action::Run).as_slice(), [Effect::Run(_)]));
    hear(&mut state, vec![Event::Started { request: RequestId(2), program: true }, print("2\n")]);
    assert_eq!(lines(&state), [("stdout", "2")]);
}

#[test]
fn a_part_that_cannot_be_fetched_ends_the_run_and_loses_nothing() {
    let mut state = opened("x");
    for run in 1..3 {
        state.apply(Action::Run);
        let started = Event::Started { request: RequestId(run), program: true };
        hear(&mut state, vec![started, print("1\n"), Event::Unfetched { file: "rest.wasm".into() }]);
        assert_eq!(state.status.state, Phase::Failed { exit_code: 1 });
        assert_eq!((lines(&state).len(), lines(&state)[0]), (2, ("stdout", "1")));
        assert!(lines(&state)[1].1.contains("(rest.wasm) could not be fetched"));
    }
    state.apply(Action::Run);
    hear(&mut state, vec![Event::Unfetched { file: "rest.wasm".into() }]);
    answered(&mut state, About::Run, Err(Failure::Halted));
    assert_eq!(state.status.state, Phase::Failed { exit_code: 1 });
    assert!(matches!(state.apply(Action::Run).as_slice(), [Effect::Run(_)]));
}

#[test]
fn a_crash_before_the_run_has_started_does_not_silence_the_next_one() {
    let mut state = opened("x");
    state.apply(Action::Run);
    state.apply(Action::Lost { words: "gone".into() });
    answered(&mut state, About::Run, Err(Failure::Halted));
    state.apply(Action::Run);
    hear(&mut state, vec![Event::Started { request: RequestId(2), program: true }, print("2\n")]);
    assert_eq!(lines(&state), [("stdout", "2")]);
}

#[test]
fn a_program_too_long_is_not_sent_and_says_why() {
    let mut state = opened(&"#".repeat(SOURCE_BYTES + 1));
    assert_eq!(state.apply(Action::Run), []);
    assert!(lines(&state)[0].1.contains("too long"));
    assert_eq!(state.status.state, Phase::Idle);
}

#[test]
fn the_console_shows_what_was_asked_and_what_came_of_it() {
    let mut state = running();
    let call = Effect::Call(Target::Page, "1 + 1".into());
    assert_eq!(state.apply(Action::Call("1 + 1\n".into())), [call, Effect::SaveHistory]);
    assert_eq!(state.apply(Action::Call("  ".into())), []);
    let value = Ok(Reply::Value { repr: Some("2".into()) });
    answered(&mut state, About::Call(1), value);
    let raised = Err(Failure::Raised { traceback: "Traceback …\nValueError: no\n".into() });
    answered(&mut state, About::Call(1), raised);
    let nothing = Ok(Reply::Value { repr: None });
    answered(&mut state, About::Call(1), nothing);
    let expected =
        [("call", "1 + 1"), ("result", "2"), ("error", "Traceback …"), ("error", "ValueError: no")];
    assert_eq!(lines(&state), expected);
}

#[test]
fn an_answer_bears_the_number_of_what_was_asked() {
    let mut state = running();
    state.apply(Action::Call("slow()".into()));
    state.apply(Action::Spawn("quick()".into()));
    answered(&mut state, About::Spawn(2), Ok(Reply::Task(TaskId(0))));
    answered(&mut state, About::Call(1), Ok(Reply::Value { repr: Some("1".into()) }));
    let asks: Vec<_> = state.log.lines().iter().map(|line| (line.kind.name(), line.ask)).collect();
    assert_eq!(asks, [("call", 1), ("call", 2), ("result", 2), ("result", 1)]);
}

#[test]
fn names_are_asked_for_the_text_before_the_cursor_and_forgotten_when_it_is_sent() {
    let mut state = running();
    assert_eq!(state.apply(Action::Complete(Some("x.ap".into()))), [Effect::Complete("x.ap".into())]);
    let outcome = Ok(Reply::Names(vec!["append".into()]));
    state.apply(Action::Completed { before: "x.ap".into(), outcome });
    let told = state.completion.as_ref().map(|told| (told.before.as_str(), told.names.len()));
    assert_eq!(told, Some(("x.ap", 1)));
    state.apply(Action::Call("x.append(1)".into()));
    assert!(state.completion.is_none());
    assert_eq!(state.history.texts(), ["x.append(1)"]);
}

#[test]
fn the_console_talks_to_the_chosen_thread_until_it_has_ended() {
    let mut state = running();
    hear(&mut state, vec![loop_thread()]);
    state.apply(Action::ChooseTarget(Target::Thread(LOOP)));
    assert_eq!(state.apply(Action::StopThread), [Effect::StopThread(Target::Thread(LOOP))]);
    let ended = Record { at: 9, what: What::ThreadEnded { thread: LOOP } };
    hear(&mut state, vec![Event::Trace { first: 0, records: vec![ended] }]);
    assert_eq!(state.target, Target::Page);
}

#[test]
fn after_a_halt_the_console_has_a_fresh_process_and_the_log_says_so() {
    let mut state = running();
    hear(&mut state, vec![print("1\n"), loop_thread(), told(Phase::Stopped { limit: None }, false, 0)]);
    state.apply(Action::Call("1 + 1".into()));
    let fresh = || Event::Started { request: RequestId(2), program: false };
    hear(&mut state, vec![fresh(), told(Phase::Idle, true, 0)]);
    let value = Ok(Reply::Value { repr: Some("2".into()) });
    answered(&mut state, About::Call(1), value);
    let expected = [("stdout", "1"), ("call", "1 + 1"), ("note", words::FRESH), ("result", "2")];
    assert_eq!(lines(&state), expected);
    assert!(state.timeline.is_empty());
    assert_eq!(state.status.state, Phase::Idle);
    // A program that was asked for meanwhile is not the one that has begun.
    state.apply(Action::Run);
    hear(&mut state, vec![fresh(), print("old\n")]);
    assert_eq!((lines(&state), &state.status.state), (vec![], &Phase::Running));
}

#[test]
fn a_task_is_listed_until_it_ends() {
    let mut state = running();
    hear(&mut state, vec![loop_thread()]);
    let listed: Vec<_> =
        state.roster.live_tasks().map(|(id, task, on)| (id, task.name.clone(), on)).collect();
    assert_eq!(listed, [(TaskId(0), "Task-1".into(), "loop".into())]);
    assert_eq!(state.apply(Action::Cancel(TaskId(0))), [Effect::Cancel(TaskId(0))]);
    let ended = What::TaskState { task: TaskId(0), state: TaskState::Cancelled };
    hear(&mut state, vec![Event::Trace { first: 0, records: vec![Record { at: 9, what: ended }] }]);
    assert_eq!(state.roster.live_count(), 0);
}

#[test]
fn an_edit_takes_the_marks_away_and_only_the_latest_check_counts() {
    let mut state = opened("if x\n");
    let place = Position { line: 1, column: 4 };
    let mark = || Diagnostic {
        class: "SyntaxError".into(),
        message: "expected ':'".into(),
        start: place,
        end: place,
    };
    let checked = |edits| Action::Answered {
        about: About::Check(edits),
        run: 0,
        outcome: Ok(Reply::Checked(vec![mark()])),
    };
    let asked = |state: &mut State| match state.apply(Action::Rest).as_slice() {
        [Effect::Check { edits, .. }] => *edits,
        other => panic!("{other:?}"),
    };
    let first = asked(&mut state);
    assert_eq!(state.apply(Action::Edit("if x:\n".into())), [Effect::Save]);
    state.apply(checked(first));
    assert!(state.diagnostics.is_empty());
    let second = asked(&mut state);
    state.apply(checked(second));
    assert_eq!(state.diagnostics, [mark()]);
    state.apply(Action::Edit("if x: y\n".into()));
    assert!(state.diagnostics.is_empty());
}

#[test]
fn reset_brings_the_text_back_and_empties_the_output() {
    let example = &EXAMPLES[1];
    let mut state = running();
    hear(&mut state, vec![print("1\n")]);
    assert_eq!(state.apply(Action::ChooseExample(example)), [Effect::Save]);
    state.apply(Action::Edit("mine".into()));
    let before = state.opened;
    assert_eq!(state.apply(Action::Reset), [Effect::Save]);
    assert_eq!((state.source.as_str(), state.example), (example.source, Some(example)));
    assert!(state.opened != before && state.log.is_empty());
}

#[test]
fn an_own_program_is_offered_while_something_else_is_shown() {
    let mut state = State::new();
    state.apply(Action::Keep(Programs::of(vec![Own { source: "old".into(), example: None }])));
    state.apply(Action::OpenExample(&EXAMPLES[2]));
    state.apply(Action::Edit("mine".into()));
    state.apply(Action::Reset);
    assert_eq!(state.apply(Action::ChooseExample(&EXAMPLES[1])), [Effect::Save]);
    let offered = state.own.offered();
    assert_eq!((offered[0].0, offered[1].1.as_str(), offered.len()), (1, "Your program", 2));
    assert_eq!(state.apply(Action::ChooseOwn(1)), [Effect::Save]);
    assert_eq!((state.source.as_str(), state.example), ("mine", Some(&EXAMPLES[2])));
    assert_eq!(state.original, EXAMPLES[2].source);
    state.apply(Action::Edit("mine, too".into()));
    let sources: Vec<&str> = state.own.list().iter().map(|own| own.source.as_str()).collect();
    assert_eq!(sources, ["old", "mine, too"]);
}

#[test]
fn an_undo_past_an_opened_example_brings_its_program_back() {
    let mut state = opened("from a link");
    state.apply(Action::ChooseExample(&EXAMPLES[1]));
    state.apply(Action::Edit("from a link".into()));
    assert_eq!((state.example, state.original.as_str()), (None, "from a link"));
    state.apply(Action::Edit(EXAMPLES[1].source.into()));
    assert_eq!((state.example, state.own.shown()), (Some(&EXAMPLES[1]), None));
}

#[test]
fn an_opened_link_is_not_saved_over_the_program_that_is_kept() {
    let mut state = State::new();
    assert_eq!(state.apply(Action::OpenCode("x".into())), []);
    assert_eq!(state.apply(Action::OpenExample(&EXAMPLES[1])), []);
}

#[test]
fn answers_to_requests_of_a_stopped_run_are_silent_but_for_a_call() {
    let mut state = running();
    for about in [About::Run, About::Spawn(1), About::Cancel, About::StopThread] {
        answered(&mut state, about, Err(Failure::Halted));
    }
    assert!(state.log.is_empty());
    answered(&mut state, About::Call(1), Err(Failure::Halted));
    assert_eq!(lines(&state), [("error", "stopped before there was an answer")]);
    hear(&mut state, vec![Event::Answer(Answer { request: RequestId(1), outcome: Ok(Reply::Done) })]);
}

#[test]
fn the_answers_of_a_run_do_not_land_in_the_output_of_the_next() {
    let mut state = running();
    state.apply(Action::Call("while True: pass".into()));
    let run = state.runs;
    state.apply(Action::Run);
    state.apply(Action::Offered { accepted: true });
    let gone = || Action::Answered { about: About::Call(1), run, outcome: Err(Failure::Halted) };
    state.apply(gone());
    hear(&mut state, vec![Event::Started { request: RequestId(2), program: true }]);
    state.apply(gone());
    assert_eq!(lines(&state), []);
    state.apply(Action::Call("1".into()));
    answered(&mut state, About::Call(1), Ok(Reply::Value { repr: Some("1".into()) }));
    assert_eq!(lines(&state), [("call", "1"), ("result", "1")]);
}

/// The main thread waits, until then or for ever.
fn waits(until: Option<u64>) -> Vec<Event> {
    let by = Actor::Python { thread: MAIN, task: None };
    let name = "MainThread".to_owned();
    let state = ThreadState::Selecting { until };
    let records = vec![
        Record { at: 1, what: What::ThreadStarted { thread: MAIN, name, daemon: false, by, line: None } },
        Record { at: 2, what: What::ThreadState { thread: MAIN, state } },
    ];
    vec![Event::Trace { first: 0, records }, told(Phase::Waiting, false, 0)]
}

#[test]
fn a_program_that_nothing_can_wake_is_told_once_with_who_waits_for_what() {
    let mut state = running();
    let stuck = || Event::Stuck(vec!["MainThread waits for a lock that loop has".to_owned()]);
    hear(&mut state, waits(Some(9)));
    assert_eq!((state.status_text().as_str(), lines(&state).len()), ("waiting", 0));
    hear(&mut state, vec![stuck()]);
    assert_eq!(state.status_text(), "waiting, nothing can wake it");
    hear(&mut state, vec![told(Phase::Running, false, 0)]);
    assert_eq!(state.status_text(), "running");
    hear(&mut state, vec![told(Phase::Waiting, false, 0), stuck()]);
    assert_eq!(state.status_text(), "waiting, nothing can wake it");
    let note = lines(&state);
    assert!(note.iter().all(|(stream, _)| *stream == "note") && note[0].1.contains("ever wake"), "{note:?}");
    assert_eq!(note[1].1, "MainThread waits for a lock that loop has");
    assert_eq!(note.len(), 3);
}

#[test]
fn a_program_with_a_syntax_error_leaves_an_empty_timeline() {
    let mut state = running();
    let place = Position { line: 1, column: 4 };
    let (class, message) = ("SyntaxError".into(), "expected ':'".into());
    let mark = Diagnostic { class, message, start: place, end: place };
    hear(&mut state, waits(Some(5)));
    hear(&mut state, vec![Event::Diagnostics(vec![mark]), told(Phase::Failed { exit_code: 1 }, true, 0)]);
    assert!(state.refused && state.timeline.is_empty());
    assert_eq!(state.latest.0, 0);
    state.apply(Action::Run);
    assert!(!state.refused);
}

#[test]
fn a_line_for_input_is_shown_where_it_was_typed_and_sent() {
    let mut state = running();
    let asking = Status { state: Phase::Waiting, main_ended: false, alive: 0, asking: true };
    hear(&mut state, vec![print("name? "), Event::Status(asking)]);
    assert_eq!(state.status_text(), "waiting for input");
    let line = Some("Ada".to_owned());
    assert_eq!(state.apply(Action::Input(line.clone())), [Effect::Input(line)]);
    hear(&mut state, vec![print("hello\n")]);
    assert_eq!(lines(&state), [("stdout", "name? "), ("stdin", "Ada"), ("stdout", "hello")]);
}

#[test]
fn ctrl_c_is_for_a_program_that_runs() {
    let mut state = opened("input()\n");
    assert_eq!(state.apply(Action::Interrupt), []);
    let mut state = running();
    hear(&mut state, vec![told(Phase::Waiting, false, 0)]);
    assert_eq!(state.apply(Action::Interrupt), [Effect::Interrupt]);
    assert_eq!(lines(&state), [("stdin", "^C")]);
    hear(&mut state, vec![told(Phase::Failed { exit_code: 130 }, true, 0)]);
    assert!(!state.interruptible());
}
