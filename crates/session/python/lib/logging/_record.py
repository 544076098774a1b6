"""Records, formatters and filters of `logging`."""

import sys
import time

__name__ = "logging"  # where the classes are to be found

_start = time.time()


class LogRecord:
    """One message and where it came from."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        import threading

        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = _level_name(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.removesuffix(".py")
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = time.time()
        self.msecs = int((self.created - int(self.created)) * 1000) + 0.0
        self.relativeCreated = (self.created - _start) * 1000
        thread = threading.current_thread()
        self.thread = thread.ident
        self.threadName = thread.name
        self.processName = "MainProcess"
        self.process = 1
        self.taskName = _task_name()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """Return the message with its arguments filled in."""
        message = str(self.msg)
        return message % self.args if self.args else message


def _level_name(level):
    return sys.modules["logging"].getLevelName(level)


def _task_name():
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio.current_task().get_name()
    except Exception:  # no asyncio, no loop, or no task
        return None


class BufferingFormatter:
    """Turns several records into one text."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        return self.formatHeader(records) + "".join(map(self.linefmt.format, records)) + self.formatFooter(records)


_DEFAULTS = {"%": "%(message)s", "{": "{message}", "$": "${message}"}


class Formatter:
    """Turns a record into text."""

    converter = staticmethod(time.localtime)
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in _DEFAULTS:
            raise ValueError(f"Style must be one of: {','.join(_DEFAULTS)}")
        self._kind, self._defaults = style, defaults or {}
        self._fmt = fmt or _DEFAULTS[style]
        if validate:
            self._validate()
        self.datefmt = datefmt

    def _validate(self):
        fmt = self._fmt
        if self._kind == "%":
            if "%(" not in fmt:
                raise ValueError(f"Invalid format '{fmt}' for '%' style")
        elif self._kind == "{":
            from string import Formatter as Parser

            try:
                fields = [field for _, field, _, _ in Parser().parse(fmt) if field is not None]
            except ValueError as problem:
                raise ValueError(f"invalid format: {problem}") from None
            if not fields:
                raise ValueError("invalid format: no fields")
        elif "$" not in fmt.replace("$$", ""):
            raise ValueError("invalid format: no fields")

    def usesTime(self):
        """Return True if the text says when."""
        return {"%": "%(asctime)", "{": "{asctime", "$": "asctime"}[self._kind] in self._fmt

    def formatTime(self, record, datefmt=None):
        """Return the time of a record as text."""
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """Return the traceback as text without the last newline."""
        import traceback

        return "".join(traceback.format_exception(ei[1])).removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info

    def formatMessage(self, record):
        """Fill in the format."""
        values = {**self._defaults, **record.__dict__}
        try:
            if self._kind == "%":
                return self._fmt % values
            if self._kind == "{":
                return self._fmt.format(**values)
            from string import Template

            return Template(self._fmt).substitute(values)
        except KeyError as problem:
            raise ValueError(f"Formatting field not found in record: {problem}") from None

    def format(self, record):
        """Return the whole text."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text = f"{text}{'' if text.endswith(chr(10)) else chr(10)}{more}"
        return text


class Filter:
    """Lets records of one logger pass, and of those below."""

    def __init__(self, name=""):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        """Return True if the record passes."""
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    """What has filters: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Ask this filter, too; it is an object with `filter`, or a function."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Don't ask this filter any more."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Return the record if it passes all filters."""
        for f in self.filters:
            result = f.filter(record) if hasattr(f, "filter") else f(record)
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record
