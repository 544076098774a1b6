"""Objects that stand in for others and remember how they were used; patches are in `_patch`. Absent: `mock_open`, autospec of signatures."""

import inspect

from ._call import ANY, _Call, _is_call, call

__all__ = ["Mock", "MagicMock", "AsyncMock", "NonCallableMock", "NonCallableMagicMock", "PropertyMock", "patch", "sentinel",
           "DEFAULT", "ANY", "call", "create_autospec", "FILTER_DIR", "seal", "mock_open"]  # fmt: skip

FILTER_DIR = True


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    """Makes an object of its own for each name."""

    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing, _deleted = sentinel.MISSING, sentinel.DELETED

_TYPOS = ("assert", "assret", "asert", "aseert", "assrt")
_ASSERTIONS = ("assert_called", "assert_called_with", "assert_called_once", "assert_called_once_with", "assert_not_called",
               "assert_any_call", "assert_has_calls")  # fmt: skip


class NonCallableMock:
    """A stand-in that cannot be called."""

    def __new__(cls, /, *args, **kw):
        spec = args[0] if args else kw.get("spec") or kw.get("spec_set")
        bases = (cls,)
        if not issubclass(cls, AsyncMock) and spec is not None and inspect.iscoroutinefunction(spec):
            bases = (AsyncMock, cls) if issubclass(cls, CallableMixin) else bases
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):  # fmt: skip
        own = self.__dict__
        own.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_new_parent=_new_parent if _new_parent is not None else parent,
            _mock_sealed=False, _mock_children={}, _mock_wraps=wraps, _mock_unsafe=unsafe, _mock_return_value=DEFAULT,
            _mock_side_effect=None, method_calls=_CallList(), _mock_spec_set=spec_set is not None,
        )  # fmt: skip
        spec = spec_set if spec_set is not None else spec
        own["_spec_class"], own["_mock_methods"] = None, None
        if spec is not None:
            if isinstance(spec, (list, tuple)) and not hasattr(spec, "_fields") and all(isinstance(s, str) for s in spec):
                own["_mock_methods"] = list(spec)
            else:
                own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
                own["_mock_methods"] = dir(spec)
                own["_spec_asyncs"] = [
                    n for n in dir(spec) if inspect.iscoroutinefunction(inspect.getattr_static(spec, n, None))
                ]
        self._clear()
        if kwargs:
            self.configure_mock(**kwargs)

    def _clear(self):
        self.__dict__.update(
            called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList()
        )
        self.__dict__["method_calls"] = _CallList()

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    def attach_mock(self, mock, attribute):
        """Make a mock an attribute whose calls count here, too."""
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of `spec`."""
        self.__dict__.update(_spec_class=spec if isinstance(spec, type) else type(spec), _mock_methods=dir(spec), _mock_spec_set=spec_set)

    @property
    def return_value(self):
        value = self.__dict__["_mock_return_value"]
        if value is DEFAULT:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.__dict__["_mock_return_value"] = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value) and hasattr(value, "__iter__"):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls."""
        visited = [] if visited is None else visited
        if any(other is self for other in visited):
            return
        visited.append(self)
        self._clear()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self.__dict__["_mock_return_value"]
        if isinstance(value, NonCallableMock) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; dots lead into attributes of attributes."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *parents, name = path.split(".")
            obj = self
            for parent in parents:
                obj = getattr(obj, parent)
            setattr(obj, name, value)

    def __getattr__(self, name):
        own = self.__dict__
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children") or "_mock_children" not in own:
            raise AttributeError(name)
        methods = own["_mock_methods"]
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name[:2] == name[-2:] == "__":
            raise AttributeError(name)
        if not own["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(_TYPOS) or name in _ASSERTIONS:
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute."
                )
        child = own["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = getattr(own["_mock_wraps"], name) if own["_mock_wraps"] is not None else None
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own["_mock_children"][name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect", "__class__") or name in own and name not in own["_mock_children"]:
            if name == "__class__":
                own["_spec_class"] = value
                return
            object.__setattr__(self, name, value)
            return
        methods = own.get("_mock_methods")
        if own.get("_mock_spec_set") and methods is not None and name not in methods and name not in own:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name in _ALL_MAGICS:
            _set_magic(self, name, value)
            return
        if own.get("_mock_sealed") and name not in own["_mock_children"]:
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if _adopt(self, value, name, name):
            own["_mock_children"][name] = value
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        methods = self.__dict__["_mock_methods"]
        names = [n for n in dir(type(self)) if not n.startswith("_")] if methods is None else methods
        return sorted({*names, *(n for n in self.__dict__ if not n.startswith("_")), *(n for n, c in self._mock_children.items() if c is not _deleted)})

    def _get_child_mock(self, /, **kw):
        if self.__dict__["_mock_sealed"]:
            name = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + name)
        kind = type(self).__mro__[1]
        if kw.get("_new_name") in self.__dict__.get("_spec_asyncs", ()):
            return AsyncMock(**kw)
        if issubclass(kind, AsyncMock):
            if kw.get("_new_name") in _ALL_MAGICS and kw.get("_new_name") not in _ASYNC_MAGICS:
                kind = MagicMock
            elif kw.get("_new_name") == "()":
                kind = MagicMock
        elif not issubclass(kind, CallableMixin):
            kind = MagicMock if issubclass(kind, MagicMixin) else Mock
        return kind(**kw)

    def _extract_mock_name(self):
        """Return the name with those of the parents."""
        parts, at = [self._mock_new_name], self
        parent = self._mock_new_parent
        dot = "." if parts == ["()"] else "."
        if parts == ["()"]:
            dot = ""
        while parent is not None:
            at = parent
            parts.append((at._mock_new_name or "") + dot)
            dot = "" if at._mock_new_name == "()" else "."
            parent = at._mock_new_parent
        parts = list(reversed(parts))
        first = at._mock_name or "mock"
        if len(parts) > 1 and parts[1] not in ("()", "()."):
            first += "."
        parts[0] = first
        return "".join(part or "" for part in parts)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = self.__dict__["_spec_class"]
        kind = type(self).__mro__[1].__name__
        return f"<{kind}{shown}{f' spec={spec.__name__!r}' if spec is not None else ''} id='{id(self)}'>"

    def _expected(self, args, kwargs):
        return _Call((self._mock_name or "mock", args, kwargs)).as_text(self._mock_name or "mock")

    def _mismatch(self, args, kwargs, actual):
        shown = _Call(("", *actual)).as_text(self._mock_name or "mock")
        return f"expected call not found.\nExpected: {self._expected(args, kwargs)}\n  Actual: {shown}"

    def _calls_text(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_not_called(self):
        """Fail if it was called."""
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to not have been called. Called {self.call_count} times.{self._calls_text()}"
            )

    def assert_called(self):
        """Fail unless it was called."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        """Fail unless it was called once."""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to have been called once. Called {self.call_count} times.{self._calls_text()}"
            )

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call was so."""
        if self.call_args is None:
            raise AssertionError(
                f"expected call not found.\nExpected: {self._expected(args, kwargs)}\n  Actual: not called."
            )
        if self.call_args != _Call((args, kwargs), two=True):
            raise AssertionError(self._mismatch(args, kwargs, self.call_args))

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless the only call was so."""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to be called once. Called {self.call_count} times.{self._calls_text()}"
            )
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless some call was so."""
        if _Call((args, kwargs), two=True) not in list(self.call_args_list):
            raise AssertionError(f"{self._expected(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless these calls were made."""
        expected = [c if _is_call(c) else _Call(c) for c in calls]
        actual = self.mock_calls
        if not any_order:
            if not _contains(actual, expected):
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(calls)}\n  Actual: {actual!r}")
            return
        left, missing = list(actual), []
        for one in expected:
            if one in left:
                left.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError(
                f"'{self._mock_name or 'mock'}' does not contain all of {tuple(missing)!r} in its call list, found {actual!r} instead"
            )


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _adopt(parent, value, name, new_name):
    """Let the calls of a mock count at its new parent, if it has none."""
    if not isinstance(value, NonCallableMock) or "_mock_children" not in value.__dict__:
        return False
    own = value.__dict__
    if own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None or own["_mock_new_parent"] is not None:
        return False
    at = parent
    while at is not None:
        if at is value:
            return False
        at = at._mock_new_parent
    own.update(_mock_new_parent=parent, _mock_new_name=new_name)
    if name:
        own.update(_mock_parent=parent, _mock_name=name)
    return True


def _contains(actual, expected):
    n = len(expected)
    return any(list(actual[at : at + n]) == expected for at in range(len(actual) - n + 1))


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return _contains(self, value)

    def __repr__(self):
        text = list.__repr__(self)
        if len(text) <= 80:
            return text
        from pprint import pformat

        return pformat(list(self))


class CallableMixin:
    """What makes a mock callable."""

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._result(args, kwargs)

    def _record(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        own["call_args"] = _Call((args, kwargs), two=True)
        self.call_args_list.append(_Call((args, kwargs), two=True))
        self.mock_calls.append(_Call(("", args, kwargs)))
        name, method_name = self._mock_new_name, self._mock_name
        is_method, parent = own["_mock_parent"] is not None, self._mock_new_parent
        is_a_call = name == "()"
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if is_a_call else "."
                is_a_call = parent._mock_new_name == "()"
                name = f"{parent._mock_new_name}{dot}{name}"
            parent = parent._mock_new_parent

    def _result(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__["_mock_return_value"] is not DEFAULT or self._mock_wraps is None:
            return self.return_value
        return self._mock_wraps(*args, **kwargs)


class Mock(CallableMixin, NonCallableMock):
    """A stand-in: attributes and calls give more of them, and are remembered."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, *args, **kwargs):
        super().__init__(spec, *args, **kwargs)
        self.side_effect = side_effect
        if return_value is not DEFAULT:
            self.return_value = return_value


from ._magic import ALL as _ALL_MAGICS, ASYNC as _ASYNC_MAGICS, MagicMixin, set_magic as _set_magic  # noqa: E402


class MagicMock(MagicMixin, Mock):
    """A stand-in that has the special methods, too."""


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A stand-in that has the special methods, but cannot be called."""


class AsyncMock(MagicMixin, Mock):
    """A stand-in for a coroutine function: calls give coroutines, and awaiting is remembered."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())
        self.__dict__["_is_coroutine_mark"] = inspect._mark

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._execute(args, kwargs)

    async def _execute(self, args, kwargs):
        own = self.__dict__
        own["await_count"] += 1
        own["await_args"] = _Call((args, kwargs), two=True)
        self.await_args_list.append(own["await_args"])
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if inspect.isawaitable(result):
                    result = await result
            if result is not DEFAULT:
                return result
        if own["_mock_return_value"] is not DEFAULT or self._mock_wraps is None:
            return self.return_value
        result = self._mock_wraps(*args, **kwargs)
        return await result if inspect.isawaitable(result) else result

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def assert_awaited(self):
        """Fail unless it was awaited."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Fail unless it was awaited once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fail unless it was last awaited so."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._expected(args, kwargs)}\nNot awaited")
        if self.await_args != _Call((args, kwargs), two=True):
            text = self._mismatch(args, kwargs, self.await_args)
            raise AssertionError(text.replace("expected call", "expected await"))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fail unless it was awaited once, and so."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times.")
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fail unless it was awaited so at some time."""
        if _Call((args, kwargs), two=True) not in list(self.await_args_list):
            raise AssertionError(f"{self._expected(args, kwargs)} await not found")

    def assert_not_awaited(self):
        """Fail if it was awaited."""
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. Awaited {self.await_count} times.")


class PropertyMock(Mock):
    """A stand-in for a property: reading calls it, and setting calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    """Return a mock with the attributes of something. The signatures are not checked."""
    if inspect.iscoroutinefunction(spec):
        return AsyncMock(**kwargs)
    made = MagicMock(spec_set=spec, **kwargs) if spec_set else MagicMock(spec=spec, **kwargs)
    if isinstance(spec, type) and not instance and "return_value" not in kwargs:
        made.return_value = MagicMock(spec=spec)
    return made


def seal(mock):
    """Let no more attributes be made."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def mock_open(*args, **kwargs):
    """Refused: there are no files."""
    raise NotImplementedError("mock.mock_open() is not supported: there are no files")


from ._patch import patch  # noqa: E402
