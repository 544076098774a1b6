# Locks and queues belong to the loop in which they were first waited for.
import asyncio


async def contended(make_wait):
    first = asyncio.create_task(make_wait())
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait([first])


def attempt(name, make_wait):
    asyncio.run(contended(make_wait))

    async def again():
        try:
            await asyncio.wait_for(make_wait(), 0.01)
        except RuntimeError as error:
            text = str(error)
            print(name, "|", text[: text.index(" ")], "|", text[text.rindex(">") + 1 :] if ">" in text else text)
        except TimeoutError:
            print(name, "waits as if nothing was")

    asyncio.run(again())


lock = asyncio.Lock()
lock._locked = True
attempt("lock", lock.acquire)
attempt("event", asyncio.Event().wait)
attempt("semaphore", asyncio.Semaphore(0).acquire)
attempt("queue", asyncio.Queue().get)
full = asyncio.Queue(1)
full.put_nowait(1)
attempt("full queue", lambda: full.put(2))


async def uncontended(lock, queue):
    async with lock:
        queue.put_nowait(1)
        return await queue.get()


lock, queue = asyncio.Lock(), asyncio.Queue()
print("nobody waited:", asyncio.run(uncontended(lock, queue)), asyncio.run(uncontended(lock, queue)))


async def future_of(loop):
    future = loop.create_future()
    try:
        await future
    except RuntimeError as error:
        print(str(error).split(" got ")[0].split("<")[0], "...", str(error)[-27:])


other = asyncio.new_event_loop()
asyncio.run(future_of(other))
other.close()
