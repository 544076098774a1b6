//! The two ways to end: `Stop`, which Python sees, and `Halt`, which it cannot catch.

use loopthread_session::protocol::{ClockMode, Command, Event, Failure, Reply, State, Target, TaskId, What};

use crate::WORKER;
use crate::page::{CLOCKS, Page};

#[test]
fn stop_ends_the_page_thread_and_the_next_request_starts_another() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        let Ok(Reply::Thread(first)) = page.ask(Command::Start) else { panic!("not started") };
        assert_eq!(page.ask(Command::Start), Ok(Reply::Thread(first)));
        page.spawn_on(Target::Page, "tick()");
        assert_eq!(page.ask(Command::Stop { target: Target::Page }), Ok(Reply::Done));
        assert!(page.out().ends_with("bye\n"), "{}", page.out());
        assert!(page.records().any(|record| record.what == What::ThreadEnded { thread: first }));
        assert_eq!(page.value("1"), "1");
        assert_ne!(page.thread("page"), first);
    }
}

#[test]
fn stop_right_after_start_waits_for_the_loop() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, "");
        page.send(Command::Start);
        assert_eq!(page.ask(Command::Stop { target: Target::Page }), Ok(Reply::Done));
        let outcome = page.ask(Command::Stop { target: Target::Page });
        assert!(matches!(outcome, Err(Failure::Refused { .. })), "{outcome:?}");
    }
}

#[test]
fn stop_ends_the_programs_loop_thread_and_with_it_the_program() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        let status = page.status();
        assert_eq!((status.state, status.main_ended, status.alive), (State::Waiting, true, 1));
        let worker = page.thread("worker");
        page.spawn_on(Target::Thread(worker), "tick()");
        let call = page.send(Command::Call {
            target: Target::Thread(worker),
            source: "asyncio.Event().wait()".to_owned(),
        });
        page.turn();
        assert_eq!(page.ask(Command::Stop { target: Target::Thread(worker) }), Ok(Reply::Done));
        assert!(page.answered(call).is_some_and(|outcome| outcome.is_err()));
        page.settle();
        assert!(page.out().ends_with("bye\n"), "{}", page.out());
        assert_eq!((page.status().state, page.status().alive), (State::Finished, 0));
    }
}

const ENDLESS: [&str; 8] = [
    "while True: pass",
    "import asyncio\nasync def main():\n    while True: pass\nasyncio.run(main())",
    "sum(iter(int, 1))",
    "import time\nwhile True: time.sleep(1)",
    "try:\n    while True: pass\nexcept BaseException: print('caught')\nfinally: print('finally')",
    "sorted(range(10), key=lambda n: [0 for _ in iter(int, 1)])",
    "max(x for x in iter(int, 1))",
    "import threading\ndef f():\n    while True: pass\nfor _ in range(3): threading.Thread(target=f).start()",
];

#[test]
fn halt_ends_anything_and_the_next_run_works() {
    for clock in CLOCKS {
        for source in ENDLESS {
            let mut page = Page::new(clock);
            page.send(Command::Run(page.program(&format!("print('begun')\n{source}\n"))));
            while page.out().is_empty() {
                page.turn();
            }
            (0..20).for_each(|_| {
                page.turn();
            });
            let halt = page.send(Command::Halt);
            assert_eq!(page.answered(halt), Some(Ok(Reply::Done)));
            assert_eq!(page.status().state, State::Stopped { limit: None }, "{source}");
            assert!(!page.turn(), "{source} goes on");
            assert_eq!(page.out(), "begun\n");
            page.run("print('again')");
            assert!(page.out().ends_with("again\n"));
            assert_eq!(page.status().state, State::Finished);
        }
    }
}

/// What a console may be asked without end, and how the process stands meanwhile.
const ENDLESS_CALLS: [(&str, State); 5] = [
    ("while True: pass", State::Running),
    ("__import__('time').sleep(1e6)", State::Waiting),
    ("__import__('asyncio').Event().wait()", State::Waiting),
    ("type('Loop', (), {'__repr__': lambda self: sum(iter(int, 1))})()", State::Running),
    ("__import__('threading').Event().wait()", State::Waiting),
];

#[test]
fn halt_ends_an_endless_call_and_the_console_stays() {
    for source in ["", "x = 1", "raise SystemExit(3)"] {
        for (call, going_on) in ENDLESS_CALLS {
            let mut page = Page::new(ClockMode::Real);
            if !source.is_empty() {
                page.run(source);
            }
            let state = page.status().state;
            // Its thread is there, and what it needs is imported.
            page.value("__import__('asyncio'), __import__('time'), __import__('threading')");
            assert_eq!(page.status().state, state);
            let asked = page.send(Command::Call { target: Target::Page, source: call.to_owned() });
            page.turn();
            assert_eq!(page.answered(asked), None);
            let status = page.status();
            assert_eq!((status.state, status.main_ended, status.alive), (going_on, true, 0), "{call}");
            page.send(Command::Halt);
            assert_eq!(page.answered(asked), Some(Err(Failure::Halted)));
            assert!(!page.turn());
            assert_eq!(page.status().state, state);
            assert_eq!(page.value("2"), "2");
        }
    }
}

