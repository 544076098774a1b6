# Exceptions in tasks: where they come out.
import asyncio


class Custom(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


async def fail(code, pause=0.0):
    await asyncio.sleep(pause)
    raise Custom(code)


async def nested(depth):
    if depth == 0:
        await fail("deep")
    try:
        await nested(depth - 1)
    except Custom as error:
        raise RuntimeError(f"level {depth}") from error


async def main():
    # === Awaiting, result(), exception() ===
    task = asyncio.create_task(fail(1))
    try:
        await task
    except Custom as error:
        print(error.code, error is task.exception(), task.done(), task.cancelled())
    for _ in range(2):
        try:
            task.result()
        except Custom as error:
            print("again", error)

    # === Chains survive ===
    try:
        await asyncio.create_task(nested(2))
    except RuntimeError as error:
        chain = []
        while error:
            chain.append(str(error))
            error = error.__cause__
        print(chain)

    # === gather: first one, all as results ===
    try:
        await asyncio.gather(fail("slow", 0.02), fail("fast", 0.01))
    except Custom as error:
        print(error)
    print([repr(r) for r in await asyncio.gather(fail(1), asyncio.sleep(0, "fine"), fail(2), return_exceptions=True)])

    # === Groups ===
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(3):
                group.create_task(fail(n))
    except* Custom as errors:
        print(sorted(e.code for e in errors.exceptions))

    # === In callbacks, in finally, while cancelling ===
    async def cleanup_fails():
        try:
            await asyncio.sleep(1)
        finally:
            raise Custom("cleanup")

    task = asyncio.create_task(cleanup_fails())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except Custom as error:
        print(error, repr(error.__context__), task.cancelled())

    async def return_in_finally():
        try:
            await asyncio.sleep(1)
        finally:
            return "swallowed the cancellation"

    task = asyncio.create_task(return_in_finally())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    # === StopIteration cannot come out ===
    async def stops():
        raise StopIteration("x")

    try:
        await asyncio.create_task(stops())
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    reported = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: reported.append((context["message"].split(" ")[0], repr(context.get("exception")))))
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(reported)


asyncio.run(main())
