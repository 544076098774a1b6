# unittest.mock: Mock, MagicMock, AsyncMock, patch.
import asyncio
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, patch, sentinel


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {str(error).partition(chr(10))[0]}")


# === Calls and results ===
m = Mock(return_value=5)
print(m(1, x=2), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.mock_calls)
m.assert_called_once_with(1, x=2)
m.assert_called_with(1, x=ANY)
m()
for f in (lambda: m.assert_called_once(), lambda: m.assert_called_with(9), lambda: m.assert_not_called(), lambda: m.assert_any_call(7), lambda: m.assert_has_calls([call(3)]), lambda: m.asert_called()):
    show(f)
m.reset_mock()
print(m.called, m.call_count)

# === Side effects ===
m = Mock(side_effect=[1, ValueError("second"), 3])
for _ in range(4):
    show(lambda: m())
m = Mock(side_effect=lambda x: x * 2)
print(m(4), Mock(side_effect=KeyError).side_effect)
show(lambda: Mock(side_effect=KeyError("k"))())

# === Attributes and specs ===
m = Mock(name="api", **{"get.return_value": "got", "status": 200})
print(m.get("url"), m.status, m.get.call_args, m.a.b.c() is m.a.b.c(), m.method_calls, repr(m).startswith("<Mock name='api'"))


class Service:
    limit = 3

    def run(self, n):
        return n

    async def fetch(self):
        return "real"


spec = Mock(spec=Service)
spec.run.return_value = 9
print(spec.run(1), isinstance(spec, Service))
show(lambda: spec.missing)
show(lambda: setattr(spec, "other", 1) or "spec allows setting")
show(lambda: setattr(Mock(spec_set=Service), "other", 1))

# === MagicMock ===
magic = MagicMock()
magic.__len__.return_value = 4
magic.__getitem__.side_effect = lambda key: f"item {key}"
magic.__iter__.return_value = iter([1, 2])
magic.__enter__.return_value = "entered"
with magic as entered:
    print(entered)
print(len(magic), magic["k"], list(magic), bool(magic), int(magic), magic + 1 is not None if hasattr(magic, "__add__") else None, str(magic) != "", 5 in magic)

# === patch ===
class Clock:
    @staticmethod
    def now():
        return "real time"


def greet():
    return f"at {Clock.now()}"


with patch.object(Clock, "now", return_value="noon") as fake:
    print(greet(), fake.call_count)
print(greet())


@patch.object(Clock, "now", side_effect=["first", "second"])
def decorated(fake):
    return greet(), greet(), fake.call_count


print(decorated())
config = {"debug": False}
with patch.dict(config, {"debug": True, "extra": 1}):
    print(config)
print(config)
with patch(f"{__name__}.greet", lambda: "patched"):
    print(greet())
patcher = patch.object(Service, "limit", 99)
patcher.start()
print(Service.limit)
patcher.stop()
print(Service.limit, sentinel.thing, sentinel.thing is sentinel.thing)
show(lambda: patch.object(Service, "nothing", 1).start())


# === AsyncMock ===
async def main():
    m = AsyncMock(return_value=7)
    print(await m(1), m.await_count, m.await_args)
    m.assert_awaited_once_with(1)
    m = AsyncMock(side_effect=[1, KeyError("k")])
    print(await m())
    try:
        await m()
    except KeyError as error:
        print(repr(error))
    auto = Mock(spec=Service)
    auto.fetch.return_value = "fake"
    print(await auto.fetch(), type(auto.fetch).__name__, type(auto.run).__name__)
    manager = MagicMock()
    manager.__aenter__.return_value = "async entered"
    async with manager as value:
        print(value)
    manager.__aiter__.return_value = [1, 2]
    print([x async for x in manager])
    with patch.object(Service, "fetch", AsyncMock(return_value="patched")):
        print(await Service().fetch())
    print(await Service().fetch())


asyncio.run(main())
