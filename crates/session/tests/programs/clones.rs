//! A session is plain data: a clone of one that is paused goes on as the original does.

use loopthread_session::protocol::{ClockMode, Stream};

use crate::play::{Play, in_time};

/// Tasks, a loop in a thread, a pool, a lock, a queue and a generator, so that every kind of wait is there to be paused in.
const PROGRAM: &str = r#"
import asyncio
import threading
import time
import weakref

lock = threading.Lock()
seen = []


class Thing:
    def __del__(self):
        print("del", threading.current_thread().name)


def half():
    try:
        yield Thing()
    finally:
        print("closed")


async def forgotten():
    pass


def pause(n):
    time.sleep(n / 100)
    with lock:
        seen.append(n)
    return n * n


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.01)
        yield i


async def produce(queue):
    async for i in numbers(3):
        await queue.put(i)
    await queue.put(None)


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(1)
    producer = asyncio.create_task(produce(queue), name="producer")
    while (item := await queue.get()) is not None:
        thing = Thing()
        watch = weakref.ref(thing, lambda ref: print("gone"))
        print("got", item)
        forgotten()
        for thing in half():
            break
    print(await asyncio.gather(*[loop.run_in_executor(None, pause, n) for n in (3, 1, 2)]))
    try:
        async with asyncio.timeout(0.05):
            await asyncio.Event().wait()
    except TimeoutError:
        print("too late", producer.done())


other = asyncio.new_event_loop()
thread = threading.Thread(target=other.run_forever, name="other")
thread.start()
asyncio.run(main())
print(asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "from the other loop"), other).result())
other.call_soon_threadsafe(other.stop)
thread.join()
other.close()
print(seen, {i: str(i) for i in range(3)})
"#;

const PRINTED: &str = "got 0\ndel MainThread\ngone\nclosed\ndel MainThread\ngot 1\ndel MainThread\ngone\nclosed\ndel MainThread\ngot 2\ndel MainThread\ngone\nclosed\n[9, 1, 4]\ntoo late True\ndel MainThread\nfrom the other loop\n[1, 2, 3] {0: '0', 1: '1', 2: '2'}\n";

/// Work between two pauses.
const SLICE: u64 = 53;

/// Pauses between two clones.
const EVERY: usize = 7;

#[test]
fn a_session_cloned_while_it_is_paused_goes_on_as_the_original_does() {
    let start = Play::of(PROGRAM, "main.py", ClockMode::Instant);
    let whole = start.clone().played(u64::MAX, in_time);
    assert_eq!((whole.text(Stream::Stdout).as_str(), whole.exit), (PRINTED, Some(0)));
    let mut original = start;
    let mut clones = Vec::new();
    for pause in 0.. {
        if pause % EVERY == 0 {
            clones.push(original.clone());
        }
        original.turn(SLICE, in_time);
        if original.exit.is_some() {
            break;
        }
    }
    assert!(original.told == whole.told, "the original goes another way than an undisturbed run");
    assert!(clones.len() > 20, "only {} clones", clones.len());
    for (number, clone) in clones.into_iter().enumerate() {
        let so_far = clone.told.len();
        let clone = clone.played(u64::MAX, in_time);
        assert!(clone.told == whole.told, "clone {number}, made after {so_far} events, goes another way");
    }
}
