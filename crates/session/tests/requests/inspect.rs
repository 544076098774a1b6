//! The snapshot: what it tells of threads, loops, tasks and locks, and that looking changes nothing.

use loopthread_session::protocol::{Breakpoint, ClockMode, Command, Reply, Snapshot};

use crate::page::Page;

fn snapshot(page: &mut Page) -> Snapshot {
    match page.ask(Command::Inspect) {
        Ok(Reply::Snapshot(snapshot)) => *snapshot,
        other => panic!("no snapshot: {other:?}"),
    }
}

/// A program that is paused at a line.
fn paused_at(line: u32, source: &str) -> Page {
    let mut page = Page::new(ClockMode::Instant);
    let lines = vec![Breakpoint { line, condition: None }];
    page.ask(Command::Breakpoints { lines, exceptions: false }).expect("it is taken");
    page.run(source);
    page
}

const TASKS: &str = "\
import asyncio

async def leaf(n):
    await asyncio.sleep(n)

async def branch(n):
    await leaf(n)

async def main():
    lock = asyncio.Lock()
    async def locker():
        async with lock:
            pass
    await lock.acquire()
    first = asyncio.create_task(branch(2), name='first')
    waits = asyncio.create_task(locker(), name='locker')
    both = asyncio.create_task(asyncio.wait_for(first, 9), name='both')
    await asyncio.sleep(1)
    forgotten = leaf(3)
    ready = asyncio.create_task(leaf(5), name='ready')
    print('now')

asyncio.run(main())
";

#[test]
fn tasks_are_told_with_their_stacks_and_who_awaits_them() {
    let mut page = paused_at(21, TASKS);
    let told = snapshot(&mut page);
    let task = |name: &str| told.tasks.iter().find(|task| task.name == name).expect("the task is told");
    let stack = |name: &str| {
        task(name).stack.iter().map(|call| (call.function.as_str(), call.line)).collect::<Vec<_>>()
    };
    assert_eq!(stack("first"), [("leaf", 4), ("branch", 7)]);
    assert_eq!(task("first").stack[0].locals, [("n".to_owned(), "2".to_owned())]);
    assert_eq!(task("first").awaits.as_deref(), Some("sleep"));
    assert_eq!(stack("locker"), [("main.<locals>.locker", 12)]);
    assert_eq!(task("locker").awaits.as_deref(), Some("Lock.acquire"));
    assert_eq!(task("first").awaited_by, [task("both").task]);
    assert_eq!(stack("ready"), [("leaf", 3)]);
}

#[test]
fn threads_loops_locks_and_forgotten_coroutines_are_told() {
    let mut page = paused_at(21, TASKS);
    let told = snapshot(&mut page);
    let main = &told.threads[0];
    let calls: Vec<_> = main.calls.iter().map(|call| (call.function.as_str(), call.line)).collect();
    assert_eq!((main.name.as_str(), main.has_gil), ("MainThread", true));
    assert_eq!(calls, [("main", 21), ("<module>", 23)]);
    let lp = &told.loops[0];
    let texts = |callbacks: &[loopthread_session::protocol::Callback]| {
        callbacks.iter().map(|callback| callback.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&lp.ready), ["Task.__step()"]);
    let named = |name: &str| told.tasks.iter().find(|task| task.name == name).map(|task| task.task);
    assert_eq!(lp.ready[0].task, named("ready"));
    let timers: Vec<_> = lp.timers.iter().map(|(when, timer)| (when / 1_000_000_000, timer.task)).collect();
    assert_eq!(timers[0], (2, named("first")));
    let lock = told.waits.iter().find(|wait| wait.kind == "asyncio.Lock").expect("the lock is told");
    assert_eq!((lock.name.as_deref(), lock.state.as_str()), (Some("lock"), "locked"));
    assert_eq!(lock.waiters, ["locker"]);
    let forgotten: Vec<_> = told.unstarted.iter().map(|call| call.function.as_str()).collect();
    assert_eq!(forgotten, ["leaf"]);
}

#[test]
fn coroutines_that_were_never_started_are_told_with_the_line_that_made_them() {
    let source = "\
import asyncio
async def work(n):
    pass
async def main():
    one = work(1)
    two = [work(2)
           for _ in 'a']
    three = asyncio.sleep(3)
    print('now')
asyncio.run(main())
";
    let mut page = paused_at(9, source);
    let told = snapshot(&mut page);
    let made: Vec<(&str, u32)> =
        told.unstarted.iter().map(|call| (call.function.as_str(), call.line)).collect();
    assert_eq!(made, [("work", 5), ("work", 6), ("sleep", 8)]);
}

