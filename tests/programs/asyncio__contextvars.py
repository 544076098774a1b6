# Context variables and tasks.
import asyncio
import contextvars

request = contextvars.ContextVar("request")
depth = contextvars.ContextVar("depth", default=0)


async def handle(name):
    request.set(name)
    await asyncio.sleep(0.01)
    await inner()
    return request.get()


async def inner():
    depth.set(depth.get() + 1)
    print("inner", request.get(), depth.get())


async def main():
    # === Every task has a copy ===
    print(await asyncio.gather(*(handle(n) for n in "abc")), request.get("none"), depth.get())
    try:
        request.get()
    except LookupError as error:
        print(repr(error)[:24])

    # === Awaiting shares, a task does not ===
    await handle("direct")
    print(request.get(), depth.get())
    await asyncio.create_task(handle("task"))
    print(request.get(), depth.get())

    # === Tokens ===
    token = request.set("new")
    print(token.old_value, token.var is request, request.get())
    request.reset(token)
    print(request.get())
    try:
        request.reset(token)
    except RuntimeError as error:
        print(str(error)[-26:])
    fresh = contextvars.ContextVar("fresh")
    token = fresh.set(1)
    print(token.old_value is contextvars.Token.MISSING)
    fresh.reset(token)
    print(fresh.get("gone"))
    try:
        depth.reset(fresh.set(1))
    except ValueError as error:
        print(str(error)[-31:])

    # === Contexts ===
    context = contextvars.copy_context()
    print(context[request], depth in context, len(context) >= 2, context.get(fresh), sorted(v.name for v in context))
    context.run(depth.set, 50)
    print(context[depth], depth.get())
    await asyncio.create_task(inner(), context=context)
    print(context[depth], depth.get())
    empty = contextvars.Context()
    print(list(empty), empty.run(depth.get))
    try:
        context.run(lambda: context.run(print))
    except RuntimeError as error:
        print(str(error)[:25])
    try:
        empty[depth]
    except KeyError as error:
        print("KeyError")
    try:
        contextvars.ContextVar(5)
    except TypeError as error:
        print(error)

    # === In a TaskGroup ===
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            context = contextvars.copy_context()
            context.run(depth.set, n * 10)
            group.create_task(inner(), context=context)


asyncio.run(main())
print(request.get("outside"), depth.get())
