# unittest: results, assertions, skips, subtests.
import sys
import unittest


class Arithmetic(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("set up class")

    def setUp(self):
        self.numbers = [1, 2, 3]
        self.addCleanup(print, "clean up", self._testMethodName)

    def test_sum(self):
        self.assertEqual(sum(self.numbers), 6)

    def test_fails(self):
        self.assertEqual([1, 2], [1, 3], "lists should agree")

    def test_error(self):
        raise KeyError("unexpected")

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        self.assertEqual(str(caught.exception), "division by zero")
        with self.assertRaises(ValueError):
            int("5")

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("never")

    @unittest.skipIf(sys.version_info < (3, 0), "too old")
    def test_not_skipped(self):
        self.assertTrue(True)

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIn(5, self.numbers)

    def test_subtests(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)


class Messages(unittest.TestCase):
    maxDiff = None

    def runTest(self):
        checks = [
            lambda: self.assertEqual(1, 2), lambda: self.assertEqual("a\nb", "a\nc"), lambda: self.assertEqual({"a": 1}, {"a": 2}), lambda: self.assertEqual((1,), (1, 2)), lambda: self.assertEqual({1}, {2}), lambda: self.assertTrue(0), lambda: self.assertFalse("x"),
            lambda: self.assertIs(None, 0), lambda: self.assertIsNone(5), lambda: self.assertIn(1, []), lambda: self.assertNotIn(1, [1]), lambda: self.assertIsInstance(1, str), lambda: self.assertGreater(1, 2), lambda: self.assertLessEqual(3, 2),
            lambda: self.assertAlmostEqual(1.0, 1.1), lambda: self.assertCountEqual([1, 2], [2, 2]), lambda: self.assertRaises(KeyError, dict), lambda: self.assertNotEqual(1, 1), lambda: self.assertIsNot(None, None), lambda: self.assertDictEqual({}, {1: 2}), lambda: self.fail("failed"), lambda: self.assertEqual(1, 2, "with a note"),
        ]
        for check in checks:
            try:
                check()
            except self.failureException as error:
                print(error)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertRaisesRegex if hasattr(self, "assertRaisesRegex") else None


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Arithmetic).run(result)
print(result)
print(result.testsRun, [t.id().split(".")[-1] for t, _ in result.failures if hasattr(t, "id")], [t.id().split(".")[-1] for t, _ in result.errors], [(t.id().split(".")[-1], why) for t, why in result.skipped], len(result.expectedFailures), result.wasSuccessful())
for test, text in result.failures[:1]:
    print(text.splitlines()[-3:])
Messages().debug()
