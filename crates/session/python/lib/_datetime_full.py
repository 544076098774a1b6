"""Moments: a date with a time, for `datetime`."""

import time as _time

from _types import with_module as _with_module

from _datetime_dates import check_date, check_time, check_zone, clock_text, date, from_iso, time, zone_of
from _datetime_delta import offset_text, timedelta, timezone, type_name
from _datetime_text import parse_iso_time, strftime, strptime

__name__ = "datetime"  # where the classes are to be found


@_with_module
class datetime(date):
    """A date and a time."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        check_date(year, month, day)
        check_time(hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _at(cls, micro, tz=None):
        """Return the moment so many microseconds after the beginning of the calendar."""
        days, rest = divmod(micro, 86_400_000_000)
        if not 0 <= days < 3_652_059:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1_000_000)
        day = date.fromordinal(days + 1)
        return cls(day.year, day.month, day.day, seconds // 3600, seconds // 60 % 60, seconds % 60, micro, tz)

    def _micro(self):
        seconds = ((self.toordinal() - 1) * 24 + self._hour) * 3600 + self._minute * 60 + self._second
        return seconds * 1_000_000 + self._microsecond

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Return the moment of a number of seconds since 1970."""
        check_zone(tz)
        whole, part = divmod(timestamp, 1)
        micro = int(whole) * 1_000_000 + round(part * 1_000_000)
        found = cls._at(719_162 * 86_400_000_000 + micro, tz)
        return found if tz is None else tz.fromutc(found)

    @classmethod
    def utcfromtimestamp(cls, t):
        """Return the moment of a number of seconds since 1970, without a zone."""
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        """Return the moment of now."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """Return the moment of now, without a zone."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """Return the moment of a date and a time."""
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)  # fmt: skip

    @classmethod
    def fromisoformat(cls, date_string):
        """Return the moment of a text such as 2024-02-29T12:30:00+01:00."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        for size in (10, 8, 7):
            day, rest = date_string[:size], date_string[size:]
            try:
                fields = from_iso(day)
            except ValueError as problem:
                if "isoformat" not in str(problem):
                    raise
                continue
            if not rest:
                return cls(*fields)
            clock = parse_iso_time(rest[1:])
            if clock is not None:
                *numbers, offset = clock
                return cls(*fields, *numbers, zone_of(offset))
            break
        raise ValueError(f"Invalid isoformat string: {date_string!r}")

    @classmethod
    def strptime(cls, date_string, format):
        """Return the moment of a text, read by a format."""
        found = strptime(date_string, format)
        year = found.get("Y", 1900)
        if "y" in found:
            year = found["y"] + (2000 if found["y"] < 69 else 1900)
        month = found.get("m", found.get("b", found.get("B", -1)) + 1 or 1)
        day = found.get("d", 1)
        if "j" in found:
            start = date(year, 1, 1) + timedelta(found["j"] - 1)
            month, day = start.month, start.day
        hour = found.get("H", 0)
        if "I" in found:
            hour = found["I"] % 12 + 12 * found.get("p", 0)
        offset = found.get("z")
        zone = None if offset is None else timezone(timedelta(microseconds=offset))
        return cls(year, month, day, hour, found.get("M", 0), found.get("S", 0), found.get("f", 0), zone)

    def timestamp(self):
        """Return the seconds since 1970."""
        offset = self.utcoffset()
        micro = self._micro() - (offset._total() if offset is not None else 0) - 719_162 * 86_400_000_000
        return micro / 1_000_000

    def timetuple(self):
        dst = self.dst()
        flag = -1 if dst is None else int(bool(dst))
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._yearday(), flag))  # fmt: skip

    def utctimetuple(self):
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return _time.struct_time((*moved.timetuple()[:8], 0))

    def date(self):
        """Return the date."""
        return date(self._year, self._month, self._day)

    def time(self):
        """Return the time without the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """Return the time with the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):  # fmt: skip
        """Return another moment, with other values for some fields."""
        given = (year, month, day, hour, minute, second, microsecond)
        own = (*date._key(self), self._hour, self._minute, self._second, self._microsecond)
        fields = [old if new is None else new for new, old in zip(given, own)]
        return type(self)(*fields, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def astimezone(self, tz=None):
        """Return the same moment in another zone."""
        tz = timezone.utc if tz is None else tz
        check_zone(tz)
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset() or timedelta(0)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def isoformat(self, sep="T", timespec="auto"):
        """Return YYYY-MM-DDTHH:MM:SS and so on."""
        clock = clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{date.isoformat(self)}{sep}{clock}{offset_text(self.utcoffset())}"

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return f"{type_name(self)}({', '.join(map(str, parts))})"

    def __str__(self):
        return self.isoformat(sep=" ")

    def strftime(self, format):
        return strftime(format, self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                        self._yearday(), self._microsecond, offset_text(self.utcoffset()), self.tzname() or "")  # fmt: skip

    def _key(self):
        offset = self.utcoffset()
        return (offset is not None, self._micro() - (offset._total() if offset is not None else 0))

    def _difference(self, other, verb="compare"):
        mine, its = self._key(), other._key()
        if mine[0] != its[0]:
            raise TypeError(f"can't {verb} offset-naive and offset-aware datetimes")
        return mine[1] - its[1]

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented if not isinstance(other, date) else False
        return self._key() == other._key()

    def __lt__(self, other):
        return self._difference(other) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._difference(other) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._difference(other) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._difference(other) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._at(self._micro() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._at(self._micro() - other._total(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._micro() - other._micro())
        return timedelta._of(self._difference(other, "subtract"))

    def __reduce__(self):
        return type(self), (*date._key(self), self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999_999)
datetime.resolution = timedelta(microseconds=1)
