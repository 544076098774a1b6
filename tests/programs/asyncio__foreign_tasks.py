# Tasks that asyncio has not made: registered, entered and left by hand.
import asyncio


class TaskLike:
    def __init__(self, loop, done=False):
        self._loop = loop
        self.is_done = done

    def done(self):
        return self.is_done

    def __repr__(self):
        return "<TaskLike>"


loop = asyncio.new_event_loop()
one, two = TaskLike(loop), TaskLike(loop, done=True)
print(asyncio.all_tasks(loop))
asyncio._register_task(one)
asyncio._register_task(two)
print(asyncio.all_tasks(loop), asyncio.all_tasks(asyncio.new_event_loop()))
asyncio._unregister_task(one)
asyncio._unregister_task(one)
print(asyncio.all_tasks(loop))

print(asyncio.current_task(loop))
asyncio._enter_task(loop, one)
print(asyncio.current_task(loop))
for call in (asyncio._enter_task, asyncio._leave_task):
    try:
        call(loop, two)
    except RuntimeError as error:
        print(error)
asyncio._leave_task(loop, one)
print(asyncio.current_task(loop))
try:
    asyncio._leave_task(loop, one)
except RuntimeError as error:
    print(error)
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
loop.close()
