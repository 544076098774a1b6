# Actors: state behind a mailbox, replies by futures, supervision.
import asyncio


class Actor:
    def __init__(self, name):
        self.name, self.mailbox = name, asyncio.Queue()
        self.task = asyncio.create_task(self.run(), name=name)

    async def run(self):
        while True:
            message, args, reply = await self.mailbox.get()
            if message == "stop":
                reply.set_result(f"{self.name} stopped")
                return
            try:
                result = await getattr(self, f"on_{message}")(*args)
            except Exception as error:
                reply.set_exception(error)
            else:
                reply.set_result(result)

    def ask(self, message, *args):
        reply = asyncio.get_running_loop().create_future()
        self.mailbox.put_nowait((message, args, reply))
        return reply


class Counter(Actor):
    total = 0

    async def on_add(self, n):
        before = self.total
        await asyncio.sleep(0.001)
        self.total = before + n
        return self.total

    async def on_fail(self):
        raise RuntimeError(f"{self.name} failed")


class Greeter(Actor):
    def __init__(self, name, counter):
        super().__init__(name)
        self.counter = counter

    async def on_greet(self, who):
        return f"hello {who}, number {await self.counter.ask('add', 1)}"


class Supervisor:
    def __init__(self, make, restarts):
        self.make, self.left, self.log = make, restarts, []

    async def run(self):
        while True:
            try:
                return await self.make(len(self.log))
            except RuntimeError as error:
                self.log.append(str(error))
                if self.left == 0:
                    raise
                self.left -= 1


async def main():
    counter = Counter("counter")
    print(await asyncio.gather(*(counter.ask("add", n) for n in (1, 2, 3))))
    greeter = Greeter("greeter", counter)
    print(await greeter.ask("greet", "ada"), await greeter.ask("greet", "bob"))
    for message in (("fail",), ("unknown",), ("add",)):
        try:
            await counter.ask(*message)
        except (RuntimeError, AttributeError, TypeError) as error:
            print(type(error).__name__, error)
    print(await greeter.ask("stop"), await counter.ask("stop"), greeter.task.done())
    try:
        await asyncio.wait_for(counter.ask("add", 1), 0.01)
    except TimeoutError:
        print("nobody answers")

    async def flaky(attempt):
        await asyncio.sleep(0)
        if attempt < 2:
            raise RuntimeError(f"attempt {attempt}")
        return "up"

    supervisor = Supervisor(flaky, 3)
    print(await supervisor.run(), supervisor.log, supervisor.left)
    try:
        await Supervisor(flaky, 1).run()
    except RuntimeError as error:
        print("gave up:", error)


asyncio.run(main())
