# Step 2: start the thread, and stop it.
#
# start() comes from threading.Thread and makes the new thread call run(), which runs the event loop "for ever".
# The only way out is to ask the loop to stop. We are in another thread, so we ask with stop_threadsafe().

from quara.concurrency import AsyncioThread

thread = AsyncioThread(name="loop")

thread.start()
print("after start, alive:", thread.is_alive())

thread.stop_threadsafe()
print("after stop, alive: ", thread.is_alive())

# Try this: leave out stop_threadsafe(). The main thread ends, but the program does not.
