"""What the tests of quara.concurrency share: a case that sees failures in other threads, and small coroutines.

A test that hangs ends the run after a minute, with the stacks of all threads.
"""

import asyncio
import contextlib
import faulthandler
import gc
import io
import logging
import os
import sys
import threading
import unittest
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "crates", "session", "python"))


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


@contextlib.contextmanager
def silent_stderr():
    with contextlib.redirect_stderr(io.StringIO()) as stderr:
        handler = logging.StreamHandler(stderr)
        logging.getLogger("asyncio").addHandler(handler)
        try:
            yield stderr
        finally:
            logging.getLogger("asyncio").removeHandler(handler)
