# ExitStack and contextmanager in coroutines: plain managers around awaits, in several tasks at once.
import asyncio
import contextlib
import contextvars

indent = contextvars.ContextVar("indent", default=0)
log = []


@contextlib.contextmanager
def section(name):
    token = indent.set(indent.get() + 1)
    log.append(f"{'.' * indent.get()}{name}")
    try:
        yield indent.get()
    except KeyError as error:
        log.append(f"{name} sees {error}")
    finally:
        indent.reset(token)
        log.append(f"/{name}")


async def work(name, depth):
    with contextlib.ExitStack() as stack:
        for n in range(depth):
            level = stack.enter_context(section(f"{name}{n}"))
            await asyncio.sleep(0)
        return level


async def main():
    print(await asyncio.gather(work("a", 2), work("b", 1)))
    print(log, indent.get())
    log.clear()

    print("# === An error that the manager takes ===")
    with section("taker"):
        await asyncio.sleep(0)
        raise KeyError("taken")
    print(log)
    log.clear()

    print("# === Cancelled inside ===")

    async def waits():
        with section("outer"), section("inner"):
            await asyncio.sleep(1)

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(log, indent.get())
    log.clear()

    print("# === suppress, closing, redirect ===")
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
        print("not reached")
    with contextlib.suppress(ZeroDivisionError, LookupError):
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(KeyError("k")))
            group.create_task(fails(ZeroDivisionError()))
    print("a group of suppressed errors is suppressed")
    try:
        with contextlib.suppress(KeyError):
            async with asyncio.TaskGroup() as group:
                group.create_task(fails(KeyError("k")))
                group.create_task(fails(OSError("o")))
    except* OSError as errors:
        print("the rest goes on", errors.exceptions)

    class Closes:
        async def aclose(self):
            print("aclose")

    async with contextlib.aclosing(Closes()):
        print("in aclosing")
    stack = contextlib.AsyncExitStack()
    async with stack:
        stack.push_async_callback(asyncio.sleep, 0)
        await stack.enter_async_context(contextlib.aclosing(Closes()))
        stack.callback(print, "called back")


async def fails(error):
    raise error


asyncio.run(main())
