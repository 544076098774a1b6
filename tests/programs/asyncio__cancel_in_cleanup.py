# A task that is cancelled again while it cleans up, and clean-ups that protect themselves.
import asyncio


async def plain(log):
    try:
        await asyncio.sleep(1)
    finally:
        log.append("begin")
        await asyncio.sleep(0.02)
        log.append("end")


async def shielded(log):
    try:
        await asyncio.sleep(1)
    finally:
        log.append("begin")
        cleanup = asyncio.create_task(slow_cleanup(log))
        try:
            await asyncio.shield(cleanup)
        except asyncio.CancelledError:
            log.append("cancelled while shielded")
            await cleanup
            raise


async def slow_cleanup(log):
    await asyncio.sleep(0.02)
    log.append("end")


async def insists(log):
    waited = asyncio.create_task(asyncio.sleep(0.03, "done"))
    while not waited.done():
        try:
            await asyncio.shield(waited)
        except asyncio.CancelledError as error:
            log.append(f"no {error}")
    return waited.result()


async def three_levels(log):
    try:
        try:
            try:
                await asyncio.sleep(1)
            finally:
                log.append("inner")
                await asyncio.sleep(1)
        finally:
            log.append("middle")
            await asyncio.sleep(1)
    finally:
        log.append("outer")


async def main():
    for case in (plain, shielded, insists, three_levels):
        for pauses in ((0.01,), (0.01, 0.01), (0.01, 0, 0)):
            log = []
            task = asyncio.create_task(case(log))
            for number, pause in enumerate(pauses):
                await asyncio.sleep(pause)
                task.cancel(f"cancel {number}")
                await asyncio.sleep(0)
            done, pending = await asyncio.wait([task], timeout=0.1)
            if pending:
                log.append("still at it")
                while not task.done():
                    task.cancel()
                    await asyncio.sleep(0)
            result = "cancelled" if task.cancelled() else task.exception() or task.result()
            print(case.__name__, len(pauses), log, result, task.cancelling())


asyncio.run(main())
