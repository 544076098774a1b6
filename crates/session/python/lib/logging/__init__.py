"""Messages with levels, one hierarchy of loggers, and streams to write to. Absent: files and sockets."""

import sys

from ._record import BufferingFormatter, Filter, Filterer, Formatter, LogRecord

NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = 0, 10, 20, 30, 40, 50
WARN, FATAL = WARNING, CRITICAL
raiseExceptions = True
_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_levels = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


def getLevelName(level):
    """Return the name of a level, or the level of a name."""
    if level in _names:
        return _names[level]
    return _levels.get(level, f"Level {level}")


def getLevelNamesMapping():
    """Return all names and their levels."""
    return _levels.copy()


def addLevelName(level, levelName):
    """Give a level a name."""
    _names[level] = levelName
    _levels[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) == level:
        if level not in _levels:
            raise ValueError(f"Unknown level: {level!r}")
        return _levels[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


_factory = LogRecord


def setLogRecordFactory(factory):
    """Let another function make the records."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    """Return what makes the records."""
    return _factory


def makeLogRecord(dict):
    """Return a record with the given attributes."""
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class Handler(Filterer):
    """Where records go. Subclasses define `emit`."""

    _name = None

    def __init__(self, level=NOTSET):
        super().__init__()
        self.level = _checkLevel(level)
        self.formatter = None
        _handlers.append(self)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    name = property(get_name, set_name)

    def acquire(self):
        pass

    release = createLock = acquire

    def setLevel(self, level):
        """Ignore what is below this level."""
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        """Use this formatter."""
        self.formatter = fmt

    def format(self, record):
        """Return the text of a record."""
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        """Emit a record, if it passes the filters."""
        passed = self.filter(record)
        if passed:
            self.emit(passed if isinstance(passed, LogRecord) else record)
        return passed

    def emit(self, record):
        """Put the record where it belongs."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        """Take no more records."""
        if self in _handlers:
            _handlers.remove(self)

    def handleError(self, record):
        """Print what went wrong when a record was emitted."""
        if raiseExceptions and sys.stderr:
            import traceback

            sys.stderr.write("--- Logging error ---\n")
            traceback.print_exception(sys.exception(), file=sys.stderr)
            sys.stderr.write("Call stack:\n")
            traceback.print_stack(file=sys.stderr)
            sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes to a stream, by default the stderr of the time it was made."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        """Bring out what was written."""
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Write to another stream; return the one before."""
        if stream is self.stream:
            return None
        before, self.stream = self.stream, stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class FileHandler(StreamHandler):
    """Refused: there are no files."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        raise NotImplementedError("logging.FileHandler is not supported: there are no files")


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        pass

    emit = handle


class _StderrHandler(StreamHandler):
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


_handlers = []
_default_formatter = Formatter()
lastResort = _StderrHandler(WARNING)
_handlers.clear()


class Logger(Filterer):
    """A name to log under. Records go up to the handlers of the loggers above, too."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    @property
    def manager(self):
        return manager

    def setLevel(self, level):
        """Ignore what is below this level."""
        self.level = _checkLevel(level)

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
        return not self.disabled and level > manager.disable and level >= self.getEffectiveLevel()

    def hasHandlers(self):
        """Return True if there is a handler here or above."""
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        """Return the logger below this one."""
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def getChildren(self):
        """Return the loggers just below this one."""
        return {other for other in manager.loggerDict.values() if other.parent is self}

    def findCaller(self, stack_info=False, stacklevel=1):
        """Return file, line, function and stack of who logs; frames of the library do not count."""
        import _traceback

        entries = _traceback.extract_stack()
        if not entries:
            return "(unknown file)", 0, "(unknown function)", None
        file, line, name, _ = entries[max(len(entries) - stacklevel, 0)]
        stack = None
        if stack_info:
            stack = "Stack (most recent call last):\n" + "".join(_traceback.format_stack()).removesuffix("\n")
        return file, line, name, stack

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        """Return a new record."""
        record = _factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            record.__dict__[key] = value
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo))

    def handle(self, record):
        """Give a record to the handlers, if it passes the filters."""
        if self.disabled:
            return
        passed = self.filter(record)
        if passed:
            self.callHandlers(passed if isinstance(passed, LogRecord) else record)

    def callHandlers(self, record):
        """Give a record to the handlers here and above."""
        logger, found = self, 0
        while logger is not None:
            for handler in list(logger.handlers):
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort is not None and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def log(self, level, msg, *args, **kwargs):
        """Log a message at a level."""
        if not isinstance(level, int):
            raise TypeError("level must be an integer")
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        import warnings

        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def __reduce__(self):
        return getLogger, (self.name,)


