"""Warnings: printed once for their place, unless filters say otherwise."""

import sys

import _warnings

filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    *[("ignore", None, kind, None, 0) for kind in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)],
]
if sys.flags.dev_mode:
    filters.insert(0, ("default", None, Warning, None, 0))
_once = {}
_filtered = False  # until a filter is set, the native warning does everything


def _changed():
    global _filtered
    _filtered = True


class WarningMessage:
    """A warning and where it happened."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )

    def __repr__(self):
        return f"<{type(self).__qualname__} {self}>"


def formatwarning(message, category, filename, lineno, line=None):
    """Return what is printed of a warning."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + f"  {line.strip()}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Print a warning, to stderr by default."""
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


_original_show, _original_format = showwarning, formatwarning


def _is_shown_as_usual():
    names = globals()
    return names["showwarning"] is _original_show and names["formatwarning"] is _original_format


def _checked(message, category):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    return category


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warn about the caller, or about who called it."""
    category = _checked(message, category)
    if not _filtered:
        if _is_shown_as_usual():
            _warnings.warn(message, category, stacklevel + 1)  # this frame counts there
            return
        _changed()
    filename, lineno, line = _warnings._place(stacklevel + 1)
    module = sys._getframemodulename(stacklevel) or "__main__"
    _deliver(message, category, filename, lineno, line, module, _registry, source)


_registry = {}


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warn about a place that is given."""
    category = _checked(message, category)
    registry = {} if registry is None else registry
    _deliver(message, category, filename, lineno, "", module or filename.removesuffix(".py"), registry, source)


def _deliver(message, category, filename, lineno, line, module, registry, source=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = "default"
    for action_of, pattern, kind, wanted, at in filters:
        if (
            _fits(pattern, text)
            and issubclass(category, kind)
            and _fits(wanted, module)
            and at in (0, lineno)
        ):
            action = action_of
            break
    if action == "error":
        raise message
    if action == "ignore":
        return
    key = {"once": (text, category), "module": (text, category, module)}.get(action, (text, category, lineno, filename))
    seen = _once if action == "once" else registry
    if action != "always" and action != "all":
        if key in seen:
            return
        seen[key] = True
    _show(WarningMessage(message, category, filename, lineno, line=line or None, source=source))


def _fits(pattern, text):
    """Whether a filter's text, or pattern, is this one."""
    return pattern is None or (pattern == text if isinstance(pattern, str) else pattern.match(text) is not None)


def _show(warning):
    if _catching:
        _catching[-1].append(warning)
        return
    given = globals()["showwarning"]
    if given is _original_show:
        text = formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line)
        if warning.source is not None and warning.lineno and formatwarning is _original_format:
            text += f"{warning._category_name}: Enable tracemalloc to get the object allocation traceback\n"
        sys.stderr.write(text)
    else:
        given(warning.message, warning.category, warning.filename, warning.lineno)


_catching = []  # the lists of blocks that record


def _insert(item, append):
    _changed()
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _registry.clear()


def _action(action):
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    return action


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Say what happens to the warnings of a category."""
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _insert((_action(action), None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Say what happens to the warnings whose text and module match the patterns at their beginning."""
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if message or module:
        import re

        message, module = message and re.compile(message, re.I), module and re.compile(module)
    _insert((_action(action), message or None, category, module or None, lineno), append)


def resetwarnings():
    """Remove all filters."""
    _changed()
    filters.clear()
    _registry.clear()


class catch_warnings:
    """Restores the filters at the end of the block; may record warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._record else ''})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        _changed()
        self._saved = filters[:], globals()["showwarning"]
        _registry.clear()
        if self._filter:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _catching.append(log)
            return log
        return None

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], globals()["showwarning"] = self._saved
        _registry.clear()
        if self._record:
            _catching.pop()


class deprecated:
    """Marks a class or function whose use is warned about."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=stacklevel)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return original(cls)

            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = message
            return arg
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
