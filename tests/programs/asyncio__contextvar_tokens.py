# Tokens and contexts across tasks and threads.
import asyncio
import contextvars
import threading

request = contextvars.ContextVar("request")
depth = contextvars.ContextVar("depth", default=0)


async def reset_elsewhere(token):
    try:
        request.reset(token)
    except ValueError as error:
        print("ValueError", str(error).split(" was")[-1])


async def main():
    token = request.set("first")
    print(token.old_value is contextvars.Token.MISSING, token.var is request)
    await asyncio.create_task(reset_elsewhere(token))
    await reset_elsewhere(token)
    try:
        request.get()
    except LookupError as error:
        print("LookupError", "name='request'" in str(error))
    try:
        request.reset(token)
    except RuntimeError as error:
        print("RuntimeError", str(error).split(">")[-1])
    print(request.get("given default"), depth.get(), depth.get(5))

    request.set("in main")
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(request.get))
    print(await loop.run_in_executor(None, lambda: request.get("not passed on")))
    print(await loop.run_in_executor(None, contextvars.copy_context().run, request.get))

    def in_thread():
        print("thread:", request.get("empty"))
        request.set("thread's own")

    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    print(request.get())

    def schedule():
        loop.call_soon_threadsafe(lambda: print("from a thread:", request.get("empty")))

    await asyncio.to_thread(schedule)
    thread = threading.Thread(target=schedule)
    thread.start()
    thread.join()
    await asyncio.sleep(0.01)

    async def count(n):
        depth.set(depth.get() + n)
        if n:
            await asyncio.gather(count(n - 1), count(n - 1))
        return depth.get()

    print(await count(3), depth.get())
    with_items = contextvars.copy_context()
    print(with_items[depth], request in with_items, len(list(with_items)) == len(with_items.keys()))


asyncio.run(main())
