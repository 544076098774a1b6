# Where a task stands: Task.get_stack and print_stack, and the frames of coroutines and generators.
import asyncio
import io
import sys


def show(task, limit=None):
    frames = task.get_stack(limit=limit)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in frames])


async def inner(gate):
    await gate.wait()
    raise KeyError("gone")


async def outer(gate):
    here = "outer"
    await inner(gate)


async def main():
    print("# === Before its first step ===")
    gate = asyncio.Event()
    task = asyncio.create_task(outer(gate), name="outer")
    show(task)
    task.print_stack(file=sys.stdout)

    print("# === Suspended: one frame, however deep it waits ===")
    await asyncio.sleep(0)
    show(task)
    task.print_stack(file=sys.stdout)
    coro = task.get_coro()
    print(coro.cr_frame.f_locals["here"], coro.cr_frame.f_back, coro.cr_await.cr_frame.f_lineno)
    print(coro.cr_frame.f_code == coro.cr_code, coro.cr_frame.f_code.co_qualname)

    print("# === No frames asked for ===")
    show(task, limit=0)
    text = io.StringIO()
    task.print_stack(limit=0, file=text)
    print(text.getvalue().startswith("No stack for <Task pending name='outer' coro=<outer() running at "))

    print("# === Failed: the frames of its traceback ===")
    gate.set()
    await asyncio.wait([task])
    show(task)
    show(task, limit=1)
    task.print_stack(file=sys.stdout)
    print(coro.cr_frame)

    print("# === Done and cancelled: none ===")
    task = asyncio.create_task(asyncio.sleep(0, "value"))
    await task
    show(task)
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    await asyncio.wait([task])
    show(task)

    print("# === The one that runs ===")
    show(asyncio.current_task(), limit=1)
    try:
        asyncio.current_task().get_stack(1)
    except TypeError as error:
        print(error)


asyncio.run(main())

print("# === Generators ===")


def numbers():
    print(generator.gi_frame.f_back.f_code.co_name, generator.gi_running)
    yield 1


generator = numbers()
print(generator.gi_frame.f_lineno, generator.gi_frame.f_locals)
next(generator)
print(generator.gi_frame.f_lineno, generator.gi_frame.f_back)
generator.close()
print(generator.gi_frame)
