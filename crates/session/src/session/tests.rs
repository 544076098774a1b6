//! What a process keeps, and what it does, for tasks that come and go: the same for each, however many there were before.

use std::time::Duration;

use loopthread_protocol::{ClockMode, Command, Limits, Program, Request, RequestId};

use super::Session;
use crate::glue::process_ref;

/// Work in one slice.
const SLICE: u64 = 5;

/// What was seen of one run.
#[derive(Debug, Default)]
struct Seen {
    slices: u64,
    most_tasks: usize,
    tasks_made: u32,
    bytes: usize,
    /// Objects visited to see who is dead.
    visited: u64,
}

#[test]
fn tasks_that_are_over_are_kept_nowhere_and_cost_nothing() {
    let [few, more, many] = [50, 150, 250].map(one_after_the_other);
    assert_eq!((few.most_tasks, many.most_tasks), (2, 2), "{many:?}");
    // The main task, and two that asyncio.run makes at the end.
    assert_eq!(many.tasks_made, 250 + 3, "{many:?}");
    assert!(many.bytes.abs_diff(more.bytes) < 2_000, "{} then {} bytes", more.bytes, many.bytes);
    let (first, second) = (more.slices - few.slices, many.slices - more.slices);
    assert!(first.abs_diff(second) <= 20 && first > 20, "{first} slices, then {second}");
}

#[test]
fn to_see_who_is_dead_costs_the_same_for_each_task_however_many_there_are() {
    let [few, many] = [20_000, 100_000].map(all_at_once);
    let each = |seen: &Seen, tasks: u64| seen.visited / tasks;
    assert!(each(&many, 100_000) <= each(&few, 20_000) + 5, "{few:?}, {many:?}");
}

/// Makes tasks that fail, and looks at each before it makes the next.
fn one_after_the_other(tasks: u32) -> Seen {
    run(
        &format!(
            "import asyncio\n\
             async def fail(): raise ValueError\n\
             async def main():\n    \
                 for _ in range({tasks}):\n        \
                     try: await asyncio.create_task(fail())\n        \
                     except ValueError: pass\n\
             asyncio.run(main())\n"
        ),
        SLICE,
    )
}

/// Makes tasks that fail and are kept: each failure is a reason to look whether its task is dead.
fn all_at_once(tasks: u32) -> Seen {
    run(
        &format!(
            "import asyncio\n\
             async def fail(n):\n    \
                 await asyncio.sleep(0)\n    \
                 raise ValueError(n)\n\
             async def main():\n    \
                 tasks = []\n    \
                 for n in range({tasks}):\n        \
                     task = asyncio.create_task(fail(n))\n        \
                     tasks.append(task)\n    \
                 for task in tasks:\n        \
                     try: await task\n        \
                     except ValueError: pass\n\
             asyncio.run(main())\n"
        ),
        u64::MAX,
    )
}

fn run(source: &str, slice: u64) -> Seen {
    let program = Program {
        source: source.to_owned(),
        file_name: "main.py".to_owned(),
        clock: ClockMode::Instant,
        seed: 0,
        dev: false,
        limits: Limits { memory_bytes: Some(2 << 30), ..Limits::default() },
    };
    let mut session = Session::new();
    session.handle(Request { id: RequestId(1), command: Command::Run(program) });
    let mut seen = Seen::default();
    while session.exit_code().is_none() {
        session.turn(slice, Duration::ZERO);
        assert!(seen.slices < 1_000_000, "it does not end");
        let asyncio = &process_ref(&session.vm).asyncio;
        seen.slices += 1;
        seen.most_tasks = seen.most_tasks.max(asyncio.tasks.len());
        seen.tasks_made = asyncio.tasks_made;
    }
    assert_eq!(session.exit_code(), Some(0));
    assert!(session.collect(false).is_none());
    seen.bytes = session.vm.heap.bytes();
    seen.visited = session.vm.deaths.visited;
    seen
}
