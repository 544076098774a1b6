# Tasks and futures as keys and in sets: equality, hashing, order, copies.
import asyncio
import copy


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    tasks = {asyncio.create_task(work(n), name=f"t{n}"): n for n in range(3)}
    done, pending = await asyncio.wait(tasks)
    print({tasks[task]: task.result() for task in sorted(done, key=tasks.get)}, pending)
    one, two, three = tasks
    print(one == one, one == two, one != two, hash(one) == hash(one), one in tasks, len({one, two, one}))
    for wrong in (lambda: one < two, lambda: sorted([one, two]), lambda: one + two, lambda: bool(one) + len(one)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    print(bool(one), bool(asyncio.Queue()), bool(asyncio.Lock()), bool(asyncio.Event()))
    for thing in (one, asyncio.get_running_loop().create_future()):
        for copies in (copy.copy, copy.deepcopy):
            try:
                print(type(copies(thing)).__name__)
            except TypeError as error:
                print(error)
    kept = work(2)
    print({kept: "a coroutine is a key, too"}[kept], kept == kept)
    kept.close()
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    for n, future in enumerate(futures):
        future.set_result(n)
    print([f.result() for f in sorted(futures, key=lambda f: -f.result())], futures.index(futures[1]), futures.count(futures[0]))
    results = dict(zip("abc", await asyncio.gather(*futures)))
    print(results, isinstance(one, asyncio.Future), issubclass(asyncio.Task, asyncio.Future))
    one.attribute = "tasks take attributes"
    print(one.attribute)


asyncio.run(main())
