# contextmanager: generators that misbehave, reuse, decorators.
import asyncio
from contextlib import ContextDecorator, asynccontextmanager, contextmanager, redirect_stdout, suppress
import io


def show(f):
    try:
        print(f())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swallow():
    try:
        yield
    except ValueError:
        pass


@contextmanager
def replace():
    try:
        yield
    except ValueError as error:
        raise KeyError("replaced") from error


@contextmanager
def stops():
    try:
        yield
    except StopIteration:
        print("saw it")
        raise


def use(manager, error=None):
    with manager as value:
        if error:
            raise error
    return value


show(lambda: use(never()))
show(lambda: use(twice()))
show(lambda: use(twice(), ValueError("v")))
show(lambda: use(swallow(), ValueError("v")))
show(lambda: use(swallow(), TypeError("t")))
show(lambda: use(replace(), ValueError("v")))
show(lambda: use(stops(), StopIteration("s")))
manager = swallow()
show(lambda: use(manager))
show(lambda: use(manager))


# === As decorators ===
@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


@tag("b")
@tag("i")
def text():
    print("text")


text()
text()


class Log(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *exc):
        print("exit", exc[0])
        return True


@Log()
def fails():
    raise ValueError


print(fails())

# === Other managers ===
out = io.StringIO()
with redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))
with suppress(ZeroDivisionError):
    1 / 0
    print("not reached")
show(lambda: use(suppress(KeyError), ValueError("passes")))
with suppress(ValueError, KeyError):
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as rest:
    print(rest.exceptions)


# === Asynchronous ===
@asynccontextmanager
async def session(name):
    print("begin", name)
    try:
        yield name
    except KeyError as error:
        print("rollback", error)
    else:
        print("commit", name)


@asynccontextmanager
async def two_yields():
    yield 1
    yield 2


async def main():
    async with session("a") as s:
        print(s)
    async with session("b"):
        raise KeyError("k")
    try:
        async with two_yields():
            pass
    except RuntimeError as error:
        print(error)

    @session("decorated")
    async def work():
        print("working")

    await work()
    await work()
    try:
        with session("sync"):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
