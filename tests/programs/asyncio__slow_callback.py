# In debug mode a loop tells of callbacks that take longer than slow_callback_duration.
import asyncio
import logging
import re
import time


class Shown(logging.Handler):
    def emit(self, record):
        text = re.sub(r"(0\.\d)\d\d seconds", r"\1… seconds", record.getMessage())
        # A task is made in the library, a handle here.
        if "<Task" in text:
            text = re.sub(r" cb=\[.*?\]| created at \S+(?=> took)", "", text)
        print(record.levelname, text)


log = logging.getLogger("asyncio")
log.addHandler(Shown())
log.propagate = False


def slow():
    time.sleep(0.31)


def slow_and_bad():
    time.sleep(0.31)
    raise ValueError("bad")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    time.sleep(0.31)
    await asyncio.sleep(0)
    print("# === A callback ===")
    loop.call_soon(slow)
    await asyncio.sleep(0)
    print("# === One that fails ===")
    loop.set_exception_handler(lambda loop, context: print(context["message"].partition(" at ")[0]))
    loop.call_soon(slow_and_bad)
    await asyncio.sleep(0)
    print("# === A longer time allowed ===")
    loop.slow_callback_duration = 5
    loop.call_soon(slow)
    await asyncio.sleep(0)
    print("# === Not in debug mode ===")
    loop.slow_callback_duration = 0.1
    loop.set_debug(False)
    loop.call_soon(slow)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main(), debug=True)
