# Coroutines that nobody awaited, in the places where learners forget it, and what they are taken for.
import asyncio


async def is_ready():
    return False


async def fetch(n):
    return n * 2


async def main():
    print("# === As a statement ===")
    fetch(1)
    print("# === As a condition ===")
    if is_ready():
        print("the coroutine is true")
    print("# === In a sum ===")
    try:
        fetch(1) + fetch(2)
    except TypeError as error:
        print(error)
    print("# === Overwritten ===")
    result = fetch(3)
    result = fetch(4)
    print(await result)
    print("# === In a list ===")
    results = [fetch(n) for n in range(2)]
    print(len(results))
    results.clear()
    print("# === As an argument of what does not await ===")
    print(type(asyncio.sleep(0)).__name__)
    print(", ".join(sorted(type(x).__name__ for x in (fetch(5), 5))))
    print("# === Attributes of a task ===")
    task = asyncio.create_task(fetch(6))
    for attempt in (lambda: task + 1, lambda: task.value, lambda: task[0], lambda: len(task)):
        try:
            attempt()
        except (TypeError, AttributeError) as error:
            print(error)
    print(await task)
    print("# === Iterated, called, entered ===")
    coro = fetch(7)
    for attempt in (lambda: list(coro), lambda: coro(), lambda: coro.result(), lambda: coro["key"]):
        try:
            attempt()
        except (TypeError, AttributeError) as error:
            print(error)
    coro.close()


asyncio.run(main())
