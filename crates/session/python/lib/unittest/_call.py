"""Calls as values, for `unittest.mock`."""


class _Any:
    """Equals everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"

    __hash__ = None


ANY = _Any()


def _is_call(value):
    return isinstance(value, _Call)


class _Call(tuple):
    """A name, arguments and keywords; `two` leaves out the name."""

    def __new__(cls, value=(), name="", parent=None, two=False):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, dict):
                kwargs = part
            elif isinstance(part, tuple):
                args = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False):
        self._mock_name, self._mock_parent = name, parent

    def _parts(self):
        return tuple(self) if len(self) == 3 else ("", *self)

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented
        other = other if isinstance(other, _Call) else _Call(other)
        (name, args, kwargs), (its_name, its_args, its_kwargs) = self._parts(), other._parts()
        mine, its = self._mock_parent, other._mock_parent
        if mine is not None and its is not None and mine != its:
            return False
        if name and its_name and name != its_name or bool(name) != bool(its_name) and len(self) == len(other) == 3:
            return False
        # ANY is to be asked first.
        return (its_args, its_kwargs) == (args, kwargs)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if self._mock_name is None:
            return _Call(name=name)
        return _Call(name=f"{self._mock_name}.{name}", parent=self)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[-1]

    def count(self, /, *args, **kwargs):
        return self.__getattr__("count")(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__("index")(*args, **kwargs)

    def as_text(self, name):
        _, args, kwargs = self._parts()
        parts = [*map(repr, args), *(f"{key}={value!r}" for key, value in kwargs.items())]
        return f"{name}({', '.join(parts)})"

    def __repr__(self):
        name = self._parts()[0]
        if not self._parts()[1] and not self._parts()[2] and self._mock_name and not self._mock_name.endswith("()") and not name:
            return f"call.{self._mock_name}"
        if not name:
            return self.as_text("call")
        return self.as_text(f"call{name}" if name.startswith("()") else f"call.{name}")

    def call_list(self):
        """Return the calls that this one goes through."""
        found, at = [], self
        while at is not None:
            if at._mock_name and at._mock_name.endswith("()"):
                found.append(at)
            at = at._mock_parent
        from .mock import _CallList

        return _CallList(reversed(found))


call = _Call()
call._mock_name = None
