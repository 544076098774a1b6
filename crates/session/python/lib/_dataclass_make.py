"""How `dataclasses.dataclass` makes a class: it finds the fields, writes the methods as source text and runs it."""

import dataclasses
from dataclasses import _FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR, _HAS_DEFAULT_FACTORY, KW_ONLY, MISSING, Field, InitVar


def process(cls, params):
    fields = _all_fields(cls, params)
    cls.__dataclass_fields__ = fields
    has_hash = "__hash__" in cls.__dict__ and not (cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    kept = [f for f in fields.values() if f._field_type is _FIELD]
    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    maker = _Maker(cls)
    if params.init:
        _make_init(maker, all_init, params.frozen, "__post_init__" in dir(cls), params.slots)
    maker.own("__replace__", dataclasses._replace)
    if params.repr:
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in kept if f.repr)
        maker.function("__repr__", "self", [f"return f\"{{self.__class__.__qualname__}}({shown})\""], guard=True)
    compared = [f.name for f in kept if f.compare]
    if params.eq:
        terms = " and ".join(f"self.{name} == other.{name}" for name in compared) or "True"
        maker.function("__eq__", "self, other", [
            "if self is other:", " return True", "if other.__class__ is self.__class__:", f" return {terms}",
            "return NotImplemented",
        ])  # fmt: skip
    if params.order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            mine, its = (_tuple_of(side, compared) for side in ("self", "other"))
            maker.function(name, "self, other", [
                "if other.__class__ is self.__class__:", f" return {mine} {op} {its}", "return NotImplemented",
            ])  # fmt: skip
    if params.frozen:
        names = _tuple_text([repr(f.name) for f in kept])
        for name, arguments, verb in (
            ("__setattr__", "name, value", "assign to"), ("__delattr__", "name", "delete")):  # fmt: skip
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
            maker.function(name, f"self, {arguments}", [
                f"if type(self) is cls or name in {names}:", f" raise FrozenInstanceError(f'cannot {verb} field {{name!r}}')",
                f"super(cls, self).{name}({arguments})",
            ])  # fmt: skip
    _make_hash(maker, cls, params, kept, has_hash)
    maker.finish()
    if not cls.__doc__:
        cls.__doc__ = f"{cls.__name__}{_signature_text(all_init) if params.init else '()'}"
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in all_init if f.init and not f.kw_only])
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _with_slots(cls, params, kept)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods

        update_abstractmethods(cls)
    return cls


class _Maker:
    """Gathers functions as text and makes them all at once."""

    def __init__(self, cls):
        self.cls = cls
        self.lines = []
        self.names = []
        self.annotations = {}  # of __init__
        self.values = {"cls": cls, "FrozenInstanceError": dataclasses.FrozenInstanceError}

    def own(self, name, value):
        if name not in self.cls.__dict__:
            setattr(self.cls, name, value)

    def function(self, name, arguments, body, guard=False):
        self.names.append((name, guard))
        self.lines.append(f" def {name}({arguments}):")
        self.lines.extend(f"  {line}" for line in body)

    def finish(self):
        cls = self.cls
        returned = ", ".join(name for name, _ in self.names)
        text = "\n".join([f"def make({', '.join(self.values)}):", *self.lines, f" return ({returned}{',' if returned else ''})"])
        namespace = {}
        exec(text, {"__name__": cls.__module__}, namespace)
        for (name, guard), function in zip(self.names, namespace["make"](**self.values)):
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if name == "__init__":
                function.__annotations__ = self.annotations | {"return": None}
            if guard:
                function = _guarded(function)
            if name in ("__init__", "__repr__", "__eq__") and name in cls.__dict__:
                continue
            setattr(cls, name, function)


def _guarded(function):
    """Let a repr that meets itself show three dots."""
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)

    __repr__.__qualname__ = function.__qualname__
    __repr__.__module__ = function.__module__
    __repr__.__wrapped__ = function
    return __repr__


