# all_tasks and current_task: who is in them, from callbacks, from other loops and threads.
import asyncio
import threading


async def waits():
    await asyncio.sleep(0.02)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    loop = asyncio.get_running_loop()
    me = asyncio.current_task()
    me.set_name("main")
    print(names(asyncio.all_tasks()), asyncio.current_task(loop) is me)
    tasks = [asyncio.create_task(waits(), name=n) for n in "ab"]
    print(names(asyncio.all_tasks()))
    tasks[0].cancel()
    print("cancelled, but not done:", names(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("done:", names(asyncio.all_tasks()), type(asyncio.all_tasks()).__name__)

    def callback():
        print("in a callback:", asyncio.current_task(), names(asyncio.all_tasks()))

    loop.call_soon(callback)
    tasks[1].add_done_callback(lambda task: print("in a done callback:", asyncio.current_task()))
    await tasks[1]
    await asyncio.sleep(0)

    def thread():
        for call in (asyncio.current_task, asyncio.all_tasks):
            try:
                call()
            except RuntimeError as error:
                print("in a thread:", error)
        print("by the loop:", names(asyncio.all_tasks(loop)))

    await asyncio.to_thread(thread)

    other = asyncio.new_event_loop()
    task = other.create_task(waits(), name="of another loop")
    print(names(asyncio.all_tasks(other)), asyncio.current_task(other), task in asyncio.all_tasks())
    runner = threading.Thread(target=other.run_until_complete, args=(task,))
    runner.start()
    runner.join()
    print(names(asyncio.all_tasks(other)))
    other.close()

    async def shows():
        print("inside:", asyncio.current_task().get_name(), names(asyncio.all_tasks()))

    await shows()
    await asyncio.create_task(shows(), name="shows")
    await asyncio.gather(shows(), shows())
    print(asyncio.tasks.all_tasks is asyncio.all_tasks)


asyncio.run(main())
