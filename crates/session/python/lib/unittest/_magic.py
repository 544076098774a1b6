"""Special methods of mocks."""

from _types import FunctionType, MethodType

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod".split()
_RIGHT = [f"__{'i' if kind == 'i' else kind}{name}__" for name in _NUMERIC for kind in ("", "i", "r") if not (kind == "i" and name == "divmod")]
_OTHERS = """__lt__ __gt__ __le__ __ge__ __eq__ __ne__ __getitem__ __setitem__ __delitem__ __len__ __contains__ __str__
__enter__ __exit__ __bool__ __iter__ __next__ __hash__ __int__ __float__ __complex__ __index__ __neg__ __pos__ __abs__
__invert__ __round__ __trunc__ __floor__ __ceil__ __call__ __sizeof__ __reversed__ __missing__ __format__ __repr__
__dir__ __get__ __set__ __delete__ __getattr__ __fspath__""".split()
ASYNC = {"__aenter__", "__aexit__", "__aiter__", "__anext__"}
ALL = {*_RIGHT, *_OTHERS, *ASYNC}

_RETURNS = {
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__fspath__": None,
}  # fmt: skip
_COMPUTED = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: 64,
}
_DEFAULT = [
    name for name in (*_OTHERS, *(f"__{n}__" for n in _NUMERIC), *(n for n in _RIGHT if n.startswith("__i")), *ASYNC)
    if name not in ("__repr__", "__dir__", "__call__", "__get__", "__set__", "__delete__", "__getattr__", "__next__",
                    "__reversed__", "__missing__", "__format__", "__anext__")
]  # fmt: skip


def set_magic(mock, name, value):
    """Set a special method: on the class of this mock alone."""
    from .mock import NonCallableMock, _adopt

    if isinstance(value, NonCallableMock):
        _adopt(mock, value, None, name)
        mock._mock_children[name] = value

        def method(self, /, *args, **kwargs):
            return value(*args, **kwargs)

    elif isinstance(value, (FunctionType, MethodType)) or callable(value):

        def method(self, /, *args, **kwargs):
            return value(self, *args, **kwargs) if isinstance(value, FunctionType) else value(*args, **kwargs)

    else:
        type.__setattr__(type(mock), name, value)
        return
    type.__setattr__(type(mock), name, method)


def _make(name):
    """Make the special method that all magic mocks share: it asks the child of its name."""

    def method(self, /, *args, **kwargs):
        return child_of(self, name)(*args, **kwargs)

    method.__name__ = name
    return method


def child_of(mock, name):
    """Return the mock of a special method, with its usual result."""
    from .mock import AsyncMock, MagicMock

    child = mock._mock_children.get(name)
    if child is not None:
        return child
    kind = AsyncMock if name in ("__aenter__", "__aexit__") else MagicMock
    child = kind(name=name, _new_name=name, _new_parent=mock)
    mock._mock_children[name] = child
    if name in _RETURNS:
        child.__dict__["_mock_return_value"] = _RETURNS[name]
    elif name in _COMPUTED:
        child.__dict__["_mock_return_value"] = _COMPUTED[name](mock)
    elif name in ("__eq__", "__ne__"):
        child.side_effect = lambda other: _given(child, mock is other, name == "__eq__")
    elif name in ("__lt__", "__gt__", "__le__", "__ge__"):
        child.__dict__["_mock_return_value"] = NotImplemented
    elif name == "__iter__":
        child.side_effect = lambda: iter(_items(child))
    elif name == "__aiter__":
        child.side_effect = lambda: _aiter(_items(child))
    elif name == "__aexit__":
        child.__dict__["_mock_return_value"] = False
    return child


def _given(child, same, is_equality):
    from .mock import DEFAULT

    value = child.__dict__["_mock_return_value"]
    if value is not DEFAULT:
        return value
    return is_equality if same else NotImplemented


def _items(child):
    from .mock import DEFAULT

    value = child.__dict__["_mock_return_value"]
    return [] if value is DEFAULT else value


async def _aiter(items):
    for item in items:
        yield item


class MagicMixin:
    """Has special methods that do something harmless."""

    def __getattribute__(self, name):
        if name in _SHARED and name not in object.__getattribute__(self, "__dict__"):
            own = type(self).__dict__.get(name)
            if own is None and "_mock_children" in object.__getattribute__(self, "__dict__"):
                methods = object.__getattribute__(self, "_mock_methods")
                if methods is not None and name not in methods:
                    raise AttributeError(f"Mock object has no attribute {name!r}")
                return child_of(self, name)
        return object.__getattribute__(self, name)


_SHARED = frozenset(_DEFAULT)
for _name in _DEFAULT:
    setattr(MagicMixin, _name, _make(_name))
