# datetime in use: a month as a table, ages, recurring days, time zones, durations, sorting.
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from itertools import count, groupby, islice, takewhile


# === A month ===
def month(year, number):
    first = date(year, number, 1)
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    days = [first + timedelta(days=n) for n in range((following - first).days)]
    lines = [f"{first:%B %Y}".center(20), "Mo Tu We Th Fr Sa Su"]
    row = ["  "] * first.weekday()
    for day in days:
        row.append(f"{day.day:2}")
        if day.weekday() == 6:
            lines.append(" ".join(row))
            row = []
    if row:
        lines.append(" ".join(row))
    return "\n".join(lines)


print(month(2024, 2))
print(month(2023, 10))


# === Ages and anniversaries ===
def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


born = date(2000, 2, 29)
print([age(born, date(y, m, d)) for y, m, d in ((2024, 2, 28), (2024, 2, 29), (2023, 2, 28), (2023, 3, 1))])
print((date(2024, 12, 24) - date(2024, 11, 27)).days, date(2024, 12, 24).strftime("%A"), date(2024, 12, 24).isocalendar())


# === Recurring days ===
def fridays(year, on):
    for m in range(1, 13):
        day = date(year, m, on)
        if day.weekday() == 4:
            yield day


print([f"{d:%d %b}" for y in (2023, 2024) for d in fridays(y, 13)])
every_two_weeks = (date(2024, 1, 1) + timedelta(weeks=2 * n) for n in count())
print([d.isoformat() for d in takewhile(lambda d: d.month < 3, every_two_weeks)])
last_days = [date(2024, m % 12 + 1, 1).replace(year=2024 + m // 12) - timedelta(1) for m in range(1, 13)]
print([d.day for d in last_days], sum(d.day for d in last_days))


# === Easter ===
def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    n = h + k - 7 * m + 114
    return date(year, n // 31, n % 31 + 1)


print([easter(y).isoformat() for y in (2000, 2023, 2024, 2025, 2030)])

# === Meetings across zones ===
zones = {"Berlin": timezone(timedelta(hours=1), "CET"), "New York": timezone(timedelta(hours=-5), "EST"), "Delhi": timezone(timedelta(hours=5, minutes=30), "IST")}
meeting = datetime(2024, 1, 15, 23, 30, tzinfo=timezone.utc)
for city, zone in zones.items():
    local = meeting.astimezone(zone)
    print(f"{city:9} {local:%a %H:%M %Z %z} {(local.date() - meeting.date()).days:+d} {local.isoformat()}")
print(len({meeting.astimezone(z) for z in zones.values()}), meeting.timestamp(), datetime.fromtimestamp(meeting.timestamp(), zones["Delhi"]))

# === Durations ===
laps = ["1:02:03", "0:59:58.5", "1:00:30"]


def parse(text):
    hours, minutes, seconds = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds))


times = [parse(lap) for lap in laps]
print(sum(times, timedelta()), sum(times, timedelta()) / len(times), max(times) - min(times), min(times).total_seconds(), [str(t) for t in sorted(times)])
print(f"{timedelta(days=3, hours=4) / timedelta(hours=1)} hours", timedelta(minutes=100) // timedelta(hours=1), timedelta(minutes=100) % timedelta(hours=1), -timedelta(minutes=1))

# === Grouping entries ===
log = """2024-03-01 08:15 in
2024-03-01 12:00 out
2024-03-02 09:00 in
2024-03-02 17:45 out"""
entries = [(datetime.strptime(line[:16], "%Y-%m-%d %H:%M"), line[17:]) for line in log.splitlines()]
for day, group in groupby(entries, key=lambda e: e[0].date()):
    (start, _), (end, _) = group
    print(day, end - start, time(12) < end.time(), start.time().isoformat("minutes"))
print(Counter((date(2024, 1, 1) + timedelta(n)).strftime("%a") for n in range(366)).most_common(2), list(islice((d.day for d in last_days), 3)))
print(datetime(2024, 1, 31, 12) + timedelta(days=30), datetime(2024, 3, 10) - datetime(2024, 2, 10), datetime.combine(date(2024, 1, 1), time.min) == datetime(2024, 1, 1))
