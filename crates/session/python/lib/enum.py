"""Enumerations: classes whose members are fixed. Flags are in `_enum_flags`. Absent: `verify`, `global_enum`, `EnumCheck`."""

from builtins import property as _property

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "show_flag_values",
]  # fmt: skip

Enum = Flag = None  # until the classes below are there


class nonmember:
    """Keeps a value in an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not be one."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property:
    """An attribute of members that does not get in the way of a member of the same name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            name = self.fget.__name__
            try:
                return ownerclass._member_map_[name]
            except KeyError:
                raise AttributeError(f"{ownerclass!r} has no attribute {name!r}") from None
        return self.fget(instance)

    def __set__(self, instance, value):
        name = self.fget.__name__
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self._owner!r}> cannot set attribute {name!r}")

    def __delete__(self, instance):
        raise AttributeError(f"<enum {self._owner!r}> cannot delete attribute {self.fget.__name__!r}")

    def __set_name__(self, ownerclass, name):
        self._owner = ownerclass.__name__


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    return name.startswith(f"_{cls_name}__") and not name.endswith("__")


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


_RESERVED = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
             "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_")  # fmt: skip


class EnumDict(dict):
    """The namespace of a class body: it sorts members from everything else."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._auto_called = False

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _RESERVED:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                already = set(self._ignore) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore or isinstance(value, nonmember):
            value = value.value if isinstance(value, nonmember) else value
        elif isinstance(value, member):
            self._add(key, value := value.value)
        elif not _is_descriptor(value) and not (
            isinstance(value, type) and value.__qualname__ == f"{self._cls_name}.{value.__name__}"
        ):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._resolve(key, value)
            self._add(key, value)
        super().__setitem__(key, value)

    def _add(self, key, value):
        self._member_names[key] = None
        self._last_values.append(value)

    def _resolve(self, key, value):
        """Put values in the place of auto() and of tuples with auto()."""
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._next(key)
            self._auto_called = True
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            items = []
            for item in value:
                if isinstance(item, auto):
                    if item.value is None:
                        item.value = self._next(key)
                    self._auto_called = True
                    item = item.value
                items.append(item)
                self._last_values.append(item)
            self._last_values = self._last_values[: -len(items)]
            return tuple(items)
        return value

    def _next(self, key):
        return self._generate(key, 1, len(self._member_names), self._last_values[:])


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(mcls, cls, bases, **kwds):
        if Enum is None:
            return {}
        mcls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first = mcls._get_mixins_(cls, bases)
        if first is not None:
            namespace["_generate_next_value_"] = getattr(first, "_generate_next_value_", None)
            namespace._auto_called = False
        return namespace

    def __new__(mcls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(mcls, cls, bases, dict(classdict), **kwds)
        from _enum_build import build

        return build(mcls, super().__new__, cls, bases, classdict, boundary, kwds)

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value=_RESERVED, *values, names=_RESERVED, module=None, qualname=None, type=None, start=1,
                 boundary=None):  # fmt: skip
        """Return the member with that value, or make an enumeration of names."""
        if cls._member_map_:
            if names is not _RESERVED:
                values = (names, *values)
            if value is _RESERVED:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, (value, *values) if values else value)
        if names is _RESERVED and not values and type is None:
            return cls.__new__(cls, value)
        if values:
            names = values[0]
        from _enum_build import functional

        return functional(cls, value, names, module, qualname, type, start, boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = ["__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"]  # fmt: skip
        if cls._member_type_ is object:
            return sorted(set(names) | {"__init_subclass__"} | set(cls._member_names_))
        return sorted(set(dir(cls._member_type_)) | set(names) | set(cls._member_names_))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """Return the type of the values and the last enumeration among the bases."""
        if not bases:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return found[0] if found else None


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    _member_map_, _member_names_, _member_type_ = {}, [], object
    _value2member_map_, _unhashable_values_, _use_args_ = {}, [], False

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name in cls._member_map_:
                if cls._member_map_[name]._value_ == value:
                    return cls._member_map_[name]
        if not cls._member_map_:
            if getattr(cls, "_missing_").__func__ is Enum._missing_.__func__:
                raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        error = None
        try:
            result = cls._missing_(value)
        except Exception as problem:
            error, result = problem, None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            if result is None and error is None:
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if error is None:
                error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
            if not isinstance(error, ValueError):
                error.__context__ = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            raise error
        finally:
            error = result = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """Return the value that auto() stands for."""
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        own = {name for name in self.__dict__ if name[:1] != "_"}
        for cls in type(self).__mro__:
            own |= {name for name in cls.__dict__ if name[0] != "_" and name not in self._member_map_}
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | own)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    def _add_alias_(self, name):
        cls = type(self)
        if cls._member_map_.get(name, self) is not self:
            raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
        type.__setattr__(cls, name, self)
        cls._member_map_[name] = self

    def _add_value_alias_(self, value):
        cls = type(self)
        if cls._value2member_map_.get(value, self) is not self:
            raise ValueError(f"{value!r} is already bound: {cls._value2member_map_[value]!r}")
        cls._value2member_map_[value] = self

    _value_repr_ = None

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Changes only the repr of a type of values; str and format are the value's."""


class IntEnum(int, ReprEnum):
    """Members are integers."""


class StrEnum(str, ReprEnum):
    """Members are strings; auto() is the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        for value, what in zip(values, ("", "encoding ", "errors ")):
            if not isinstance(value, str):
                raise TypeError(f"{what and what.strip() + ' must be a string, not '}{value!r}" + ("" if what else " is not a string"))
        text = str(*values)
        self = str.__new__(cls, text)
        self._value_ = text
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def unique(enumeration):
    """Refuse an enumeration in which two names have one value."""
    aliases = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if aliases:
        shown = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


from _enum_flags import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, show_flag_values  # noqa: E402
