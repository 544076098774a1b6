"""How an enumeration is made: from a class body, and from names given in a call."""

import sys

import enum


class _Proto:
    """Stands for a member in the class body; the member is made as soon as the class is there."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        new = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(new, "_value_"):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as problem:
                    raise TypeError("_value_ not set in __new__, unable to create it") from problem
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        is_flag = enum.Flag is not None and issubclass(cls, enum.Flag)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if value > 0 and value & value - 1 == 0:
                cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        known = _known(cls, value)
        if known is not None:
            new = known
        elif not is_flag or value > 0 and value & value - 1 == 0:
            cls._member_names_.append(name)
        cls._member_map_[name] = new
        if not isinstance(_inherited(cls, name), enum.property):  # which finds the member itself
            type.__setattr__(cls, name, new)
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append(value)


def _inherited(cls, name):
    for base in cls.__mro__[1:]:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


def _known(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for other in cls._member_map_.values():
            if other._value_ == value:
                return other
    return None


def build(mcls, make, name, bases, classdict, boundary, kwds):
    """Make the class; `make` is the `__new__` of the metaclass above."""
    members = list(classdict._member_names)
    if "mro" in members or "" in members:
        bad = ",".join(repr(m) for m in sorted(set(members) & {"mro", ""}))
        raise ValueError(f"invalid enum member name(s) {bad}")
    ignored = set(classdict._ignore) | {"_ignore_"}
    order = classdict.get("_order_")
    namespace = {key: value for key, value in classdict.items() if key not in ignored and key != "_order_"}
    kind, first = mcls._get_mixins_(name, bases)
    new, keeps_new, use_args = _find_new(namespace, kind, first)
    for key in members:
        namespace[key] = _Proto(namespace[key])
    if classdict._generate is not None:
        namespace["_generate_next_value_"] = staticmethod(classdict._generate)
    namespace |= {
        "_new_member_": staticmethod(new), "_use_args_": use_args, "_member_names_": [], "_member_map_": {},
        "_value2member_map_": {}, "_unhashable_values_": [], "_member_type_": kind,
        "_value_repr_": _find_repr(bases), "_boundary_": boundary or getattr(first, "_boundary_", None),
        "_flag_mask_": 0, "_singles_mask_": 0, "_all_bits_": 0, "_inverted_": None,
    }  # fmt: skip
    if kind is not object and "__dataclass_fields__" not in kind.__dict__ and "__reduce_ex__" not in namespace:
        namespace["__reduce_ex__"] = enum.Enum.__reduce_ex__
    cls = make(mcls, name, bases, namespace, **kwds)
    _set_methods(cls, kind, first, bases, namespace)
    if keeps_new:
        type.__setattr__(cls, "__new_member__", new)
    type.__setattr__(cls, "__new__", enum.Enum.__new__)
    if order is not None:
        wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        wanted = [key for key in wanted if key in cls._member_names_ or key not in cls._member_map_]
        if wanted != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {wanted!r}\n  {cls._member_names_!r}")
    return cls


def _find_new(namespace, kind, first):
    """Return what makes members, whether it is to be kept, and whether it takes the values."""
    new = namespace.pop("__new__", None)
    if isinstance(new, staticmethod):
        new = new.__func__
    keeps = first is not None and new is not None
    plain = (None, object.__new__, enum.Enum.__new__)
    if new is None:
        new = object.__new__
        for method in ("__new_member__", "__new__"):
            found = [getattr(possible, method, None) for possible in (kind, first)]
            found = [f for f in found if not any(f is p for p in plain)]
            if found:
                new = found[0]
                break
    return new, keeps, not (first is None or new is enum.Enum.__new__ or new is object.__new__)


def _find_repr(bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, enum.EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                if "__dataclass_fields__" in base.__dict__ and getattr(base.__dict__.get("__dataclass_params__"), "repr", 0):
                    return _dataclass_repr
                return base.__dict__["__repr__"]
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{k}={getattr(self, k)!r}" for k in fields if fields[k].repr)


def _set_methods(cls, kind, first, bases, namespace):
    put = type.__setattr__
    if enum.__dict__.get("ReprEnum") in bases:
        if kind is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in namespace:
            put(cls, "__format__", kind.__format__)
        if "__str__" not in namespace:
            put(cls, "__str__", kind.__repr__ if kind.__str__ is object.__str__ else kind.__str__)
    else:
        for name in ("__repr__", "__str__", "__format__"):
            if name not in namespace:
                found = getattr(cls, name)
                if found is getattr(kind, name) or found is getattr(object, name):
                    put(cls, name, getattr(first, name))
    if "__repr__" not in namespace and cls.__repr__ is kind.__repr__:
        put(cls, "__repr__", first.__repr__)
    if enum.Flag is not None and issubclass(cls, enum.Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in namespace:
                put(cls, name, getattr(enum.Flag, name))


def functional(cls, name, names, module, qualname, kind, start, boundary):
    """Make an enumeration from a string of names, a list of them, pairs, or a mapping."""
    mcls = type(cls)
    bases = (cls,) if kind is None else (kind, cls)
    _, first = mcls._get_mixins_(name, bases)
    classdict = mcls.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for count, item in enumerate(names):
            values.append(first._generate_next_value_(item, start, count, values[:]))
        names = list(zip(names, values))
    for item in names or ():
        key, value = (item, names[item]) if isinstance(item, str) else item
        classdict[key] = value
    classdict["__module__"] = module or sys._getframemodulename(2)
    if qualname is not None:
        classdict["__qualname__"] = qualname
    return mcls.__new__(mcls, name, bases, classdict, boundary=boundary)
