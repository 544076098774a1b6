# Step 1: create an AsyncioThread.
#
# Only __init__ has run after this. There is no second thread yet, and no event loop.

from quara.concurrency import AsyncioThread, NotReadyError

thread = AsyncioThread(name="loop")

print("its name is   ", thread.name)
print("is it running?", thread.is_alive())
print("has it a loop?", thread.loop is not None)

# Nobody is there to do any work.
try:
    thread.cancel()
except NotReadyError as error:
    print("NotReadyError:", error)
