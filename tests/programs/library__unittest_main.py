# unittest.main(): the usual end of a test file; its report goes to stderr.
import sys
import unittest


def add(a, b):
    return a + b


class AddTest(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(add(1, 2), 3)

    def test_texts(self):
        """Texts are joined."""
        self.assertEqual(add("a", "b"), "ab")


class Quiet(unittest.TextTestRunner):
    def __init__(self, **options):
        super().__init__(stream=sys.stdout, **options)

    def run(self, test):
        result = self._makeResult()
        test(result)
        result.printErrors()
        print("ran", result.testsRun, "ok" if result.wasSuccessful() else "failed")
        return result


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=2, testRunner=Quiet)
    print(program.result.testsRun)
    unittest.main(testRunner=Quiet, argv=["x", "AddTest.test_texts"])
