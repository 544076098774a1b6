"""JSON text as values."""

_CONSTANTS = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SPACE = " \t\n\r"
_HEX = frozenset("0123456789abcdefABCDEF")


class JSONDecodeError(ValueError):
    """A text is not JSON: `msg`, `doc`, `pos`, `lineno` and `colno` say what and where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Reads values; hooks may put others in their place."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):  # fmt: skip
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """Return the value of the whole text."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """Return the value that begins at an index, and where it ends."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        return self._value(s, idx)

    def _value(self, s, at):
        char = s[at : at + 1]
        if char == '"':
            return self._string(s, at + 1)
        if char == "{":
            return self._object(s, at + 1)
        if char == "[":
            return self._array(s, at + 1)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, at):
                return value, at + len(word)
        if char and char in "-0123456789" and (number := self._number(s, at)):
            return number
        for word in _CONSTANTS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", s, at)

    def _number(self, s, start):
        at = start + (s[start] == "-")
        if s[at : at + 1] == "0":
            at += 1
        else:
            first, at = at, _digits(s, at)
            if at == first:
                return None
        whole = at
        if s[at : at + 1] == "." and (end := _digits(s, at + 1)) > at + 1:
            at = end
        if s[at : at + 1] and s[at] in "eE":
            first = at + 1 + (s[at + 1 : at + 2] in ("+", "-"))
            if (end := _digits(s, first)) > first:
                at = end
        text = s[start:at]
        return (self.parse_int if at == whole else self.parse_float)(text), at

    def _string(self, s, at):
        """Read a string after its first quote."""
        begin, parts = at - 1, []
        while True:
            quote = s.find('"', at)
            if quote < 0:
                quote = len(s)
            slash = s.find("\\", at, quote)
            end = quote if slash < 0 else slash
            text = s[at:end]
            if self.strict and not text.isprintable():
                for place, char in enumerate(text):
                    if char < " ":
                        raise JSONDecodeError("Invalid control character at", s, at + place)
            parts.append(text)
            if end == len(s):
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if slash < 0:
                return "".join(parts), quote + 1
            escape = s[slash + 1 : slash + 2]
            if not escape:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if escape == "u":
                code, at = self._unicode(s, slash)
                if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", at):
                    low, after = self._unicode(s, at)
                    if 0xDC00 <= low <= 0xDFFF:
                        code, at = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00), after
                parts.append(chr(code))
            elif escape in _ESCAPES:
                parts.append(_ESCAPES[escape])
                at = slash + 2
            else:
                raise JSONDecodeError("Invalid \\escape", s, slash)

    def _unicode(self, s, slash):
        digits = s[slash + 2 : slash + 6]
        if len(digits) != 4 or not _HEX.issuperset(digits):
            raise JSONDecodeError("Invalid \\uXXXX escape", s, slash + 1)
        return int(digits, 16), slash + 6

    def _object(self, s, at):
        pairs, keys = [], {}
        at = _skip(s, at)
        char = s[at : at + 1]
        if char != "}":
            if char != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            while True:
                key, at = self._string(s, at + 1)
                key = keys.setdefault(key, key)
                at = _skip(s, at)
                if s[at : at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1))
                pairs.append((key, value))
                at = _skip(s, at)
                char = s[at : at + 1]
                if char == "}":
                    break
                if char != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _skip(s, at + 1)
                if s[at : at + 1] != '"':
                    if s[at : at + 1] == "}":
                        raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        value = dict(pairs)
        return (value if self.object_hook is None else self.object_hook(value)), at + 1

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at : at + 1] == "]":
            return items, at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = _skip(s, at)
            char = s[at : at + 1]
            if char == "]":
                return items, at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at : at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)


def _skip(s, at):
    while s[at : at + 1] and s[at] in _SPACE:
        at += 1
    return at


def _digits(s, at):
    while s[at : at + 1] and s[at] in "0123456789":
        at += 1
    return at
