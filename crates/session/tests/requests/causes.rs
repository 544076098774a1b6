//! What the trace says of who did what to a task, and at which line of the program.

use loopthread_session::protocol::{Actor, TaskId, TaskState, What};

use crate::page::{CLOCKS, Page};

const CAUSES: &str = "\
import asyncio, threading

async def waits(event):
    await event.wait()

async def fails(loop):
    await loop.run_in_executor(None, threading.Event().wait, 0.01)
    raise ValueError('no')

async def main():
    event = asyncio.Event()
    waiter = asyncio.create_task(waits(event))
    await asyncio.sleep(0.1)
    event.set()
    await waiter
    failing = asyncio.create_task(fails(asyncio.get_running_loop()))
    await asyncio.sleep(0.1)
    sleeper = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    sleeper.cancel()
    asyncio.get_running_loop().call_soon(event.clear)

asyncio.run(main())
";

/// `task: who at line` for each time that a task was made ready or asked to end, in order.
fn causes(page: &Page) -> Vec<String> {
    let who = |by: Option<Actor>, line: Option<u32>| {
        let who = match by {
            Some(Actor::Python { task: Some(task), .. }) => format!("task {}", task.0),
            Some(Actor::Python { thread, .. }) => format!("thread {}", thread.0),
            Some(Actor::Page { .. }) => "page".to_owned(),
            None => "loop".to_owned(),
        };
        line.map_or(who.clone(), |line| format!("{who} at {line}"))
    };
    let told = |what: &What| match what {
        What::TaskState { task, state: TaskState::Ready { by, line } } => {
            Some(format!("{}: {}", task.0, who(*by, *line)))
        }
        What::CancelAsked { task, by, line } => Some(format!("cancel {}: {}", task.0, who(Some(*by), *line))),
        _ => None,
    };
    page.records().filter_map(|record| told(&record.what)).collect()
}

#[test]
fn a_task_becomes_ready_by_whom_at_which_line() {
    for clock in CLOCKS {
        let mut page = Page::running(clock, CAUSES);
        page.pass(500);
        let expected = [
            // asyncio.run starts it, and the main task a second one.
            "0: thread 0 at 23",
            "1: task 0 at 12",
            // A timer.
            "0: loop",
            "1: task 0 at 14",
            // Its end.
            "0: task 1",
            "2: task 0 at 16",
            // The pool's thread told the loop.
            "2: loop",
            "0: loop",
            "3: task 0 at 18",
            "0: loop",
            "cancel 3: task 0 at 20",
            "3: task 0 at 20",
        ];
        let found = causes(&page);
        assert_eq!(found.get(..expected.len()), Some(&expected.map(str::to_owned)[..]), "{found:#?}");
    }
}

#[test]
fn a_failure_and_a_start_name_their_lines() {
    let source = "\
import threading, asyncio

async def fails():
    int('x')

threading.Thread(target=print).start()
asyncio.run(fails())
";
    for clock in CLOCKS {
        let mut page = Page::running(clock, source);
        page.pass(10);
        let lines: Vec<(TaskId, Option<u32>)> = page
            .records()
            .filter_map(|record| match &record.what {
                What::TaskState { task, state: TaskState::Failed { line, .. } } => Some((*task, *line)),
                _ => None,
            })
            .collect();
        assert_eq!(lines, [(TaskId(0), Some(4))]);
        let started = page.records().find_map(|record| match &record.what {
            What::ThreadStarted { name, line, .. } if name.starts_with("Thread-1") => Some(*line),
            _ => None,
        });
        assert_eq!(started, Some(Some(6)));
    }
}
