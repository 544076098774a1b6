"""The calendar of `time`: moments as tuples and as text."""

import _time
from _datetime_delta import date_of, days_before_month, ordinal_of
from _datetime_text import strftime as _fill, strptime as _read

__name__ = "time"  # where the class is to be found

_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    """A moment: nine numbers with names."""

    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    __match_args__ = _FIELDS
    tm_zone, tm_gmtoff = None, None

    def __new__(cls, sequence, dict=None):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        return tuple.__new__(cls, items[:9])

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{name}={value}' for name, value in zip(_FIELDS, self))})"


for _index, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, property(lambda self, _index=_index: self[_index]))


def gmtime(seconds=None, /):
    """Return a number of seconds since 1970 as a tuple."""
    if seconds is None:
        seconds = _time.time()
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    days, rest = divmod(int(seconds // 1), 86400)
    year, month, day = date_of(days + 719_163)
    yearday = days_before_month(year, month) + day
    made = struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yearday, 0))
    made.tm_zone, made.tm_gmtoff = "UTC", 0
    return made


localtime = gmtime


def _checked(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"function takes exactly 9 arguments ({len(t)} given)")
    return t


def mktime(t, /):
    """Return the seconds since 1970 of a tuple."""
    year, month, day, hour, minute, second, *_ = _checked(t)
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = ordinal_of(year, month, 1) + day - 1 - 719_163
    return float(((days * 24 + hour) * 60 + minute) * 60 + second)


def asctime(t=None, /):
    """Return a tuple as a text such as Thu Feb 29 00:00:00 2024."""
    return strftime("%a %b %e %H:%M:%S %Y", gmtime() if t is None else t)


def ctime(seconds=None, /):
    """Return a number of seconds since 1970 as text."""
    return asctime(gmtime(seconds))


def strftime(format, t=None, /):
    """Fill in a format with a tuple."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    year, month, day, hour, minute, second, weekday, yearday, _ = gmtime() if t is None else _checked(t)
    for value, least, most, name in (
        (month, 0, 12, "month"), (day, 0, 31, "day of month"), (hour, 0, 23, "hour"), (minute, 0, 59, "minute"),
        (second, 0, 61, "seconds"), (yearday, 0, 366, "day of year"),
    ):  # fmt: skip
        if not least <= value <= most:
            raise ValueError(f"{name} out of range")
    return _fill(format, year, month or 1, day or 1, hour, minute, second, weekday % 7, yearday or 1, 0, "+0000", "UTC")


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    """Return the tuple of a text, read by a format."""
    from datetime import datetime

    t = datetime.strptime(string, format).timetuple()
    return struct_time(t)
