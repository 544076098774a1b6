"""Stands for `test_asyncio.utils`: a loop in a test's own time, mocks, and the base class of the tests.

CPython's file imports sockets, selectors and servers. Here is what the tests that we run take from it. A `TestLoop` asks the test's
generator how far to move the time after each turn, as CPython's does; what it moves is Loopthread's own clock, by sleeping.
"""

import asyncio
import re
import sys
import threading
import time
import unittest
from unittest import mock

from asyncio import events


class TestLoop(asyncio.BaseEventLoop):
    """Its time begins at 0, and moves only by what the generator yields when it is told of a timer's deadline."""

    def __init__(self, gen=None):
        super().__init__()
        self._origin = super().time()
        self._clock_is_asked = gen is not None
        self._gen = (gen or _one_step)()
        next(self._gen)
        self._whens = []
        self._ends = False

    def time(self):
        # Each look at the clock costs a nanosecond, which the tests' comparisons must not see.
        return round(super().time() - self._origin, 6)

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self._whens.append(when)
        return super().call_at(self._origin + when, callback, *args, context=context)

    def advance_time(self, advance):
        if advance:
            time.sleep(advance)

    def stop(self):
        self._ends = True

    def run_forever(self):
        self._check_closed()
        self._check_running()
        try:
            while True:
                self._run_once()
                if self._ends:
                    break
        finally:
            self._ends = False

    def _run_once(self):
        super().call_soon(super().stop)
        super().run_forever()
        whens, self._whens = self._whens, []
        for when in whens:
            self.advance_time(self._gen.send(when))

    def close(self):
        super().close()
        if self._clock_is_asked:
            try:
                self._gen.send(0)
            except StopIteration:
                return
            raise AssertionError("the test's generator has more times to give")


def _one_step():
    yield


def run_briefly(loop):
    """Run what is ready, by a task that does nothing."""

    async def nothing():
        pass

    coro = nothing()
    task = loop.create_task(coro)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coro.close()


def run_once(loop):
    """Run one turn."""
    loop.call_soon(loop.stop)
    loop.run_forever()


def MockCallback(**kwargs):
    """Return a mock that can be called, and nothing else."""
    return mock.Mock(spec=["__call__"], **kwargs)


class MockPattern(str):
    """Equal to every text in which it is found, as a regular expression."""

    def __eq__(self, other):
        return re.search(str(self), other, re.S) is not None


class MockInstanceOf:
    """Equal to all instances of a class."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    """Return the file and the line where a function is defined."""
    from asyncio import format_helpers

    source = format_helpers._get_function_source(func)
    if source is None:
        raise ValueError(f"unable to get the source of {func!r}")
    return source


class TestCase(unittest.TestCase):
    """A test gets loops from `new_test_loop`, and leaves neither a loop nor a thread behind."""

    @staticmethod
    def close_loop(loop):
        if loop._default_executor is not None:
            if loop.is_closed():
                loop._default_executor.shutdown(wait=True)
            else:
                loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("there is no loop")
        # The loop has to be passed to asyncio by the test.
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def setUp(self):
        self._threads_before = threading.active_count()

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()
        self.assertEqual(threading.active_count(), self._threads_before, "threads are left")


async def await_without_task(coro):
    """Run a coroutine that does not wait, in a callback, where there is no current task."""
    failure = None

    def step():
        nonlocal failure
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            failure = error

    asyncio.get_running_loop().call_soon(step)
    await asyncio.sleep(0)
    if failure is not None:
        raise failure
