# asyncio.run, Runner, and running loops by hand.
import asyncio
import contextvars


async def answer():
    await asyncio.sleep(0.01)
    return 42


async def leaves_tasks():
    async def forever(name):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print(name, "is cancelled at the end")
            raise

    asyncio.create_task(forever("a"))
    await asyncio.sleep(0)
    return "left"


# === run ===
print(asyncio.run(answer()), asyncio.run(leaves_tasks()))
for wrong in (answer, 5, None):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at ")[0])


async def nested():
    coroutine = answer()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.get_running_loop().run_until_complete(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(nested())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)

# === Runner ===
with asyncio.Runner() as runner:
    print(runner.run(answer()), runner.get_loop().is_running())
    loop = runner.get_loop()
    print(runner.run(asyncio.sleep(0, "again")), runner.get_loop() is loop)
    value = contextvars.ContextVar("value", default=0)

    async def bump():
        value.set(value.get() + 1)
        return value.get()

    print(runner.run(bump()), runner.run(bump()), value.get())
    try:
        runner.run(5)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(loop.is_closed())
coroutine = answer()
try:
    runner.run(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()

# === By hand ===
loop = asyncio.new_event_loop()
print(loop.run_until_complete(answer()), loop.is_closed())
future = loop.create_future()
loop.call_later(0.01, future.set_result, "by hand")
print(loop.run_until_complete(future))
task = loop.create_task(answer())
print(task.done(), loop.run_until_complete(task))


async def boom():
    raise ValueError("out of the loop")


try:
    loop.run_until_complete(boom())
except ValueError as error:
    print(error)
pending = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(pending)
except RuntimeError as error:
    print(error)


loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop.is_closed())
