# datetime: dates, times, moments, differences and zones.
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === timedelta ===
d = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), timedelta(weeks=1), repr(timedelta()), timedelta(0))
print(-d, abs(-d), repr(-timedelta(seconds=1)), -timedelta(seconds=1), timedelta(hours=25), timedelta(days=-1, hours=1), timedelta(1.5), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=1e-7))
print(d + timedelta(1), d - d, d * 2, 2 * d, d / 2, d // 3, d * 1.5, d / 0.25, d / timedelta(hours=1), d // timedelta(hours=1), d % timedelta(hours=1), divmod(d, timedelta(hours=5)))
print(timedelta(1) == timedelta(hours=24), timedelta(1) < timedelta(2), sorted([timedelta(3), timedelta(1)]), bool(timedelta()), hash(timedelta(1)) == hash(timedelta(hours=24)), sum([timedelta(1), timedelta(2)], timedelta()))
print(timedelta.min, timedelta.max, timedelta.resolution, timedelta(1) == 1, max(timedelta(1), timedelta(0, 5)))
show(lambda: d / 0)
show(timedelta, "1")
show(lambda: d / timedelta())

# === date ===
day = date(2024, 2, 29)
print(day, repr(day), day.year, day.month, day.day, day.weekday(), day.isoweekday(), day.isocalendar(), day.toordinal(), day.timetuple().tm_yday)
print(day.replace(day=1), day + timedelta(1), day - timedelta(60), day - date(2024, 1, 1), date.fromordinal(738945), date.fromisoformat("2024-03-01"), date.fromisoformat("20240301"), date.fromisoformat("2024-W10-5"), date.fromisocalendar(2025, 1, 1))
print(day.strftime("%d.%m.%Y %A %B %j %U %W %y %a %b %%"), f"{day:%Y/%m/%d}", f"{day}", day.ctime(), day.isoformat(), date.fromtimestamp(86400 * 365))
print(day < date(2024, 3, 1), day == date(2024, 2, 29), hash(day) == hash(date(2024, 2, 29)), date.min, date.max, sorted([date(2024, 5, 1), day])[0], {day: 1}[date(2024, 2, 29)], day.isocalendar().week)
show(date, 2023, 2, 29)
show(date, 2023, 13, 1)
show(date, 0, 1, 1)
show(date, "2023", 1, 1)
show(date.fromisoformat, "2023-1-1")
show(date.fromisoformat, "nonsense")
show(date.fromisoformat, "2023-02-30")
show(date.fromisoformat, 3)
show(lambda: date.max + timedelta(1))
show(date.fromordinal, 0)
show(date.fromisocalendar, 2024, 54, 1)
print(date(2023, 1, 31) + timedelta(days=31), (date(2024, 12, 25) - date(2024, 1, 1)).days, [date(y, 1, 1).isocalendar()[1] for y in range(2018, 2026)])

# === time ===
t = time(12, 30, 15, 250000)
print(t, repr(t), t.hour, t.isoformat("minutes"), t.isoformat("milliseconds"), t.replace(hour=1), t.strftime("%I:%M %p %f"), time(), repr(time(1, 2)), time.fromisoformat("04:23:01"), time.fromisoformat("04:23:01.000384"), time.fromisoformat("T0423"), time.fromisoformat("04:23:01+04:00"))
print(t < time(13), time(1) == time(1, 0), time.min, time.max, f"{t:%H.%M}", time(5, tzinfo=UTC), time(23, 59, tzinfo=timezone(timedelta(hours=-5))).utcoffset())
show(time, 24)
show(time, 1, 60)
show(time, 1, 1, 1, 1000000)
show(time.fromisoformat, "25:00")
show(time.fromisoformat, "1:00")
show(lambda: time(1) < time(1, tzinfo=UTC))
show(t.isoformat, "years")

# === datetime ===
m = datetime(2024, 2, 29, 13, 5, 9, 120)
print(m, repr(m), m.date(), m.time(), m.isoformat(), m.isoformat(" ", "seconds"), m.ctime(), m.timestamp(), datetime(2024, 1, 1), repr(datetime(2024, 1, 1)))
print(m + timedelta(days=1, hours=12), m - timedelta(microseconds=121), m - datetime(2024, 1, 1), m.replace(year=2028, microsecond=0), datetime.combine(day, t), m.timetuple())
print(m.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %a %j [%z] [%Z] %x %X %c"), f"{m:%d %b %Y}", f"{m:>30}" if False else "")
for text in ("2024-02-29", "2024-02-29T10:11", "2024-02-29 10:11:12", "2024-02-29T10:11:12.5", "2024-02-29T10:11:12.123456+02:00", "2024-02-29T10:11:12Z", "20240229T101112", "2024-W09-4T10:00"):
    print(repr(datetime.fromisoformat(text)))
for text in ("2024", "2024-02-29T", "2024-02-29T25:00", "2024-02-29T10:11:12+", "x2024-02-29"):
    show(datetime.fromisoformat, text)
for text, pattern in (("29/02/24 13:05", "%d/%m/%y %H:%M"), ("Feb 3 2021 9:05 PM", "%b %d %Y %I:%M %p"), ("2021-12-31T23:59:59.5", "%Y-%m-%dT%H:%M:%S.%f"), ("2021-01-01 +0230", "%Y-%m-%d %z"), ("Monday, 5 June 2023", "%A, %d %B %Y"), ("2024 060", "%Y %j"), ("12 100%", "%H 100%%")):
    print(repr(datetime.strptime(text, pattern)))
for text, pattern in (("2021-13-01", "%Y-%m-%d"), ("2021", "%Y-%m"), ("2021 extra", "%Y"), ("x", "%Q"), ("2023-02-30", "%Y-%m-%d")):
    show(datetime.strptime, text, pattern)
print(m == datetime(2024, 2, 29, 13, 5, 9, 120), m < datetime(2025, 1, 1), m != date(2024, 2, 29), hash(m) == hash(m.replace()), datetime.min, datetime.max, isinstance(m, date))
show(lambda: datetime.max + timedelta(1))
show(datetime, 2024, 1, 1, 25)
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1700000000.123456, UTC), datetime.fromtimestamp(-1, UTC), datetime(1970, 1, 2, tzinfo=UTC).timestamp())

