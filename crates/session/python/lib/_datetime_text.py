"""Dates and times as text and back, for `datetime` and `time`: strftime, strptime, ISO 8601."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


def strftime(format, year, month, day, hour, minute, second, weekday, yearday, micro=0, offset="", zone=""):
    """Fill in a format; the weekday counts from Monday as 0, the day of the year from 1."""
    values = {
        "a": lambda: DAYS[weekday][:3], "A": lambda: DAYS[weekday], "b": lambda: MONTHS[month - 1][:3],
        "B": lambda: MONTHS[month - 1], "h": lambda: MONTHS[month - 1][:3], "d": lambda: f"{day:02d}",
        "e": lambda: f"{day:2d}", "m": lambda: f"{month:02d}", "y": lambda: f"{year % 100:02d}", "Y": lambda: f"{year:04d}",
        "H": lambda: f"{hour:02d}", "I": lambda: f"{(hour + 11) % 12 + 1:02d}", "M": lambda: f"{minute:02d}",
        "S": lambda: f"{second:02d}", "p": lambda: "PM" if hour >= 12 else "AM", "f": lambda: f"{micro:06d}",
        "j": lambda: f"{yearday:03d}", "w": lambda: str((weekday + 1) % 7), "u": lambda: str(weekday + 1),
        "z": lambda: offset.replace(":", ""), ":z": lambda: offset, "Z": lambda: zone, "%": lambda: "%",
        "c": lambda: fill("%a %b %e %H:%M:%S %Y"), "x": lambda: fill("%m/%d/%y"), "X": lambda: fill("%H:%M:%S"),
        "D": lambda: fill("%m/%d/%y"), "T": lambda: fill("%H:%M:%S"), "R": lambda: fill("%H:%M"),
        "F": lambda: fill("%Y-%m-%d"), "r": lambda: fill("%I:%M:%S %p"), "n": lambda: "\n", "t": lambda: "\t",
        "U": lambda: f"{(yearday + 6 - (weekday + 1) % 7) // 7:02d}", "W": lambda: f"{(yearday + 6 - weekday) // 7:02d}",
        "G": lambda: f"{iso_week(year, yearday, weekday)[0]:04d}", "V": lambda: f"{iso_week(year, yearday, weekday)[1]:02d}",
        "g": lambda: f"{iso_week(year, yearday, weekday)[0] % 100:02d}", "C": lambda: f"{year // 100:02d}",
        "k": lambda: f"{hour:2d}", "l": lambda: f"{(hour + 11) % 12 + 1:2d}", "P": lambda: "pm" if hour >= 12 else "am",
    }  # fmt: skip

    def fill(text):
        out, at = [], 0
        while (found := text.find("%", at)) >= 0:
            out.append(text[at:found])
            key = text[found + 1 : found + 2]
            if key == ":":
                key = text[found + 1 : found + 3]
            unpadded = key == "-" and text[found + 2 : found + 3] in values
            if unpadded:
                key = text[found + 2]
                out.append(values[key]().lstrip("0 ") or "0")
            elif key in values:
                out.append(values[key]())
            else:
                out.append("%" + key)
            at = found + 1 + len(key) + unpadded
        out.append(text[at:])
        return "".join(out)

    return fill(format)


def iso_week(year, yearday, weekday):
    """Return the ISO year and week."""
    week = (yearday - weekday + 9) // 7
    if week < 1:
        return year - 1, weeks_of(year - 1)
    if week > weeks_of(year):
        return year + 1, 1
    return year, week


def weeks_of(year):
    def dec31(y):
        return (y + y // 4 - y // 100 + y // 400) % 7

    return 53 if dec31(year) == 4 or dec31(year - 1) == 3 else 52


def digits(text, at, least, most):
    """Read a number of so many digits; return it and where it ends."""
    end = at
    while end < len(text) and end - at < most and text[end] in "0123456789":
        end += 1
    return (int(text[at:end]), end) if end - at >= least else (None, at)


_NUMBERS = {"d": (2, 1, 31), "m": (2, 1, 12), "y": (2, 0, 99), "H": (2, 0, 23), "I": (2, 1, 12), "M": (2, 0, 59),
            "S": (2, 0, 61), "j": (3, 1, 366), "w": (1, 0, 6), "u": (1, 1, 7), "U": (2, 0, 53), "W": (2, 0, 53),
            "G": (4, 0, 9999), "V": (2, 0, 53)}  # fmt: skip


def strptime(text, format):
    """Return a dictionary of what a text says, by the letters of the format."""
    for name, value in (("0", text), ("1", format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {name} must be str, not {type(value)}")
    found, at = {}, 0
    expanded = format
    for key, means in (("%c", "%a %b %d %H:%M:%S %Y"), ("%x", "%m/%d/%y"), ("%X", "%H:%M:%S"), ("%T", "%H:%M:%S"), ("%R", "%H:%M"),
                       ("%D", "%m/%d/%y"), ("%F", "%Y-%m-%d")):  # fmt: skip
        expanded = expanded.replace(key, means)
    place = 0

    def mismatch():
        return ValueError(f"time data {text!r} does not match format {format!r}")

    while place < len(expanded):
        char = expanded[place]
        place += 1
        if char.isspace():
            if not text[at : at + 1].isspace():
                raise mismatch()
            while text[at : at + 1].isspace():
                at += 1
            while expanded[place : place + 1].isspace():
                place += 1
            continue
        if char != "%":
            if text[at : at + 1].lower() != char.lower():
                raise mismatch()
            at += 1
            continue
        key = expanded[place : place + 1]
        if not key:
            raise ValueError(f"stray %% in format '{format}'".replace("%%", "%"))
        place += 1
        if key == "%":
            if text[at : at + 1] != "%":
                raise mismatch()
            at += 1
            continue
        value, at = _field(key, text, at, format)
        if value is None:
            raise mismatch()
        found[key] = value
    if at != len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    return found


def _field(key, text, at, format):
    if key in _NUMBERS:
        most, low, high = _NUMBERS[key]
        for size in range(most, 0, -1):
            value, end = digits(text, at, size, size)
            if value is not None and low <= value <= high:
                return value, end
        return None, at
    if key == "Y":
        return digits(text, at, 4, 4)
    if key == "f":
        value, end = digits(text, at, 1, 6)
        return (None if value is None else value * 10 ** (6 - (end - at))), end
    names = {"a": [d[:3] for d in DAYS], "A": DAYS, "b": [m[:3] for m in MONTHS], "B": MONTHS, "p": ("AM", "PM")}.get(key)
    if names:
        for number, name in sorted(enumerate(names), key=lambda pair: -len(pair[1])):
            if text[at : at + len(name)].lower() == name.lower():
                return number, at + len(name)
        return None, at
    if key == "z":
        return _offset(text, at)
    if key == "Z":
        for name in ("utc", "gmt"):
            if text[at : at + 3].lower() == name:
                return name, at + 3
        return None, at
    raise ValueError(f"'{key}' is a bad directive in format '{format}'")


def _offset(text, at):
    """Read Z, +HHMM or +HH:MM[:SS[.ffffff]] as microseconds."""
    if text[at : at + 1] == "Z":
        return 0, at + 1
    sign = {"+": 1, "-": -1}.get(text[at : at + 1])
    if sign is None:
        return None, at
    hours, end = digits(text, at + 1, 2, 2)
    colon = text[end : end + 1] == ":"
    minutes, end = digits(text, end + colon, 2, 2)
    if hours is None or minutes is None:
        return None, at
    total = (hours * 60 + minutes) * 60_000_000
    seconds, after = digits(text, end + (text[end : end + 1] == ":"), 2, 2)
    if seconds is not None:
        total, end = total + seconds * 1_000_000, after
        if text[end : end + 1] == ".":
            micro, after = digits(text, end + 1, 1, 6)
            if micro is not None:
                total, end = total + micro * 10 ** (6 - (after - end - 1)), after
    return sign * total, end


def parse_iso_date(text):
    """Return year, month, day of YYYY-MM-DD, YYYYMMDD, YYYY-Www-D; None if it is none."""
    year, at = digits(text, 0, 4, 4)
    if year is None:
        return None
    dash = text[at : at + 1] == "-"
    at += dash
    if text[at : at + 1] == "W":
        week, at = digits(text, at + 1, 2, 2)
        day = 1
        if week is not None and at < len(text):
            if (text[at] == "-") != dash:
                return None
            day, at = digits(text, at + dash, 1, 1)
        if week is None or day is None or at != len(text):
            return None
        return year, week, day, "week"
    month, at = digits(text, at, 2, 2)
    if month is None or (text[at : at + 1] == "-") != dash:
        return None
    day, at = digits(text, at + dash, 2, 2)
    return None if day is None or at != len(text) else (year, month, day, "day")


def parse_iso_time(text):
    """Return hour, minute, second, microsecond and the offset in microseconds (or None); None if it is no time."""
    zone = min([at for at in (text.find("+"), text.find("-"), text.find("Z")) if at >= 0], default=len(text))
    clock, zone_text = text[:zone], text[zone:]
    fields, at, colon = [], 0, None
    while len(fields) < 3:
        value, at = digits(clock, at, 2, 2)
        if value is None:
            return None
        fields.append(value)
        if at == len(clock) or clock[at] in ".,":
            break
        if colon is None:
            colon = clock[at] == ":"
        if (clock[at] == ":") != colon:
            return None
        at += colon
    micro = 0
    if at < len(clock):
        if clock[at] not in ".," or len(fields) < 3:
            return None
        value, end = digits(clock, at + 1, 1, 20)
        if value is None or end != len(clock):
            return None
        micro = int(clock[at + 1 : end][:6].ljust(6, "0"))
    offset = None
    if zone_text:
        if len(zone_text) == 3 and zone_text != "Z":
            zone_text += ":00"
        offset, end = _offset(zone_text, 0)
        if offset is None or end != len(zone_text):
            return None
    return (*fields, *[0] * (3 - len(fields)), micro, offset)
