# Runner: contexts, factories, closing, errors, tasks left over between runs.
import asyncio
import contextvars

value = contextvars.ContextVar("value", default="default")


async def sets(new):
    old = value.get()
    value.set(new)
    return old


async def leaves(name):
    async def background():
        try:
            await asyncio.sleep(100)
        finally:
            print(name, "background ends")

    asyncio.create_task(background(), name=name)
    await asyncio.sleep(0)


async def fails():
    raise LookupError("from run")


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


value.set("outside")
with asyncio.Runner() as runner:
    print(runner.run(sets("one")), runner.run(sets("two")), runner.run(sets("three"), context=contextvars.Context()))
    print(value.get())
    runner.run(leaves("first"))
    print(len(asyncio.all_tasks(runner.get_loop())), "task is left, and goes on with the next run")
    attempt("fails", lambda: runner.run(fails()))
    attempt("works again", lambda: runner.run(sets("four")))
    attempt("not a coroutine", lambda: runner.run(asyncio.sleep))
    attempt("entered again", lambda: runner.__enter__() is runner)
attempt("closed", lambda: runner.get_loop())
runner.close()
attempt("closed enter", lambda: runner.__enter__())

print("# === Made when needed ===")
made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]


runner = asyncio.Runner(loop_factory=factory, debug=True)
print(len(made))
print(runner.get_loop() is made[0], made[0].get_debug(), len(made))
runner.run(sets("five"))
runner.close()
print(made[0].is_closed(), asyncio.Runner().close())
print(asyncio.run(sets("six"), loop_factory=factory), len(made), made[1].is_closed(), value.get())


async def inside():
    coro = sets("nested")
    for call in (lambda: asyncio.run(coro), lambda: asyncio.Runner().run(coro)):
        attempt("nested", call)
    coro.close()


asyncio.run(inside())


async def cleanup_fails():
    async def background():
        try:
            await asyncio.sleep(100)
        finally:
            raise OSError("in the clean-up")

    asyncio.create_task(background())
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print("handler:", context["message"], repr(context["exception"])))


asyncio.run(cleanup_fails())
