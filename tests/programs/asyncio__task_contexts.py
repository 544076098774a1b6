# The context= of create_task, TaskGroup.create_task, call_soon and callbacks.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def becomes(name):
    before = user.get()
    user.set(name)
    await asyncio.sleep(0)
    return before, user.get()


async def main():
    loop = asyncio.get_running_loop()
    user.set("main")
    print(await asyncio.create_task(becomes("copy")), user.get())
    context = contextvars.Context()
    print(await asyncio.create_task(becomes("empty context"), context=context), user.get(), context[user])
    print(await asyncio.create_task(becomes("again"), context=context), context[user], len(context))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(becomes("in a group"), context=context)
    print(task.result(), context[user], task.get_context() is context)
    current = contextvars.copy_context()
    print(await asyncio.create_task(becomes("shared"), context=current), current[user], user.get())

    seen = []
    loop.call_soon(lambda: (seen.append(user.get()), user.set("callback")))
    loop.call_soon(lambda: seen.append(user.get()), context=context)
    loop.call_later(0, lambda: seen.append(user.get()))
    user.set("changed after call_soon")
    await asyncio.sleep(0.01)
    print(seen, user.get())

    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback:", user.get()))
    future.add_done_callback(lambda f: print("callback:", user.get()), context=context)
    user.set("changed after add_done_callback")
    future.set_result(None)
    await asyncio.sleep(0)

    def enter():
        try:
            context.run(context.run, print)
        except RuntimeError as error:
            print(str(error).split(" <")[0])

    enter()

    async def uses_its_own_context_again():
        asyncio.get_running_loop().call_soon(lambda: print("a callback in it:", user.get()))
        await asyncio.create_task(becomes("inside"), context=context)
        return user.get()

    print(await asyncio.create_task(uses_its_own_context_again(), context=context))


asyncio.run(main())
