# unittest's assertions that take patterns.
import io
import re
import sys
import unittest
import warnings


class PatternTest(unittest.TestCase):
    def test_regex(self):
        self.assertRegex("hello world", r"w\w+")
        self.assertRegex("hello", re.compile("L+", re.I))
        self.assertRegex(b"data", b"^d")
        self.assertNotRegex("hello", r"\d")

    def test_regex_fails(self):
        self.assertRegex("hello", r"\d+")

    def test_regex_fails_with_message(self):
        self.assertRegex("hello", r"^x", "should begin with x")

    def test_not_regex_fails(self):
        self.assertNotRegex("h3llo", r"\d+")

    def test_raises_regex(self):
        with self.assertRaisesRegex(ValueError, r"inv\w+ literal") as caught:
            int("x")
        self.assertEqual(type(caught.exception), ValueError)
        self.assertRaisesRegex(ValueError, "base 10", int, "y")
        with self.assertRaisesRegex((KeyError, IndexError), "range"):
            [][1]

    def test_raises_regex_other_text(self):
        with self.assertRaisesRegex(ValueError, "xyz"):
            raise ValueError("abc") from None

    def test_raises_regex_nothing(self):
        with self.assertRaisesRegex(ValueError, "xyz"):
            pass

    def test_raises_regex_other_error(self):
        with self.assertRaisesRegex(ValueError, "xyz"):
            {}["key"]

    def test_warns_regex(self):
        with self.assertWarnsRegex(UserWarning, "^care") as caught:
            warnings.warn("careful")
        self.assertEqual(str(caught.warning), "careful")

    def test_warns_regex_fails(self):
        with self.assertWarnsRegex(UserWarning, "^x"):
            warnings.warn("careful")

    def test_bad_pattern(self):
        with self.assertRaisesRegex(re.error, "unterminated subpattern at position 0"):
            self.assertRegex("a", "(")


class Async(unittest.IsolatedAsyncioTestCase):
    async def test_raises(self):
        with self.assertRaisesRegex(TimeoutError, "too (late|slow)"):
            raise TimeoutError("too slow")


stream = io.StringIO()
for case in (PatternTest, Async):
    result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    print(result.testsRun, len(result.failures), len(result.errors))
    for test, text in result.failures + result.errors:
        print(test.id(), text.splitlines()[-1])
