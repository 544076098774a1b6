//! Seeds: 0 is CPython's usual order, every other one an order of its own, and each always the same.

use loopthread_session::protocol::{Command, Event, Limits};

use crate::page::{CLOCKS, Page};

/// Threads that are ready at the same time, over and over.
const CONTEST: &str = "\
import threading, time

def work(name):
    for step in range(3):
        print(name, step)
        time.sleep(0.01)

threads = [threading.Thread(target=work, args=(name,)) for name in 'abcdef']
for thread in threads: thread.start()
for thread in threads: thread.join()
";

fn told(seed: u64, clock: usize) -> (Vec<Event>, String) {
    let mut page = Page::with(CLOCKS[clock], seed, Limits::default());
    page.run(CONTEST);
    let out = page.out();
    (page.events, out)
}

#[test]
fn the_same_seed_gives_the_same_events_to_the_last_nanosecond() {
    for clock in 0..CLOCKS.len() {
        for seed in [0, 1, 7] {
            assert!(told(seed, clock) == told(seed, clock), "seed {seed}");
        }
    }
}

#[test]
fn seed_0_is_first_in_first_out_and_others_vary() {
    let usual = told(0, 0).1;
    let in_turn: String = (0..3).flat_map(|n| "abcdef".chars().map(move |c| format!("{c} {n}\n"))).collect();
    assert_eq!(usual, in_turn);
    let orders: std::collections::HashSet<String> = (1..6).map(|seed| told(seed, 0).1).collect();
    assert!(orders.len() > 1, "{orders:?}");
}

/// Two threads that read a number, call a function and write the number.
pub const LOST_UPDATE: &str = "\
import threading

counter = 0

def one():
    return 1

def work():
    global counter
    for _ in range(20):
        counter += one()

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
";

/// The same with a list of who did what when.
const INTERLEAVED: &str = "\
import threading

log = []

def one(name):
    log.append(name)
    return [name.upper() for _ in range(2)]

def work(name):
    for _ in range(5):
        log.extend(one(name))
        log.sort(key=lambda name: 0)

threads = [threading.Thread(target=work, args=(name,)) for name in 'ab']
for thread in threads: thread.start()
for thread in threads: thread.join()
print(''.join(log))
";

/// One thread that works for some switch intervals and asks what time it is.
const ALONE: &str = "\
import time

for _ in range(5):
    for _ in range(20_000): pass
    print(time.monotonic())
";

fn out_of(program: &str, seed: u64) -> String {
    let mut page = Page::with(CLOCKS[0], seed, Limits::default());
    page.run(program);
    page.out()
}

#[test]
fn other_seeds_than_0_switch_in_the_middle_of_short_work() {
    assert_eq!(out_of(LOST_UPDATE, 0), "40\n");
    let counts: std::collections::HashSet<String> = (1..100).map(|seed| out_of(LOST_UPDATE, seed)).collect();
    assert!(counts.len() > 1, "{counts:?}");
}

#[test]
fn slices_are_not_to_be_seen_with_any_seed() {
    for seed in 0..40 {
        let in_slices = |slice| {
            let mut page = Page::with(CLOCKS[0], seed, Limits::default());
            page.slice = slice;
            page.send(Command::Run(page.program(INTERLEAVED)));
            while page.turn() {}
            page.out()
        };
        let whole = in_slices(u64::MAX);
        for slice in [1, 3, 64] {
            assert_eq!(in_slices(slice), whole, "seed {seed}, slices of {slice}");
        }
    }
}

#[test]
fn a_thread_that_is_alone_cannot_tell_seeds_apart() {
    let usual = out_of(ALONE, 0);
    assert!((1..20).all(|seed| out_of(ALONE, seed) == usual), "{usual}");
}
