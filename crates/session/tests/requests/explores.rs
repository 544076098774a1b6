//! Many schedules as a request: outcomes as they come, a seed that shows each again, an end at any time.

use loopthread_session::protocol::{ClockMode, Command, End, Event, Failure, Group, Limits, Reply};

use crate::page::Page;
use crate::seeds::LOST_UPDATE;

fn explored(page: &Page) -> Vec<(u32, Vec<Group>)> {
    let told = page.events.iter().filter_map(|event| match event {
        Event::Explored { done, groups, .. } => Some((*done, groups.clone())),
        _ => None,
    });
    told.collect()
}

fn explore(page: &mut Page, source: &str, runs: u32) -> Vec<Group> {
    let program = page.program(source);
    assert_eq!(page.ask(Command::Explore { program, runs }), Ok(Reply::Done));
    explored(page).pop().expect("it is told").1
}

#[test]
fn a_race_has_several_outcomes_and_each_has_a_seed_that_shows_it_again() {
    let mut page = Page::new(ClockMode::Instant);
    let groups = explore(&mut page, LOST_UPDATE, 60);
    assert!(groups.len() > 1, "{groups:?}");
    assert_eq!(groups.iter().map(|group| group.count).sum::<u64>(), 60);
    assert!(groups.windows(2).all(|pair| pair[0].count >= pair[1].count));
    for group in groups.iter().take(3) {
        let mut page = Page::with(ClockMode::Instant, group.seed, Limits::default());
        page.run(LOST_UPDATE);
        assert_eq!(page.out(), group.outcome.stdout);
    }
}

#[test]
fn errors_and_deadlocks_are_outcomes() {
    let mut page = Page::new(ClockMode::Instant);
    let groups = explore(&mut page, "import sys\nsys.exit(3)\n", 5);
    assert_eq!((groups.len(), groups[0].count, &groups[0].outcome.end), (1, 5, &End::Exit(3)));
    let groups =
        explore(&mut page, "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n", 2);
    assert_eq!(groups[0].outcome.end, End::Deadlock);
    assert_eq!(groups[0].waits, ["MainThread waits at line 4 for a lock that it has itself"]);
    // Nobody is there to type.
    let groups = explore(&mut page, "input()\n", 1);
    assert!(groups[0].outcome.stderr.contains("EOFError"), "{groups:?}");
}

/// Two locks, taken in two orders, by threads that print in between.
const TWO_LOCKS: &str = "\
import threading

a, b = threading.Lock(), threading.Lock()

def x():
    with a:
        print('x has a')
        with b: print('x')

def y():
    with b:
        print('y has b')
        with a: print('y')

threads = [threading.Thread(target=x, daemon=True), threading.Thread(target=y)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

/// Two threads that print between a read and a write.
const PRINTED_UPDATE: &str = "\
import threading

n = 0

def work():
    global n
    x = n
    print('read', x)
    n = x + 1

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(n)
";

#[test]
fn short_races_around_a_print_are_found_with_a_hundred_seeds() {
    let mut page = Page::new(ClockMode::Instant);
    let of = |groups: &[Group], wanted: fn(&Group) -> bool| -> u64 {
        groups.iter().filter(|group| wanted(group)).map(|group| group.count).sum()
    };
    let groups = explore(&mut page, TWO_LOCKS, 100);
    assert_eq!(groups[0].seed, 0, "the usual order is the usual outcome: {groups:?}");
    let deadlocks = of(&groups, |group| group.outcome.end == End::Deadlock);
    assert!((2..50).contains(&deadlocks), "{groups:?}");
    let groups = explore(&mut page, PRINTED_UPDATE, 100);
    let lost = of(&groups, |group| group.outcome.stdout.ends_with("\n1\n"));
    assert!((2..50).contains(&lost), "{groups:?}");
}

#[test]
fn an_exploration_ends_with_a_halt_and_leaves_the_process_as_it_was() {
    let mut page = Page::new(ClockMode::Instant);
    page.run("x = 5\n");
    let program = page.program("while True:\n    pass\n");
    let id = page.send(Command::Explore { program, runs: 1000 });
    for _ in 0..20 {
        page.turn();
    }
    assert_eq!(page.answered(id), None);
    page.ask(Command::Halt).expect("it is halted");
    assert_eq!(page.answered(id), Some(Err(Failure::Halted)));
    let mut page = Page::new(ClockMode::Instant);
    page.run("x = 5\n");
    // Another takes its place, also one of nothing.
    let program = page.program("while True:\n    pass\n");
    let id = page.send(Command::Explore { program: program.clone(), runs: 1000 });
    page.turn();
    assert_eq!(page.ask(Command::Explore { program, runs: 0 }), Ok(Reply::Done));
    assert_eq!(page.answered(id), Some(Err(Failure::Halted)));
    explore(&mut page, "print(1)\n", 3);
    assert_eq!(page.value("x"), "5");
}

#[test]
fn no_thread_sees_a_module_half_made() {
    let source = "\
import threading
def work():
    from fractions import Fraction
    print(Fraction(1, 3))
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";
    let mut page = Page::new(ClockMode::Instant);
    let groups = explore(&mut page, source, 60);
    assert_eq!((groups.len(), groups[0].outcome.stdout.as_str()), (1, "1/3\n1/3\n1/3\n"));
}
