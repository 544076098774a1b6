"""Tracebacks as text. Absent: the objects that describe single frames."""

import sys

import _traceback


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    """Return the lines that the interpreter prints for an uncaught exception, each with its newline."""
    if isinstance(exc, type) or exc is None:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.format_exception(exc)


def format_exception_only(exc, /, value=None):
    """Return the last part only: the type and the message."""
    if isinstance(exc, type) or exc is None:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.format_exception_only(exc)


def format_exc(limit=None, chain=True):
    """Return the traceback of the exception that is being handled, as one text."""
    return "".join(format_exception(sys.exception()))


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    """Print the traceback of an exception, to stderr by default."""
    (file or sys.stderr).write("".join(format_exception(exc, value, tb)))


def print_exc(limit=None, file=None, chain=True):
    """Print the traceback of the exception that is being handled."""
    print_exception(sys.exception(), file=file)
