"""Signatures of callables, for `inspect`."""

from _types import BuiltinFunctionType, FunctionType, MethodType
from enum import IntEnum
from functools import partial

__name__ = "inspect"  # where the classes are to be found


class _empty:
    """Stands for what is not there."""


class _void:
    """Stands for what is not given."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self]


_ONLY, _USUAL, _ARGS, _KEYWORD, _KWARGS = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """Return an annotation as text."""
    if getattr(annotation, "__module__", None) == "typing" and not isinstance(annotation, type):
        return repr(annotation).replace("typing.", "")
    if type(annotation) is type(list[int]):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "") if "typing." in repr(annotation) else repr(annotation)


class Parameter:
    """One parameter: its name, kind, default and annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_ARGS, _KWARGS):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Return another parameter, with other values for some fields."""
        return type(self)(
            self._name if name is _void else name, self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )  # fmt: skip

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f"{' = ' if self._annotation is not _empty else '='}{self._default!r}"
        return {_ARGS: "*", _KWARGS: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation))


class BoundArguments:
    """Arguments and the parameters they belong to."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        found = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_KWARGS, _KEYWORD) or name not in self.arguments:
                break
            found.extend(self.arguments[name] if p.kind is _ARGS else [self.arguments[name]])
        return tuple(found)

    @property
    def kwargs(self):
        found, keywords = {}, False
        for name, p in self._signature.parameters.items():
            if p.kind in (_KWARGS, _KEYWORD) or name not in self.arguments:
                keywords = True
            if keywords and name in self.arguments:
                if p.kind is _KWARGS:
                    found.update(self.arguments[name])
                elif p.kind is not _ARGS:
                    found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Put in the defaults of what was not given."""
        new = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind in (_ARGS, _KWARGS):
                new[name] = () if p.kind is _ARGS else {}
        self.arguments = new

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    """The parameters of a callable and what it returns."""

    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, kind, has_default = {}, _ONLY, False
        for p in parameters or ():
            if __validate_parameters__:
                if p.kind < kind:
                    raise ValueError(
                        f"wrong parameter order: {kind.description} parameter before {p.kind.description} parameter"
                    )
                kind = p.kind
                if kind in (_ONLY, _USUAL):
                    if p.default is not _empty:
                        has_default = True
                    elif has_default:
                        raise ValueError("non-default argument follows default argument")
                if p.name in found:
                    raise ValueError(f"duplicate parameter name: {p.name!r}")
            found[p.name] = p
        self._parameters, self._return_annotation = found, return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Return the signature of a callable."""
        return _of(obj, follow_wrapped, eval_str, cls)

    @property
    def parameters(self):
        from _types import MappingProxyType

        return MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Return another signature, with other parameters or another result."""
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    __replace__ = replace

    def bind(self, /, *args, **kwargs):
        """Find out which parameter gets which argument."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """The same, but arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        found, left = {}, list(args)
        parameters = list(self._parameters.values())
        kwargs = dict(kwargs)
        for at, p in enumerate(parameters):
            name, kind = p.name, p.kind
            if kind is _ARGS:
                if left:
                    found[name], left = tuple(left), []
            elif kind is _KWARGS:
                continue
            elif left and kind in (_ONLY, _USUAL):
                if name in kwargs and kind is not _ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = left.pop(0)
            elif name in kwargs and kind is not _ONLY:
                found[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                if name in kwargs and not any(q.kind is _KWARGS for q in parameters):
                    raise TypeError(f"got some positional-only arguments passed as keyword arguments: {name!r}")
                first = all(q.kind is not _ARGS and q.default is _empty for q in parameters[:at])
                which = " keyword-only" if kind is _KEYWORD and first else ""
                raise TypeError(f"missing a required{which} argument: {name!r}")
        if left:
            raise TypeError("too many positional arguments")
        rest = next((p for p in parameters if p.kind is _KWARGS), None)
        if rest is not None:
            if kwargs:
                found[rest.name] = kwargs
        elif kwargs:
            only = [p.name for p in parameters if p.kind is _ONLY and p.name in kwargs]
            if only:
                raise TypeError(
                    f"got some positional-only arguments passed as keyword arguments: {', '.join(only)!r}"
                )
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, {p.name: found[p.name] for p in parameters if p.name in found})

    def format(self, *, max_width=None):
        """Return the signature as text, one parameter a line if it is too wide."""
        parts, slash, star = [], False, True
        for p in self._parameters.values():
            if p.kind is _ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if p.kind is _ARGS:
                star = False
            elif p.kind is _KEYWORD and star:
                parts.append("*")
                star = False
            parts.append(str(p))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        mine, its = [
            (
                [p for p in s._parameters.values() if p.kind is not _KEYWORD],
                {p.name: p for p in s._parameters.values() if p.kind is _KEYWORD},
                s._return_annotation,
            )
            for s in (self, other)
        ]
        return mine == its

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Return the signature of a callable."""
    return _of(obj, follow_wrapped, eval_str, Signature)


def _of(obj, follow, eval_str, cls):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, MethodType):
        return _without_first(_of(obj.__func__, follow, eval_str, cls))
    while follow and hasattr(obj, "__wrapped__") and not hasattr(obj, "__signature__"):
        obj = obj.__wrapped__
        if isinstance(obj, MethodType):
            return _of(obj, follow, eval_str, cls)
    given = getattr(obj, "__signature__", None)
    if isinstance(given, Signature):
        return given
    if isinstance(obj, FunctionType):
        return _of_function(obj, eval_str, cls)
    if isinstance(obj, partial):
        return _of_partial(obj, _of(obj.func, follow, eval_str, cls))
    if isinstance(obj, type):
        return _of_class(obj, follow, eval_str, cls)
    if isinstance(obj, BuiltinFunctionType) or type(obj).__name__ in ("method_descriptor", "wrapper_descriptor"):
        raise ValueError(f"no signature found for builtin {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, FunctionType):
        return _without_first(_of(call, follow, eval_str, cls))
    raise ValueError(f"no signature found for {obj!r}")


def _of_class(obj, follow, eval_str, cls):
    call = type(obj).__dict__.get("__call__") if type(obj) is not type else None
    if isinstance(call, FunctionType) and type(obj).__module__ not in ("enum", "typing"):
        return _without_first(_of(call, follow, eval_str, cls))
    for base in obj.__mro__:
        for name in ("__new__", "__init__"):
            method = base.__dict__.get(name)
            method = getattr(method, "__func__", method)
            if isinstance(method, FunctionType):
                return _without_first(_of(method, follow, eval_str, cls))
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return cls()
    raise ValueError(f"no signature found for builtin type {obj!r}")


def _without_first(sig):
    parameters = list(sig._parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD, _KWARGS):
        raise ValueError("invalid method signature")
    return sig.replace(parameters=parameters if parameters[0].kind is _ARGS else parameters[1:])


def _of_function(f, eval_str, cls):
    code = f.__code__
    names = code.co_varnames
    count, only, keyword = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    annotations = f.__annotations__
    if eval_str:
        annotations = {k: eval(v, f.__globals__) if isinstance(v, str) else v for k, v in annotations.items()}
    defaults = f.__defaults__ or ()
    given = dict(zip(names[count - len(defaults) : count], defaults)) | (f.__kwdefaults__ or {})

    def make(name, kind):
        return Parameter(name, kind, default=given.get(name, _empty) if kind not in (_ARGS, _KWARGS) else _empty,
                         annotation=annotations.get(name, _empty))  # fmt: skip

    parameters = [make(name, _ONLY if at < only else _USUAL) for at, name in enumerate(names[:count])]
    at = count + keyword
    if code.co_flags & 4:
        parameters.append(make(names[at], _ARGS))
        at += 1
    parameters.extend(make(name, _KEYWORD) for name in names[count : count + keyword])
    if code.co_flags & 8:
        parameters.append(make(names[at], _KWARGS))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _of_partial(obj, sig):
    try:
        bound = sig.bind_partial(*obj.args, **obj.keywords)
    except TypeError as problem:
        raise ValueError(f"partial object {obj!r} has incorrect arguments") from problem
    parameters, keyword_from_here = [], False
    for name, p in sig._parameters.items():
        if name in bound.arguments:
            if p.kind is _ONLY or p.kind is _USUAL and name not in obj.keywords:
                continue
            if p.kind is _ARGS or p.kind is _KWARGS:
                parameters.append(p)
                continue
            if p.kind is _USUAL:
                keyword_from_here = True
            parameters.append(p.replace(kind=_KEYWORD, default=bound.arguments[name]))
        elif keyword_from_here and p.kind is _USUAL:
            parameters.append(p.replace(kind=_KEYWORD))
        elif not (keyword_from_here and p.kind is _ARGS):
            parameters.append(p)
    return sig.replace(parameters=parameters)
