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
    most_failures: usize,
    tasks_made: u32,
    failures: u64,
    bytes: usize,
}

#[test]
fn tasks_that_are_over_are_kept_nowhere_and_cost_nothing() {
    let [few, more, many] = [50, 150, 250].map(one_after_the_other);
    assert_eq!((many.most_tasks, many.most_failures), (2, 1), "{many:?}");
    // The main task, and two that asyncio.run makes at the end.
    assert_eq!((many.tasks_made, many.failures), (250 + 3, 250), "{many:?}");
    assert_eq!((few.most_tasks, few.most_failures), (2, 1), "{few:?}");
    assert!(many.bytes.abs_diff(more.bytes) < 2_000, "{} then {} bytes", more.bytes, many.bytes);
    let (first, second) = (more.slices - few.slices, many.slices - more.slices);
    assert!(first.abs_diff(second) <= 20 && first > 20, "{first} slices, then {second}");
}

/// Makes tasks that fail, and looks at each before it makes the next.
fn one_after_the_other(tasks: u32) -> Seen {
    let source = format!(
        "import asyncio\n\
         async def fail(): raise ValueError\n\
         async def main():\n    \
             for _ in range({tasks}):\n        \
                 try: await asyncio.create_task(fail())\n        \
                 except ValueError: pass\n\
         asyncio.run(main())\n"
    );
    let program = Program {
        source,
        file_name: "main.py".to_owned(),
        clock: ClockMode::Instant,
        seed: 0,
        limits: Limits::default(),
    };
    let mut session = Session::new();
    session.handle(Request { id: RequestId(1), command: Command::Run(program) });
    let mut seen = Seen::default();
    while session.exit_code().is_none() {
        session.turn(SLICE, Duration::ZERO);
        assert!(seen.slices < 1_000_000, "it does not end");
        let asyncio = &process_ref(&session.vm).asyncio;
        seen.slices += 1;
        seen.most_tasks = seen.most_tasks.max(asyncio.tasks.len());
        seen.most_failures = seen.most_failures.max(asyncio.unretrieved.len());
        (seen.tasks_made, seen.failures) = (asyncio.tasks_made, asyncio.failures);
    }
    assert_eq!(session.exit_code(), Some(0));
    session.collect();
    seen.bytes = session.vm.heap.bytes();
    seen
}
