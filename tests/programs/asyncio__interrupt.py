# Ctrl+C while asyncio.run runs: the first cancels the main task, a second one ends everything at once.
import _thread
import asyncio


def interrupt():
    _thread.interrupt_main()


def attempt(title, main):
    print(f"# === {title} ===")
    try:
        print("value", asyncio.run(main()))
    except BaseException as error:
        print(type(error).__name__, error.args, type(error.__context__).__name__)


async def waits():
    asyncio.get_running_loop().call_later(0.01, interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
        raise


async def spins():
    for turn in range(100):
        if turn == 5:
            asyncio.get_running_loop().call_soon(interrupt)
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            print("in turn", turn)
            raise


async def swallows():
    asyncio.get_running_loop().call_later(0.01, interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    return "the end"


async def twice():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, interrupt)
    loop.call_later(0.02, interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("first")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled again, at the end of run()")
            raise


async def cancelled_already():
    asyncio.current_task().cancel()
    asyncio.get_running_loop().call_soon(interrupt)
    await asyncio.sleep(10)


attempt("While it waits", waits)
attempt("While it spins", spins)
attempt("Swallowed", swallows)
attempt("Twice", twice)
attempt("Cancelled by itself as well", cancelled_already)

print("# === Outside of a loop ===")
try:
    interrupt()
    print("not reached")
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args)
