"""quara.concurrency under CPython: coroutines, tasks, functions and queues in a running thread.

    python3 -X dev -m unittest discover tests/python -p 'test_quara_*.py'
"""

import asyncio
import concurrent.futures
import gc
import threading
import unittest

from quara_case import Case, fail, silent_stderr, value  # before quara: it says where that is
from quara.concurrency import AsyncioThread, NotReadyError

NOT_YET = "Event loop is not running yet"


class Work(Case):
    def test_run_threadsafe_gives_a_concurrent_future(self):
        with AsyncioThread() as thread:
            future = thread.run_threadsafe(asyncio.sleep(0))
            self.assertIsInstance(future, concurrent.futures.Future)
            self.assertIsNone(future.result())
            with self.assertRaises(ValueError):
                thread.run_threadsafe(fail()).result()

    def test_cancelling_the_future_cancels_the_coroutine(self):
        ended = threading.Event()

        async def wait():
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                ended.set()
                raise

        with AsyncioThread() as thread:
            future = thread.run_threadsafe(wait())
            thread.run_threadsafe(value(1)).result()
            future.cancel()
            self.assertTrue(ended.wait(10))

    def test_a_lost_task_is_not_collected(self):
        done = threading.Event()

        async def wait():
            await asyncio.get_running_loop().create_future()

        async def make(thread):
            await thread.create_task(wait())

        with AsyncioThread() as thread:
            thread.run_threadsafe(make(thread)).result()
            gc.collect()
            self.assertEqual(len(asyncio.all_tasks(thread.loop)), 1)

    def test_create_task_returns_the_task(self):
        with AsyncioThread() as thread:
            task = thread.create_task_threadsafe(value(1), name="one")
            self.assertIsInstance(task, asyncio.Task)
            self.assertEqual(task.get_name(), "one")
            tasks = thread.create_tasks_threadsafe(value(1), value(2))
            done, pending = thread.wait_threadsafe([task, *tasks]).result()
            self.assertEqual(([t.result() for t in tasks], done, pending), ([1, 2], {task, *tasks}, set()))

            async def inside():
                a = await thread.create_task(value(1))
                b, c = await thread.create_tasks(value(2), value(3))
                done, pending = await thread.wait([a, b, c])
                return await a + await b + await c

            self.assertEqual(thread.run_threadsafe(inside()).result(), 6)

    def test_methods_for_other_threads_do_no_harm_inside_the_loop(self):
        with AsyncioThread() as thread:

            async def inside():
                return await thread.create_task_threadsafe(value(1))

            self.assertEqual(thread.run_threadsafe(inside()).result(), 1)

    def test_wait_may_return_when_the_first_is_done(self):
        with AsyncioThread() as thread:
            tasks = thread.create_tasks_threadsafe(value(1), value(2, 60))
            done, pending = thread.wait_threadsafe(tasks, return_when=asyncio.FIRST_COMPLETED).result()
            self.assertEqual((done, pending), ({tasks[0]}, {tasks[1]}))

    def test_the_first_result_wins_and_the_rest_are_cancelled(self):
        log = []

        async def loser():
            try:
                await asyncio.sleep(60)
            finally:
                await asyncio.sleep(0)
                log.append("cleaned up")

        with AsyncioThread() as thread:
            future = thread.run_until_first_complete_threadsafe(loser(), value("won", 0.01), loser())
            self.assertEqual(future.result(), "won")
            self.assertEqual(log, ["cleaned up"] * 2)
            with self.assertRaises(ValueError):
                thread.run_until_first_complete_threadsafe(loser(), fail()).result()
            result = thread.run_threadsafe(thread.run_until_first_complete(value(1, 60), value(2)))
            self.assertEqual(result.result(), 2)
            with self.assertRaises(ValueError):
                thread.run_until_first_complete_threadsafe()

    def test_the_pool_runs_functions_for_callers_and_coroutines(self):
        with AsyncioThread(max_workers=1) as thread:
            self.assertEqual(thread.run_in_executor_threadsafe(int, "11", base=2).result(), 3)
            self.assertEqual(thread.run_threadsafe(thread.run_in_executor(int, "11", base=2)).result(), 3)
            self.assertEqual(thread.run_threadsafe(asyncio.to_thread(int, "5")).result(), 5)
            names = [thread.run_in_executor_threadsafe(lambda: threading.current_thread().name) for _ in range(5)]
            self.assertEqual(len({future.result() for future in names}), 1)
            with self.assertRaises(ZeroDivisionError):
                thread.run_in_executor_threadsafe(divmod, 1, 0).result()

    def test_cancel_ends_the_tasks_and_not_the_thread(self):
        with AsyncioThread() as thread:
            tasks = thread.create_tasks_threadsafe(value(1, 60), value(2, 60))
            thread.cancel()
            thread.wait_threadsafe(tasks).result()
            self.assertEqual([task.cancelled() for task in tasks], [True, True])
            self.assertEqual(thread.run_threadsafe(value(1)).result(), 1)

    def test_the_decorator_returns_its_function_and_starts_its_task_with_the_thread(self):
        started = threading.Event()
        thread = AsyncioThread()

        async def work():
            started.set()

        self.assertIs(thread.task(work), work)
        with thread:
            self.assertTrue(started.wait(10))
            started.clear()
            self.assertIs(thread.task(work), work)
            self.assertTrue(started.wait(10))
        with self.assertRaises(TypeError):
            thread.task(print)

    def test_a_task_may_use_the_methods_for_other_threads_in_its_first_step(self):
        thread = AsyncioThread()

        @thread.task
        async def first():
            thread.create_task_threadsafe(value(1))
            await thread.stop()

        thread.start()
        thread.join(10)
        self.assertFalse(thread.is_alive())

    def test_a_failing_task_is_reported_at_once(self):
        for start in (
            lambda thread: thread.create_task_threadsafe(fail(), name="doomed"),
            lambda thread: thread.create_tasks_threadsafe(fail()),
            lambda thread: thread.task(fail),
        ):
            with silent_stderr() as stderr, AsyncioThread() as thread:
                kept = start(thread)
                thread.run_threadsafe(value(1)).result()
                self.assertIn("failed\n", stderr.getvalue())
                self.assertIn("ValueError: on purpose", stderr.getvalue())

    def test_a_failing_task_made_inside_is_reported_when_it_is_dropped(self):
        with silent_stderr() as stderr:
            with AsyncioThread() as thread:

                async def drop():
                    await thread.create_task(fail())
                    await asyncio.sleep(0)

                thread.run_threadsafe(drop()).result()
                thread.run_threadsafe(value(1)).result()
            gc.collect()
        self.assertIn("ValueError: on purpose", stderr.getvalue())


