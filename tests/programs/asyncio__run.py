# asyncio.run and Runner: one loop from its making to its closing.
import asyncio


async def answer():
    await asyncio.sleep(0)
    return 42


# === The value of main comes back ===
print(asyncio.run(answer()))

# === An exception of main comes out ===


async def fail():
    raise ValueError("from main")


try:
    asyncio.run(fail())
except ValueError as error:
    print("caught", repr(error))

# === What is left is cancelled, and may clean up ===


async def background():
    try:
        print("background begins")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("background is cancelled")
        await asyncio.sleep(0.01)
        print("background has cleaned up")
        raise


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())

# === Only coroutines, and not inside a running loop ===
for wrong in (None, answer, 3):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(" at ")[0])


async def nested():
    coro = answer()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    finally:
        coro.close()


asyncio.run(nested())

# === After the run there is no loop ===
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)

# === A Runner keeps its loop between runs ===


async def loop_of_mine():
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(loop_of_mine())
    second = runner.run(loop_of_mine())
    print(first is second, first is runner.get_loop(), first.is_closed())
print(first.is_closed(), first)
coro = answer()
try:
    runner.run(coro)
except RuntimeError as error:
    print(error)
coro.close()

# === A loop by hand ===
loop = asyncio.new_event_loop()
print(loop.run_until_complete(answer()), loop.run_until_complete(answer()))
loop.call_soon(loop.stop)
loop.run_forever()
print(loop.is_running(), loop.is_closed())
try:
    loop.call_soon(loop.stop)
    loop.run_until_complete(loop.create_future())
except RuntimeError as error:
    print(error)
loop.close()
loop.close()
for call in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    try:
        call()
    except RuntimeError as error:
        print(error)
