//! The page's requests against a live process, on both clocks: what each answers, and in which order things are told.
//!
//! No browser and no real waiting: the page of these tests makes up the world's time.

#[path = "requests/bounds.rs"]
mod bounds;
#[path = "requests/causes.rs"]
mod causes;
#[path = "requests/completes.rs"]
mod completes;
#[path = "requests/control.rs"]
mod control;
#[path = "requests/ends.rs"]
mod ends;
#[path = "requests/explores.rs"]
mod explores;
#[path = "requests/input.rs"]
mod input;
#[path = "requests/inspect.rs"]
mod inspect;
#[path = "requests/interrupts.rs"]
mod interrupts;
#[path = "requests/invariants.rs"]
mod invariants;
#[path = "requests/looks.rs"]
mod looks;
#[path = "requests/page.rs"]
mod page;
#[path = "requests/seeds.rs"]
mod seeds;

use loopthread_session::protocol::{
    Command, Failure, MessageKind, Reply, State, Stream, Target, TaskState, What,
};
use page::{CLOCKS, Page};

/// A program whose main thread ends while its loop thread works on.
const WORKER: &str = "\
import asyncio
from quara.concurrency import AsyncioThread

thread = AsyncioThread(name='worker')
words = ['one']

async def tick(seconds=0.5):
    while True:
        print('tick')
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            print('bye')
            raise

async def add(a, b):
    await asyncio.sleep(1)
    return a + b

thread.start()
";

#[test]
fn a_call_answers_with_the_repr_of_an_expression_or_of_what_it_awaits() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        assert_eq!(page.value("1 + 1"), "2");
        assert_eq!(page.value("words"), "['one']");
        assert_eq!(page.value("add('a', 'b')"), "'ab'");
        assert_eq!(page.call("words.append('two')\nx = 5"), Ok(Reply::Value { repr: None }));
        assert_eq!(page.value("(x, words)"), "(5, ['one', 'two'])");
    }
}

#[test]
fn a_call_may_await_at_its_top_level() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, "import asyncio\n");
        assert_eq!(page.value("await asyncio.sleep(1, 'waited') + '!'"), "'waited!'");
        let statements = "for n in range(2):\n    last = await asyncio.sleep(n, n)";
        assert_eq!(page.call(statements), Ok(Reply::Value { repr: None }));
        assert_eq!(page.value("last"), "1");
    }
}

#[test]
fn a_console_knows_a_few_modules_without_putting_them_into_the_program() {
    for clock in CLOCKS {
        let mut page = Page::new(clock);
        assert_eq!(page.value("await asyncio.sleep(0.01, 'slept')"), "'slept'");
        assert_eq!(page.value("(lambda: threading.current_thread().name)()"), "'page'");
        assert!(page.call("async def nap(): return await asyncio.sleep(time.time() * 0, 'nap')").is_ok());
        assert_eq!(page.value("nap()"), "'nap'");
        assert_eq!(
            page.value("{'asyncio', 'time', 'threading'} & {*globals(), *dir(__builtins__)}"),
            "set()"
        );
        let mut page = Page::running(clock, "time = 'mine'\ndef late(): return asyncio\n");
        assert_eq!(page.value("time"), "'mine'");
        assert!(page.traceback("late()").contains("NameError: name 'asyncio' is not defined"));
        assert!(page.traceback("inspect").contains("NameError: name 'inspect' is not defined"));
        assert!(page.call("asyncio = 1").is_ok());
        assert_eq!(page.value("late()"), "1");
    }
}

#[test]
fn a_call_that_raises_answers_with_the_traceback_of_the_learners_code() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, "def fail():\n    return 1 / 0\n");
        let text = page.traceback("fail()");
        assert!(
            text.starts_with("Traceback (most recent call last):\n  File \"<console>\", line 1"),
            "{text}"
        );
        assert!(text.contains("File \"main.py\", line 2, in fail\n    return 1 / 0\n"), "{text}");
        assert!(text.ends_with("ZeroDivisionError: division by zero\n"), "{text}");
        assert!(!text.contains("_loopthread"), "{text}");
        let text = page.traceback("1 +");
        assert!(text.contains("File \"<console>\", line 1\n"), "{text}");
        assert!(text.ends_with("SyntaxError: invalid syntax\n"), "{text}");
        let text = page.traceback("missing");
        assert!(text.ends_with("NameError: name 'missing' is not defined\n"), "{text}");
        assert_eq!(page.value("'still here'"), "'still here'");
    }
}

#[test]
fn a_call_on_a_loop_thread_of_the_program_runs_there() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        let worker = Target::Thread(page.thread("worker"));
        let name = "__import__('threading').current_thread().name";
        assert_eq!(page.call_on(worker, name), Ok(Reply::Value { repr: Some("'worker'".to_owned()) }));
        assert_eq!(page.value(name), "'page'");
        assert_eq!(page.call_on(worker, "add(1, 2)"), Ok(Reply::Value { repr: Some("3".to_owned()) }));
    }
}

#[test]
fn a_call_on_a_thread_without_a_loop_is_refused() {
    for clock in CLOCKS {
        let source = "\
from threading import Event, Thread
Thread(target=Event().wait, name='plain').start()
";
        let mut page = Page::running(clock, source);
        let plain = Target::Thread(page.thread("plain"));
        for command in [
            Command::Call { target: plain, source: "1".to_owned() },
            Command::Spawn { target: plain, source: "1".to_owned() },
            Command::Stop { target: plain },
        ] {
            let outcome = page.ask(command);
            assert!(
                matches!(&outcome, Err(Failure::Refused { message }) if message.contains("no event loop"))
            );
        }
    }
}

