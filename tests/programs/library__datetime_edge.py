# datetime at the edges.
from datetime import date, datetime, time, timedelta, timezone


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Dates ===
d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), date.fromordinal(1), date.fromisoformat("2024-12-31"), d.replace(year=2023, day=1), d.timetuple().tm_yday, d.strftime("%d/%m/%y %A %B %j"), f"{d:%Y}")
show(lambda: date(2023, 2, 29))
show(lambda: date(2023, 13, 1))
show(lambda: date(0, 1, 1))
show(lambda: d.replace(year=2023))
show(lambda: date.fromisoformat("2024-1-1"))
show(lambda: date("2024", 1, 1))
print(d + timedelta(days=1), d - date(2024, 1, 1), d < date(2025, 1, 1), d == date(2024, 2, 29), date.max - date.min, hash(d) == hash(date(2024, 2, 29)))
show(lambda: date.max + timedelta(1))

# === Differences ===
t = timedelta(days=1, hours=25, minutes=-30, milliseconds=1500)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(days=1)), t / timedelta(minutes=1), timedelta(0) == timedelta(), bool(timedelta()))
print(timedelta(microseconds=-1), timedelta(weeks=1.5), timedelta(seconds=0.1 + 0.2), str(timedelta(days=-1, seconds=5)), max(timedelta(1), timedelta(2)), sum([timedelta(1), timedelta(2)], timedelta()))
show(lambda: timedelta(1) / 0)
show(lambda: timedelta("1"))

# === Times and both ===
m = datetime(2024, 1, 31, 23, 59, 59, 999999)
print(m, repr(m), m.date(), m.time(), m + timedelta(microseconds=1), m.isoformat(sep=" ", timespec="minutes"), m.replace(microsecond=0), m.strftime("%H:%M:%S.%f %p %I"), m.ctime())
print(datetime.fromisoformat("2024-01-02T03:04:05"), datetime.fromisoformat("2024-01-02 03:04:05.123+02:00"), datetime.strptime("31 Jan 2024 5PM", "%d %b %Y %I%p"), datetime.combine(date(2024, 1, 1), time(12, 30)), datetime.fromtimestamp(0, timezone.utc), time(5, 6).isoformat(), time.fromisoformat("05:06:07"))
show(lambda: datetime.strptime("2024-13-01", "%Y-%m-%d"))
show(lambda: datetime.strptime("2024", "%Y-%m"))
show(lambda: datetime(2024, 1, 1, 24))
show(lambda: datetime.fromisoformat("yesterday"))
show(lambda: time(25))

# === Zones ===
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=5, minutes=30), "IST")
print(utc, utc.astimezone(east), utc == utc.astimezone(east), utc.tzname(), utc.astimezone(east).tzname(), utc.utcoffset(), east, timezone(timedelta(hours=-3)), utc.timestamp(), utc.astimezone(east) - utc)
show(lambda: utc - datetime(2024, 1, 1))
show(lambda: utc < datetime(2024, 1, 1))
print(utc == datetime(2024, 1, 1, 12))
show(lambda: timezone(timedelta(hours=25)))
print(sorted([date(2024, 5, 1), date(2023, 1, 1)]), {date(2024, 1, 1): "new year"}[date(2024, 1, 1)], (datetime(2024, 3, 1) - datetime(2024, 2, 1)).days)
