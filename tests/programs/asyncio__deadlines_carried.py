# Deadlines that are handed down: timeout_at, what is left of the time, clean-up with a limit of its own.
import asyncio

loop = None


async def step(name, seconds, log):
    try:
        await asyncio.sleep(seconds)
        log.append(f"{name} done")
    except asyncio.CancelledError:
        log.append(f"{name} out of time")
        raise


async def all_by(deadline, log):
    try:
        async with asyncio.timeout_at(deadline):
            for name in "abc":
                await step(name, 0.02, log)
        return "all"
    except TimeoutError:
        return "some"


async def each_by(deadline, log):
    for name in "abc":
        try:
            async with asyncio.timeout_at(deadline) as limit:
                await step(name, 0.02, log)
        except TimeoutError:
            log.append(f"{name} expired {limit.expired()}")
    return deadline <= loop.time()


async def with_cleanup(log):
    try:
        async with asyncio.timeout(0.01):
            try:
                await step("work", 1, log)
            finally:
                try:
                    async with asyncio.timeout(0.01):
                        await step("clean-up", 1, log)
                except TimeoutError:
                    log.append("the clean-up had a limit, too")
    except TimeoutError as error:
        return repr(error.__cause__), repr(error.__context__)


async def extends(log):
    async with asyncio.timeout(0.03) as limit:
        for n in range(4):
            await asyncio.sleep(0.02)
            limit.reschedule(loop.time() + 0.03)
            log.append(n)
    return limit.expired(), limit.when() > loop.time()


async def too_late(log):
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(1)
    except TimeoutError:
        try:
            limit.reschedule(None)
        except RuntimeError as error:
            return str(error)


async def main():
    global loop
    loop = asyncio.get_running_loop()
    for how in (all_by, each_by):
        for seconds in (0.05, 0.2):
            log = []
            print(how.__name__, await how(loop.time() + seconds, log), log)
    for how in (with_cleanup, extends, too_late):
        log = []
        print(how.__name__, await how(log), log)
    async with asyncio.timeout(1) as outer, asyncio.timeout_at(outer.when() + 1) as inner:
        print(inner.when() - outer.when())


asyncio.run(main())
