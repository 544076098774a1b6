# unittest: assertions and their messages, fixtures, subtests, skipping, results.
import io
import sys
import unittest
import warnings
import logging


class Check(unittest.TestCase):
    def runTest(self):
        pass


t = Check()


def claim(name, *args, **kwargs):
    try:
        print(name, "holds", getattr(t, name)(*args, **kwargs))
    except AssertionError as error:
        print(f"{name}: {error}")
    except Exception as error:
        print(f"{name} {type(error).__name__}: {error}")


# === Claims ===
claim("assertEqual", 1, 1)
claim("assertEqual", 1, 2)
claim("assertEqual", 1, 2, "with a message")
claim("assertEqual", [1, 2, 3], [1, 2, 4])
claim("assertEqual", [1, 2], [1, 2, 3])
claim("assertEqual", [1, 2, 3], [1])
claim("assertEqual", (1, "a"), (1, "b"))
claim("assertEqual", {"a": 1, "b": 2}, {"a": 1, "b": 3})
claim("assertEqual", {1, 2}, {2, 3})
claim("assertEqual", "one\ntwo\n", "one\ntoo\n")
claim("assertEqual", "hello", "hallo")
claim("assertEqual", "x" * 100, "x" * 99 + "y")
claim("assertEqual", 1, "1")
claim("assertEqual", [1], (1,))
claim("assertSequenceEqual", [1], (1,))
claim("assertSequenceEqual", [1], (2,))
claim("assertNotEqual", 1, 1)
claim("assertTrue", [])
claim("assertFalse", [1])
claim("assertIs", [], [])
claim("assertIsNot", None, None)
claim("assertIsNone", 0)
claim("assertIsNotNone", None)
claim("assertIn", 4, [1, 2])
claim("assertNotIn", "a", "cat")
claim("assertIsInstance", 1, str)
claim("assertNotIsInstance", 1, int)
claim("assertAlmostEqual", 1.0, 1.00000001)
claim("assertAlmostEqual", 1.0, 1.1)
claim("assertAlmostEqual", 1, 1.5, places=0)
claim("assertAlmostEqual", 1, 2, delta=0.5)
claim("assertNotAlmostEqual", 1.0, 1.0)
claim("assertNotAlmostEqual", 1.0, 1.2, delta=0.5)
claim("assertAlmostEqual", 1, 2, places=1, delta=1)
claim("assertGreater", 1, 2)
claim("assertGreaterEqual", 1, 2)
claim("assertLess", 2, 1)
claim("assertLessEqual", 2, 1)
claim("assertCountEqual", [1, 2, 2], [2, 1, 1])
claim("assertCountEqual", [[1]], [[2]])
claim("assertListEqual", [1], "x")
claim("assertDictEqual", {}, [])
claim("fail", "on purpose")

# === Exceptions, warnings, logs ===
claim("assertRaises", ValueError, int, "x")
claim("assertRaises", ValueError, int, "1")
claim("assertRaises", ValueError, len, 3)
claim("assertRaises", 3, int)
with t.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception))
try:
    with t.assertRaises((KeyError, IndexError), msg="note"):
        pass
except AssertionError as error:
    print(error)
with t.assertWarns(DeprecationWarning) as warned:
    warnings.warn("old", DeprecationWarning)
print(warned.warning, warned.lineno)
claim("assertWarns", UserWarning, len, "")
with t.assertLogs("app", "INFO") as logs:
    logging.getLogger("app").info("logged %d", 1)
    logging.getLogger("app.sub").error("too")
print(logs.output, len(logs.records))
try:
    with t.assertLogs():
        pass
except AssertionError as error:
    print(error)
try:
    with t.assertNoLogs("app"):
        logging.getLogger("app").warning("oops")
except AssertionError as error:
    print(error)

# === Running ===
calls = []


def setUpModule():
    calls.append("setUpModule")


def tearDownModule():
    calls.append("tearDownModule")


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount


class AccountTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        calls.append("setUpClass")

    @classmethod
    def tearDownClass(cls):
        calls.append("tearDownClass")

    def setUp(self):
        self.account = Account()
        self.addCleanup(calls.append, "cleanup")

    def tearDown(self):
        calls.append("tearDown")

    def test_deposit(self):
        """A deposit raises the balance."""
        self.account.deposit(5)
        self.assertEqual(self.account.balance, 5)

    def test_negative(self):
        with self.assertRaises(ValueError) as caught:
            self.account.deposit(-1)
        self.assertIn("positive", str(caught.exception))

    def test_wrong(self):
        self.account.deposit(1)
        self.assertEqual(self.account.balance, 2, "the balance is off")

    def test_broken(self):
        self.account.withdraw(1)

    def test_numbers(self):
        for n in range(4):
            with self.subTest(n=n, double=2 * n):
                self.assertNotEqual(n % 2, 1)

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    @unittest.skipIf(sys.maxsize > 0, "always")
    def test_skip_if(self):
        pass

    @unittest.skipUnless(sys.maxsize > 0, "never")
    def test_skip_unless(self):
        pass

    def test_skip_inside(self):
        self.skipTest("found out late")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


@unittest.skip("all of it")
class SkippedTest(unittest.TestCase):
    def test_never(self):
        pass


class BrokenSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_never(self):
        pass


def run(*classes, **options):
    stream = io.StringIO()
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(cls) for cls in classes)
    result = unittest.TextTestRunner(stream=stream, **options).run(suite)
    for line in stream.getvalue().splitlines():
        if line.startswith("Ran "):
            line = line.rpartition(" ")[0]
        if not line.startswith('  File "') and "    ~" not in line and "^" not in line:
            print(line)
    return result


result = run(AccountTest, SkippedTest, BrokenSetUp, verbosity=2)
print(result, result.wasSuccessful(), len(result.skipped), calls)
calls.clear()
print(run(AccountTest))
print(AccountTest("test_deposit"), AccountTest("test_deposit").id(), repr(AccountTest("test_deposit")), AccountTest("test_deposit").shortDescription())
print(run(AccountTest, failfast=True).testsRun)


class Good(unittest.TestCase):
    def test_a(self):
        self.assertTrue(True)


print(run(Good).wasSuccessful(), run().testsRun)
suite = unittest.TestSuite()
suite.addTest(Good("test_a"))
suite.addTests([AccountTest("test_deposit")])
print(suite.countTestCases(), unittest.TestLoader().getTestCaseNames(AccountTest)[:3], [str(test) for test in suite])
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, result.failures, result.errors)
try:
    Good("test_b")
except ValueError as error:
    print(error)


# === Type-specific equality, and long differences ===
class Point:
    def __init__(self, x):
        self.x = x


def same(a, b, msg=None):
    if a.x != b.x:
        raise t.failureException(msg or "points differ")


t.addTypeEqualityFunc(Point, same)
claim("assertEqual", Point(1), Point(1))
claim("assertEqual", Point(1), Point(2))
claim("assertEqual", list(range(100)), list(range(99)) + [0])
claim("assertEqual", {n: "value" * 3 for n in range(20)}, {n: "value" * 3 for n in range(19)})
