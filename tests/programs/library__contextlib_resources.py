# contextlib in use: timers, transactions, temporary changes, many resources, errors on the way out.
import asyncio
import io
from contextlib import ExitStack, asynccontextmanager, contextmanager, redirect_stdout, suppress

log = []


# === Temporary changes ===
@contextmanager
def changed(obj, **values):
    before = {name: getattr(obj, name) for name in values}
    vars(obj).update(values)
    try:
        yield obj
    finally:
        vars(obj).update(before)


class Settings:
    def __init__(self):
        self.debug, self.level = False, 1


s = Settings()
with changed(s, debug=True, level=5) as inside:
    print(inside.debug, s.level)
print(s.debug, s.level)


# === Transactions ===
class Database:
    def __init__(self):
        self.rows = []

    @contextmanager
    def transaction(self):
        saved = list(self.rows)
        try:
            yield self
        except Exception as error:
            self.rows = saved
            log.append(f"rolled back: {error!r}")
            raise
        else:
            log.append(f"committed {len(self.rows)}")


db = Database()
with db.transaction() as t:
    t.rows += [1, 2]
with suppress(ValueError), db.transaction() as t:
    t.rows.append(3)
    raise ValueError("bad row")
print(db.rows, log)


# === Output that is caught ===
@contextmanager
def captured():
    with redirect_stdout(io.StringIO()) as stream:
        yield lambda: stream.getvalue().splitlines()


with captured() as lines:
    print("one")
    print("two")
print(lines())


# === Many resources ===
class File:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        if self.name == "missing":
            raise FileNotFoundError(self.name)
        print("open", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("close", self.name, kind.__name__ if kind else "")


def open_all(names):
    with ExitStack() as stack:
        files = [stack.enter_context(File(name)) for name in names]
        stack.pop_all()
        return files


print([f.name for f in open_all("ab")])
try:
    open_all(["a", "missing", "b"])
except FileNotFoundError as error:
    print("failed", error)

# === Errors on the way out ===
with ExitStack() as stack:
    stack.callback(print, "last")

    @stack.push
    def swallow(kind, value, traceback):
        print("saw", kind.__name__ if kind else None)
        return True

    @stack.callback
    def broken():
        raise RuntimeError("in a callback")

    print("body")
print("after")


class Both:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        raise KeyError("from exit")


try:
    with Both():
        raise ValueError("from body")
except KeyError as error:
    print(repr(error), repr(error.__context__))


# === A pool ===
class Pool:
    def __init__(self, size):
        self.free = asyncio.Queue()
        for n in range(size):
            self.free.put_nowait(f"c{n}")

    @asynccontextmanager
    async def connection(self):
        c = await self.free.get()
        try:
            yield c
        finally:
            self.free.put_nowait(c)


async def use(pool, n):
    async with pool.connection() as c:
        print(n, "uses", c)
        await asyncio.sleep(0.01 * (n + 1))
    return n


async def main():
    pool = Pool(2)
    print(await asyncio.gather(*(use(pool, n) for n in range(5))), pool.free.qsize())


asyncio.run(main())
