//! Ctrl+C of the page: the main thread's alone, in the middle of work and of every kind of wait.

use loopthread_session::protocol::{Command, Failure, Reply, State, Target};

use crate::page::{CLOCKS, Page};

/// Runs a program as far as it goes, interrupts it so often, and lets it go on.
fn interrupted(source: &str, times: usize) -> Vec<Page> {
    CLOCKS
        .map(|clock| {
            let mut page = Page::new(clock);
            page.open_input();
            let program = page.program(source);
            page.send(Command::Run(program));
            turns(&mut page);
            for _ in 0..times {
                assert_eq!(page.ask(Command::Interrupt), Ok(Reply::Done), "{source}");
                turns(&mut page);
            }
            page.settle();
            page
        })
        .into()
}

/// A program without end would not settle.
fn turns(page: &mut Page) {
    for _ in 0..20 {
        page.turn();
    }
}

#[test]
fn every_wait_and_every_loop_ends_with_a_keyboard_interrupt() {
    let alone = [
        "while True: pass",
        "while lock: pass",
        "while lock:\n        lock",
        "sum(1 for _ in iter(int, 1))",
        "all(iter(lambda: 5, 6))",
        "input()",
        "lock.acquire()",
        "lock.acquire(); own.acquire()",
        "threading.Event().wait()",
        "queue.Queue().get()",
        "thread.join()",
        "Future().result()",
        "asyncio.new_event_loop().run_forever()",
    ];
    for what in alone {
        let source = format!(
            "\
import asyncio, queue, threading
from concurrent.futures import Future
lock = threading.Lock(); lock.acquire()
own = threading.RLock()
def hold():
    own.acquire()
    lock.acquire()
thread = threading.Thread(target=hold, daemon=True)
thread.start()
try:
    {what}
except KeyboardInterrupt as error:
    print(repr(error))
    raise
"
        );
        for page in interrupted(&source, 1) {
            assert_eq!(page.out(), "KeyboardInterrupt()\n", "{what}");
            assert_eq!(page.status().state, State::Failed { exit_code: 130 }, "{what}");
        }
    }
}

#[test]
fn a_handler_that_returns_lets_the_wait_go_on() {
    let source = "\
import signal, threading, time
lock = threading.Lock(); lock.acquire()
signal.signal(signal.SIGINT, lambda number, frame: print('signal', number, frame.f_lineno))
begin = time.monotonic()
print(lock.acquire(timeout=1000), round(time.monotonic() - begin))
print(input())
";
    for clock in CLOCKS {
        let mut page = Page::new(clock);
        page.open_input();
        page.run("import signal\nsignal.signal(2, signal.SIG_IGN)\nprint(input())\n");
        assert_eq!(page.ask(Command::Interrupt), Ok(Reply::Done));
        page.settle();
        assert!(page.status().asking);
        page.run(source);
        assert_eq!(page.out(), "False 1000\n");
        assert_eq!(page.ask(Command::Interrupt), Ok(Reply::Done));
        page.settle();
        assert_eq!(page.ask(Command::Input { line: Some("line".to_owned()) }), Ok(Reply::Done));
        page.settle();
        assert_eq!(page.out(), "False 1000\nsignal 2 6\nline\n");
    }
}

#[test]
fn the_first_cancels_what_asyncio_run_runs_and_the_second_is_raised_at_once() {
    let source = "\
import asyncio
async def main():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print('cancelled')
        try:
            await asyncio.Event().wait()
        finally:
            print('left')
asyncio.run(main())
";
    for page in interrupted(source, 1) {
        assert_eq!(page.out(), "cancelled\n");
        assert_eq!(page.status().state, State::Waiting);
    }
    for page in interrupted(source, 2) {
        assert_eq!(page.out(), "cancelled\nleft\n");
        assert_eq!(page.status().state, State::Failed { exit_code: 130 });
    }
}

#[test]
fn without_a_main_thread_it_is_refused() {
    let refused = Err(Failure::Refused { message: "nothing runs that could be interrupted".to_owned() });
    for clock in CLOCKS {
        let mut page = Page::new(clock);
        assert_eq!(page.ask(Command::Interrupt), refused);
        page.run("print(1)\n");
        assert_eq!(page.ask(Command::Interrupt), refused);
        assert_eq!(page.status().state, State::Finished);
    }
}

#[test]
fn what_the_console_asked_after_the_program_ends_with_a_keyboard_interrupt_and_the_console_goes_on() {
    for clock in CLOCKS {
        for source in ["while True: pass", "await asyncio.Event().wait()", "threading.Event().wait()"] {
            let mut page = Page::new(clock);
            page.run("import asyncio, threading\nlost = 5\n");
            let target = Target::Page;
            let asked = page.send(Command::Call { target, source: source.to_owned() });
            turns(&mut page);
            assert_eq!(page.answered(asked), None, "{source}");
            assert_eq!(page.ask(Command::Interrupt), Ok(Reply::Done), "{source}");
            let Err(Failure::Raised { traceback }) = page.answer(asked) else { panic!("{source}") };
            let expected = if source.starts_with("await") { "CancelledError" } else { "KeyboardInterrupt" };
            assert!(traceback.trim_end().ends_with(expected), "{source}: {traceback}");
            assert_eq!(page.value("lost"), "5");
            assert_eq!(page.status().state, State::Finished);
        }
    }
}