# === Zones ===
cet = timezone(timedelta(hours=1), "CET")
est = timezone(timedelta(hours=-5))
noon = datetime(2024, 6, 1, 12, tzinfo=UTC)
print(noon, repr(noon), noon.astimezone(cet), noon.astimezone(est), noon.astimezone(cet) == noon, noon.tzname(), noon.astimezone(est).tzname(), cet, repr(cet), repr(est), UTC, repr(UTC), timezone.utc is UTC, noon.utcoffset())
print(noon.astimezone(cet) - noon.astimezone(est), datetime(2024, 1, 1, 1, tzinfo=cet) < datetime(2024, 1, 1, 1, tzinfo=UTC), noon.strftime("%z %Z"), noon.astimezone(cet).isoformat(), timezone(timedelta(hours=5, minutes=30)).tzname(None), noon.replace(tzinfo=None))
show(lambda: noon < datetime(2024, 1, 1))
show(lambda: noon - datetime(2024, 1, 1))
print(noon == datetime(2024, 6, 1, 12), noon.dst(), noon.timetz(), timezone(timedelta(0)) == UTC, {noon: 1}[noon.astimezone(cet)], timezone.min, timezone.max)
show(timezone, timedelta(hours=24))
show(timezone, 5)
show(datetime, 2024, 1, 1, tzinfo=5)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2) if 3 < dt.month < 11 else timedelta(hours=1)

    def dst(self, dt):
        return timedelta(hours=1) if 3 < dt.month < 11 else timedelta(0)

    def tzname(self, dt):
        return "CEST" if self.dst(dt) else "CET"


s = datetime(2024, 7, 1, 12, tzinfo=Summer())
print(s, s.tzname(), s.dst(), s.astimezone(UTC), s.replace(month=1).tzname(), noon.astimezone(Summer()))

# === Birthdays ===
born = date(1990, 5, 17)
for today in (date(2024, 5, 16), date(2024, 5, 17)):
    print(today.year - born.year - ((today.month, today.day) < (born.month, born.day)), end=" ")
print([f"{date(2024, 1, 31) + timedelta(days=7 * n):%d.%m.}" for n in range(4)])
