"""`unittest.main()`: all tests of a module, then the end of the program."""

import sys

from . import loader, runner


class TestProgram:
    """Loads, runs and exits."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False, durations=None):  # fmt: skip
        self.module = __import__(module) if isinstance(module, str) and module not in sys.modules else module
        if isinstance(self.module, str):
            self.module = sys.modules[self.module]
        self.exit, self.verbosity, self.failfast, self.defaultTest = exit, verbosity, failfast, defaultTest
        self.testRunner, self.testLoader = testRunner, testLoader
        self._parse(list(sys.argv if argv is None else argv)[1:])
        self.runTests()

    def _parse(self, arguments):
        names = []
        for argument in arguments:
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            else:
                names.append(argument)
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        kind = self.testRunner or runner.TextTestRunner
        test_runner = kind(verbosity=self.verbosity, failfast=bool(self.failfast)) if isinstance(kind, type) else kind
        self.result = test_runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram
