"""The order of tasks in asyncio, scene by scene; `order.rs` has the same scenes in Rust.

Run by CPython 3.13 to make `order.out`.
"""

import asyncio


async def sleep_until(when):
    """A sleep whose deadline is exact, so that several can be equal."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_at(when, done.set_result, None)
    await done


async def steps(name, count):
    for n in range(count):
        print(name, n)
        await asyncio.sleep(0)
    print(name, "end")
    return name


async def tasks_take_turns():
    tasks = [asyncio.create_task(steps(name, 3)) for name in "abc"]
    print("created")
    for task in reversed(tasks):
        print("joined", await task)


async def a_task_spawned_in_a_turn_waits_for_the_next():
    async def parent(name):
        print(name, "spawns")
        child = asyncio.create_task(steps(name + "-child", 1))
        await asyncio.sleep(0)
        print(name, "again")
        await child
        print(name, "end")

    first = asyncio.create_task(parent("a"))
    second = asyncio.create_task(parent("b"))
    ticker = asyncio.create_task(steps("tick", 6))
    for task in (first, second, ticker):
        await task


async def wakes_and_spawns_keep_the_order_of_the_calls():
    async def worker():
        print("worker")
        return "result"

    async def joiner(task):
        print("joiner waits")
        print("joiner has", await task)

    async def spawner():
        print("spawner")
        asyncio.create_task(steps("spawned", 1))

    task = asyncio.create_task(worker())
    asyncio.create_task(joiner(task))
    await asyncio.sleep(0)
    print("main between")
    asyncio.create_task(spawner())
    other = asyncio.create_task(worker())
    asyncio.create_task(joiner(other))
    await steps("tick", 5)


async def joining_a_finished_task_does_not_yield():
    finished = asyncio.create_task(steps("finished", 0))
    await asyncio.sleep(0)
    asyncio.create_task(steps("other", 2))
    print("before")
    print("joined", await finished)
    print("after, and other has not run")
    await asyncio.sleep(0)


async def equal_deadlines_leave_in_the_order_of_the_heap():
    async def sleeper(n, when):
        await sleep_until(when)
        print("sleeper", n)
        await asyncio.sleep(0)
        print("sleeper", n, "again")

    when = asyncio.get_running_loop().time() + 0.02
    tasks = [asyncio.create_task(sleeper(n, when)) for n in range(8)]
    for task in tasks:
        await task


async def sleeps_end_by_deadline_and_in_two_turns():
    async def sleeper(name, delay):
        await asyncio.sleep(delay)
        print(name, "awake")
        return name

    tasks = [asyncio.create_task(sleeper(*args)) for args in (("late", 0.06), ("early", 0.02), ("middle", 0.04))]
    print("joined", await tasks[0])
    print("joined", await tasks[1])
    # A timer that is due at once still takes a turn to fire, and one more to wake its task.
    asyncio.create_task(sleep_until_and_say(0.0))
    await steps("tick", 4)


async def sleep_until_and_say(when):
    await sleep_until(when)
    print("slept until the past")


async def a_cancelled_task_ends_in_its_next_turn():
    async def victim(name):
        try:
            await asyncio.sleep(3600)
        finally:
            print(name, "dropped")

    async def witness(name, task):
        try:
            await task
        except asyncio.CancelledError:
            print(name, "was cancelled")

    victims = [asyncio.create_task(victim(name)) for name in "ab"]
    for name, task in zip("ab", victims):
        asyncio.create_task(witness(name, task))
    await asyncio.sleep(0)
    print("cancel", victims[1].cancel(), victims[0].cancel())
    await steps("tick", 4)
    print("cancel", victims[0].cancel())


async def the_loop_ends_one_turn_after_main():
    asyncio.create_task(steps("left", 9))
    await asyncio.sleep(0)
    print("main ends")


for scene in (
    tasks_take_turns,
    a_task_spawned_in_a_turn_waits_for_the_next,
    wakes_and_spawns_keep_the_order_of_the_calls,
    joining_a_finished_task_does_not_yield,
    equal_deadlines_leave_in_the_order_of_the_heap,
    sleeps_end_by_deadline_and_in_two_turns,
    a_cancelled_task_ends_in_its_next_turn,
    the_loop_ends_one_turn_after_main,
):
    print("===", scene.__name__)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(scene())
