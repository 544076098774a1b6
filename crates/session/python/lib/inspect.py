"""Questions about functions, classes and coroutines. Absent: sources, which are not kept, and frames."""

import types
from functools import partial

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 0x1, 0x2, 0x4, 0x8, 0x10
CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ASYNC_GENERATOR = 0x200

CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"


def _has_flag(obj, flag):
    if isinstance(obj, types.MethodType):
        obj = obj.__func__
    while isinstance(obj, partial):
        obj = obj.func
    if isinstance(obj, types.MethodType):
        obj = obj.__func__
    return isinstance(obj, types.FunctionType) and bool(obj.__code__.co_flags & flag)


def iscoroutinefunction(obj):
    """Return True for a function written with `async def` that has no yield, or a partial of one."""
    return getattr(obj, "_is_coroutine_mark", None) is _mark or _has_flag(obj, CO_COROUTINE)


_mark = object()


def markcoroutinefunction(func):
    """Let a function that returns coroutines count as a coroutine function."""
    func._is_coroutine_mark = _mark
    return func


def isgeneratorfunction(obj):
    """Return True for a function with yield."""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Return True for a function written with `async def` that has a yield."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutine(object):
    """Return True for what a coroutine function returns."""
    return isinstance(object, types.CoroutineType)


def isgenerator(object):
    """Return True for what a generator function returns."""
    return isinstance(object, types.GeneratorType)


def isasyncgen(object):
    """Return True for what an asynchronous generator function returns."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Return True if the object can be awaited."""
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def isfunction(object):
    """Return True for a function written in Python."""
    return isinstance(object, types.FunctionType)


def ismethod(object):
    """Return True for a function bound to an object."""
    return isinstance(object, types.MethodType)


def isclass(object):
    """Return True for a class."""
    return isinstance(object, type)


def ismodule(object):
    """Return True for a module."""
    return isinstance(object, types.ModuleType)


def isbuiltin(object):
    """Return True for a function that is built in."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Return True for a built-in special method of an object."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Return True for any function or method."""
    kinds = (types.BuiltinFunctionType, types.FunctionType, types.MethodType, types.MethodDescriptorType,
             types.WrapperDescriptorType, types.MethodWrapperType)  # fmt: skip
    return isinstance(object, kinds)


def iscode(object):
    """Return True for a code object."""
    return isinstance(object, types.CodeType)


def istraceback(object):
    """Return True for a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Return True for a frame."""
    return isinstance(object, types.FrameType)


def isabstract(object):
    """Return True for a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def ismethoddescriptor(object):
    """Return True for a method of a class that is no function written in Python."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__") and not hasattr(cls, "__delete__")


def isdatadescriptor(object):
    """Return True for a property and its like."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    """Return True for a computed attribute of a built-in class."""
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    """Return True for a slot."""
    return isinstance(object, types.MemberDescriptorType)


def getmembers(object, predicate=None):
    """Return pairs of name and value of all attributes, by name."""
    found = []
    names = set(dir(object))
    for name in sorted(names):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    """Return the classes that are searched for attributes."""
    return cls.__mro__


def getmodule(object, _filename=None):
    """Return the module that something was defined in."""
    import sys

    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def unwrap(func, *, stop=None):
    """Follow `__wrapped__` to the innermost function."""
    seen = {id(func)}
    first = func
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """Return an attribute without calling anything."""
    if not isinstance(obj, type):
        own = getattr(obj, "__dict__", {})
        if attr in own:
            return own[attr]
    for base in (obj if isinstance(obj, type) else type(obj)).__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Return the annotations of a class, function or module itself."""
    found = obj.__dict__.get("__annotations__", {}) if isinstance(obj, type) else getattr(obj, "__annotations__", None)
    if found is None:
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a module, class, or callable.")
        return {}
    if not eval_str:
        return dict(found)
    if globals is None:
        globals = getattr(obj, "__globals__", None) or getattr(getmodule(obj), "__dict__", {})
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


def getsource(object):
    """Refused: sources are not kept."""
    raise OSError("could not get source code")


getsourcelines = getsourcefile = getfile = findsource = getcomments = getsource


def currentframe():
    """Return a picture of the caller's frame."""
    import sys

    return sys._getframe(0)


def stack(context=1):
    """Refused: frames are no objects here."""
    raise NotImplementedError("inspect.stack() is not supported: frames are no objects here; see traceback.extract_stack()")


_LAZY = ("Signature", "Parameter", "BoundArguments", "signature", "formatannotation", "_empty", "_ParameterKind")


def __getattr__(name):
    if name in _LAZY:
        import _inspect_signature

        value = globals()[name] = getattr(_inspect_signature, name)
        return value
    if name in ("getfullargspec", "getcallargs", "FullArgSpec"):
        import _inspect_old

        value = globals()[name] = getattr(_inspect_old, name)
        return value
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


def getdoc(object):
    """Return the docstring without the indentation of its lines, or that of the method it overrides, or None."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    if isinstance(object, type):
        found = [base.__dict__.get("__doc__") for base in object.__mro__[1:] if base.__module__ != "builtins"]
    else:
        target = getattr(object, "__func__", getattr(object, "fget", object))
        name = getattr(target, "__name__", None)
        owner = getattr(object, "__self__", None)
        if name is None or owner is None:
            path = getattr(target, "__qualname__", "").split(".")[:-1]
            owner = getattr(getmodule(target), path[0], None) if path and path[0] != "<locals>" else None
            for part in path[1:]:
                owner = getattr(owner, part, None)
        mro = owner.__mro__ if isinstance(owner, type) else type(owner).__mro__ if owner is not None else ()
        found = [getattr(base.__dict__.get(name), "__doc__", None) for base in mro]
    return next((doc for doc in found if doc is not None), None)


def cleandoc(doc):
    """Remove the indentation of a docstring's lines and the empty lines around it."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getcoroutinestate(coroutine):
    """Return CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_CREATED


def getgeneratorstate(generator):
    """Return GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_CREATED


AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def getasyncgenstate(agen):
    """Return AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    if agen.ag_frame is None:
        return AGEN_CLOSED
    return AGEN_CREATED


def getcoroutinelocals(coroutine):
    """Return the names of a coroutine's function and their values now."""
    return _locals_of(coroutine.cr_frame)


def getgeneratorlocals(generator):
    """Return the names of a generator's function and their values now."""
    return _locals_of(generator.gi_frame)


def getasyncgenlocals(agen):
    """Return the names of an asynchronous generator's function and their values now."""
    return _locals_of(agen.ag_frame)


def _locals_of(frame):
    return {} if frame is None else dict(frame.f_locals)


__all__ = [*(name for name in list(globals()) if name[0] != "_" and name not in ("types", "partial")), *_LAZY]
