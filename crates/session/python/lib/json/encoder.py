"""Values as JSON text."""

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
INFINITY = float("inf")


def encode_basestring(s):
    """Return a string in quotes."""
    if s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    return '"' + "".join([_SHORT.get(c) or (c if c >= " " else f"\\u{ord(c):04x}") for c in s]) + '"'


def encode_basestring_ascii(s):
    """Return a string in quotes, of ASCII characters only."""
    if s.isascii() and s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    out = []
    for c in s:
        if c in _SHORT:
            out.append(_SHORT[c])
        elif " " <= c <= "~":
            out.append(c)
        elif (n := ord(c)) < 0x10000:
            out.append(f"\\u{n:04x}")
        else:
            n -= 0x10000
            out.append(f"\\u{0xD800 | n >> 10:04x}\\u{0xDC00 | n & 0x3FF:04x}")
    return f'"{"".join(out)}"'


class JSONEncoder:
    """Writes values; what it does not know goes to `default`."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):  # fmt: skip
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Return something that can be written in the place of `o`."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """Return a value as text."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        out = []
        self._write(o, out.append, 0, {} if self.check_circular else None)
        return "".join(out)

    def iterencode(self, o, _one_shot=False):
        """Iterate over the pieces of the text."""
        out = []
        self._write(o, out.append, 0, {} if self.check_circular else None)
        return iter(out)

    def _scalar(self, o):
        """Return the text of a value without parts, or None."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == INFINITY:
            text = "Infinity"
        elif o == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return text

    def _write(self, o, put, level, seen):
        text = self._scalar(o)
        if text is not None:
            put(text)
            return
        if seen is not None:
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen[id(o)] = o
        if isinstance(o, (list, tuple)):
            self._write_list(o, put, level + 1, seen)
        elif isinstance(o, dict):
            self._write_dict(o, put, level + 1, seen)
        else:
            self._write(self.default(o), put, level, seen)
        if seen is not None:
            del seen[id(o)]

    def _newline(self, level):
        if self.indent is None:
            return ""
        indent = self.indent if isinstance(self.indent, str) else " " * self.indent
        return "\n" + indent * level

    def _write_list(self, items, put, level, seen):
        if not items:
            put("[]")
            return
        inner = self._newline(level)
        separator = self.item_separator + inner
        put("[" + inner)
        first = True
        for item in items:
            if not first:
                put(separator)
            first = False
            self._write(item, put, level, seen)
        put(self._newline(level - 1) + "]")

    def _write_dict(self, pairs, put, level, seen):
        if not pairs:
            put("{}")
            return
        inner = self._newline(level)
        separator = self.item_separator + inner
        put("{" + inner)
        first = True
        for key, value in sorted(pairs.items()) if self.sort_keys else pairs.items():
            name = key
            if not isinstance(key, str):
                name = self._scalar(key) if key is None or isinstance(key, (int, float)) else None
                if name is None:
                    if self.skipkeys:
                        continue
                    raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if not first:
                put(separator)
            first = False
            put((encode_basestring_ascii if self.ensure_ascii else encode_basestring)(name) + self.key_separator)
            self._write(value, put, level, seen)
        put("}" if first else self._newline(level - 1) + "}")
