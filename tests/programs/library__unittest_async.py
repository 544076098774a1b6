# unittest with asyncio: tests that are coroutines, and the whole program as a test run.
# exit: 1
import asyncio
import contextvars
import sys
import unittest

sys.stderr = sys.stdout
who = contextvars.ContextVar("who", default="nobody")
events = []


class Connection:
    async def __aenter__(self):
        events.append("connected")
        return self

    async def __aexit__(self, *exc):
        events.append("disconnected")


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        events.append("setUp")

    async def asyncSetUp(self):
        events.append("asyncSetUp")
        self.queue = asyncio.Queue()
        who.set("somebody")
        self.connection = await self.enterAsyncContext(Connection())

    async def asyncTearDown(self):
        events.append("asyncTearDown")

    def tearDown(self):
        events.append("tearDown")

    async def test_queue(self):
        self.addAsyncCleanup(asyncio.sleep, 0)
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)
        self.assertEqual(who.get(), "somebody")

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)

    async def test_fails(self):
        result = await asyncio.gather(asyncio.sleep(0, "a"), asyncio.sleep(0, "b"))
        self.assertEqual(result, ["a", "c"])

    async def test_subtests(self):
        for delay in (0, 0.01):
            with self.subTest(delay=delay):
                self.assertGreater(await asyncio.sleep(delay, delay), 0)

    def test_plain(self):
        self.assertEqual(who.get(), "somebody")


class Runner(unittest.TextTestRunner):
    def run(self, test):
        result = unittest.TextTestResult(self.stream, True, 2)
        test(result)
        for name, found in (("errors", result.errors), ("failures", result.failures)):
            for test, text in found:
                print(name, test, text.strip().splitlines()[-1])
        print(events[:7])
        return result


if __name__ == "__main__":
    unittest.main(testRunner=Runner)
