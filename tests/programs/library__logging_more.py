# logging.handlers and logging.config: memory, queues between threads, dictionaries.
import asyncio
import logging
import logging.config
import logging.handlers
import queue
import sys

# === Memory ===
target = logging.StreamHandler(sys.stdout)
target.setFormatter(logging.Formatter("out: %(message)s"))
memory = logging.handlers.MemoryHandler(3, target=target)
log = logging.getLogger("memory")
log.propagate = False
log.setLevel("DEBUG")
log.addHandler(memory)
for number in range(4):
    log.info("message %d", number)
    print("said", number)
log.error("severe")
memory.close()

# === Queues ===
records = queue.Queue()
listener = logging.handlers.QueueListener(records, target, respect_handler_level=True)
threaded = logging.getLogger("threaded")
threaded.propagate = False
threaded.addHandler(logging.handlers.QueueHandler(records))
threaded.setLevel("INFO")
listener.start()
threaded.info("through a %s", "queue")
threaded.debug("not this")
listener.stop()


async def worker(number):
    for step in range(2):
        threaded.info("worker %d step %d", number, step)
        await asyncio.sleep(0.01)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(2):
            group.create_task(worker(number), name=f"worker-{number}")


target.setFormatter(logging.Formatter("%(taskName)s: %(message)s"))
listener.start()
asyncio.run(main())
listener.stop()

# === dictConfig ===
logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"brief": {"format": "%(levelname)s %(message)s"}, "long": {"format": "{name}:{message}", "style": "{"}},
        "filters": {"only": {"name": "app.db"}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "brief", "stream": "ext://sys.stdout", "level": "INFO"},
            "other": {"class": "logging.StreamHandler", "formatter": "long", "stream": "ext://sys.stdout", "filters": ["only"]},
        },
        "loggers": {"app": {"level": "DEBUG", "handlers": ["other"], "propagate": True}},
        "root": {"level": "WARNING", "handlers": ["console"]},
    }
)
logging.getLogger("app").debug("only debug")
logging.getLogger("app.db").debug("from the database")
logging.getLogger("app").error("an error")
logging.info("root info")
logging.warning("root warning")
for config in ({}, {"version": 2}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error)
