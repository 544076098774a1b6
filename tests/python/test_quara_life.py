"""quara.concurrency under CPython: starting, stopping, and calls before, at and after that.

    python3 -X dev -m unittest discover tests/python -p 'test_quara_*.py'

Races are repeated many times.
"""

import asyncio
import concurrent.futures
import signal
import threading
import time
import unittest

from quara_case import Case, silent_stderr, value  # before quara: it says where that is
from quara.concurrency import AsyncioThread, NotReadyError, QueueProxy

NOT_YET = "Event loop is not running yet"


class Life(Case):
    def test_only_init_has_run_after_construction(self):
        thread = AsyncioThread(name="loop", daemon=True)
        self.assertIsInstance(thread, threading.Thread)
        self.assertFalse(thread.is_alive())
        self.assertIsNone(thread.loop)
        self.assertEqual((thread.name, thread.daemon), ("loop", True))

    def test_start_runs_the_loop_and_stop_ends_the_thread(self):
        thread = AsyncioThread()
        thread.start()
        self.assertEqual(thread.run_threadsafe(value(3)).result(), 3)
        self.assertIsNone(thread.stop_threadsafe())
        self.assertFalse(thread.is_alive())
        self.assertTrue(thread.loop.is_closed())

    def test_stop_called_from_another_thread_stops_and_waits(self):
        thread = AsyncioThread()
        thread.start()
        self.assertIsNone(thread.stop())
        self.assertFalse(thread.is_alive())

    def test_the_loop_is_there_right_after_start(self):
        for _ in range(50):
            with AsyncioThread() as thread:
                self.assertFalse(thread.loop.is_closed())

    def test_a_thread_that_gets_no_loop_keeps_nobody_waiting(self):
        def no_loop():
            raise OSError("no loop")

        thread = AsyncioThread()
        self.addCleanup(setattr, asyncio, "new_event_loop", asyncio.new_event_loop)
        asyncio.new_event_loop = no_loop
        thread.start()
        with self.assertRaises(NotReadyError):
            thread.run_in_executor_threadsafe(print)
        thread.stop_threadsafe()
        self.assertEqual([str(error) for error in self.crashes], ["no loop"])
        self.crashes.clear()

    def test_the_with_block_stops_the_thread_also_after_an_error(self):
        with self.assertRaises(KeyError):
            with AsyncioThread() as thread:
                self.assertTrue(thread.is_alive())
                raise KeyError
        self.assertFalse(thread.is_alive())

    def test_stopping_at_once_stopping_twice_and_from_many_threads_are_all_fine(self):
        for _ in range(100):
            thread = AsyncioThread()
            thread.start()
            stoppers = [threading.Thread(target=thread.stop_threadsafe) for _ in range(3)]
            for stopper in stoppers:
                stopper.start()
            thread.stop_threadsafe()
            for stopper in stoppers:
                stopper.join()
            thread.stop_threadsafe()
            self.assertFalse(thread.is_alive())

    def test_stop_inside_the_loop_is_a_coroutine_that_waits_for_the_others(self):
        log = []
        thread = AsyncioThread()

        @thread.task
        async def slow_to_clean_up():
            try:
                await asyncio.sleep(60)
            finally:
                await asyncio.sleep(0.01)
                log.append("clean")

        @thread.task
        async def stopper():
            await asyncio.sleep(0)
            await thread.stop()
            log.append("stopped")

        thread.start()
        thread.join()
        self.assertEqual(log, ["clean", "stopped"])

    def test_two_tasks_may_stop_the_thread_at_the_same_time(self):
        log = []
        with AsyncioThread() as thread:

            async def stopper(name):
                await thread.stop()
                log.append(name)

            thread.create_tasks_threadsafe(stopper("a"), stopper("b"))
            thread.join()
        self.assertEqual(sorted(log), ["a", "b"])

    def test_a_task_that_waits_for_a_stopping_task_does_not_block_the_stop(self):
        with AsyncioThread() as thread:

            async def parent():
                await asyncio.gather(thread.stop(), asyncio.sleep(60))

            thread.create_task_threadsafe(parent())
            thread.join(10)
            self.assertFalse(thread.is_alive())

    def test_the_stopping_task_is_cancelled_when_it_goes_on_to_wait(self):
        with AsyncioThread() as thread:

            async def stopper():
                await thread.stop()
                await asyncio.sleep(60)

            task = thread.create_task_threadsafe(stopper())
            thread.join()
            self.assertTrue(task.cancelled())

    def test_stop_from_a_thread_that_it_would_wait_for_is_refused(self):
        with AsyncioThread() as thread:
            future = thread.run_in_executor_threadsafe(thread.stop_threadsafe)
            with self.assertRaisesRegex(RuntimeError, "would wait for the thread it was called in"):
                future.result()

            async def inside():
                thread.stop_threadsafe()

            with self.assertRaisesRegex(RuntimeError, "would wait for the thread it was called in"):
                thread.run_threadsafe(inside()).result()

    def test_run_may_be_called_directly_and_the_signal_handler_stops_it(self):
        thread = AsyncioThread()

        @thread.task
        async def signal():
            thread._signal_handler()

        thread.run()
        self.assertTrue(thread.loop.is_closed())

    def test_a_real_signal_stops_a_loop_that_runs_in_the_main_thread(self):
        log = []
        thread = AsyncioThread()

        @thread.task
        async def wait():
            signal.raise_signal(signal.SIGINT)
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                log.append("cancelled")

        thread.run()
        self.assertEqual(log, ["cancelled"])

    def test_system_exit_in_a_task_ends_the_thread_in_good_order(self):
        log = []
        thread = AsyncioThread()

        @thread.task
        async def cleans_up():
            try:
                await asyncio.sleep(60)
            finally:
                await asyncio.sleep(0)
                log.append("clean")

        with silent_stderr():
            thread.start()
            future = thread.run_threadsafe(value(1, 60))

            async def leave():
                raise SystemExit

            thread.create_task_threadsafe(leave())
            thread.join()
        self.assertEqual(log, ["clean"])
        with self.assertRaises(concurrent.futures.CancelledError):
            future.result(1)


