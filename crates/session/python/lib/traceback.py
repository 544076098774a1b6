"""Tracebacks as text and as lists of entries. Absent: locals of frames."""

import sys

import _traceback


class FrameSummary:
    """One entry of a traceback or stack."""

    __slots__ = ("filename", "lineno", "name", "line")

    def __init__(self, filename, lineno, name, *, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """A list of entries, oldest call first."""

    def format(self):
        """Return the text of each entry, without carets."""
        out = []
        for entry in self:
            text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n'
            if entry.line:
                text += f"    {entry.line}\n"
            out.append(text)
        return out


def _summary(rows):
    return StackSummary(FrameSummary(file, line, name, line=text) for file, line, name, text in rows)


def extract_tb(tb, limit=None):
    """Return the entries of a traceback object."""
    return _summary(_traceback.extract_tb(tb, limit))


def extract_stack(f=None, limit=None):
    """Return the entries of the calls that are going on."""
    return _summary(_traceback.extract_stack(limit))


def format_list(extracted_list):
    """Return the text of each of a list of entries."""
    return _summary(tuple(entry) for entry in extracted_list).format()


def print_list(extracted_list, file=None):
    """Print each of a list of entries, to stderr by default."""
    (file or sys.stderr).write("".join(format_list(extracted_list)))


def format_tb(tb, limit=None):
    """Return the text of each entry of a traceback object."""
    return _traceback.format_tb(tb, limit)


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback object, to stderr by default."""
    (file or sys.stderr).write("".join(format_tb(tb, limit)))


def format_stack(f=None, limit=None):
    """Return the text of each call that is going on."""
    return _traceback.format_stack(limit)


def print_stack(f=None, limit=None, file=None):
    """Print the calls that are going on, to stderr by default."""
    (file or sys.stderr).write("".join(format_stack(f, limit)))


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    """Return the lines that the interpreter prints for an uncaught exception, each with its newline."""
    if isinstance(exc, type) or exc is None:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.format_exception(exc, limit, chain)


def format_exception_only(exc, /, value=None):
    """Return the last part only: the type and the message."""
    if isinstance(exc, type) or exc is None:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.format_exception_only(exc)


def format_exc(limit=None, chain=True):
    """Return the traceback of the exception that is being handled, as one text."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    """Print the traceback of an exception, to stderr by default."""
    (file or sys.stderr).write("".join(format_exception(exc, value, tb, limit, chain)))


def print_exc(limit=None, file=None, chain=True):
    """Print the traceback of the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def walk_tb(tb):
    """Iterate over the entries of a traceback object, with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Do nothing: the frames of a traceback are gone already."""


class TracebackException:
    """An exception as it was: its text can be made later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):  # fmt: skip
        self._lines = _traceback.format_exception(exc_value, limit, True)
        self._plain = _traceback.format_exception(exc_value, limit, False)
        self._only = _traceback.format_exception_only(exc_value)
        self.stack = extract_tb(exc_traceback, limit)
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__ if exc_type.__module__ in ("builtins", "__main__") else f"{exc_type.__module__}.{exc_type.__qualname__}"
        self._text = str(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__
        seen = {id(exc_value)} if _seen is None else _seen | {id(exc_value)}
        self.__cause__ = self.__context__ = self.exceptions = None
        for name in ("__cause__", "__context__"):
            other = getattr(exc_value, name)
            if other is not None and id(other) not in seen:
                setattr(self, name, TracebackException(type(other), other, other.__traceback__, limit=limit, _seen=seen))
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException.from_exception(e, limit=limit) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Return what is known about an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, _ctx=None, colorize=False):
        """Iterate over the lines that are printed for an uncaught exception."""
        yield from self._lines if chain else self._plain

    def format_exception_only(self, *, show_group=False, _depth=0, colorize=False):
        """Iterate over the lines with the type and the message."""
        yield from self._only

    def print(self, *, file=None, chain=True):
        """Print it, to stderr by default."""
        (file or sys.stderr).write("".join(self.format(chain=chain)))

    def __str__(self):
        return self._text

    def __eq__(self, other):
        return self._lines == other._lines if isinstance(other, TracebackException) else NotImplemented
