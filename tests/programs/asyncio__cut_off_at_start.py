# What is thrown into a coroutine or generator before its first step comes from the line of its `def`, or of its decorator.
import asyncio
import sys
import traceback


def same(function):
    return function


async def leaf():
    await asyncio.sleep(0)
    try:
        await asyncio.sleep(1)
    finally:
        print("never here")


async def outer():
    await leaf()
    return 3


@same
def numbers(
    first=1,
    second=2,
):
    """Numbers."""
    keeps = first

    def inner():
        return keeps

    yield inner()
    yield second


def show():
    traceback.print_exc(file=sys.stdout)


async def main():
    task = asyncio.create_task(outer())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show()
    try:
        await asyncio.wait_for(leaf(), 0)
    except TimeoutError:
        show()


asyncio.run(main())
for generator in numbers(), (number for
                             number in [1, 2]):
    try:
        generator.throw(ValueError("thrown"))
    except ValueError as error:
        show()
        print(error.__traceback__.tb_next.tb_lineno)