class NotReady(Case):
    def calls(self, thread, coros):
        def coro():
            coros.append(value(1))
            return coros[-1]

        queue = QueueProxy()
        yield lambda: thread.run_threadsafe(coro())
        yield lambda: thread.create_task_threadsafe(coro())
        yield lambda: thread.create_tasks_threadsafe(coro(), coro())
        yield lambda: thread.run_until_first_complete_threadsafe(coro(), coro())
        yield lambda: thread.run_in_executor_threadsafe(print)
        yield lambda: thread.wait_threadsafe([])
        yield lambda: thread.put_threadsafe(queue, 1)
        yield lambda: thread.get_threadsafe(queue)
        yield lambda: thread.create_queue_threadsafe(start=True)
        yield thread.cancel

    def test_before_start_every_method_closes_its_coroutines_and_raises(self):
        thread, coros = AsyncioThread(), []
        for call in [*self.calls(thread, coros), thread.stop_threadsafe, thread.stop]:
            with self.assertRaises(NotReadyError) as caught:
                call()
            self.assertEqual(str(caught.exception), NOT_YET)
        self.assertEqual({coro.cr_frame for coro in coros}, {None})

    def test_after_the_end_every_method_closes_its_coroutines_and_raises(self):
        with AsyncioThread() as thread:
            pass
        coros = []
        for call in self.calls(thread, coros):
            with self.assertRaises(NotReadyError):
                call()
        self.assertEqual({coro.cr_frame for coro in coros}, {None})

    def test_right_after_start_every_method_waits_for_the_loop(self):
        for _ in range(100):
            thread = AsyncioThread()
            thread.start()
            self.assertEqual(thread.run_threadsafe(value(1)).result(), 1)
            thread.stop_threadsafe()

    def test_a_stop_in_the_middle_of_submissions_leaves_no_future_pending(self):
        for round in range(60):
            thread = AsyncioThread()
            thread.start()
            futures, refused = [], threading.Event()

            def submit():
                while not refused.is_set():
                    try:
                        futures.append(thread.run_threadsafe(value(1, 0.001)))
                        thread.create_task_threadsafe(value(2))
                        futures.append(thread.run_in_executor_threadsafe(len, ()))
                    except (NotReadyError, concurrent.futures.CancelledError):
                        refused.set()

            submitters = [threading.Thread(target=submit) for _ in range(3)]
            for submitter in submitters:
                submitter.start()
            time.sleep(0.0005 * (round % 5))
            thread.stop_threadsafe()
            for submitter in submitters:
                submitter.join()
            for future in futures:
                self.assertTrue(future.done())


if __name__ == "__main__":
    unittest.main()
