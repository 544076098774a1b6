# An event bus with handlers that are functions or coroutines, priorities and errors.
import asyncio
import inspect


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, event, priority=0):
        def register(handler):
            self.handlers.setdefault(event, []).append((-priority, len(self.handlers.get(event, ())), handler))
            self.handlers[event].sort(key=lambda entry: entry[:2])
            return handler

        return register

    async def emit(self, event, *args):
        results = []
        for _, _, handler in self.handlers.get(event, ()):
            try:
                result = handler(*args)
                if inspect.isawaitable(result):
                    result = await result
                results.append(result)
            except Exception as error:
                results.append(error)
        return results

    async def emit_concurrently(self, event, *args):
        async def call(handler):
            result = handler(*args)
            return await result if inspect.isawaitable(result) else result

        return await asyncio.gather(*(call(h) for _, _, h in self.handlers.get(event, ())), return_exceptions=True)

    async def wait_for(self, event, timeout):
        future = asyncio.get_running_loop().create_future()
        self.on(event)(lambda *args: future.done() or future.set_result(args))
        async with asyncio.timeout(timeout):
            return await future


bus = Bus()


@bus.on("greet")
def plain(name):
    print("plain", name)
    return len(name)


@bus.on("greet", priority=5)
async def first(name):
    await asyncio.sleep(0.01)
    print("first", name)
    return name.upper()


@bus.on("greet")
async def broken(name):
    raise ValueError(f"cannot greet {name}")


async def main():
    print(await bus.emit("greet", "ada"))
    print(await bus.emit_concurrently("greet", "bob"))
    print(await bus.emit("nobody"))
    waiting = asyncio.create_task(bus.wait_for("ready", 1))
    await asyncio.sleep(0)
    print(await bus.emit("ready", 1, 2), await waiting)
    try:
        await bus.wait_for("never", 0.01)
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
