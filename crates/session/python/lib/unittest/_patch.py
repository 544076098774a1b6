"""Putting mocks in the place of attributes, for a while."""

import sys
from functools import wraps

from .mock import DEFAULT, AsyncMock, MagicMock, NonCallableMock, create_autospec

_active = []


def _resolve(target):
    try:
        path, name = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return (lambda: _import(path)), name


def _import(path):
    first, *rest = path.split(".")
    found = __import__(first)
    at = first
    for part in rest:
        at += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(at)
            found = getattr(found, part)
    return found


class _patch:
    """One patch: a decorator, a context manager, or started and stopped."""

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.spec, self.create = getter, attribute, new, spec, create
        self.spec_set, self.autospec, self.new_callable, self.kwargs = spec_set, autospec, new_callable, kwargs
        self.more = []  # of patch.multiple
        self.attribute_name = None

    def copy(self):
        new = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                     self.new_callable, self.kwargs)  # fmt: skip
        new.attribute_name, new.more = self.attribute_name, [patcher.copy() for patcher in self.more]
        return new

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        import contextlib
        import inspect

        def entered(stack, args, kwargs):
            for patcher in patched.patchings:
                made = stack.enter_context(patcher)
                if patcher.attribute_name is not None:
                    kwargs = {**kwargs, **made}
                elif patcher.new is DEFAULT:
                    args = (*args, made)
            return args, kwargs

        if inspect.iscoroutinefunction(func):

            @wraps(func)
            async def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args, kwargs = entered(stack, args, kwargs)
                    return await func(*args, **kwargs)

        else:

            @wraps(func)
            def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args, kwargs = entered(stack, args, kwargs)
                    return func(*args, **kwargs)

        patched.patchings = [self]
        return patched

    def _original(self):
        target, name = self.target, self.attribute
        own = getattr(target, "__dict__", {})
        if name in own:
            return own[name], True
        original = getattr(target, name, DEFAULT)
        if name in _builtins() and isinstance(target, type(sys)):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, False

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT and self.autospec is None:
            kwargs = dict(self.kwargs)
            for key, given in (("spec", self.spec), ("spec_set", self.spec_set)):
                if given is True:
                    kwargs[key] = original
                elif given is not None:
                    kwargs[key] = given
            if self.new_callable is not None:
                kind = self.new_callable
            else:
                import inspect

                kind = AsyncMock if inspect.iscoroutinefunction(getattr(original, "__func__", original)) else MagicMock
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                kwargs.setdefault("name", self.attribute)
            new = kind(**kwargs)
        elif self.autospec is not None:
            new = create_autospec(original if self.autospec is True else self.autospec, spec_set=bool(self.spec_set), **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        made = {self.attribute_name: new} if self.new is DEFAULT else {}
        self._entered = []
        for patcher in self.more:
            made.update(patcher.__enter__())
            self._entered.append(patcher)
        return made

    def __exit__(self, *exc_info):
        for patcher in reversed(self.more):
            patcher.__exit__(*exc_info)
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        return False

    def start(self):
        """Patch until `stop`."""
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        """End the patch."""
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


def _builtins():
    import builtins

    return builtins.__dict__


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):  # fmt: skip
    """Put a mock in the place of what `package.module.name` means."""
    getter, attribute = _resolve(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):  # fmt: skip
    """Put a mock in the place of an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Patch several attributes of an object."""
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = (lambda: _import(target)) if type(target) is str else lambda: target
    made = []
    for name, new in kwargs.items():
        patcher = _patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = name
        made.append(patcher)
    made[0].more = made[1:]
    return made[0]


class _patch_dict:
    """Changes a dictionary for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(f, name)))
            return f

        @wraps(f)
        def inner(*args, **kwargs):
            with self:
                return f(*args, **kwargs)

        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    def start(self):
        """Change until `stop`."""
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        """Restore the dictionary."""
        if self in _active:
            _active.remove(self)
            self.__exit__()


def _stopall():
    """Stop all patches that were started."""
    for patcher in reversed(_active[:]):
        patcher.stop()


patch.object, patch.dict, patch.multiple, patch.stopall, patch.TEST_PREFIX = (
    _patch_object, _patch_dict, _patch_multiple, _stopall, "test",
)  # fmt: skip