class Queues(Case):
    def test_a_queue_may_be_named_before_the_thread_runs(self):
        thread = AsyncioThread()
        queue = thread.create_queue_threadsafe(maxsize=1)
        for call in (queue.get_nowait, lambda: queue.put_nowait(1)):
            with self.assertRaisesRegex(NotReadyError, NOT_YET):
                call()
        with thread:
            thread.put_threadsafe(queue, "item").result()
            full = thread.put_threadsafe(queue, "next")
            with self.assertRaises(concurrent.futures.TimeoutError):
                full.result(0.01)
            self.assertEqual(thread.get_threadsafe(queue), "item")
            self.assertEqual(thread.get_threadsafe(queue), "next")
            full.result()

    def test_coroutines_and_other_threads_use_the_same_queue(self):
        thread = AsyncioThread()
        inbox, outbox = thread.create_queues_threadsafe(2)

        @thread.task
        async def double():
            while True:
                item = await inbox.get()
                await outbox.put(2 * item)
                inbox.task_done()

        with thread:
            for item in range(5):
                thread.put_threadsafe(inbox, item)
            self.assertEqual([thread.get_threadsafe(outbox) for _ in range(5)], [0, 2, 4, 6, 8])
            thread.run_threadsafe(inbox.join()).result()
            now = thread.create_queue_threadsafe(start=True)

            async def inside():
                now.put_nowait(1)
                return now.qsize(), now.empty(), now.full(), now.get_nowait()

            self.assertEqual(thread.run_threadsafe(inside()).result(), (1, False, False, 1))

    def test_get_threadsafe_inside_the_loop_is_refused(self):
        with AsyncioThread() as thread:
            queue = thread.create_queue_threadsafe(start=True)

            async def inside():
                thread.get_threadsafe(queue)

            with self.assertRaisesRegex(RuntimeError, "await queue.get"):
                thread.run_threadsafe(inside()).result()


if __name__ == "__main__":
    unittest.main()
