"""Runs one file of CPython's tests and tells of each test on a line of its own, for `cargo xtask cpython-tests`.

Lines begin with `@@`: `begin NAME`, then `passed NAME`, `failed NAME: WHY` or `skipped NAME: WHY`; `left NAME: WHY` for tests that are not
run; `end`. A test is named `Class.method`. What a test itself prints is between them.
"""

import sys
import traceback
import unittest


def main(module, leave_out, done):
    """Run the tests of a module, but for those that are left out (`{pattern: why}`) or done already."""
    name_the_twins()
    tests = list(flat(unittest.defaultTestLoader.loadTestsFromModule(imported(module))))
    names = [f"{type(test).__name__}.{test._testMethodName}" for test in tests]
    wanted = unittest.TestSuite()
    for name, test in zip(names, tests):
        why = leave_out.get(name) or leave_out.get(name.partition(".")[0] + ".*")
        if name in done:
            continue
        if why is not None:
            tell("left", name, why)
        else:
            wanted.addTest(test)
    wanted.run(Told())
    tell("end")


def imported(module):
    __import__(module)
    return sys.modules[module]


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def name_the_twins():
    """CPython keeps what it has both in C and in Python under names of their own; here there is one of each."""
    from asyncio import futures, tasks

    futures._CFuture = futures._PyFuture = futures.Future
    tasks._CTask = tasks._PyTask = tasks.Task
    for name in ("current_task", "_register_task", "_unregister_task", "_enter_task", "_leave_task", "_swap_current_task"):
        for prefix in ("_c_", "_py_"):
            setattr(tasks, prefix + name.lstrip("_"), getattr(tasks, name, None))


def tell(*words):
    *words, why = words if len(words) == 3 else (*words, None)
    line = "@@ " + " ".join(words)
    sys.stdout.write(line + (f": {' '.join(str(why).split())}\n" if why is not None else "\n"))
    sys.stdout.flush()


class Told(unittest.TestResult):
    """Tells of each test as it ends."""

    def startTest(self, test):
        super().startTest(test)
        self.troubles = []
        self.why_skipped = None
        tell("begin", self.name(test))

    def stopTest(self, test):
        super().stopTest(test)
        name = self.name(test)
        if self.troubles:
            tell("failed", name, self.troubles[0])
        elif self.why_skipped is not None:
            tell("skipped", name, self.why_skipped)
        else:
            tell("passed", name)

    def addError(self, test, err):
        if not hasattr(test, "_testMethodName"):
            tell("failed", str(test), self.last_line(err))  # of a class or the module
        else:
            self.trouble(err)

    def addFailure(self, test, err):
        self.trouble(err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.trouble(err)

    def addUnexpectedSuccess(self, test):
        self.troubles.append("it was expected to fail")

    def addSkip(self, test, reason):
        self.why_skipped = reason

    def trouble(self, err):
        self.troubles.append(self.last_line(err))
        traceback.print_exception(err[1], file=sys.stdout)

    @staticmethod
    def last_line(err):
        text = traceback.format_exception_only(err[1])[-1].strip()
        return text if len(text) < 300 else text[:300] + "…"

    @staticmethod
    def name(test):
        return f"{type(test).__name__}.{test._testMethodName}"
