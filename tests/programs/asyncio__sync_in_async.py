# Plain code among coroutines: helpers that schedule, generators that yield, recursion, decorators that time.
import asyncio
import functools
import inspect


def fire_and_forget(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        task = asyncio.ensure_future(function(*args, **kwargs))
        tasks.append(task)
        return task

    return wrapper


def maybe_async(function):
    @functools.wraps(function)
    async def wrapper(*args):
        result = function(*args)
        return await result if inspect.isawaitable(result) else result

    return wrapper


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            for left in range(times - 1, -1, -1):
                try:
                    return await function(*args)
                except OSError as error:
                    log.append(f"{function.__name__}: {error}, {left} left")
                    if not left:
                        raise

        return wrapper

    return decorate


tasks, log = [], []


@fire_and_forget
async def background(n):
    await asyncio.sleep(0)
    log.append(f"background {n}")


@maybe_async
def plain(n):
    return n + 1


@maybe_async
async def coroutine(n):
    await asyncio.sleep(0)
    return n + 2


attempts = 0


@retry(3)
async def flaky():
    global attempts
    attempts += 1
    if attempts < 3:
        raise ConnectionError(f"attempt {attempts}")
    return attempts


@retry(2)
async def hopeless():
    raise TimeoutError("again")


def walk(tree):
    for item in tree:
        if isinstance(item, list):
            yield from walk(item)
        else:
            yield item


async def main():
    background(1)
    background(2)
    print(len(tasks), log)
    await asyncio.gather(*tasks)
    print(log, background.__name__, inspect.iscoroutinefunction(background))
    log.clear()
    print(await plain(1), await coroutine(1), inspect.iscoroutinefunction(plain))
    print(await flaky(), log)
    log.clear()
    try:
        await hopeless()
    except OSError as error:
        print(repr(error), log)
    print(await asyncio.gather(*(coroutine(n) for n in walk([1, [2, [3]], 4]))))
    print([await coroutine(n) for n in map(int, "12")], dict(zip("ab", await asyncio.gather(plain(1), plain(2)))))
    print(sorted(await asyncio.gather(*(plain(-n) for n in range(3)))), max([await plain(n) for n in (3, 1)]))
    total = 0
    for task in asyncio.as_completed([coroutine(1), plain(5)]):
        total += await task
    print(total)
    operations = {"add": lambda a, b: a + b, "slow": lambda a, b: asyncio.sleep(0, a * b)}
    for name, operation in operations.items():
        result = operation(3, 4)
        print(name, await result if inspect.isawaitable(result) else result)


asyncio.run(main())
