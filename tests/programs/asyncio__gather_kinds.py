# gather of plain children and of others: the order in which it hears of them, what it makes of them, and what is left behind.
import asyncio


async def work(name, error=None):
    await asyncio.sleep(0)
    print("runs", name)
    if error:
        raise error
    return name


class Own:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        print("awaits", self.name)
        yield
        return self.name


class Odd(asyncio.Future):
    def add_done_callback(self, fn, **kwargs):
        print("odd", fn.__qualname__)
        super().add_done_callback(fn, **kwargs)


def told(name):
    return lambda future: print("told", name)


async def main():
    loop = asyncio.get_running_loop()

    print("# === Before and after gather's own callback ===")
    task = asyncio.create_task(work("task"))
    task.add_done_callback(told("before"))
    both = asyncio.gather(task, work("other"))
    task.add_done_callback(told("after"))
    both.add_done_callback(told("gather"))
    print(type(both).__name__, len(both._children), both._children[0] is task, task._callbacks[1][0].__qualname__)
    print(await both)

    print("# === Done already, pending, nested ===")
    done, late = loop.create_future(), loop.create_future()
    done.set_result("done")
    loop.call_later(0.01, late.set_result, "late")
    print(await asyncio.gather(done, late, asyncio.gather(work("inner"), done), work("outer")))
    both = asyncio.gather(done)
    print(both.done(), await both)
    failed = loop.create_future()
    failed.set_exception(KeyError("failed"))
    both = asyncio.gather(failed, work("for nothing"))
    print(both.done(), repr(both.exception()))
    await asyncio.sleep(0.01)

    print("# === With what is no coroutine ===")
    odd = Odd()
    loop.call_later(0.01, odd.set_result, "odd")
    print(await asyncio.gather(work("plain"), Own("own"), odd))

    print("# === A factory ===")
    loop.set_task_factory(lambda loop, coro, **kw: asyncio.Task(coro, loop=loop, name=f"made {coro.__name__}", **kw))
    both = asyncio.gather(work("one"), work("two"))
    print([child.get_name() for child in both._children], await both)
    loop.set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(work("eager"), Own("eager own")))
    loop.set_task_factory(None)

    print("# === Errors that are results, and one that nobody sees ===")
    results = await asyncio.gather(work("a", ValueError("a")), work("b"), work("c", KeyError("c")), return_exceptions=1)
    print(results)
    asyncio.gather(work("unseen", ValueError("unseen")))
    await asyncio.sleep(0.01)
    try:
        await asyncio.gather(work("first", OSError("first")), work("second", OSError("second")))
    except OSError as error:
        print(error)
    await asyncio.sleep(0.01)

    print("# === Of another loop ===")
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    for arguments in ((foreign, loop.create_future()), (loop.create_future(), foreign)):
        try:
            asyncio.gather(*arguments)
        except ValueError as error:
            print(error)
    other.close()

    print("# === Closed before a child is told of ===")


asyncio.run(main())
loop = asyncio.new_event_loop()
future = loop.create_future()
both = asyncio.gather(future)
future.set_result(1)
loop.close()
print(both)
late = work("late")
try:
    asyncio.gather(future, late)
except RuntimeError as error:
    print(error)
