//! Every program with a committed output, run in a session: what it prints, its exit code, and a sane trace.
//!
//! The outputs are CPython's (`cargo xtask oracle`). Every program runs again with a collection every so often, one marked `# gc: all` a
//! hundred times as often as any other, and the examples in slices and in real time. **None of that is observable.**

mod clones;
mod golden;
mod late;
mod pauses;
mod play;

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use loopthread_session::protocol::{ClockMode, Event, Stream, TaskState, WaitKind, What};

use golden::{Golden, goldens};
use play::{Play, in_time};

/// Work between two collections.
const COLLECT_EVERY: u64 = 9_700;

#[test]
fn programs_print_what_cpython_prints() {
    let (goldens, next) = (goldens("tests/programs"), AtomicUsize::new(0));
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let mut wrong: Vec<String> = thread::scope(|scope| {
        let work = || {
            let mine = std::iter::from_fn(|| goldens.get(next.fetch_add(1, Ordering::Relaxed)));
            mine.flat_map(what_is_wrong).collect::<Vec<_>>()
        };
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
    });
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn what_is_wrong(golden: &Golden) -> Vec<String> {
    let whole = start(golden, ClockMode::Instant).played(u64::MAX, in_time);
    let every = if golden.collect_always { COLLECT_EVERY / 100 } else { COLLECT_EVERY };
    let again = start(golden, ClockMode::Instant).collecting(every).played(u64::MAX, in_time);
    let again = difference(golden, &again).map(|how| format!("with collections, {how}"));
    difference(golden, &whole).into_iter().chain(again).collect()
}

#[test]
fn examples_tell_the_same_in_slices_of_any_size_and_in_real_time() {
    for golden in examples() {
        let whole = start(&golden, ClockMode::Instant).played(u64::MAX, in_time);
        assert_eq!(difference(&golden, &whole), None);
        assert_trace_is_sane(&whole);
        for slice in [1, 7, 64] {
            let sliced = start(&golden, ClockMode::Instant).played(slice, in_time);
            assert_same(&sliced, &whole, &format!("{} in slices of {slice}", golden.name));
        }
        let a_little_late = || Duration::from_millis(3);
        let real = start(&golden, ClockMode::Real).played(200_000, a_little_late);
        assert_same(&real, &whole, &format!("{} in real time", golden.name));
    }
}

#[test]
fn ends_are_told_the_same_in_slices_of_any_size() {
    let about_ends = |golden: &Golden| {
        ["__del", "weakref", "asyncio__", "__gc"].iter().any(|part| golden.name.contains(part))
    };
    let goldens: Vec<Golden> = goldens("tests/programs").into_iter().filter(about_ends).collect();
    assert!(goldens.len() >= 30, "only {} programs", goldens.len());
    for golden in goldens {
        for slice in [1, 7, 64] {
            let sliced = start(&golden, ClockMode::Instant).played(slice, in_time);
            assert_eq!(difference(&golden, &sliced), None, "{} in slices of {slice}", golden.name);
        }
    }
}

#[test]
fn the_trace_says_until_when_a_task_sleeps() {
    let source = "import asyncio\nasync def main():\n    for n in (2, 1): await asyncio.sleep(n)\nasyncio.run(main())\n";
    let play = Play::of(source, "main.py", ClockMode::Instant).played(u64::MAX, in_time);
    let mut untils = Vec::new();
    for event in &play.told {
        let Event::Trace { records, .. } = event else { continue };
        for record in records {
            if let What::TaskState { state: TaskState::Waiting(wait), .. } = &record.what
                && wait.kind == WaitKind::Sleep
            {
                untils.push(wait.until.map(|until| (until - record.at).div_ceil(1_000_000)));
            }
        }
    }
    assert_eq!(untils, [Some(2000), Some(1000)]);
}

fn examples() -> Vec<Golden> {
    let examples = goldens("www/examples");
    assert!(examples.len() >= 11, "only {} examples", examples.len());
    examples
}

fn start(golden: &Golden, clock: ClockMode) -> Play {
    Play::with_mode(&golden.source, &golden.name, clock, golden.dev)
}

fn difference(golden: &Golden, play: &Play) -> Option<String> {
    let exit = play.exit.unwrap_or(-1);
    golden.difference(&play.text(Stream::Stdout), &play.text(Stream::Stderr), exit)
}

fn assert_same(play: &Play, whole: &Play, name: &str) {
    let differ = play.told.iter().zip(&whole.told).find(|(one, other)| one != other);
    assert_eq!(differ, None, "{name}");
    assert_eq!((play.told.len(), play.exit), (whole.told.len(), whole.exit), "{name}");
}

/// Time never goes back, and threads have names.
fn assert_trace_is_sane(play: &Play) {
    let mut at = 0;
    for event in &play.told {
        let Event::Trace { records, .. } = event else { continue };
        for record in records {
            assert!(record.at >= at, "the trace goes back in time at {:?}", record.what);
            at = record.at;
            if let What::ThreadStarted { name, .. } = &record.what {
                assert!(!name.is_empty());
            }
        }
    }
}
