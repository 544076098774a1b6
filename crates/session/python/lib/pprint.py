"""Values as text in lines that are not too long."""

import sys


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):  # fmt: skip
    """Print a value in lines."""
    PrettyPrinter(indent=indent, width=width, depth=depth, stream=stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)  # fmt: skip


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Return a value in lines."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)  # fmt: skip


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print a value in lines, dictionaries in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Return the repr of a value that may hold itself."""
    return PrettyPrinter()._repr(object, {}, 0)


def isreadable(object):
    """Return True if eval() of the repr would give the value."""
    text = saferepr(object)
    return "<" not in text


def isrecursive(object):
    """Return True if a value holds itself."""
    return "<Recursion on" in saferepr(object)


class _Sortable:
    """Sorts what does not compare: by type, then by identity."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    """Prints values by its options."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):  # fmt: skip
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth = indent, width, depth
        self._stream = stream if stream is not None else sys.stdout
        self._compact, self._sort_dicts, self._underscore = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        """Print a value."""
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        """Return a value as text."""
        out = []
        self._format(object, out.append, 0, 0, {}, 0)
        return "".join(out)

    def format(self, object, context, maxlevels, level):
        """Return the repr; whether it can be read; whether it holds itself."""
        text = self._repr(object, context, level)
        return text, "<" not in text, "<Recursion on" in text

    def _format(self, obj, put, indent, allowance, context, level):
        key = id(obj)
        if key in context:
            put(f"<Recursion on {type(obj).__name__} with id={key}>")
            return
        text = self._repr(obj, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._method(obj)
            if method is not None:
                context[key] = True
                method(obj, put, indent, allowance, context, level + 1)
                del context[key]
                return
        put(text)

    def _method(self, obj):
        own = type(obj).__repr__
        for kind, method in (
            (dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set), (frozenset, self._set),
            (str, self._str), (bytes, self._bytes),
        ):  # fmt: skip
            if isinstance(obj, kind) and own is kind.__repr__:
                return method
        name = type(obj).__name__
        if isinstance(obj, dict) and name in ("OrderedDict", "Counter", "defaultdict"):
            return getattr(self, f"_{name.lower()}")
        if name == "deque" and hasattr(obj, "maxlen"):
            return self._deque
        if hasattr(type(obj), "__dataclass_fields__") and hasattr(own, "__wrapped__"):
            return self._dataclass
        if name == "SimpleNamespace":
            return self._namespace
        return None

    def _items(self, items, put, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            put((self._indent - 1) * " ")
        between = ",\n" + " " * indent
        delimiter = ""
        width = room = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    if delimiter:
                        delimiter = between
                if room >= size:
                    room -= size
                    put(delimiter + text)
                    delimiter = ", "
                    continue
            put(delimiter)
            delimiter = between
            self._format(item, put, indent, allowance if last else 1, context, level)

    def _pairs(self, pairs, put, indent, allowance, context, level):
        indent += self._indent
        between = ",\n" + " " * indent
        for at, (key, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            text = self._repr(key, context, level)
            put(text + ": ")
            self._format(value, put, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                put(between)

    def _dict(self, obj, put, indent, allowance, context, level):
        put("{" + (self._indent - 1) * " ")
        if obj:
            pairs = list(obj.items())
            if self._sort_dicts:
                pairs.sort(key=lambda pair: (_Sortable(pair[0]), _Sortable(pair[1])))
            self._pairs(pairs, put, indent, allowance + 1, context, level)
        put("}")

    def _ordereddict(self, obj, put, indent, allowance, context, level):
        name = type(obj).__name__
        put(name + "(")
        self._format(list(obj.items()), put, indent + len(name) + 1, allowance + 1, context, level)
        put(")")

    def _counter(self, obj, put, indent, allowance, context, level):
        name = type(obj).__name__
        put(name + "({" + (self._indent - 1) * " ")
        self._pairs(obj.most_common(), put, indent + len(name) + 1, allowance + 2, context, level)
        put("})")

    def _defaultdict(self, obj, put, indent, allowance, context, level):
        name = type(obj).__name__
        indent += len(name) + 1
        put(f"{name}({self._repr(obj.default_factory, context, level)},\n{' ' * indent}")
        self._dict(obj, put, indent, allowance + 1, context, level)
        put(")")

    def _deque(self, obj, put, indent, allowance, context, level):
        name = type(obj).__name__
        indent += len(name) + 1
        put(name + "([")
        if obj.maxlen is None:
            self._items(obj, put, indent, allowance + 2, context, level)
            put("])")
        else:
            self._items(obj, put, indent, 2, context, level)
            put(f"],\n{' ' * indent}maxlen={obj.maxlen})")

    def _list(self, obj, put, indent, allowance, context, level):
        put("[")
        self._items(obj, put, indent, allowance + 1, context, level)
        put("]")

    def _tuple(self, obj, put, indent, allowance, context, level):
        put("(")
        end = ",)" if len(obj) == 1 else ")"
        self._items(obj, put, indent, allowance + len(end), context, level)
        put(end)

    def _set(self, obj, put, indent, allowance, context, level):
        if type(obj) is set:
            begin, end = "{", "}"
        else:
            begin, end = type(obj).__name__ + "({", "})"
            indent += len(type(obj).__name__) + 1
        put(begin)
        self._items(sorted(obj, key=_Sortable), put, indent, allowance + len(end), context, level)
        put(end)

    def _str(self, obj, put, indent, allowance, context, level):
        """Write a long string as several, between words."""
        if not obj:
            put(repr(obj))
            return
        chunks, lines = [], obj.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = room = self._width - indent
        for at, line in enumerate(lines):
            if at == len(lines) - 1:
                room -= allowance
            if len(repr(line)) <= room:
                chunks.append(repr(line))
                continue
            parts = _words(line)
            current = ""
            width = most
            for place, part in enumerate(parts):
                if place == len(parts) - 1 and at == len(lines) - 1:
                    width -= allowance
                if len(repr(current + part)) > width:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            put(chunks[0])
            return
        if level == 1:
            put("(")
        put(("\n" + " " * indent).join(chunks))
        if level == 1:
            put(")")

    def _bytes(self, obj, put, indent, allowance, context, level):
        if len(obj) <= 4:
            put(repr(obj))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            put("(")
        delimiter = ""
        for text in _byte_lines(obj, self._width - indent, allowance):
            put(delimiter + text)
            delimiter = "\n" + " " * indent
        if parens:
            put(")")

    def _dataclass(self, obj, put, indent, allowance, context, level):
        name = type(obj).__name__
        shown = [(f.name, getattr(obj, f.name)) for f in obj.__dataclass_fields__.values() if f.repr and f._field_type.name == "_FIELD"]
        put(name + "(")
        self._attributes(shown, put, indent + len(name) + 1, allowance, context, level)
        put(")")

    def _namespace(self, obj, put, indent, allowance, context, level):
        put("namespace(")
        self._attributes(list(obj.__dict__.items()), put, indent + 10, allowance, context, level)
        put(")")

    def _attributes(self, pairs, put, indent, allowance, context, level):
        for at, (key, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            put(f"{key}=")
            if id(value) in context:
                put("...")
            else:
                self._format(value, put, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                put(",\n" + " " * indent)

    def _repr(self, obj, context, level):
        """Return the repr in one line; deeper than the depth stand three dots."""
        kind = type(obj)
        if self._underscore and isinstance(obj, int) and kind.__repr__ is int.__repr__:
            return f"{obj:_d}"
        own = kind.__repr__
        is_dict = isinstance(obj, dict) and own is dict.__repr__
        if not is_dict and not (isinstance(obj, (list, tuple)) and own in (list.__repr__, tuple.__repr__)):
            return repr(obj)
        if not obj:
            return repr(obj)
        if self._depth is not None and level >= self._depth:
            return "{...}" if is_dict else "[...]" if isinstance(obj, list) else "(...)"
        key = id(obj)
        if key in context:
            return f"<Recursion on {kind.__name__} with id={key}>"
        context[key] = True
        level += 1
        if is_dict:
            pairs = obj.items()
            if self._sort_dicts:
                pairs = sorted(pairs, key=lambda pair: (_Sortable(pair[0]), _Sortable(pair[1])))
            parts = [f"{self._repr(k, context, level)}: {self._repr(v, context, level)}" for k, v in pairs]
            text = "{" + ", ".join(parts) + "}"
        else:
            inner = ", ".join([self._repr(item, context, level) for item in obj])
            if isinstance(obj, list):
                text = f"[{inner}]"
            else:
                text = f"({inner},)" if len(obj) == 1 else f"({inner})"
        del context[key]
        return text


def _words(line):
    """Split into words with the spaces after them."""
    parts, at = [], 0
    while at < len(line):
        start = at
        while at < len(line) and not line[at].isspace():
            at += 1
        while at < len(line) and line[at].isspace():
            at += 1
        parts.append(line[start:at])
    return parts


def _byte_lines(data, width, allowance):
    current = b""
    last = len(data) // 4 * 4
    for at in range(0, len(data), 4):
        part = data[at : at + 4]
        if at == last:
            width -= allowance
        if len(repr(current + part)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current += part
    if current:
        yield repr(current)
