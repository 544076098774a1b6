//! Every message survives its bytes, and bytes that are no message are refused.

use loopthread_protocol::*;

fn requests() -> Vec<Request> {
    let source = "await tick('é')".to_string();
    let program = Program {
        source: "print('hé')\n".into(),
        file_name: "main.py".into(),
        clock: ClockMode::Instant,
        seed: u64::MAX,
        dev: false,
        limits: Limits { time_ms: Some(1), memory_bytes: None },
    };
    let commands = vec![
        Command::Run(program),
        Command::Halt,
        Command::Interrupt,
        Command::Start,
        Command::Call { target: Target::Page, source: source.clone() },
        Command::Spawn { target: Target::Thread(ThreadId(3)), source: source.clone() },
        Command::Cancel { task: TaskId(7) },
        Command::Stop { target: Target::Thread(ThreadId(0)) },
        Command::Input { line: Some("a line".into()) },
        Command::Input { line: None },
        Command::Check { source },
    ];
    (1..).zip(commands).map(|(id, command)| Request { id: RequestId(id), command }).collect()
}

fn events() -> Vec<Event> {
    let request = RequestId(4);
    let spot = Diagnostic {
        class: "SyntaxError".into(),
        message: "expected ':'".into(),
        start: Position { line: 1, column: 5 },
        end: Position { line: 1, column: 6 },
    };
    let outcomes = [
        Ok(Reply::Done),
        Ok(Reply::Value { repr: Some("'x'".into()) }),
        Ok(Reply::Task(TaskId(1))),
        Ok(Reply::Thread(ThreadId(2))),
        Ok(Reply::Checked(vec![spot.clone()])),
        Err(Failure::Raised { traceback: "Traceback …\n".into() }),
        Err(Failure::Halted),
        Err(Failure::Refused { message: "no such thread".into() }),
    ];
    let states = [
        State::Idle,
        State::Running,
        State::Waiting,
        State::Finished,
        State::Stopped { limit: Some(Limit::Memory) },
        State::Failed { exit_code: -1 },
    ];
    let output = Output {
        stream: Stream::Stderr,
        text: "ligne à moitié".into(),
        at: 1_000_000_001,
        thread: ThreadId(1),
        task: Some(TaskId(9)),
    };
    let mut events = vec![Event::Started { request, program: true }, Event::Output(output)];
    events.extend(outcomes.map(|outcome| Event::Answer(Answer { request, outcome })));
    events.extend(
        states.map(|state| Event::Status(Status { state, main_ended: true, alive: 2, asking: true })),
    );
    events.extend([
        Event::Dropped { lines: 3, bytes: u64::MAX },
        Event::Stuck(vec!["MainThread waits".into()]),
        Event::Diagnostics(vec![spot]),
        Event::Trace { first: 3, records: records() },
        Event::TraceDropped { records: 5 },
        Event::Crash { message: "index out of bounds".into() },
        Event::Unfetched { file: "rest_bg.wasm".into() },
    ]);
    events
}

fn records() -> Vec<Record> {
    let (thread, task, lp, message) = (ThreadId(1), TaskId(2), LoopId(3), MessageId(4));
    let by = Actor::Page { request: RequestId(5) };
    let from = Actor::Python { thread, task: Some(task) };
    let wait = Wait { kind: WaitKind::Sleep, text: "sleep 0.5 s".into(), until: Some(9), line: Some(3) };
    let kind = MessageKind::Page { request: RequestId(5) };
    let whats = vec![
        What::ThreadStarted { thread, name: "MainThread".into(), daemon: false, by, line: Some(4) },
        What::ThreadState { thread, state: ThreadState::Running },
        What::ThreadState { thread, state: ThreadState::Ready },
        What::ThreadState { thread, state: ThreadState::Blocked(wait.clone()) },
        What::ThreadState { thread, state: ThreadState::Selecting { until: None } },
        What::LoopAttached { lp, thread },
        What::Turn { lp, ready: 2 },
        What::TaskCreated { task, lp, name: "Task-1".into(), coro: "main".into(), by: from, line: None },
        What::TaskNamed { task, name: "ticker".into() },
        What::TaskState { task, state: TaskState::Ready { by: Some(by), line: Some(2) } },
        What::CancelAsked { task, by: from, line: None },
        What::TaskState { task, state: TaskState::Waiting(wait) },
        What::TaskState { task, state: TaskState::Failed { error: "ValueError: no".into(), line: Some(8) } },
        What::Sent { message, from, to: thread, kind, text: "tick()".into(), line: None },
        What::Received { message },
        What::LoopDetached { lp },
        What::ThreadEnded { thread },
    ];
    (0..).zip(whats).map(|(at, what)| Record { at, what }).collect()
}

#[test]
fn every_request_survives_its_bytes() {
    for request in requests() {
        let bytes = encode_request(&request).unwrap();
        assert_eq!(decode_request(&bytes), Ok(request));
    }
}

#[test]
fn a_batch_of_every_event_survives_its_bytes() {
    let events = events();
    let bytes = encode_events(&events).unwrap();
    assert_eq!(decode_events(&bytes), Ok(events));
    assert_eq!(decode_events(&encode_events(&[]).unwrap()), Ok(vec![]));
}

#[test]
fn a_frame_cut_anywhere_is_an_error() {
    let bytes = encode_events(&events()).unwrap();
    for end in 0..bytes.len() {
        assert!(decode_events(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_frame_with_any_byte_changed_never_panics() {
    let bytes = encode_events(&events()).unwrap();
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] ^= flip;
            // Text may still be text; what counts is that the answer is a value.
            let _ = decode_events(&bytes);
            let _ = decode_request(&bytes);
        }
    }
}

#[test]
fn another_version_is_named_in_the_error() {
    let mut bytes = encode_request(&requests()[1]).unwrap();
    bytes[0] = VERSION + 1;
    let error = decode_request(&bytes).unwrap_err();
    assert_eq!(error, FrameError::Version { found: VERSION + 1 });
    assert_eq!(error.to_string(), format!("frame of version {}, expected {VERSION}", VERSION + 1));
    assert_eq!(decode_request(&[]), Err(FrameError::Empty));
}

#[test]
fn bytes_past_the_end_are_an_error() {
    let mut bytes = encode_request(&requests()[0]).unwrap();
    bytes.push(0);
    assert_eq!(decode_request(&bytes), Err(FrameError::Malformed { reason: "1 bytes too many".into() }));
}

#[test]
fn a_program_at_its_bound_fits_and_a_frame_past_its_bound_does_not() {
    let check =
        |bytes: usize| Request { id: RequestId(1), command: Command::Check { source: "x".repeat(bytes) } };
    assert!(encode_request(&check(SOURCE_BYTES)).is_ok());
    let error = encode_request(&check(FRAME_BYTES)).unwrap_err();
    assert!(matches!(error, FrameError::TooLong { bytes } if bytes > FRAME_BYTES));
    assert!(matches!(decode_request(&vec![VERSION; FRAME_BYTES + 1]), Err(FrameError::TooLong { .. })));
}
