"""Regular expressions. Patterns, matches and errors are native (`_sre`); here are flags, functions and the cache."""

import enum
from _sre import Match, Pattern, PatternError
from _sre import compile as _native

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
    "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]  # fmt: skip

error = PatternError


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """What changes the meaning of a pattern."""

    NOFLAG = 0
    ASCII = A = 256  # \w, \d, \s and \b know ASCII only
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8  # ^ and $ at every line
    DOTALL = S = 16  # . takes newlines, too
    VERBOSE = X = 64  # blanks and comments do not count
    DEBUG = 128

    _numeric_repr_ = hex

    def __repr__(self):
        value = self._value_
        names = [f"re.{flag._name_}" for flag in RegexFlag if flag._value_ & value]
        rest = value & ~RegexFlag._flag_mask_
        if rest:
            names.append(hex(rest) if names else f"re.RegexFlag({rest})")
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__

    def __format__(self, spec):
        return format(str(self), spec)


globals().update(RegexFlag.__members__)

_MOST = 512
_cache = {}  # the patterns used last, the latest at the end
_UNSET = object()


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    compiled = _cache.pop(key, None)
    if compiled is None:
        if isinstance(pattern, Pattern):
            if flags:
                raise ValueError("cannot process flags argument with a compiled pattern")
            return pattern
        if not isinstance(pattern, (str, bytes, bytearray)):
            raise TypeError("first argument must be string or compiled pattern")
        if flags & RegexFlag.DEBUG.value:
            raise NotImplementedError("re.DEBUG is not supported in Loopthread")
        notes = []
        try:
            compiled = _native(pattern, flags, notes)
        finally:
            for note in notes:
                _warn(note, FutureWarning)
        if len(_cache) == _MOST:
            del _cache[next(iter(_cache))]
    _cache[key] = compiled
    return compiled


def _warn(text, category):
    import warnings

    warnings.warn(text, category, stacklevel=4)


def compile(pattern, flags=0):
    """Make a pattern ready for use."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """Match at the start of the text."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Match the whole text."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Match at the first place where the pattern does."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """Return what matched: the text, its only group, or a tuple of its groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Iterate over the matches."""
    return _compile(pattern, flags).finditer(string)


def split(pattern, string, *args, maxsplit=_UNSET, flags=_UNSET):
    """Cut the text where the pattern matches; groups are kept."""
    maxsplit, flags = _last_two("split", 2, "maxsplit", args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    """Replace matches by a template, or by what a function makes of them."""
    count, flags = _last_two("sub", 3, "count", args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    """As `sub`, with the number of replacements."""
    count, flags = _last_two("subn", 3, "count", args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def _last_two(function, before, name, args, number, flags):
    """Sort out a number and flags, which better come by name."""
    if len(args) > 2:
        raise TypeError(
            f"{function}() takes from {before} to {before + 2} positional arguments but {before + len(args)} were given"
        )
    for at, (value, called) in enumerate(((number, name), (flags, "flags"))):
        if at < len(args) and value is not _UNSET:
            raise TypeError(f"{function}() got multiple values for argument {called!r}")
    if args:
        _warn(f"{name!r} is passed as positional argument", DeprecationWarning)
        number, flags, *_ = *args, flags
        if len(args) == 2:
            flags = args[1]
    return 0 if number is _UNSET else number, 0 if flags is _UNSET else flags


_special = {ord(char): "\\" + char for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """Put a backslash before every character that could mean something."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


def purge():
    """Forget all compiled patterns."""
    _cache.clear()


class Scanner:
    """Cuts a text into tokens: each phrase of the lexicon has an action."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        # Groups of the phrases count, too: so the number of each phrase's own group is kept.
        self._actions, parts, group = {}, [], 1
        for phrase, action in lexicon:
            self._actions[group] = action
            parts.append(f"({phrase})")
            group += 1 + _compile(phrase, flags).groups
        self.scanner = _compile("|".join(parts), flags)

    def scan(self, string):
        """Return what the actions made of the tokens, and the rest of the text."""
        found, at = [], 0
        for self.match in iter(self.scanner.scanner(string).match, None):
            if self.match.end() == at:
                break
            at = self.match.end()
            action = self._actions[self.match.lastindex]
            if callable(action):
                action = action(self, self.match.group())
            if action is not None:
                found.append(action)
        return found, string[at:]
