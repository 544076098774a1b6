# Context variables: each task has its own copy.
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="nobody")


async def child(own):
    print("child sees", name.get())
    name.set(own)
    await asyncio.sleep(0)
    print("child has", name.get())


async def main():
    # === A task takes a copy when it is made ===
    name.set("main")
    tasks = [asyncio.create_task(child("first")), asyncio.create_task(child("second"))]
    name.set("later")
    await asyncio.gather(*tasks)
    print("main has", name.get())

    # === Awaiting a coroutine shares the context ===
    await child("shared")
    print("main has", name.get())

    # === Callbacks, too, run in a copy ===
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: (print("callback sees", name.get()), name.set("callback")))
    await asyncio.sleep(0)
    print("main has", name.get())

    # === Threads get a copy from to_thread ===
    print("thread sees", await asyncio.to_thread(name.get))

    # === A context given by hand ===
    context = contextvars.copy_context()
    context.run(name.set, "given")
    await asyncio.create_task(child("changed"), context=context)
    print(context[name], name.get())


asyncio.run(main())
print(name.get())
token = name.set("set")
name.reset(token)
print(name.get())