#[test]
fn what_a_console_leaves_behind_can_be_halted_too() {
    let wait = "__import__('asyncio').Event().wait()";
    for clock in CLOCKS {
        let mut page = Page::running(clock, "x = 1");
        page.spawn_on(Target::Page, wait);
        page.settle();
        assert_eq!(page.status().state, State::Waiting);
        page.send(Command::Halt);
        page.settle();
        assert_eq!(page.status().state, State::Finished);
        let spin = "def spin():\n    while True: pass\nthreading.Thread(target=spin).start()";
        let mut page = Page::new(clock);
        assert!(page.call(spin).is_ok());
        page.turn();
        assert_eq!((page.status().state, page.status().alive), (State::Running, 1));
        page.send(Command::Halt);
        assert!(!page.turn());
        assert_eq!((page.status().state, page.status().alive), (State::Idle, 0));
    }
}

#[test]
fn after_a_halt_the_console_has_a_process_of_its_own() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, WORKER);
        let worker = Target::Thread(page.thread("worker"));
        page.send(Command::Halt);
        for command in [
            Command::Call { target: worker, source: "1".to_owned() },
            Command::Stop { target: worker },
            Command::Cancel { task: TaskId(0) },
        ] {
            assert!(matches!(page.ask(command), Err(Failure::Refused { .. })));
        }
        assert_eq!(page.status().state, State::Stopped { limit: None });
        let call = page.send(Command::Call { target: Target::Page, source: "1 + 1".to_owned() });
        assert_eq!(page.answer(call), Ok(Reply::Value { repr: Some("2".to_owned()) }));
        let fresh = Event::Started { request: call, program: false };
        assert_eq!(page.events.iter().filter(|event| **event == fresh).count(), 1);
        assert!(page.traceback("words").ends_with("NameError: name 'words' is not defined\n"));
        assert_eq!(page.value("asyncio.sleep(1, 'waited')"), "'waited'");
        assert_eq!(page.status().state, State::Idle);
        assert_eq!(page.ask(Command::Halt), Ok(Reply::Done));
        page.run("x = 1");
        assert_eq!(page.value("x"), "1");
    }
}

#[test]
fn a_program_that_waits_for_a_thread_says_that_main_has_ended() {
    for clock in CLOCKS {
        let page = Page::running(clock, WORKER);
        let status = page.status();
        assert_eq!((status.state, status.main_ended, status.alive), (State::Waiting, true, 1));
    }
}

#[test]
fn threads_that_never_wait_take_turns() {
    for clock in CLOCKS {
        let source = "\
import threading

def spin(name):
    while not done:
        seen.add(name)
        if len(seen) == 3:
            done.append(name)

seen, done = set(), []
threads = [threading.Thread(target=spin, args=(n,)) for n in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(seen))
";
        assert_eq!(Page::running(clock, source).out(), "3\n");
    }
}

#[test]
fn that_nothing_can_wake_a_program_is_told_with_who_waits_for_what() {
    let source = "\
import threading
lock, other = threading.Lock(), threading.Lock()
def work():
    with other:
        lock.acquire()
lock.acquire()
thread = threading.Thread(target=work, name='worker')
thread.start()
other.acquire()
";
    let told = |page: &Page| -> Vec<Vec<String>> {
        let stuck = |event: &Event| match event {
            Event::Stuck(waits) => Some(waits.clone()),
            _ => None,
        };
        page.events.iter().filter_map(stuck).collect()
    };
    let waits = [
        "MainThread waits at line 9 for a lock that worker has",
        "worker waits at line 5 for a lock that MainThread has",
    ];
    for clock in CLOCKS {
        let mut page = Page::running(clock, source);
        assert_eq!(told(&page), [waits]);
        // The console's own thread is no part of it, and what it does does not end it.
        assert_eq!(page.call("1 + 1"), Ok(Reply::Value { repr: Some("2".to_owned()) }));
        page.settle();
        assert_eq!(told(&page), [waits, waits]);
        page.call("lock.release()").expect("it is held");
        page.settle();
        assert_eq!((told(&page).len(), page.status().state), (2, State::Finished));
        let mut asks = Page::new(clock);
        asks.open_input();
        asks.run("input()\n");
        assert_eq!(told(&asks), Vec::<Vec<String>>::new());
    }
}

#[test]
fn a_call_that_is_halted_at_any_moment_leaves_the_console_working() {
    let source = "class Loop:\n    def __repr__(self):\n        while True: pass\n";
    for turns in 1..40 {
        for clock in CLOCKS {
            let mut page = Page::new(clock);
            page.slice = 97 * turns;
            page.run(source);
            page.send(Command::Call { target: Target::Page, source: "Loop()".to_owned() });
            for _ in 0..turns {
                page.turn();
            }
            page.ask(Command::Halt).expect("it is halted");
            let answer = page.call("6 * 7");
            let right = Ok(Reply::Value { repr: Some("42".to_owned()) });
            let stderr = page.text(loopthread_session::protocol::Stream::Stderr);
            assert_eq!(answer, right, "after {turns} turns: {stderr}");
        }
    }
}
