# Exception handlers of a loop: what they are told, and what happens when they fail themselves.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s: %(message)s", level=logging.DEBUG)
logging.getLogger("asyncio").addFilter(lambda record: record.levelno > logging.DEBUG and setattr(record, "exc_info", None) is None)


def handler(loop, context):
    print("handler:", {key: type(value).__name__ if key != "message" else value for key, value in context.items()})


def failing(loop, context):
    raise KeyError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(0, lambda: [][0])
    await asyncio.sleep(0.01)
    task = asyncio.create_task(raises(ValueError("unseen")), name="unseen")
    await asyncio.sleep(0)
    del task
    future = loop.create_future()
    future.set_exception(OSError("unseen, too"))
    del future
    loop.call_exception_handler({"message": "by hand", "asyncgen": None, "more": 1})

    print("# === A failing handler ===")
    loop.set_exception_handler(failing)
    loop.call_exception_handler({"message": "the first message", "exception": ValueError("original")})

    print("# === None is the default, and it needs little ===")
    loop.set_exception_handler(None)
    loop.call_exception_handler({})
    loop.call_exception_handler({"message": "plain", "zebra": "last", "apple": [1], "future": None})
    loop.default_exception_handler({"exception": ValueError("no message")})
    for wrong in (5, "handler"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)

    print("# === SystemExit in a handler leaves the loop ===")
    loop.set_exception_handler(lambda loop, context: sys.exit(str(context["exception"])))
    loop.call_soon(lambda: {}["key"])
    await asyncio.sleep(0.01)
    print("not reached")


async def raises(error):
    raise error


try:
    asyncio.run(main())
except SystemExit as error:
    print("exit", error.code)
