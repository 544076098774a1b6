# contextlib: abstract bases, decorators, redirection, suppressing groups, stacks that are handed on.
import asyncio
import contextlib
import io
import sys
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, ContextDecorator, ExitStack, aclosing, asynccontextmanager,
                        closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress)


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Abstract bases ===
class Door(AbstractContextManager):
    def __exit__(self, *exc):
        print("closed", exc[0])


class Duck:
    def __enter__(self): ...
    def __exit__(self, *exc): ...


with Door() as door:
    print(type(door).__name__)
show(AbstractContextManager)
print(isinstance(Duck(), AbstractContextManager), issubclass(Door, AbstractContextManager), isinstance(3, AbstractContextManager), isinstance(Duck(), AbstractAsyncContextManager))


# === Decorators ===
@contextmanager
def tag(name):
    """Put a tag around."""
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


@tag("b")
def hello(who):
    print("hello", who)


hello("one")
hello("two")
print(hello.__name__, tag.__name__, tag.__doc__)


class Traced(ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *exc):
        print("out", exc[0].__name__ if exc[0] else None)
        return exc[0] is KeyError


@Traced()
def fails():
    raise KeyError("swallowed")


print(fails())

# === Errors of generators ===
@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise KeyError("instead") from error


def use(manager, error=None):
    with manager:
        if error:
            raise error


show(use, never())
show(use, twice())
show(use, twice(), ValueError("x"))
show(use, replaces(), ValueError("x"))
show(use, tag("stop"), StopIteration("passes"))


# === Small ones ===
class Resource:
    def close(self):
        print("resource closed")


with closing(Resource()) as r:
    print(type(r).__name__)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
try:
    with suppress(ValueError):
        raise ExceptionGroup("both", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(repr(group))
with suppress():
    print("nothing to suppress")
with nullcontext(5) as five:
    print(five)
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("to out")
    print("to err", file=sys.stderr)
    with redirect_stdout(err):
        print("nested")
print(repr(out.getvalue()), repr(err.getvalue()))

# === ExitStack ===
with ExitStack() as stack:
    for name in "ab":
        print(stack.enter_context(tag(name)))
    stack.callback(print, "callback", sep="!")
    stack.push(lambda *exc: print("pushed", exc[0]))
    kept = stack.pop_all()
    print("leaving")
kept.close()
show(ExitStack().enter_context, 3)
with ExitStack() as stack:
    stack.push(lambda kind, *rest: kind is ValueError)
    raise ValueError("handled by the stack")
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))


# === Asynchronous ===
@asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        print("close", name)


@connection("decorated")
async def query():
    return 42


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("generator closed")


async def main():
    async with connection("x") as c, nullcontext(2) as two:
        print(c, two)
    print(await query())
    async with aclosing(numbers()) as values:
        async for value in values:
            if value == 2:
                break
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(connection("s")), stack.enter_context(tag("t")))
        stack.push_async_callback(asyncio.sleep, 0)
    print(isinstance(connection("q"), AbstractAsyncContextManager))


asyncio.run(main())
