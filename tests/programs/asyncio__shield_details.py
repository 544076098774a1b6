# shield: a wall in one direction, its reprs, its errors that nobody awaits.
import asyncio


async def work(pause, error=None):
    await asyncio.sleep(pause)
    if error:
        raise error
    return "worked"


def handler(loop, context):
    print("handler:", context["message"], "|", repr(context.get("exception")), "|", sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    print(outer is inner, str(outer).split(' at ')[0], str(inner).split(' at ')[0])
    inner.set_result("through")
    print(await outer)
    print(asyncio.shield(inner) is inner)

    print("# === The inner is cancelled ===")
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.cancel("inner message")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("outer", error.args, outer.cancelled())

    print("# === The outer is cancelled, then the inner fails ===")
    inner = asyncio.create_task(work(0.01, ValueError("unheard")))
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(0.02)
    print(inner.done(), outer.cancelled())

    print("# === The outer is cancelled, then the inner ends well ===")
    inner = asyncio.create_task(work(0.01))
    outer = asyncio.shield(inner)
    outer.cancel()
    print(await inner)

    print("# === A coroutine in a shield lives on without a name ===")
    task = asyncio.create_task(asyncio.wait_for(asyncio.shield(work(0.02)), 0.01))
    try:
        await task
    except TimeoutError:
        print(len(asyncio.all_tasks()), "tasks")
    await asyncio.sleep(0.06)
    print(len(asyncio.all_tasks()), "task")

    print("# === Two shields over one task ===")
    inner = asyncio.create_task(work(0.01))
    one, two = asyncio.shield(inner), asyncio.shield(inner)
    await asyncio.sleep(0)
    one.cancel()
    print(await two, one.cancelled())


asyncio.run(main())
