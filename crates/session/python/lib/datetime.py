"""Dates, times and the differences between them. There are fixed time zones only; the local one is UTC."""

from _datetime_dates import date, time
from _datetime_delta import MAXYEAR, MINYEAR, UTC, timedelta, timezone, tzinfo
from _datetime_full import datetime

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]
