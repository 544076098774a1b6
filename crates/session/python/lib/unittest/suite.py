"""Several tests as one, with what their classes and modules share."""

import sys

from . import case


class BaseTestSuite:
    """Tests in order."""

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a test where something around the tests went wrong."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.id()

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    """Tests in order; `setUpClass` and its like are called in between."""

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._tear_down_class(test, result)
                self._module_changes(test, result)
                self._set_up_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or result._moduleSetUpFailed:
                    continue
            test(result)
        if top:
            self._tear_down_class(None, result)
            self._tear_down_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        result = _DebugResult()
        self.run(result, True)

    def _set_up_class(self, test, result):
        current, previous = test.__class__, result._previousTestClass
        if current == previous or result._moduleSetUpFailed or getattr(current, "__unittest_skip__", False):
            return
        current._classSetupFailed = False
        setup = getattr(current, "setUpClass", None)
        if setup is None:
            return
        try:
            setup()
        except Exception as problem:
            current._classSetupFailed = True
            self._report(result, problem, f"setUpClass ({current.__module__}.{current.__qualname__})")
        if current._classSetupFailed:
            self._class_cleanups(current, result, "setUpClass")

    def _tear_down_class(self, test, result):
        previous = result._previousTestClass
        if previous is None or test is not None and test.__class__ == previous:
            return
        if getattr(previous, "_classSetupFailed", False) or result._moduleSetUpFailed:
            return
        if getattr(previous, "__unittest_skip__", False):
            return
        teardown = getattr(previous, "tearDownClass", None)
        if teardown is not None:
            try:
                teardown()
            except Exception as problem:
                self._report(result, problem, f"tearDownClass ({previous.__module__}.{previous.__qualname__})")
        self._class_cleanups(previous, result, "tearDownClass")

    def _class_cleanups(self, cls, result, name):
        cleanups = getattr(cls, "doClassCleanups", None)
        if cleanups is not None:
            cleanups()
            for _, problem, _ in cls.tearDown_exceptions:
                self._report(result, problem, f"{name} ({cls.__module__}.{cls.__qualname__})")

    def _module_changes(self, test, result):
        previous = getattr(result._previousTestClass, "__module__", None)
        current = test.__class__.__module__
        if current == previous:
            return
        self._tear_down_module(result)
        result._moduleSetUpFailed = False
        setup = getattr(sys.modules.get(current), "setUpModule", None)
        if setup is not None:
            try:
                setup()
            except Exception as problem:
                result._moduleSetUpFailed = True
                self._report(result, problem, f"setUpModule ({current})")

    def _tear_down_module(self, result):
        previous = getattr(result._previousTestClass, "__module__", None)
        if previous is None or result._moduleSetUpFailed:
            return
        teardown = getattr(sys.modules.get(previous), "tearDownModule", None)
        try:
            try:
                if teardown is not None:
                    teardown()
            finally:
                case.doModuleCleanups()
        except Exception as problem:
            self._report(result, problem, f"tearDownModule ({previous})")

    def _report(self, result, problem, name):
        holder = _ErrorHolder(name)
        if isinstance(problem, case.SkipTest):
            result.addSkip(holder, str(problem))
        elif isinstance(result, _DebugResult):
            raise problem
        else:
            result.addError(holder, (type(problem), problem, problem.__traceback__))


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = shouldStop = False
