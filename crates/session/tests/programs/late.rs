//! The first golden: a task that works every half second, and a caller that sleeps for one second.
//!
//! CPython prints two lines of work every time, for a plain sleep that ends in the millisecond in which a selector does goes first. So it must be
//! however often somebody reads the clock, and however late the world's wake-ups are.

use std::fs;
use std::path::Path;
use std::time::Duration;

use loopthread_session::protocol::{ClockMode, Stream};

use crate::play::{Play, in_time};

/// The example in the words of the package's own introduction.
const INTRODUCTION: &str = r#"
import asyncio
import time

from quara.concurrency import AsyncioThread

thread = AsyncioThread()


@thread.task
async def some_task():
    while True:
        print("Doing some work")
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            print("Bye bye")
            break

thread.start()
time.sleep(1)
thread.stop_threadsafe()
"#;

const WORK: &str = "Doing some work\nDoing some work\nBye bye\n";

#[test]
fn a_task_works_twice_in_a_second_however_often_the_clock_is_read() {
    for (source, expected) in both_forms() {
        for reads in 0..=20 {
            let sleep = "time.sleep(1)";
            let work = "print(\"Doing some work\")";
            assert!(source.contains(sleep) && source.contains(work), "there is no place for the reads");
            let source = source.replace(sleep, &format!("{}; {sleep}", clock_reads(reads)));
            // In the task other numbers, so that neither side's reads make up for the other's.
            let source = source.replace(work, &format!("{}; {work}", clock_reads(reads * 8 % 21)));
            assert_eq!(printed(&source, ClockMode::Instant, in_time), expected, "with {reads} reads");
        }
    }
}

#[test]
fn a_task_works_twice_in_a_second_however_late_the_wake_ups_are() {
    for (source, expected) in both_forms() {
        for late in [0, 1, 20, 50] {
            let late = || Duration::from_millis(late);
            assert_eq!(printed(&source, ClockMode::Real, late), expected, "{:?} late", late());
        }
        for first in [0, 3, 11] {
            // From 0 to 50 ms, in leaps.
            let mut step = first;
            let late = move || {
                step = (step * 29 + 17) % 51;
                Duration::from_millis(step)
            };
            assert_eq!(printed(&source, ClockMode::Real, late), expected, "late from {first} ms on");
        }
    }
}

fn clock_reads(reads: u32) -> String {
    format!("[time.monotonic() for _ in range({reads})]")
}

/// The sources, and what they print.
fn both_forms() -> [(String, String); 2] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/examples/task-decorator.py");
    let example = fs::read_to_string(path).expect("the example is part of the project");
    [(example, format!("{WORK}The thread has stopped\n")), (INTRODUCTION.to_owned(), WORK.to_owned())]
}

fn printed(source: &str, clock: ClockMode, late: impl FnMut() -> Duration) -> String {
    let play = Play::of(source, "main.py", clock).played(20_000, late);
    assert_eq!((play.exit, play.text(Stream::Stderr)), (Some(0), String::new()));
    play.text(Stream::Stdout)
}
