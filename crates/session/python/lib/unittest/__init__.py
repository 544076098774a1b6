"""Tests: cases with assertions, suites of them, and a runner that reports. Absent: discovery, signals."""

from .case import FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext
from .case import expectedFailure, skip, skipIf, skipUnless
from .loader import TestLoader, defaultTestLoader
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .suite import BaseTestSuite, TestSuite

__all__ = [
    "IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase",
    "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult",
    "addModuleCleanup", "doModuleCleanups", "enterModuleContext",
]  # fmt: skip


def __getattr__(name):
    if name == "IsolatedAsyncioTestCase":
        from .async_case import IsolatedAsyncioTestCase as value
    elif name in ("main", "TestProgram"):
        from .main import TestProgram as value
    else:
        raise AttributeError(f"module 'unittest' has no attribute {name!r}")
    globals()[name] = value
    return value