#[test]
fn a_callback_in_debug_mode_is_that_of_the_task_that_it_wakes() {
    let source = "\
import asyncio
async def work(name):
    await asyncio.sleep(1)
    print(name)
async def main():
    a = asyncio.create_task(work('a'), name='a')
    b = asyncio.create_task(work('b'), name='b')
    await a
asyncio.run(main(), debug=True)
";
    let mut page = paused_at(4, source);
    page.ask(Command::Resume).expect("it goes on");
    page.settle();
    let told = snapshot(&mut page);
    let named = |name: &str| told.tasks.iter().find(|task| task.name == name).map(|task| task.task);
    let woken: Vec<_> = told.loops[0].ready.iter().map(|callback| callback.task).collect();
    assert_eq!(woken, [named("Task-1")]);
}

#[test]
fn locks_of_threads_are_told_with_their_holders() {
    let source = "\
import threading
lock = threading.Lock()
def work():
    with lock:
        pass
lock.acquire()
thread = threading.Thread(target=work, name='worker')
thread.start()
print('now')
lock.release()
";
    let mut page = paused_at(9, source);
    let told = snapshot(&mut page);
    let lock = told.waits.iter().find(|wait| wait.name.as_deref() == Some("lock")).expect("the lock is told");
    let state = (lock.kind.as_str(), lock.state.as_str(), lock.holder.as_deref());
    assert_eq!(state, ("threading.Lock", "locked", Some("MainThread")));
    assert_eq!(lock.waiters, ["worker"]);
    let worker = told.threads.iter().find(|thread| thread.name == "worker").expect("the thread is told");
    assert_eq!((worker.has_gil, worker.calls[0].line), (false, 4));
}

#[test]
fn values_are_shown_short_and_without_running_python() {
    let source = "\
class Loud:
    def __repr__(self):
        print('asked')
        return 'x'
def f():
    a, b, c = [1, [2, [3, [4]]]], {'k': Loud()}, 'x' * 1000
    d, e = tuple(range(9)), Loud
    g, h, i = set(), {1}, frozenset('a')
    j, k = KeyError('k', Loud()), frozenset()
    print('now')
f()
";
    let mut page = paused_at(10, source);
    let told = snapshot(&mut page);
    let locals = &told.threads[0].calls[0].locals;
    let shown: Vec<(&str, &str)> =
        locals.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let long = format!("'{}…", "x".repeat(79));
    let expected = [
        ("a", "[1, [2, <list>]]"),
        ("b", "{'k': <Loud>}"),
        ("c", long.as_str()),
        ("d", "(0, 1, 2, 3, 4, …)"),
        ("e", "<class '__main__.Loud'>"),
        ("g", "set()"),
        ("h", "{1}"),
        ("i", "frozenset({'a'})"),
        ("j", "KeyError('k', <Loud>)"),
        ("k", "frozenset()"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(page.out(), "");
}

#[test]
fn looking_at_any_moment_changes_nothing() {
    let told = |looks: bool| {
        let mut page = Page::new(ClockMode::Instant);
        page.slice = 50;
        let program = page.program(TASKS);
        page.send(Command::Run(program));
        while page.turn() {
            if looks {
                snapshot(&mut page);
            }
        }
        let records: Vec<_> = page.records().cloned().collect();
        (page.out(), records)
    };
    let (plain, looked) = (told(false), told(true));
    assert_eq!(plain.0, looked.0);
    let differ = plain.1.iter().zip(&looked.1).find(|(one, other)| one != other);
    assert_eq!(differ, None);
    assert_eq!(plain.1.len(), looked.1.len());
}

#[test]
fn the_librarys_own_locks_are_no_news() {
    let source = "\
from concurrent.futures import ThreadPoolExecutor
import threading
pool = ThreadPoolExecutor(1)
pool.submit(print, 'ran').result()
locks = [threading.Lock()]
locks[0].acquire()
thread = threading.Thread(target=locks[0].acquire, daemon=True)
thread.start()
threading.Event().wait(1)
print('now')
";
    let mut page = paused_at(10, source);
    let told = snapshot(&mut page);
    let waits: Vec<_> = told.waits.iter().map(|wait| (wait.kind.as_str(), wait.waiters.join(" "))).collect();
    assert_eq!(waits, [("threading.Lock", "Thread-1 (acquire)".to_owned())]);
}
