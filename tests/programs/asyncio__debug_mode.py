# Debug mode as far as it shows in a program.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    loop.set_debug(False)
    print(loop.get_debug())
    loop.set_debug(True)
    loop.slow_callback_duration = 10
    task = asyncio.create_task(asyncio.sleep(0, "done"), name="t")
    print(await task)
    try:
        await asyncio.gather(asyncio.sleep(0), fail())
    except ValueError as error:
        print(error)


async def fail():
    raise ValueError("debugged")


asyncio.run(main(), debug=True)
asyncio.run(main(), debug=True)


async def plain():
    return asyncio.get_running_loop().get_debug()


print(asyncio.run(plain()), asyncio.run(plain(), debug=False))
with asyncio.Runner(debug=True) as runner:
    print(runner.run(plain()), runner.get_loop().get_debug())
loop = asyncio.new_event_loop()
loop.set_debug(True)
print(loop)
for wrong in (lambda: loop.call_soon(5), lambda: loop.call_soon(plain), lambda: loop.call_later(1, "x")):
    try:
        wrong()
    except TypeError as error:
        print(str(error).split(" at ")[0])
loop.close()
