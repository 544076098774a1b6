# What a task may await: futures with methods of their own, objects that behave as futures, and what is refused.
import asyncio


class Noted(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        print("add_done_callback", context is not None)
        super().add_done_callback(callback, context=context)


class FutureLike:
    """Has no base class, and all that a task asks for."""

    def __init__(self, loop):
        self._asyncio_future_blocking = False
        self._loop = loop
        self.callbacks = []

    def get_loop(self):
        return self._loop

    def add_done_callback(self, callback, *, context=None):
        self.callbacks.append((callback, context))

    def finish(self):
        for callback, context in self.callbacks:
            self._loop.call_soon(callback, self, context=context)

    def result(self):
        return "a result"

    def cancel(self, msg=None):
        print("cancel", msg)
        self.finish()
        return False

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()

    def __repr__(self):
        return "<FutureLike>"


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


async def main():
    loop = asyncio.get_running_loop()

    print("# === A subclass ===")
    future = Noted()
    loop.call_soon(future.set_result, "noted")
    print(await future)

    print("# === A future by its behaviour ===")
    alike = FutureLike(loop)
    print(asyncio.isfuture(alike), asyncio.isfuture(FutureLike))
    loop.call_soon(alike.finish)
    print(await alike, alike._asyncio_future_blocking)

    print("# === Its cancel is asked ===")

    async def wait(alike):
        try:
            await alike
        except asyncio.CancelledError as error:
            print("cancelled", error.args)

    task = asyncio.create_task(wait(FutureLike(loop)))
    await asyncio.sleep(0)
    task.cancel("please")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done())

    print("# === Refused ===")
    other = asyncio.new_event_loop()
    for value in (1, "text", FutureLike(loop), object):
        try:
            await Yields(value)
        except RuntimeError as error:
            text = str(error).partition(" in task <")
            print(text[0], "…", text[2][-18:])
    try:
        await FutureLike(other)
    except RuntimeError as error:
        print(str(error)[:12], str(error)[-55:])
    other.close()


asyncio.run(main())
