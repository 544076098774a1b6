# AsyncMock with tasks: what it returns, what it records, its assertions.
import asyncio
from unittest import mock


async def attempt(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


class Client:
    async def fetch(self, key):
        return "real"

    def close(self):
        pass


async def main():
    fetch = mock.AsyncMock(return_value=5)
    print(await fetch(1, key="a"), fetch.await_count, fetch.call_count, fetch.await_args)
    coro = fetch(2)
    print(fetch.call_count, fetch.await_count)
    await coro
    fetch.assert_awaited()
    fetch.assert_awaited_with(2)
    fetch.assert_any_await(1, key="a")
    for check in (lambda: fetch.assert_awaited_once(), lambda: fetch.assert_awaited_with(3), lambda: fetch.assert_not_awaited()):
        try:
            check()
        except AssertionError as error:
            print(str(error).splitlines()[0])
    print(fetch.await_args_list)

    print("# === Side effects ===")
    fetch = mock.AsyncMock(side_effect=[1, KeyError("second"), 3])
    for _ in range(4):
        await attempt("next", fetch())
    slow = mock.AsyncMock(side_effect=lambda n: n * 2)
    print(await asyncio.gather(slow(1), slow(2)), slow.await_count)

    async def real(n):
        await asyncio.sleep(0)
        return f"real {n}"

    print(await mock.AsyncMock(side_effect=real)(7))
    await attempt("raises", mock.AsyncMock(side_effect=OSError("broken"))())
    task = asyncio.create_task(mock.AsyncMock(return_value="in a task")())
    print(await task)

    print("# === Children and specs ===")
    client = mock.AsyncMock()
    client.fetch.return_value = "mocked"
    print(await client.fetch("k"), type(client.fetch).__name__, client.fetch.await_args)
    spec = mock.Mock(spec=Client)
    print(type(spec.fetch).__name__, type(spec.close).__name__)
    spec.fetch.return_value = "spec"
    print(await spec.fetch("k"), type(spec.close()).__name__)
    magic = mock.MagicMock()
    magic.__aenter__.return_value = "entered"
    magic.__aiter__.return_value = [1, 2, 3]
    async with magic as value:
        print(value, [n async for n in magic])
    print(magic.__aexit__.await_count)
    with mock.patch.object(Client, "fetch", return_value="patched") as patched:
        print(await Client().fetch("x"), type(patched).__name__)
    print(await Client().fetch("x"))
    fetch = mock.AsyncMock()
    await fetch()
    fetch.reset_mock()
    print(fetch.await_count, fetch.await_args, asyncio.iscoroutinefunction(fetch))


asyncio.run(main())
