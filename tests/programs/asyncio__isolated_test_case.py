# exit: 1
# IsolatedAsyncioTestCase: order of set-up and clean-up, one loop a test, contexts, failures.
import asyncio
import contextvars
import sys
import unittest

value = contextvars.ContextVar("value", default="unset")
loops = set()


class Tests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp", value.get())
        value.set("setUp")

    async def asyncSetUp(self):
        loops.add(id(asyncio.get_running_loop()))
        self.loop = asyncio.get_running_loop()
        print("asyncSetUp", value.get())
        value.set("asyncSetUp")
        self.addAsyncCleanup(self.clean, "cleanup of asyncSetUp")

    async def asyncTearDown(self):
        print("asyncTearDown", value.get(), asyncio.get_running_loop() is self.loop)

    def tearDown(self):
        print("tearDown", value.get())

    async def clean(self, text):
        await asyncio.sleep(0)
        print(text)

    async def test_a_passes(self):
        self.addCleanup(print, "plain cleanup")
        self.addAsyncCleanup(self.clean, "async cleanup")
        print("test", value.get())
        value.set("test")
        await asyncio.sleep(0)
        self.assertEqual(1, 1)

    def test_b_plain(self):
        print("plain test", value.get())

    async def test_c_fails(self):
        with self.assertRaises(KeyError) as caught:
            await self.raises(KeyError("expected"))
        print(repr(caught.exception))
        self.assertEqual(await asyncio.sleep(0, 1), 2)

    async def test_d_error(self):
        await self.raises(OSError("unexpected"))

    async def test_e_task_left_over(self):
        async def forever():
            try:
                await asyncio.sleep(100)
            finally:
                print("left over task ends")

        self.task = asyncio.create_task(forever())
        await asyncio.sleep(0)

    @unittest.skip("not now")
    async def test_f_skipped(self):
        print("never")

    @unittest.expectedFailure
    async def test_g_expected(self):
        self.fail("as expected")

    async def test_h_subtests(self):
        for n in range(3):
            with self.subTest(n=n):
                await asyncio.sleep(0)
                self.assertNotEqual(n, 1)

    async def raises(self, error):
        raise error


class Context:
    async def __aenter__(self):
        print("entered")
        return "entered value"

    async def __aexit__(self, *args):
        print("exited")


class WithContext(unittest.IsolatedAsyncioTestCase):
    async def test_context(self):
        print(await self.enterAsyncContext(Context()))


suite = unittest.TestSuite()
for case in (Tests, WithContext):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures))
for test, text in result.failures + result.errors:
    print(test.id(), text.splitlines()[-1])
sys.exit(not result.wasSuccessful())
