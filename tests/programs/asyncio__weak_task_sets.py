# Keeping background tasks: in a set that forgets them when done, in a weak set, not at all.
import asyncio
import gc
import weakref


async def work(n):
    await asyncio.sleep(0.01 * n)
    return n


async def main():
    print("# === A set with a done callback ===")
    background, results = set(), []
    for n in range(1, 4):
        task = asyncio.create_task(work(n))
        background.add(task)
        task.add_done_callback(background.discard)
        task.add_done_callback(lambda task: results.append(task.result()))
    del task
    print(len(background))
    await asyncio.sleep(0.015)
    print(len(background), results)
    await asyncio.gather(*background)
    await asyncio.sleep(0)
    print(len(background), results)

    print("# === A weak set ===")
    weak = weakref.WeakSet()
    kept = [asyncio.create_task(work(1)), asyncio.create_task(work(2))]
    weak.update(kept)
    print(len(weak))
    await asyncio.gather(*kept)
    kept.clear()
    gc.collect()
    print(len(weak))

    print("# === References that tell ===")
    told = []
    task = asyncio.create_task(work(1), name="told")
    reference = weakref.ref(task, lambda reference: told.append("gone"))
    weakref.finalize(task, told.append, "finalized")
    await task
    print(reference() is task, told)
    del task
    gc.collect()
    print(reference(), sorted(told))
    names = weakref.WeakKeyDictionary()
    task = asyncio.create_task(work(0))
    names[task] = "metadata"
    print(names[task], len(names))
    await task
    future = asyncio.get_running_loop().create_future()
    print(weakref.ref(future)() is future, weakref.ref(asyncio.get_running_loop())() is asyncio.get_running_loop())
    for holder in (asyncio.Lock(), asyncio.Queue(), asyncio.Event(), asyncio.timeout(1)):
        print(type(holder).__name__, weakref.ref(holder)() is holder)


asyncio.run(main())
