"""Enumerations whose members combine: `enum.Flag` and `enum.IntFlag`."""

from enum import Enum, IntEnum, ReprEnum, StrEnum

__name__ = "enum"  # where the classes are to be found


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, most):
    """Write a number as `0b0 101`: the sign bit, then the others."""
    sign = "0b1" if number < 0 else "0b0"
    digits = bin(number + (1 << max(most, number.bit_length())) if number < 0 else number)[2:]
    return f"{sign} {digits.rjust(most, '1' if number < 0 else '0')}"


def _each_bit(number):
    while number:
        bit = number & -number
        yield bit
        number ^= bit


class Flag(Enum, boundary=STRICT):
    """Members can be combined by |, & and ^."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_(cls, value):
        """Iterate over the members whose bits are in a value, the first defined first."""
        found = [m for m in cls if m._value_ & value]
        found.sort(key=lambda m: m._value_)
        order = [m._value_ for m in cls]
        if order != sorted(order):
            found.sort(key=lambda m: m._sort_order_)
        return iter(found)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        known, singles, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        boundary, negative = cls._boundary_, None
        if not ~every <= value <= every or value & (every ^ known):
            if boundary is STRICT:
                most = max(value.bit_length(), known.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits(value, most)}\n  allowed {_bits(known, most)}"
                )
            if boundary is EJECT:
                return value
            if boundary is CONFORM:
                value &= known
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            negative = value
            value = every + 1 + value if boundary in (EJECT, KEEP) else singles & value
        new = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(new, "_value_"):
            new._value_ = value
        new._name_ = cls._name_of(value, value & singles, value & ~singles)
        new = cls._value2member_map_.setdefault(value, new)
        if negative is not None:
            cls._value2member_map_[negative] = new
        return new

    @classmethod
    def _name_of(cls, value, single, rest):
        if not single and not rest:
            return None
        members = list(cls._iter_member_(single))
        covered = 0
        for m in members:
            covered |= m._value_
        if rest:
            for m in cls._member_map_.values():
                if m not in members and m._value_ and m._value_ & value == m._value_:
                    members.append(m)
                    covered |= m._value_
        unknown = value ^ covered
        if not covered:
            return None
        name = "|".join([m._name_ for m in members])
        if unknown and cls._boundary_ is STRICT:
            raise ValueError(f"{cls.__name__}: no members with value {unknown!r}")
        return f"{name}|{cls._numeric_repr_(unknown)}" if unknown else name

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            mine, its = self.__class__.__qualname__, type(other).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {its!r} and {mine!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name, show = self.__class__.__name__, self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{name}: {show(self._value_)}>"
        return f"<{name}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._inverted_ is None:
            value = ~self._value_
            self._inverted_ = self.__class__(value if self._boundary_ in (EJECT, KEEP) else self._singles_mask_ & value)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members can be combined, and are integers."""


def show_flag_values(value):
    """Return the bits of a value, the lowest first."""
    return list(_each_bit(int(value)))
