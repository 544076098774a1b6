//! `input()`: who is given which line, and what the page can see of the wait.

use loopthread_session::protocol::{Command, Failure, Reply, State};

use crate::page::{CLOCKS, Page};

/// A page that gives lines.
fn asked(source: &str, clock: loopthread_session::protocol::ClockMode) -> Page {
    let mut page = Page::new(clock);
    page.open_input();
    page.run(source);
    page
}

fn give(page: &mut Page, line: &str) {
    assert_eq!(page.ask(Command::Input { line: Some(line.to_owned()) }), Ok(Reply::Done));
    page.settle();
}

#[test]
fn input_prints_its_prompt_waits_and_gives_the_line() {
    for clock in CLOCKS {
        let mut page = asked("name = input('name? ')\nprint('hello', repr(name))\n", clock);
        assert_eq!(page.out(), "name? ");
        assert!(page.status().asking);
        assert_eq!(page.status().state, State::Waiting);
        give(&mut page, "Ada ");
        assert_eq!(page.out(), "name? hello 'Ada '\n");
        assert!(!page.status().asking);
        assert_eq!(page.status().state, State::Finished);
    }
}

#[test]
fn other_threads_go_on_while_one_waits_for_a_line() {
    let source = "\
import threading, time
def work():
    for n in range(3):
        time.sleep(0.1)
        print('tick', n)
thread = threading.Thread(target=work)
thread.start()
print(input())
";
    for clock in CLOCKS {
        let mut page = asked(source, clock);
        assert_eq!(page.out(), "tick 0\ntick 1\ntick 2\n");
        give(&mut page, "late");
        assert_eq!(page.out(), "tick 0\ntick 1\ntick 2\nlate\n");
    }
}

#[test]
fn lines_go_to_threads_in_the_order_in_which_they_asked() {
    let source = "\
import threading
def ask(name):
    print(name, input())
threads = [threading.Thread(target=ask, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    for clock in CLOCKS {
        let mut page = asked(source, clock);
        give(&mut page, "first");
        assert!(page.status().asking);
        give(&mut page, "second");
        assert_eq!(page.out(), "a first\nb second\n");
    }
}

#[test]
fn the_end_of_the_input_is_eof_error_and_so_is_an_owner_that_gives_nothing() {
    let source = "\
try:
    input('> ')
except EOFError as error:
    print(error)
";
    for clock in CLOCKS {
        let mut page = asked(source, clock);
        assert_eq!(page.ask(Command::Input { line: None }), Ok(Reply::Done));
        page.settle();
        assert_eq!(page.out(), "> EOF when reading a line\n");
        assert_eq!(Page::running(clock, source).out(), "> EOF when reading a line\n");
    }
}

#[test]
fn a_line_that_nobody_waits_for_is_refused_and_a_halt_ends_the_wait() {
    for clock in CLOCKS {
        let mut page = asked("input()\n", clock);
        assert_eq!(page.ask(Command::Halt), Ok(Reply::Done));
        assert!(!page.status().asking);
        let refused = Failure::Refused { message: "no thread waits for input".to_owned() };
        page.run("print(input())\n");
        give(&mut page, "again");
        assert_eq!(page.ask(Command::Input { line: None }), Err(refused));
        assert!(page.out().ends_with("again\n"));
    }
}
