# logging with asyncio: task names, context variables in filters, errors of tasks, one queue for all.
import asyncio
import contextvars
import logging
import sys

request_id = contextvars.ContextVar("request_id", default="-")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.request = request_id.get()
        return True


handler = logging.StreamHandler(sys.stdout)
handler.addFilter(ContextFilter())
handler.setFormatter(logging.Formatter("%(levelname)s %(taskName)s [%(request)s] %(name)s: %(message)s"))
logging.basicConfig(level=logging.INFO, handlers=[handler])
log = logging.getLogger("server")


async def query(seconds):
    logging.getLogger("server.db").info("query of %.2f s", seconds)
    await asyncio.sleep(seconds)
    if seconds > 0.02:
        raise TimeoutError("too slow")


async def handle(number, seconds):
    request_id.set(f"r{number}")
    log.info("begin")
    try:
        await query(seconds)
    except TimeoutError:
        log.exception("failed")
    else:
        log.info("end")


async def main():
    log.info("in the main task")
    async with asyncio.TaskGroup() as group:
        for number, seconds in enumerate([0.02, 0.01, 0.03]):
            group.create_task(handle(number, seconds), name=f"request-{number}")
    log.info("all done, request is %s", request_id.get())


asyncio.run(main())
log.info("outside of any task")


# === Levels can change while it runs ===
class Counter(logging.Handler):
    def __init__(self):
        super().__init__()
        self.counts = {}

    def emit(self, record):
        self.counts[record.levelname] = self.counts.get(record.levelname, 0) + 1


counter = Counter()
quiet = logging.getLogger("server.quiet")
quiet.addHandler(counter)
quiet.propagate = False


async def chatty():
    for step in range(4):
        quiet.setLevel(logging.DEBUG if step % 2 else logging.ERROR)
        quiet.debug("step %d", step)
        quiet.error("step %d", step)
        await asyncio.sleep(0)


asyncio.run(chatty())
print(counter.counts)


# === Lazy arguments ===
class Expensive:
    def __str__(self):
        print("computed")
        return "value"


quiet.setLevel(logging.WARNING)
quiet.debug("never %s", Expensive())
if log.isEnabledFor(logging.DEBUG):
    print("not reached")
log.info("shown %s", Expensive())
