# The pool of threads is there for callers, too: no coroutine needed.
# With max_workers=2, two functions run at a time and the others wait for their turn.

import time

from quara.concurrency import AsyncioThread


def wash(plates):
    time.sleep(0.25 * plates)
    return f"{plates} clean plates"


with AsyncioThread(name="loop", max_workers=2) as thread:
    begin = time.monotonic()
    piles = [1, 3, 2, 1]
    futures = [thread.run_in_executor_threadsafe(wash, plates=pile) for pile in piles]
    for future in futures:
        print(future.result())
    # One washer takes the first and the third pile (0.25 s and 0.5 s), the other one the second (0.75 s).
    # Whoever is free then takes the last.
    print(f"washing up took {time.monotonic() - begin:.0f} s")
