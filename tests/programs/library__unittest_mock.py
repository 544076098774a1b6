# unittest.mock: stand-ins, what they remember, patches.
import asyncio
import unittest
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, patch, sentinel


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (Exception, AssertionError) as error:
        print(f"{type(error).__name__}: {error}")


# === Calls ===
m = Mock(return_value=3)
print(m(), m(1, key="v"), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
print(m.call_args.args, m.call_args.kwargs, m.call_args == call(1, key="v"), call(1) == call(1), call(1) == call(2))
m.assert_called_with(1, key="v")
m.assert_any_call()
show(m.assert_called_with, 2)
show(m.assert_called_once)
show(m.assert_not_called)
show(m.assert_called_once_with, 1)
show(m.assert_any_call, 9)
show(Mock().assert_called)
show(Mock(name="save").assert_called_with, 1, a=2)
m.reset_mock()
print(m.called, m.call_count, m.mock_calls, m())

# === Attributes and chains ===
api = Mock()
api.users.get(5).name = "Ann"
api.users.get(id=3)
api.close()
print(api.mock_calls, api.method_calls, api.users.get.call_count)
print(api.users.get(7).name, api.users is api.users, api.a.b.c.return_value is api.a.b.c())
api.assert_has_calls([call.users.get(5), call.users.get(id=3)])
api.assert_has_calls([call.close(), call.users.get(5)], any_order=True)
show(api.assert_has_calls, [call.nope()])
api.configure_mock(**{"users.count.return_value": 9, "version": 2})
print(api.users.count(), api.version)
del api.version
show(lambda: api.version)
show(lambda: api.assert_somthing)

# === side_effect ===
m = Mock(side_effect=[1, 2, ValueError("third")])
print(m(), m())
show(m)
show(m)
m.side_effect = lambda x: x * 2
print(m(21))
m.side_effect = KeyError("always")
show(m)
m.side_effect = None
print(isinstance(m(), Mock), Mock(wraps=len)("abc"))


# === spec ===
class Service:
    limit = 5

    def fetch(self, url):
        return "real"

    async def stream(self):
        return "real stream"


s = Mock(spec=Service)
print(isinstance(s, Service), s.fetch("u") is s.fetch.return_value)
show(lambda: s.nothing)
strict = Mock(spec_set=Service)
show(setattr, strict, "other", 1)
print(Mock(spec=["a"]).a is not None, isinstance(s.stream, AsyncMock))

# === MagicMock ===
mm = MagicMock()
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda key: key * 2
mm.__iter__.return_value = [1, 2]
print(len(mm), mm["ab"], list(mm), bool(mm), int(mm), 3 in mm, str(MagicMock(__str__=lambda self: "shown")))
with MagicMock() as entered:
    entered.work()
mm.__enter__.return_value = "inside"
with mm as value:
    print(value)
print(mm.__exit__.call_count, mm == mm, mm == 3, isinstance(mm + 1, MagicMock))

# === ANY and sentinel ===
m = Mock()
m(1, [2], text="x")
m.assert_called_with(1, ANY, text=ANY)
print(ANY == 5, ANY, sentinel.token, sentinel.token is sentinel.token)


# === patch ===
class Clock:
    def now(self):
        return "real time"

    @property
    def zone(self):
        return "real zone"


def report():
    return Clock().now()


with patch.object(Clock, "now", return_value="fake time") as now:
    print(report(), now.called)
print(report())


@patch("__main__.Clock")
@patch.object(Service, "limit", 99)
def patched(clock):
    clock.return_value.now.return_value = "decorated"
    return report(), Service.limit, clock.call_count


print(patched(), Service.limit)
with patch.object(Clock, "zone", new_callable=PropertyMock, return_value="fake zone") as zone:
    print(Clock().zone, zone.call_count)
print(Clock().zone)
settings = {"debug": False, "level": 1}
with patch.dict(settings, {"debug": True}, extra=5):
    print(settings)
print(settings)
with patch.dict(settings, clear=True):
    print(settings)
patcher = patch("__main__.report", lambda: "started")
patcher.start()
print(report())
patcher.stop()
print(report())
with patch.multiple(Service, limit=1, fetch=mock.DEFAULT) as made:
    made["fetch"].return_value = "multiple"
    print(Service.limit, Service().fetch("x"), list(made))
show(patch.object(Clock, "nope").start)
show(patch, "noname")


# === AsyncMock ===
async def main():
    fetch = AsyncMock(return_value="data")
    print(await fetch("url"), fetch.await_count, fetch.await_args)
    fetch.assert_awaited_once_with("url")
    show(fetch.assert_not_awaited)
    fetch.side_effect = TimeoutError("slow")
    try:
        await fetch()
    except TimeoutError as error:
        print(error)
    client = AsyncMock()
    client.get.return_value = {"ok": True}
    print(await client.get("/"), client.get.await_args_list, client.mock_calls)
    show(client.post.assert_awaited)
    async with MagicMock() as session:
        print(session is not None)
    many = MagicMock()
    many.__aiter__.return_value = [1, 2, 3]
    print([item async for item in many])
    with patch.object(Service, "stream", return_value="patched") as stream:
        print(await Service().stream(), stream.await_count)


asyncio.run(main())


# === In a test ===
class ClockTest(unittest.TestCase):
    @patch.object(Clock, "now")
    def test_report(self, now):
        now.return_value = "noon"
        self.assertEqual(report(), "noon")
        now.assert_called_once_with()


result = unittest.TestResult()
ClockTest("test_report").run(result)
print(result.wasSuccessful(), result.testsRun)
sealed = Mock()
sealed.known.return_value = 1
mock.seal(sealed)
print(sealed.known())
show(lambda: sealed.unknown)
