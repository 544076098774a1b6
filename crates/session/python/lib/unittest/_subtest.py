"""Parts of a test that fail on their own."""

from contextlib import contextmanager

from .case import TestCase, _ShouldStop

_no_message = object()


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message, self.test_case, self.params = message, test_case, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = []
        if self._message is not _no_message:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append(f"({', '.join(f'{k}={v!r}' for k, v in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"


@contextmanager
def sub_test(case, message, params):
    """Run a block whose failures do not end the test."""
    outcome = case._outcome
    if outcome is None or not outcome.result_supports_subtests:
        yield
        return
    parent = case._subtest
    if parent is not None:
        params = {**parent.params, **params}
    sub = case._subtest = _SubTest(case, _no_message if message is None else message, params)
    before, outcome.success = outcome.success, True
    try:
        try:
            yield
        except (KeyboardInterrupt, _ShouldStop):
            raise
        except Exception as problem:
            from .case import SkipTest

            if isinstance(problem, SkipTest):
                outcome.success = False
                outcome.result.addSkip(sub, str(problem))
            else:
                outcome.failed(sub, (type(problem), problem, problem.__traceback__), subTest=True)
        else:
            if outcome.success:
                outcome.result.addSubTest(case, sub, None)
        succeeded = outcome.success
        outcome.success = outcome.success and before
        if not succeeded and outcome.result is not None and outcome.result.failfast:
            raise _ShouldStop
        if outcome.expectedFailure:
            raise _ShouldStop
    finally:
        case._subtest = parent
