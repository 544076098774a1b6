# unittest in use: fixtures at all levels, cleanups in order, helpers, test doubles, suites made by hand.
import contextlib
import io
import unittest
from unittest.mock import Mock, patch

order = []


def setUpModule():
    order.append("module+")
    unittest.addModuleCleanup(order.append, "module cleanup")


def tearDownModule():
    order.append("module-")


@contextlib.contextmanager
def resource(name):
    order.append(f"{name}+")
    yield name.upper()
    order.append(f"{name}-")


class Base(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        order.append(f"{cls.__name__}+")
        cls.shared = cls.enterClassContext(resource("class"))

    @classmethod
    def tearDownClass(cls):
        order.append(f"{cls.__name__}-")

    def assertEven(self, n):
        if n % 2:
            self.fail(self._formatMessage(None, f"{n} is odd"))


class First(Base):
    def setUp(self):
        self.value = self.enterContext(resource("test"))
        self.addCleanup(order.append, "cleanup 1")
        self.addCleanup(order.append, "cleanup 2")

    def test_one(self):
        self.assertEqual((self.value, self.shared), ("TEST", "CLASS"))

    def test_two(self):
        self.assertEven(3)


class Second(Base):
    def test_raises_in_cleanup(self):
        def bad():
            raise RuntimeError("in cleanup")

        self.addCleanup(bad)

    def setUp(self):
        order.append("setUp")

    def tearDown(self):
        order.append("tearDown")


class FailingSetUp(unittest.TestCase):
    def setUp(self):
        self.addCleanup(order.append, "still cleaned")
        raise ValueError("no set-up")

    def tearDown(self):
        order.append("never")

    def test_never(self):
        order.append("never")


def run(suite):
    result = unittest.TestResult()
    suite.run(result)
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
    for test, text in result.failures + result.errors:
        print("  ", test, "->", text.strip().splitlines()[-1])
    print("  ", order)
    order.clear()
    return result


load = unittest.defaultTestLoader.loadTestsFromTestCase
run(unittest.TestSuite([load(First), load(Second)]))
run(load(FailingSetUp))


# === Doubles ===
class Mailer:
    def send(self, to, text):
        raise ConnectionError("no network")


class Shop:
    def __init__(self, mailer):
        self.mailer, self.sold = mailer, []

    def sell(self, item, to):
        self.sold.append(item)
        try:
            return self.mailer.send(to, f"You bought {item}.")
        except ConnectionError:
            return None


class ShopTest(unittest.TestCase):
    def test_mail(self):
        mailer = Mock(spec=Mailer)
        mailer.send.return_value = 7
        self.assertEqual(Shop(mailer).sell("tea", "ann"), 7)
        mailer.send.assert_called_once_with("ann", "You bought tea.")

    def test_no_network(self):
        self.assertIsNone(Shop(Mailer()).sell("tea", "ann"))

    @patch.object(Mailer, "send", side_effect=[1, ConnectionError, 3])
    def test_flaky(self, send):
        shop = Shop(Mailer())
        self.assertEqual([shop.sell("x", "bob") for _ in range(3)], [1, None, 3])
        self.assertEqual(send.call_count, 3)

    def test_output(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            print("printed")
        self.assertEqual(out.getvalue(), "printed\n")


run(load(ShopTest))

# === By hand ===
suite = unittest.TestSuite()
suite.addTest(unittest.FunctionTestCase(lambda: order.append("function"), description="A function"))
suite.addTests(unittest.defaultTestLoader.loadTestsFromNames(["ShopTest.test_mail"], __import__("__main__")))
print(suite.countTestCases(), [test.shortDescription() for test in suite if isinstance(test, unittest.FunctionTestCase)])
run(suite)


class Parameters(unittest.TestCase):
    def test_table(self):
        for text, expected in (("1", 1), ("x", None), ("3", 4)):
            with self.subTest(text=text):
                self.assertEqual(int(text), expected)


result = run(load(Parameters))
print([str(test) for test, _ in result.failures], [str(test) for test, _ in result.errors])
