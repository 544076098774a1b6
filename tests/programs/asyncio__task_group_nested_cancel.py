# Groups in groups: how a failure travels outwards, and how a cancellation travels inwards.
import asyncio


async def leaf(name, pause, error=None):
    try:
        await asyncio.sleep(pause)
        if error:
            raise error
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def branch(name, *leaves):
    try:
        async with asyncio.TaskGroup() as group:
            for number, (pause, error) in enumerate(leaves):
                group.create_task(leaf(f"{name}{number}", pause, error))
    except* ValueError as errors:
        print(name, "handles", errors.exceptions)
    finally:
        print(name, "left, cancelling", asyncio.current_task().cancelling())


def tree(error, depth=0):
    print("  " * depth + type(error).__name__, error)
    for inner in getattr(error, "exceptions", ()):
        tree(inner, depth + 1)


async def main():
    print("# === Handled inside: the others go on ===")
    async with asyncio.TaskGroup() as group:
        group.create_task(branch("a", (0.01, ValueError("a")), (0.03, None)))
        group.create_task(branch("b", (0.02, None)))

    print("# === Not handled inside: all goes down ===")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(branch("c", (0.01, KeyError("c")), (0.03, None)))
            group.create_task(branch("d", (0.02, None), (0.03, ValueError("never"))))
    except BaseExceptionGroup as errors:
        tree(errors)

    print("# === Split: one part is handled on each level ===")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(branch("e", (0.01, ExceptionGroup("two", [ValueError("v"), OSError("o")]))))
    except BaseExceptionGroup as errors:
        tree(errors)
        print(errors.subgroup(OSError) is not None, errors.subgroup(ValueError))

    print("# === Cancelled from outside ===")
    task = asyncio.create_task(branch("f", (1, None)))
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())


asyncio.run(main())
