"""The assertions of test cases."""

from .util import _common_shorten_repr, _count_diff, safe_repr

_LIMIT = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class Assertions:
    """What a test can claim; a claim that is not true raises `failureException`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                (getattr(self, function) if isinstance(function, str) else function)(first, second, msg=msg)
                return
        if not first == second:
            self._fail(msg, "%s != %s" % _common_shorten_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if (first == second) if wanted else False:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        within = difference <= delta if delta is not None else round(difference, 7 if places is None else places) == 0
        if wanted and within or not wanted and first != second and not within:
            return
        how = f"{safe_repr(delta)} delta" if delta is not None else f"{7 if places is None else places} places"
        if wanted:
            self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)} within {how} ({safe_repr(difference)} difference)")
        tail = f" ({safe_repr(difference)} difference)" if delta is not None else ""
        self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} within {how}{tail}")

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: {safe_repr(seq)}")
        else:
            name = "sequence"
        if seq1 == seq2:
            return
        text = "%ss differ: %s != %s\n" % (name.capitalize(), *_common_shorten_repr(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        for at in range(min(len1, len2)):
            if seq1[at] != seq2[at]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (at, *_common_shorten_repr(seq1[at], seq2[at]))
                break
        else:
            if len1 == len2 and seq_type is None and type(seq1) is not type(seq2):
                return
        if len1 > len2:
            text += f"\nFirst {name} contains {len1 - len2} additional elements.\nFirst extra element {len2}:\n{safe_repr(seq1[len2])}\n"
        elif len1 < len2:
            text += f"\nSecond {name} contains {len2 - len1} additional elements.\nFirst extra element {len1}:\n{safe_repr(seq2[len1])}\n"
        self._fail(msg, self._with_diff(text, seq1, seq2))

    def _with_diff(self, text, first, second):
        import difflib
        import pprint

        lines = difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines())
        return self._truncated(text, "\n" + "\n".join(lines))

    def _truncated(self, text, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return text + diff
        return text + _LIMIT % len(diff)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for name, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                more = one.difference(other)
            except (TypeError, AttributeError) as problem:
                self.fail(f"{name} argument does not support set difference: {problem}")
            if more:
                lines.append(f"Items in the {name} set but not the {'second' if name == 'first' else 'first'}:")
                lines.extend(map(repr, more))
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail(msg, self._with_diff("%s != %s" % _common_shorten_repr(d1, d2), d1, d2))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        text = "%s != %s" % _common_shorten_repr(first, second)
        if len(first) > 2**16 or len(second) > 2**16:
            self._fail(msg, text)
        import difflib

        lines = [s.splitlines(keepends=True) for s in (first, second)]
        for found, s in zip(lines, (first, second)):
            if s and s[-1] not in "\r\n":
                found[-1:] = [s.splitlines(keepends=True)[-1] + "\n"]
        diff = "\n" + "".join(difflib.ndiff(*lines))
        self._fail(msg, self._truncated(text, diff.rstrip("\n") + "\n" if first and second else diff))

    def assertCountEqual(self, first, second, msg=None):
        different = _count_diff(list(first), list(second))
        if different:
            lines = ["First has %d, Second has %d:  %r" % one for one in different]
            self._fail(msg, self._truncated("Element counts were not equal:\n", "\n".join(lines)))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        found = pattern.search(text)
        if found:
            shown = text[found.start() : found.end()]
            self._fail(msg, f"Regex matched: {shown!r} matches {pattern.pattern!r} in {text!r}")
