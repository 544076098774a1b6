# AsyncioThread: queues between the loop and other threads.
import asyncio

from quara.concurrency import AsyncioThread, NotReadyError, QueueProxy

thread = AsyncioThread(name="loop")

# === Named before the start ===
inbox, outbox = thread.create_queues_threadsafe(2, maxsize=3)
print(type(inbox) is QueueProxy)
for call in (inbox.get_nowait, lambda: inbox.put_nowait(1), inbox.qsize):
    try:
        call()
    except NotReadyError as error:
        print(error)
try:
    thread.create_queue_threadsafe(start=True)
except NotReadyError as error:
    print(error)


@thread.task
async def double():
    while True:
        await outbox.put(2 * await inbox.get())
        inbox.task_done()


# === Used from outside ===
with thread:
    futures = [thread.put_threadsafe(inbox, item) for item in range(10)]
    print([thread.get_threadsafe(outbox) for _ in range(10)])
    print([future.result() for future in futures])
    thread.run_threadsafe(inbox.join()).result()

    # === Made in a running thread ===
    queue = thread.create_queue_threadsafe(start=True)

    async def inside():
        queue.put_nowait("item")
        print(queue.qsize(), queue.empty(), queue.full(), queue.get_nowait())
        try:
            queue.get_nowait()
        except asyncio.QueueEmpty as error:
            print(repr(error))
        try:
            thread.get_threadsafe(queue)
        except RuntimeError as error:
            print(error)

    thread.run_threadsafe(inside()).result()
