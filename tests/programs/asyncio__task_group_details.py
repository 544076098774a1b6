# TaskGroup: errors, nesting, cancellation, misuse.
import asyncio


async def work(name, pause, error=None):
    try:
        await asyncio.sleep(pause)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if error:
        raise error
    return name


async def main():
    # === Results ===
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n, 0.01 * i), name=f"task {n}") for i, n in enumerate("abc")]
        print(tasks[0].get_name(), tasks[0].done())
    print([task.result() for task in tasks])

    # === One error cancels the rest ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("fails", 0.01, ValueError("first")))
            group.create_task(work("goes", 1))
            await asyncio.sleep(1)
            print("not printed")
    except* ValueError as errors:
        print(repr(errors), errors.exceptions)

    # === Several errors ===
    async def fail_when_cancelled(error):
        try:
            await asyncio.sleep(1)
        finally:
            raise error

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("x", 0.01, KeyError("k")))
            group.create_task(fail_when_cancelled(OSError("o")))
    except* KeyError as errors:
        print("keys", errors.exceptions)
    except* OSError as errors:
        print("os", errors.exceptions)

    # === The body fails ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("child", 1))
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except ExceptionGroup as errors:
        print(errors, errors.exceptions)

    # === SystemExit and KeyboardInterrupt are not wrapped ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("other", 1))
            await asyncio.sleep(0)
            raise KeyboardInterrupt
    except KeyboardInterrupt as error:
        print("interrupt", repr(error))

    # === Nested ===
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work("outer child", 1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work("inner child", 0.01, TypeError("deep")))
    except* TypeError as errors:
        print(repr(errors))

    # === Cancelled from outside ===
    async def grouped():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("g1", 1))
            group.create_task(work("g2", 1))

    task = asyncio.create_task(grouped())
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    # === A cancelled child is no error ===
    async with asyncio.TaskGroup() as group:
        child = group.create_task(work("alone", 1))
        await asyncio.sleep(0)
        child.cancel()
    print(child.cancelled())

    # === Children that make children ===
    async def parent(group, depth):
        if depth:
            group.create_task(parent(group, depth - 1))
        print("depth", depth)

    async with asyncio.TaskGroup() as group:
        group.create_task(parent(group, 3))

    # === Misuse ===
    coroutine = work("late", 0)
    for use in (group, asyncio.TaskGroup()):
        try:
            use.create_task(coroutine)
        except RuntimeError as error:
            print(str(error).split(" at ")[0], str(error)[-24:])
    coroutine.close()
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(str(error)[-25:])


asyncio.run(main())
