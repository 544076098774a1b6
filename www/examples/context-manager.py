# The with statement starts the thread, and stops it however the block ends.

from quara.concurrency import AsyncioThread

with AsyncioThread(name="loop") as thread:
    print("inside the block, alive:", thread.is_alive())

print("after the block, alive: ", thread.is_alive())

# Also if something goes wrong in the block:
try:
    with AsyncioThread(name="second loop") as thread:
        raise ValueError("something went wrong")
except ValueError as error:
    print("caught:", error)

print("after the error, alive: ", thread.is_alive())
