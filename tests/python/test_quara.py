"""quara.concurrency under CPython, above all where an event loop in a thread is known to break.

    python3 -X dev -m unittest tests/python/test_quara.py

Races are repeated many times. A test that hangs ends the run after a minute, with the stacks of all threads.
"""

import asyncio
import concurrent.futures
import contextlib
import faulthandler
import gc
import io
import os
import sys
import threading
import time
import unittest
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "crates", "session", "python"))

from quara.concurrency import AsyncioThread, NotReadyError, QueueProxy

NOT_YET = "Event loop is not running yet"


async def value(result, delay=0):
    await asyncio.sleep(delay)
    return result


async def fail():
    raise ValueError("on purpose")


class Case(unittest.TestCase):
    def setUp(self):
        faulthandler.dump_traceback_later(60, exit=True)
        self.threads_before = threading.active_count()
        self.crashes = []
        threading.excepthook = self.on_crash
        catcher = warnings.catch_warnings(record=True)
        self.warnings = catcher.__enter__()
        self.addCleanup(catcher.__exit__, None, None, None)
        warnings.simplefilter("always")

    def tearDown(self):
        faulthandler.cancel_dump_traceback_later()
        gc.collect()
        threading.excepthook = threading.__excepthook__
        self.assertEqual(self.crashes, [])
        self.assertEqual([str(w.message) for w in self.warnings], [])
        self.assertEqual(threading.active_count(), self.threads_before)

    def on_crash(self, args):
        if args.exc_type is not SystemExit:
            self.crashes.append(args.exc_value)

    def take_warnings(self):
        messages = [str(w.message) for w in self.warnings]
        self.warnings.clear()
        return messages


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
        import signal

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


@contextlib.contextmanager
def silent_stderr():
    with contextlib.redirect_stderr(io.StringIO()) as stderr:
        import logging

        handler = logging.StreamHandler(stderr)
        logging.getLogger("asyncio").addHandler(handler)
        try:
            yield stderr
        finally:
            logging.getLogger("asyncio").removeHandler(handler)


if __name__ == "__main__":
    unittest.main()
