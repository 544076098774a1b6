# json in use: settings with defaults, records of classes, lines of logs, comparison of documents.
import io
import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

# === Settings with defaults ===
DEFAULTS = {"host": "localhost", "port": 80, "tls": {"on": False, "ciphers": []}}


def merged(base, changes):
    result = dict(base)
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            value = merged(result[key], value)
        result[key] = value
    return result


settings = merged(DEFAULTS, json.loads('{"port": 8080, "tls": {"on": true}}'))
print(json.dumps(settings, indent=2, sort_keys=True))


# === Records ===
@dataclass
class Item:
    name: str
    price: Fraction
    bought: date = date(2024, 1, 31)
    tags: list = field(default_factory=list)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (date, datetime)):
            return {"$date": o.isoformat()}
        if isinstance(o, Fraction):
            return {"$fraction": [o.numerator, o.denominator]}
        if isinstance(o, timedelta):
            return o.total_seconds()
        if hasattr(o, "__dataclass_fields__"):
            return {"$type": type(o).__name__, **vars(o)}
        return super().default(o)


def decode(obj):
    match obj:
        case {"$date": text}:
            return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        case {"$fraction": [n, d]}:
            return Fraction(n, d)
        case {"$type": "Item", **rest}:
            return Item(**rest)
    return obj


items = [Item("tea", Fraction(5, 2), tags=["hot"]), Item("ice", Fraction(3), date(2024, 7, 1))]
text = json.dumps(items, cls=Encoder)
print(text)
print(json.loads(text, object_hook=decode) == items)
print(json.dumps({"at": datetime(2024, 2, 29, 12, 30, tzinfo=timezone.utc), "took": timedelta(minutes=2)}, cls=Encoder))

# === Lines ===
log = io.StringIO()
for number, level in enumerate(["info", "error", "info"]):
    log.write(json.dumps({"n": number, "level": level}, separators=(",", ":")) + "\n")
log.seek(0)
print([record["n"] for record in map(json.loads, log) if record["level"] == "info"], log.getvalue().split())


# === A stream of documents ===
def documents(text):
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        value, at = decoder.raw_decode(text, at)
        yield value


print(list(documents('{"a": 1} [2, 3]  "four" 5')))


# === Differences ===
def differences(one, two, path="$"):
    if type(one) is not type(two):
        yield f"{path}: {json.dumps(one)} != {json.dumps(two)}"
    elif isinstance(one, dict):
        for key in sorted({*one, *two}):
            if key not in one or key not in two:
                yield f"{path}.{key}: only in {'second' if key in two else 'first'}"
            else:
                yield from differences(one[key], two[key], f"{path}.{key}")
    elif isinstance(one, list):
        for at, pair in enumerate(zip(one, two)):
            yield from differences(*pair, f"{path}[{at}]")
        if len(one) != len(two):
            yield f"{path}: {len(one)} and {len(two)} items"
    elif one != two:
        yield f"{path}: {json.dumps(one)} != {json.dumps(two)}"


first, second = json.loads('{"a": [1, 2, {"b": null}], "c": "x", "d": 1}'), json.loads('{"a": [1, 3, {"b": false}, 4], "c": "x", "e": 1}')
print(*differences(first, second), sep="\n")

# === Errors with their place ===
bad = '{\n  "name": "x",\n  "size": 12,,\n}'
try:
    json.loads(bad)
except json.JSONDecodeError as error:
    line = error.doc.splitlines()[error.lineno - 1]
    print(f"line {error.lineno}: {error.msg}\n{line}\n{' ' * (error.colno - 1)}^")
print(json.loads('{"big": 123456789012345678901234567890, "small": 1e-7}'), json.dumps({"é": "\u20ac"}, ensure_ascii=False))
