"""Blocks that must raise or warn."""


class _Expecting:
    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case, self.expected = test_case, expected
        if expected_regex is not None:
            import re

            expected_regex = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        self.expected_regex = expected_regex
        self.obj_name = self.msg = None

    def fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def by(self):
        return f" by {self.obj_name}" if self.obj_name else ""

    def handle(self, name, args, kwargs):
        """Use the block, or call what was given."""
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in kinds):
            raise TypeError(f"{name}() arg 1 must be {self.base_text}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        call, *args = args
        self.obj_name = getattr(call, "__name__", None) or str(call)
        with self:
            call(*args, **kwargs)
        return None


class AssertRaises(_Expecting):
    """Fails unless the block raises the exception."""

    base, base_text = BaseException, "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self.fail(f"{self.name()} not raised{self.by()}")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self.fail(f'"{self.expected_regex.pattern}" does not match "{exc_value}"')
        return True

    __class_getitem__ = classmethod(type(list[int]))


class AssertWarns(_Expecting):
    """Fails unless the block warns."""

    base, base_text = Warning, "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings

        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for warning in self.warnings:
            if not isinstance(warning.message, self.expected):
                continue
            first = first or warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning.message)):
                continue
            self.warning, self.filename, self.lineno = warning.message, warning.filename, warning.lineno
            return
        if first is not None:
            self.fail(f'"{self.expected_regex.pattern}" does not match "{first.message}"')
        self.fail(f"{self.name()} not triggered{self.by()}")
