"""Dates without a time, and times without a date, for `datetime`."""

import time as _time

from _types import with_module as _with_module

from _datetime_delta import (
    MAXYEAR,
    MINYEAR,
    date_of,
    days_before_month,
    days_before_year,
    days_in_month,
    offset_text,
    ordinal_of,
    timedelta,
    type_name,
    timezone,
    tzinfo,
)
from _datetime_text import DAYS, MONTHS, iso_week, parse_iso_date, parse_iso_time, strftime, weeks_of

__name__ = "datetime"  # where the classes are to be found


def _index(value):
    if isinstance(value, int):
        return value
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def check_date(year, month, day):
    year, month, day = map(_index, (year, month, day))
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def check_time(hour, minute, second, microsecond, fold):
    for name, value, most in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59), ("microsecond", microsecond, 999_999)):
        if not 0 <= _index(value) <= most:
            raise ValueError(f"{name} must be in 0..{most}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def clock_text(hour, minute, second, micro, timespec):
    """Return HH:MM:SS.ffffff, as much of it as is asked for."""
    if timespec == "auto":
        timespec = "microseconds" if micro else "seconds"
    formats = {
        "hours": "{0:02d}", "minutes": "{0:02d}:{1:02d}", "seconds": "{0:02d}:{1:02d}:{2:02d}",
        "milliseconds": "{0:02d}:{1:02d}:{2:02d}.{4:03d}", "microseconds": "{0:02d}:{1:02d}:{2:02d}.{3:06d}",
    }  # fmt: skip
    if timespec not in formats:
        raise ValueError("Unknown timespec value")
    return formats[timespec].format(hour, minute, second, micro, micro // 1000)


class IsoCalendarDate(tuple):
    """Year, week and weekday."""

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def from_iso(text):
    parts = parse_iso_date(text)
    if parts is None:
        raise ValueError(f"Invalid isoformat string: {text!r}")
    year, month, day, kind = parts
    if kind == "week":
        return week_date(year, month, day)
    return year, month, day


def week_date(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= weeks_of(year):
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    first = ordinal_of(year, 1, 4)
    return date_of(first - (first + 6) % 7 + (week - 1) * 7 + day - 1)


@_with_module
class date:
    """A day of the calendar."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month, day):
        check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def fromtimestamp(cls, t):
        """Return the date of a number of seconds since 1970."""
        return cls.fromordinal(719_163 + int(t // 86400))

    @classmethod
    def today(cls):
        """Return the date of now."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        """Return the date of a number of days; 1 January of the year 1 is 1."""
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3_652_059:
            raise ValueError(f"year {date_of(n)[0]} is out of range")
        return cls(*date_of(n))

    @classmethod
    def fromisoformat(cls, date_string):
        """Return the date of a text such as 2024-02-29."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*from_iso(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """Return the date of a year, week and weekday."""
        return cls(*week_date(year, week, day))

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return f"{type_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """Return YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        """Return a text such as Thu Feb 29 00:00:00 2024."""
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def strftime(self, format):
        """Fill in a format."""
        return strftime(format, self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def _yearday(self):
        return days_before_month(self._year, self._month) + self._day

    def timetuple(self):
        """Return what `time.localtime` would."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def toordinal(self):
        """Return the number of days since the beginning of the calendar."""
        return days_before_year(self._year) + self._yearday()

    def replace(self, year=None, month=None, day=None):
        """Return another date, with other values for some fields."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day
        )  # fmt: skip

    __replace__ = replace

    def weekday(self):
        """Return 0 for Monday to 6 for Sunday."""
        return (date.toordinal(self) + 6) % 7

    def isoweekday(self):
        """Return 1 for Monday to 7 for Sunday."""
        return self.weekday() + 1

    def isocalendar(self):
        """Return year, week and weekday."""
        return IsoCalendarDate((*iso_week(self._year, self._yearday(), self.weekday()), self.isoweekday()))

    def _key(self):
        return self._year, self._month, self._day

    def _other(self, other):
        """Return the key to compare with, None if it is no plain date."""
        return other._key() if isinstance(other, date) and not hasattr(other, "_hour") else None

    def __eq__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() == key

    def __lt__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() >= key

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 0 < n <= 3_652_059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if not isinstance(other, date) or hasattr(other, "hour") != hasattr(self, "hour"):
            return NotImplemented
        return timedelta(self.toordinal() - other.toordinal())

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)


@_with_module
class time:
    """A time of the day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        check_time(hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        """Return the time of a text such as 04:23:01."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = parse_iso_time(time_string.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        *fields, offset = parts
        return cls(*fields, zone_of(offset))

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return f"{type_name(self)}({', '.join(map(str, parts))})"

    def isoformat(self, timespec="auto"):
        """Return HH:MM:SS and so on."""
        text = clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """Fill in a format."""
        return strftime(format, 1900, 1, 1, self._hour, self._minute, self._second, 0, 1, self._microsecond,
                        offset_text(self.utcoffset()), self.tzname() or "")  # fmt: skip

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """Return another time, with other values for some fields."""
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold,
        )  # fmt: skip

    __replace__ = replace

    def _key(self):
        offset = self.utcoffset()
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        total = seconds * 1_000_000 + self._microsecond
        return (offset is not None, total - (offset._total() if offset is not None else 0))

    def _compare(self, other):
        mine, its = self._key(), other._key()
        if mine[0] != its[0]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return mine[1] - its[1]

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


def zone_of(offset):
    """Return the zone of an offset in microseconds."""
    return None if offset is None else timezone(timedelta(microseconds=offset))


time.min, time.max, time.resolution = time(), time(23, 59, 59, 999_999), timedelta(microseconds=1)
