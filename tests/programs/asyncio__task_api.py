# What a task tells about itself, and what can be done to it.
import asyncio


async def work(n=1):
    await asyncio.sleep(0.01 * n)
    return n


async def fail():
    raise LookupError("lost")


async def main():
    loop = asyncio.get_running_loop()

    # === Before, during, after ===
    task = asyncio.create_task(work(), name="mine")
    print(task.get_name(), task.done(), task.cancelled(), task.get_coro().__name__, task.get_loop() is loop)
    for call in (task.result, task.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    task.set_name(42)
    print(repr(task.get_name()), await task, task.result(), task.exception(), await task)
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as error:
            print(error)

    # === Callbacks ===
    def note(label):
        def callback(finished):
            print(label, finished.get_name(), finished.done())

        return callback

    task = asyncio.create_task(work(2), name="noted")
    first, second = note("first"), note("second")
    task.add_done_callback(first)
    task.add_done_callback(second)
    task.add_done_callback(first)
    print(task.remove_done_callback(first), task.remove_done_callback(print))
    await task
    await asyncio.sleep(0)
    task.add_done_callback(note("late"))
    await asyncio.sleep(0)

    # === Failure ===
    task = asyncio.create_task(fail(), name="failing")
    await asyncio.wait([task])
    print(repr(task.exception()), task.cancelled(), task.cancel())
    try:
        task.result()
    except LookupError as error:
        print(repr(error), error is task.exception())

    # === Cancellation ===
    task = asyncio.create_task(work(9), name="sleepy")
    await asyncio.sleep(0)
    print(task.cancel("because"), task.cancelling(), task.cancel(), task.cancelling(), task.uncancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    print(task.cancelled(), task.done(), task.cancelling())
    for call in (task.result, task.exception):
        try:
            call()
        except asyncio.CancelledError as error:
            print("cancelled", error.args)

    # === All tasks ===
    tasks = [asyncio.create_task(work(), name=f"t{n}") for n in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()), asyncio.current_task().get_coro().__qualname__)
    await asyncio.gather(*tasks)
    print(len(asyncio.all_tasks()))
    for wrong in (work, 5, None):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split(" at ")[0])
    print(asyncio.isfuture(tasks[0]), asyncio.iscoroutinefunction(work), asyncio.iscoroutine(work))


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
