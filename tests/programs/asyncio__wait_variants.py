# asyncio.wait in all its forms.
import asyncio


async def work(n, error=None):
    await asyncio.sleep(n / 20)
    if error:
        raise error
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start(*specs):
    return [asyncio.create_task(work(*spec), name=f"t{spec[0]}") for spec in specs]


async def main():
    tasks = start((1,), (3,), (5,))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.01)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending), sorted(t.result() for t in done))

    tasks = start((1,), (2, ValueError("v")), (30,))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [repr(t.exception()) for t in done if t.exception()])
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(names(done), [t.cancelled() for t in tasks])

    done, pending = await asyncio.wait(start((1,)), timeout=0)
    print(len(done), len(pending))
    await asyncio.wait(pending)
    done, pending = await asyncio.wait(set(start((1,), (2,))), timeout=5)
    print(names(done), pending)
    future = asyncio.get_running_loop().create_future()
    future.set_result("already")
    done, pending = await asyncio.wait([future])
    print(done.pop().result())
    for wrong in ([], 5, [work(1)], future):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
            if isinstance(wrong, list) and wrong:
                wrong[0].close()
    try:
        await asyncio.wait(start((1,)), return_when="SOMETIME")
    except ValueError as error:
        print(error)
    outer = asyncio.create_task(asyncio.wait(tasks := start((50,))))
    await asyncio.sleep(0)
    outer.cancel()
    print(await asyncio.gather(outer, return_exceptions=True), tasks[0].cancelled(), tasks[0].done())
    tasks[0].cancel()


asyncio.run(main())
