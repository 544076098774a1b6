# Task.print_stack without a file writes the frames to stderr and the words around them to stdout, as CPython does.
import asyncio
import io


async def deep(n):
    if n:
        await deep(n - 1)
    await asyncio.sleep(1)


async def fails():
    raise ValueError("failed")


async def main():
    task = asyncio.create_task(deep(2), name="deep")
    task.print_stack()
    await asyncio.sleep(0)
    task.print_stack()
    task.cancel()
    await asyncio.wait([task])
    task.print_stack()
    failed = asyncio.create_task(fails(), name="fails")
    await asyncio.wait([failed])
    failed.print_stack()
    file = io.StringIO()
    failed.print_stack(file=file)
    print(file.getvalue())


asyncio.run(main())
