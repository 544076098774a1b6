# Log records know the task and the thread that made them.
import asyncio
import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(taskName)s|%(threadName)s|%(levelname)s|%(name)s|%(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
log = logging.getLogger("app")


async def work(n):
    log.info("step %d", n)
    await asyncio.sleep(0)
    log.warning("done %d", n)


async def fails():
    try:
        raise ValueError("logged")
    except ValueError:
        log.exception("in a task")


def in_thread():
    log.info("in a thread")


async def main():
    log.info("main")
    async with asyncio.TaskGroup() as group:
        for n in range(2):
            group.create_task(work(n), name=f"worker {n}")
    asyncio.get_running_loop().call_soon(log.info, "in a callback")
    await asyncio.sleep(0)
    await asyncio.to_thread(in_thread)
    await asyncio.create_task(fails(), name="failing")
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


log.info("outside")
asyncio.run(main())
thread = threading.Thread(target=in_thread, name="named")
thread.start()
thread.join()
