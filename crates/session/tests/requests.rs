//! What the page asks of a process: its own loop thread, calls, tasks, stopping, halting.

use std::time::Duration;

use loopthread_session::protocol::{
    Answer, ClockMode, Command, Event, Failure, Limits, Outcome, Program, Reply, Request, RequestId, State,
    Target,
};
use loopthread_session::{Session, Turn};

/// A session, and all that it told.
struct Page {
    session: Session,
    told: Vec<Event>,
    requests: u32,
}

impl Page {
    /// Runs a program until every thread waits.
    fn with(source: &str) -> Page {
        let mut page = Page { session: Session::new(), told: Vec::new(), requests: 0 };
        let program = Program {
            source: source.to_owned(),
            file_name: "main.py".to_owned(),
            clock: ClockMode::Instant,
            seed: 0,
            limits: Limits::default(),
        };
        page.ask(Command::Run(program));
        page
    }

    /// Sends a request and runs until every thread waits; its answer, if there is one by then.
    fn ask(&mut self, command: Command) -> Option<Outcome> {
        self.requests += 1;
        let id = RequestId(self.requests);
        self.session.handle(Request { id, command });
        for _ in 0..200 {
            if let Turn::Idle { .. } = self.session.turn(100_000, Duration::ZERO) {
                break;
            }
        }
        self.told.extend(self.session.events());
        self.answer(id)
    }

    fn answer(&self, id: RequestId) -> Option<Outcome> {
        self.told.iter().find_map(|event| match event {
            Event::Answer(Answer { request, outcome }) if *request == id => Some(outcome.clone()),
            _ => None,
        })
    }

    fn call(&mut self, source: &str) -> Option<Outcome> {
        self.ask(Command::Call { target: Target::Page, source: source.to_owned() })
    }

    fn state(&self) -> Option<State> {
        self.told.iter().rev().find_map(|event| match event {
            Event::Status(status) => Some(status.state.clone()),
            _ => None,
        })
    }
}

fn value(repr: &str) -> Option<Outcome> {
    Some(Ok(Reply::Value { repr: Some(repr.to_owned()) }))
}

#[test]
fn a_call_sees_the_names_of_a_program_that_has_ended() {
    let mut page = Page::with("x = 20\ndef double(n):\n    return 2 * n\n");
    assert_eq!(page.state(), Some(State::Finished));
    assert_eq!(page.call("double(x) + 2"), value("42"));
    assert_eq!(page.call("x = 5"), Some(Ok(Reply::Value { repr: None })));
    assert_eq!(page.call("x"), value("5"));
    assert_eq!(page.state(), Some(State::Finished));
}

#[test]
fn an_awaitable_is_awaited_and_an_error_is_a_traceback() {
    let mut page = Page::with("import asyncio\n");
    assert_eq!(page.call("asyncio.sleep(1, 'slept')"), value("'slept'"));
    assert_eq!(page.call("await asyncio.sleep(1, 'waited') + '!'"), value("'waited!'"));
    assert_eq!(
        page.call("for n in range(2):\n    last = await asyncio.sleep(n, n)"),
        Some(Ok(Reply::Value { repr: None }))
    );
    assert_eq!(page.call("last"), value("1"));
    let Some(Err(Failure::Raised { traceback })) = page.call("1 / 0") else { panic!("it must fail") };
    assert!(traceback.starts_with("Traceback (most recent call last):\n"), "{traceback}");
    assert!(traceback.ends_with("ZeroDivisionError: division by zero\n"), "{traceback}");
}

#[test]
fn a_spawned_task_can_be_cancelled_and_the_page_thread_stopped() {
    let mut page = Page::with("import asyncio\n");
    let spawn = Command::Spawn { target: Target::Page, source: "asyncio.Event().wait()".to_owned() };
    let Some(Ok(Reply::Task(task))) = page.ask(spawn) else { panic!("a task was expected") };
    assert_eq!(page.call("len(asyncio.all_tasks())"), value("2"));
    assert_eq!(page.ask(Command::Cancel { task }), Some(Ok(Reply::Done)));
    assert!(matches!(page.ask(Command::Cancel { task }), Some(Err(Failure::Refused { .. }))));
    assert_eq!(page.ask(Command::Stop { target: Target::Page }), Some(Ok(Reply::Done)));
    assert_eq!(page.call("1 + 1"), value("2"));
}

#[test]
fn a_loop_thread_of_the_program_is_stopped_as_its_own_stop_does() {
    let mut page = Page::with(
        "from quara.concurrency import AsyncioThread\nthread = AsyncioThread(name='loop')\nthread.start()\n",
    );
    assert_eq!(page.state(), Some(State::Waiting));
    let target = Target::Thread(loopthread_session::protocol::ThreadId(1));
    let call = Command::Call { target, source: "thread.name".to_owned() };
    assert_eq!(page.ask(call), value("'loop'"));
    assert_eq!(page.ask(Command::Stop { target }), Some(Ok(Reply::Done)));
    assert_eq!(page.state(), Some(State::Finished));
}

#[test]
fn a_halt_ends_an_endless_loop_and_the_next_run_works() {
    let mut page = Page::with("while True: pass\n");
    assert_eq!(page.state(), Some(State::Running));
    assert_eq!(page.ask(Command::Halt), Some(Ok(Reply::Done)));
    assert_eq!(page.state(), Some(State::Stopped { limit: None }));
    let page = Page::with("print('again')\n");
    assert_eq!(page.state(), Some(State::Finished));
}
