# datetime, one call each.
from datetime import date, datetime, time, timedelta, timezone

d, t = date(2024, 2, 29), datetime(2024, 12, 31, 23, 59, 58)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (d, t, time(1, 2, 3)))
show(lambda: (d.year, d.month, d.day, d.weekday(), d.isoweekday()))
show(lambda: (d + timedelta(days=1), d - timedelta(weeks=1)))
show(lambda: (t + timedelta(seconds=2), t.replace(hour=0)))
show(lambda: (t.date(), t.time(), t.isoformat(), d.isoformat()))
show(lambda: ((date(2024, 3, 1) - d).days))
show(lambda: (d.strftime("%Y/%m/%d %a %b"), t.strftime("%H:%M %p %j %U")))
show(lambda: (datetime.strptime("2024-05-06 07:08", "%Y-%m-%d %H:%M")))
show(lambda: (date.fromisoformat("2024-01-31"), datetime.fromisoformat("2024-01-31T10:20:30")))
show(lambda: (d < date(2025, 1, 1), d == date(2024, 2, 29), max(d, date(2020, 1, 1))))
show(lambda: (d.isocalendar(), d.toordinal(), date.fromordinal(738000)))
show(lambda: (timedelta(days=1, hours=36), timedelta(minutes=-1), str(timedelta(seconds=3661))))
show(lambda: (timedelta(hours=1).total_seconds(), timedelta(hours=1) * 3, timedelta(hours=1) / 2))
show(lambda: (timedelta(days=5) // timedelta(days=2), timedelta(days=5) % timedelta(days=2)))
show(lambda: (-timedelta(hours=1), abs(timedelta(hours=-1)), timedelta(0) == timedelta()))
show(lambda: (datetime.combine(d, time(12)), datetime.min, date.max))
show(lambda: (t.astimezone(timezone.utc).tzinfo if t.tzinfo else None))
show(lambda: (datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat()))
show(lambda: (timezone(timedelta(hours=2)), timezone.utc))
show(lambda: (date(2024, 2, 30)))
show(lambda: (date(2023, 2, 29)))
show(lambda: (datetime(2024, 1, 1, 25)))
show(lambda: (date(2024, 13, 1)))
show(lambda: (datetime.strptime("x", "%Y")))
show(lambda: (datetime.strptime("2024-01-01 extra", "%Y-%m-%d")))
show(lambda: (date.fromisoformat("nope")))
show(lambda: (timedelta(days="1")))
show(lambda: (timedelta(days=10**9)))
show(lambda: (sorted([date(2024, 5, 1), date(2023, 1, 1)])))
show(lambda: (hash(d) == hash(date(2024, 2, 29)), {d: "leap"}[date(2024, 2, 29)]))
show(lambda: (f"{d:%B} {t:%S}", repr(t), repr(timedelta(1, 2, 3))))