class RootLogger(Logger):
    """The logger above all."""

    def __init__(self, level):
        super().__init__("root", level)


class Manager:
    """Knows all loggers."""

    def __init__(self):
        self.disable = NOTSET
        self.loggerDict = {}
        self.loggerClass = Logger

    def getLogger(self, name):
        """Return the logger of that name, always the same."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        logger = self.loggerDict.get(name)
        if logger is None:
            logger = self.loggerDict[name] = self.loggerClass(name)
            for other_name, other in self.loggerDict.items():
                other.parent = self._parent(other_name)
        return logger

    def _parent(self, name):
        while "." in name:
            name = name.rpartition(".")[0]
            if name in self.loggerDict:
                return self.loggerDict[name]
        return root


root = Logger.root = RootLogger(WARNING)
manager = Manager()
manager.root = root


def getLogger(name=None):
    """Return the logger of that name, always the same; without a name the one above all."""
    if not name or isinstance(name, str) and name == "root":
        return root
    return manager.getLogger(name)


def setLoggerClass(klass):
    """Let new loggers be of this class."""
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")
    manager.loggerClass = klass


def getLoggerClass():
    """Return the class of new loggers."""
    return manager.loggerClass


def disable(level=CRITICAL):
    """Ignore what is at this level or below, everywhere."""
    manager.disable = _checkLevel(level)


def basicConfig(**kwargs):
    """Give the root logger a handler, unless it has one."""
    if kwargs.pop("force", False):
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    kwargs.pop("encoding", None), kwargs.pop("errors", None)
    if root.handlers:
        return
    handlers, stream, filename = (kwargs.pop(name, None) for name in ("handlers", "stream", "filename"))
    if handlers is None:
        if stream is not None and filename is not None:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif stream is not None or filename is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is None:
        handlers = [StreamHandler(stream) if filename is None else FileHandler(filename)]
    kwargs.pop("filemode", None)
    datefmt, style = kwargs.pop("datefmt", None), kwargs.pop("style", "%")
    formats = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}
    if style not in formats:
        raise ValueError(f"Style must be one of: {','.join(formats)}")
    formatter = Formatter(kwargs.pop("format", formats[style]), datefmt, style)
    level = kwargs.pop("level", None)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


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


fatal = critical


def shutdown(handlerList=None):
    """Bring out what the handlers keep."""
    for handler in reversed(_handlers[:]):
        handler.flush()
        handler.close()


def captureWarnings(capture):
    """Let warnings be logged, or be printed again."""
    import warnings

    if capture:

        def show(message, category, filename, lineno, file=None, line=None):
            text = warnings.formatwarning(message, category, filename, lineno, line)
            logger = getLogger("py.warnings")
            if not logger.handlers:
                logger.addHandler(NullHandler())
            logger.warning("%s", text)

        warnings._changed()
        warnings.showwarning = show
    else:
        warnings.showwarning = warnings._original_show


def __getattr__(name):
    if name != "LoggerAdapter":
        raise AttributeError(f"module 'logging' has no attribute {name!r}")
    from ._adapter import LoggerAdapter

    globals()[name] = LoggerAdapter
    return LoggerAdapter