def _all_fields(cls, params):
    found, frozen_bases, has_bases = {}, [], False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            has_bases = True
            found.update(inherited)
            if "__dataclass_params__" in base.__dict__:
                frozen_bases.append(base.__dict__["__dataclass_params__"].frozen)
    kw_only, seen, own = params.kw_only, False, []
    for name, kind in cls.__dict__.get("__annotations__", {}).items():
        if kind is KW_ONLY or isinstance(kind, str) and kind.split(".")[-1] == "KW_ONLY":
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = kw_only = True
        else:
            own.append(_own_field(cls, name, kind, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any(frozen_bases) and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if params.frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_params__ = params
    return found


def _own_field(cls, name, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING  # a slot of the same name
        f = dataclasses.field(default=default)
    f.name, f.type, f._field_type = name, kind, _kind_of(kind)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _kind_of(kind):
    if isinstance(kind, str):
        head = kind.partition("[")[0].strip().rpartition(".")[2]
        return {"ClassVar": _FIELD_CLASSVAR, "InitVar": _FIELD_INITVAR}.get(head, _FIELD)
    if kind is InitVar or type(kind) is InitVar:
        return _FIELD_INITVAR
    if getattr(kind, "__origin__", kind) is not list and repr(kind).startswith("typing.ClassVar"):
        return _FIELD_CLASSVAR
    return _FIELD


def _tuple_text(items):
    return f"({', '.join(items)}{',' if items else ''})"


def _tuple_of(side, names):
    return _tuple_text([f"{side}.{name}" for name in names])


def _make_init(maker, fields, frozen, has_post_init, slots):
    usual = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    optional = None
    for f in usual:
        if f.default is not MISSING or f.default_factory is not MISSING:
            optional = f
        elif optional is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {optional.name!r}")
    this = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    values = maker.values
    maker.annotations = {f.name: f.type for f in [*usual, *keyword]}
    values["__factory__"] = _HAS_DEFAULT_FACTORY
    if frozen:
        values["__object_setattr__"] = object.__setattr__
    body = []
    for f in fields:
        text = f.name
        if f.default_factory is not MISSING:
            values[f"__factory_{f.name}__"] = f.default_factory
            text = f"__factory_{f.name}__()"
            if f.init:
                text = f"{text} if {f.name} is __factory__ else {f.name}"
        elif f.default is not MISSING:
            values[f"__default_{f.name}__"] = f.default
            if not f.init:
                if not slots:
                    continue
                text = f"__default_{f.name}__"
        elif not f.init:
            continue
        if f._field_type is not _FIELD_INITVAR:
            body.append(f"__object_setattr__({this}, {f.name!r}, {text})" if frozen else f"{this}.{f.name} = {text}")
    if has_post_init:
        given = ", ".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{this}.__post_init__({given})")
    parameters = [this, *map(_parameter, usual), *(["*"] if keyword else []), *map(_parameter, keyword)]
    maker.function("__init__", ", ".join(parameters), body or ["pass"])


def _parameter(f):
    if f.default is not MISSING:
        return f"{f.name}=__default_{f.name}__"
    return f.name if f.default_factory is MISSING else f"{f.name}=__factory__"


def _make_hash(maker, cls, params, fields, has_hash):
    if params.unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not params.eq or has_hash:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
    maker.function("__hash__", "self", [f"return hash({_tuple_of('self', names)})"])


def _signature_text(fields):
    parts = []
    for keyword in (False, True):
        chosen = [f for f in fields if f.init and f.kw_only == keyword]
        if keyword and chosen:
            parts.append("*")
        for f in chosen:
            kind = f.type.type if isinstance(f.type, InitVar) else f.type
            shown = f"{kind!r}" if isinstance(kind, str) else _annotation(f.type)
            default = "" if f.default is MISSING else f" = {f.default!r}"
            if f.default_factory is not MISSING:
                default = " = <factory>"
            parts.append(f"{f.name}: {shown}{default}")
    return f"({', '.join(parts)})"


def _annotation(kind):
    if isinstance(kind, type):
        return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind).replace("typing.", "")


def _with_slots(cls, params, fields):
    """Make the class again, with slots."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = {name for base in cls.__mro__[1:-1] for name in base.__dict__.get("__slots__", ())}
    names = [f.name for f in fields if f.name not in inherited]
    if params.weakref_slot and "__weakref__" not in inherited:
        names.append("__weakref__")
    for f in fields:
        namespace.pop(f.name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace["__slots__"] = tuple(names)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if params.frozen:
        new.__getstate__ = _getstate
        new.__setstate__ = _setstate
    return new


def _getstate(self):
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _setstate(self, state):
    for f, value in zip(dataclasses.fields(self), state):
        object.__setattr__(self, f.name, value)