#[test]
fn a_spawned_task_runs_until_it_is_cancelled() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        for target in [Target::Page, Target::Thread(page.thread("worker"))] {
            let task = page.spawn_on(target, "tick()");
            while page.out().matches("tick").count() < 3 {
                assert!(page.turn(), "the task does not go on");
            }
            assert_eq!(page.ask(Command::Cancel { task }), Ok(Reply::Done));
            page.settle();
            assert!(page.out().ends_with("tick\nbye\n"), "{}", page.out());
            let cancelled = What::TaskState { task, state: TaskState::Cancelled };
            assert!(page.records().any(|record| record.what == cancelled));
            let outcome = page.ask(Command::Cancel { task });
            assert!(matches!(outcome, Err(Failure::Refused { .. })), "{outcome:?}");
            page.events.retain(|event| !matches!(event, loopthread_session::protocol::Event::Output(_)));
        }
        assert_eq!(page.status().alive, 1);
    }
}

#[test]
fn a_spawn_that_is_no_coroutine_answers_with_its_error() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        let outcome = page.ask(Command::Spawn { target: Target::Page, source: "5".to_owned() });
        assert!(
            matches!(&outcome, Err(Failure::Raised { traceback })
            if traceback.ends_with("TypeError: a coroutine was expected, got 5\n")),
            "{outcome:?}"
        );
    }
}

#[test]
fn a_spawned_task_that_fails_says_so() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, "async def fail():\n    1 / 0\n");
        page.spawn_on(Target::Page, "fail()");
        page.settle();
        let text = page.text(Stream::Stderr);
        assert!(text.contains("ZeroDivisionError") && text.contains("failed"), "{text}");
    }
}

#[test]
fn a_request_is_a_message_that_its_thread_receives() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        page.pass(10);
        let request = page.send(Command::Call { target: Target::Page, source: "2".to_owned() });
        assert_eq!(page.answer(request), Ok(Reply::Value { repr: Some("2".to_owned()) }));
        let kind = MessageKind::Page { request };
        let sent = page.records().find_map(|record| match &record.what {
            What::Sent { message, kind: found, text, .. } if *found == kind => {
                Some((*message, record.at, text.clone()))
            }
            _ => None,
        });
        let (message, at, text) = sent.expect("the request is in the trace");
        let received = page.records().find(|record| record.what == What::Received { message });
        assert_eq!(text, "2");
        let passed = received.expect("it was received").at - at;
        assert!(passed < 1_000_000_000, "{passed} ns on the way");
    }
}

#[test]
fn a_program_may_be_run_again_while_one_runs() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        page.spawn_on(Target::Thread(page.thread("worker")), "tick()");
        let open =
            page.send(Command::Call { target: Target::Page, source: "asyncio.Event().wait()".to_owned() });
        page.turn();
        page.events.clear();
        page.run("print('second')\n");
        assert_eq!(page.answered(open), Some(Err(Failure::Halted)));
        assert_eq!(page.out(), "second\n");
        assert_eq!(page.status().state, State::Finished);
    }
}

#[test]
fn the_console_works_before_and_after_the_program_with_its_names() {
    for clock in CLOCKS {
        let mut page = Page::new(clock);
        assert_eq!(page.value("1 + 1"), "2");
        assert_eq!(page.status().state, State::Idle);
        page.run("answer = 42\nprint('done')\n");
        assert_eq!(page.status().state, State::Finished);
        assert_eq!(page.value("answer"), "42");
        // As in CPython's console: no word of None, `_` is what was told last, and each statement tells its value.
        assert_eq!(page.call("print(answer)"), Ok(Reply::Value { repr: None }));
        assert!(page.out().ends_with("42\n"));
        assert_eq!(page.value("_ + 1"), "43");
        assert_eq!(page.call("import math; math.pi; [_]"), Ok(Reply::Value { repr: None }));
        assert!(page.out().ends_with("3.141592653589793\n[3.141592653589793]\n"));
        // What is awaited is what a coroutine is called for; a task is a value as any other.
        page.call("import asyncio; task = asyncio.create_task(asyncio.Event().wait())").expect("it starts");
        assert!(page.value("task").starts_with("<Task pending name='Task-"));
        assert_eq!(page.value("task.cancel()"), "True");
        page.settle();
        assert_eq!(page.status().state, State::Finished);
        page.run("raise SystemExit(3)\n");
        assert_eq!(page.status().state, State::Failed { exit_code: 3 });
        assert_eq!(page.value("1"), "1");
    }
}

#[test]
fn a_program_that_does_not_parse_fails_with_a_diagnostic() {
    for clock in CLOCKS {
        let page = Page::running(clock, "print('a'\nx = 1\n");
        assert_eq!(page.status().state, State::Failed { exit_code: 1 });
        assert!(page.text(Stream::Stderr).ends_with("SyntaxError: '(' was never closed\n"));
        assert!(page.events.iter().any(|event| matches!(event,
            loopthread_session::protocol::Event::Diagnostics(list) if list.len() == 1)));
    }
}
