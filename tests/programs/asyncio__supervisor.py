# A supervisor that starts its workers anew: limits, pauses that grow, an orderly end.
import asyncio


class Supervisor:
    def __init__(self, most=3):
        self.most, self.log = most, []

    async def watch(self, name, worker):
        pause = 0.01
        for attempt in range(1, self.most + 1):
            try:
                result = await worker(attempt)
            except asyncio.CancelledError:
                self.log.append(f"{name} cancelled in attempt {attempt}")
                raise
            except Exception as error:
                self.log.append(f"{name} attempt {attempt}: {error}")
                await asyncio.sleep(pause)
                pause *= 2
            else:
                self.log.append(f"{name} done in attempt {attempt}")
                return result
        raise RuntimeError(f"{name} failed {self.most} times")


async def second_time_lucky(attempt):
    await asyncio.sleep(0)
    if attempt < 2:
        raise OSError("not yet")
    return "lucky"


async def never(attempt):
    raise ValueError(f"never {attempt}")


async def forever(attempt):
    await asyncio.sleep(100)


async def main():
    supervisor = Supervisor()
    print(await supervisor.watch("lucky", second_time_lucky), supervisor.log)
    supervisor = Supervisor(2)
    try:
        async with asyncio.TaskGroup() as group:
            for worker in (second_time_lucky, never, forever):
                group.create_task(supervisor.watch(worker.__name__, worker))
    except* RuntimeError as errors:
        print(errors.exceptions, repr(errors.exceptions[0].__context__))
    print("\n".join(sorted(supervisor.log)))
    supervisor = Supervisor(1)
    results = await asyncio.gather(
        supervisor.watch("never", never), supervisor.watch("lucky", second_time_lucky), return_exceptions=True
    )
    print(results)
    task = asyncio.create_task(supervisor.watch("forever", forever))
    await asyncio.sleep(0.01)
    task.cancel("end of work")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error, supervisor.log[-1])


asyncio.run(main())
