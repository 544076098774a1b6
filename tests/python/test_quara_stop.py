"""quara.concurrency under CPython: what a stop does to the tasks and the pool.

    python3 -X dev -m unittest discover tests/python -p 'test_quara_*.py'
"""

import asyncio
import concurrent.futures
import contextlib
import gc
import threading
import time
import unittest

from quara_case import Case, silent_stderr, value  # before quara: it says where that is
from quara.concurrency import AsyncioThread


class Stop(Case):
    def test_each_task_is_cancelled_once_and_its_clean_up_may_await(self):
        log = []

        async def stubborn():
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                for step in range(3):
                    await asyncio.sleep(0.01)
                    log.append(step)
                raise

        with AsyncioThread() as thread:
            task = thread.create_task_threadsafe(stubborn())
        self.assertEqual(log, [0, 1, 2])
        self.assertTrue(task.cancelled())

    def test_tasks_made_by_the_clean_up_are_awaited_if_it_awaits_them(self):
        log = []

        async def parent():
            try:
                await asyncio.sleep(60)
            finally:
                log.append(await asyncio.gather(value("a", 0.01), value("b", 0.02)))

        with AsyncioThread() as thread:
            thread.create_task_threadsafe(parent())
        self.assertEqual(log, [["a", "b"]])

    def test_tasks_left_behind_by_the_clean_up_are_cancelled_too(self):
        left = []
        with AsyncioThread() as thread:

            async def parent():
                try:
                    await asyncio.sleep(60)
                finally:
                    left.append(await thread.create_task(asyncio.sleep(60)))

            thread.create_task_threadsafe(parent())
        self.assertTrue(left[0].cancelled())

    def test_the_pool_may_still_be_used_by_the_clean_up(self):
        log = []
        with AsyncioThread() as thread:

            async def parent():
                try:
                    await asyncio.sleep(60)
                finally:
                    log.append(await thread.run_in_executor(len, "abc"))

            thread.create_task_threadsafe(parent())
        self.assertEqual(log, [3])

    def test_past_the_timeout_it_warns_by_name_and_cancels_the_futures(self):
        async def ignores_cancellation():
            while True:
                try:
                    await asyncio.sleep(60)
                except asyncio.CancelledError:
                    pass

        thread = AsyncioThread(name="loop")
        thread.start()
        future = thread.run_threadsafe(ignores_cancellation())
        thread.create_task_threadsafe(ignores_cancellation(), name="mule")
        before = time.monotonic()
        with silent_stderr():
            thread.stop_threadsafe(timeout=0.05)
            self.assertLess(time.monotonic() - before, 5)
            self.assertFalse(thread.is_alive())
            with self.assertRaises(concurrent.futures.CancelledError):
                future.result(0)
            (message,) = [text for text in self.take_warnings() if "stopped without" in text]
            gc.collect()
        self.assertRegex(message, "'loop' stopped without waiting for .*mule")

    def test_a_later_stop_may_set_a_shorter_timeout(self):
        async def ignores_cancellation():
            while True:
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.sleep(60)

        thread = AsyncioThread()
        thread.start()
        thread.create_task_threadsafe(ignores_cancellation())
        patient = threading.Thread(target=thread.stop_threadsafe)
        with silent_stderr():
            patient.start()
            time.sleep(0.02)
            thread.stop_threadsafe(timeout=0.02)
            patient.join()
            self.take_warnings()
            gc.collect()

    def test_queued_pool_functions_are_cancelled_and_running_ones_waited_for(self):
        begun = threading.Event()

        def slow():
            begun.set()
            time.sleep(0.1)
            return "done"

        beats = []

        async def beat():
            try:
                await asyncio.sleep(60)
            finally:
                for _ in range(3):
                    await asyncio.sleep(0.01)
                    beats.append(running.done())

        with AsyncioThread(max_workers=1) as thread:
            thread.create_task_threadsafe(beat())
            running = thread.run_in_executor_threadsafe(slow)
            queued = [thread.run_in_executor_threadsafe(slow) for _ in range(3)]
            begun.wait()
        self.assertEqual(running.result(0), "done")
        self.assertEqual([future.cancelled() for future in queued], [True] * 3)
        self.assertEqual(beats, [False] * 3)

    def test_a_pool_function_that_waits_for_the_loop_does_not_block_the_stop(self):
        with AsyncioThread() as thread:
            queue = thread.create_queue_threadsafe()
            future = thread.run_in_executor_threadsafe(thread.get_threadsafe, queue)
            time.sleep(0.01)
        with self.assertRaises(concurrent.futures.CancelledError):
            future.result(0)

    def test_asynchronous_generators_are_closed(self):
        log = []

        async def numbers():
            try:
                yield 1
            finally:
                log.append("closed")

        async def begin(agen):
            return await anext(agen)

        with AsyncioThread() as thread:
            agen = numbers()
            thread.run_threadsafe(begin(agen)).result()
        self.assertEqual(log, ["closed"])

    def test_many_tasks_end_without_delay(self):
        with AsyncioThread() as thread:
            tasks = thread.create_tasks_threadsafe(*[value(1, 60) for _ in range(3000)])
            before = time.monotonic()
        self.assertLess(time.monotonic() - before, 10)
        self.assertTrue(all(task.cancelled() for task in tasks))


if __name__ == "__main__":
    unittest.main()
