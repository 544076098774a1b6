"""Messages with levels, one hierarchy of loggers, and streams to write to. Absent: files, filters, configuration files."""

import sys
import threading
import time

NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = 0, 10, 20, 30, 40, 50
WARN, FATAL = WARNING, CRITICAL
_names = {NOTSET: "NOTSET", DEBUG: "DEBUG", INFO: "INFO", WARNING: "WARNING", ERROR: "ERROR", CRITICAL: "CRITICAL"}


def getLevelName(level):
    """Return the name of a level, or the level of a name."""
    if level in _names:
        return _names[level]
    for number, name in _names.items():
        if name == level:
            return number
    return f"Level {level}"


def _check_level(level):
    if isinstance(level, int):
        return level
    for number, name in _names.items():
        if name == level:
            return number
    raise ValueError(f"Unknown level: {level!r}")


class LogRecord:
    """One message and where it came from."""

    def __init__(self, name, level, msg, args, exc_info):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        self.args = args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
        self.exc_info = exc_info
        self.created = time.time()
        self.msecs = int((self.created - int(self.created)) * 1000) + 0.0
        thread = threading.current_thread()
        self.thread = thread.ident
        self.threadName = thread.name
        self.processName = "MainProcess"
        self.taskName = _task_name()

    def getMessage(self):
        """Return the message with its arguments filled in."""
        message = str(self.msg)
        return message % self.args if self.args else message


def _task_name():
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio.current_task().get_name()
    except Exception:  # no asyncio, no loop, or no task
        return None


class Formatter:
    """Turns a record into text."""

    def __init__(self, fmt=None, datefmt=None, style="%"):
        if style not in ("%", "{"):
            raise ValueError(f"Style must be one of: %, {{; not {style!r}")
        self._style = style
        self._fmt = fmt or ("{message}" if style == "{" else "%(message)s")
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """Return the time of a record as text."""
        if datefmt:
            return time.strftime(datefmt, time.localtime(record.created))
        text = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(record.created))
        return f"{text},{int(record.msecs):03d}"

    def formatException(self, exc_info):
        """Return the traceback as text without the last newline."""
        import traceback

        return "".join(traceback.format_exception(exc_info[1])).rstrip("\n")

    def format(self, record):
        """Return the whole text."""
        record.message = record.getMessage()
        if "asctime" in self._fmt:
            record.asctime = self.formatTime(record, self.datefmt)
        values = record.__dict__
        text = self._fmt.format(**values) if self._style == "{" else self._fmt % values
        if record.exc_info:
            text = text.rstrip("\n") + "\n" + self.formatException(record.exc_info)
        return text


class Handler:
    """Where records go. Subclasses define `emit`."""

    def __init__(self, level=NOTSET):
        self.level = _check_level(level)
        self.formatter = None

    def setLevel(self, level):
        """Ignore what is below this level."""
        self.level = _check_level(level)

    def setFormatter(self, fmt):
        """Use this formatter."""
        self.formatter = fmt

    def format(self, record):
        """Return the text of a record."""
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        """Emit a record."""
        self.emit(record)

    def emit(self, record):
        """Put the record where it belongs."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")


class StreamHandler(Handler):
    """Writes to a stream, by default the stderr of the time it was made."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        self.stream.write(self.format(record) + self.terminator)


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        pass


class _LastResort(StreamHandler):
    def __init__(self):
        Handler.__init__(self, WARNING)

    @property
    def stream(self):
        return sys.stderr


_default_formatter = Formatter()
lastResort = _LastResort()


class Logger:
    """A name to log under. Records go up to the handlers of the loggers above, too."""

    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def setLevel(self, level):
        """Ignore what is below this level."""
        self.level = _check_level(level)

    def addHandler(self, hdlr):
        """Send records to this handler."""
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Don't send records to this handler any more."""
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def getEffectiveLevel(self):
        """Return the level of this logger, or of the next above that has one."""
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Return True if a message of this level would be taken."""
        return not self.disabled and level > _disabled and level >= self.getEffectiveLevel()

    def hasHandlers(self):
        """Return True if there is a handler here or above."""
        return bool(self._find_handlers())

    def getChild(self, suffix):
        """Return the logger below this one."""
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def log(self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None):
        """Log a message at a level."""
        if not self.isEnabledFor(level):
            return
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        record = LogRecord(self.name, level, msg, args, exc_info if exc_info and exc_info[1] else None)
        if extra is not None:
            record.__dict__.update(extra)
        handlers = self._find_handlers()
        if not handlers and level >= lastResort.level:
            lastResort.handle(record)
        for handler in handlers:
            if level >= handler.level:
                handler.handle(record)

    def _find_handlers(self):
        found = []
        logger = self
        while logger is not None:
            found.extend(logger.handlers)
            logger = logger.parent if logger.propagate else None
        return found

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)


root = Logger("root", WARNING)
_loggers = {}
_disabled = NOTSET


def getLogger(name=None):
    """Return the logger of that name, always the same; without a name the one above all."""
    if not name or name == "root":
        return root
    logger = _loggers.get(name)
    if logger is None:
        logger = _loggers[name] = Logger(name)
        for other_name, other in _loggers.items():
            other.parent = _parent(other_name)
    return logger


def _parent(name):
    while "." in name:
        name = name.rpartition(".")[0]
        if name in _loggers:
            return _loggers[name]
    return root


def disable(level=CRITICAL):
    """Ignore what is at this level or below, everywhere."""
    global _disabled
    _disabled = _check_level(level)


def basicConfig(*, format=None, datefmt=None, style="%", level=None, stream=None, handlers=None, force=False):
    """Give the root logger a handler, unless it has one."""
    if force:
        root.handlers.clear()
    if not root.handlers:
        if format is None:
            format = "{levelname}:{name}:{message}" if style == "{" else "%(levelname)s:%(name)s:%(message)s"
        formatter = Formatter(format, datefmt, style)
        for handler in [StreamHandler(stream)] if handlers is None else handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


def log(level, msg, *args, **kwargs):
    """Log by the root logger."""
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    log(DEBUG, msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    log(INFO, msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    log(WARNING, msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    log(ERROR, msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    log(ERROR, msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    log(CRITICAL, msg, *args, **kwargs)
