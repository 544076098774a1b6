# json: values as text and back, layouts, hooks, and what is refused.
import io
import json
from collections import Counter, OrderedDict, namedtuple
from dataclasses import asdict, dataclass
from enum import Enum, IntEnum, StrEnum


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}", getattr(error, "__notes__", ""))


# === dumps ===
for value in (None, True, False, 0, -17, 2**70, 1.5, 1e100, -0.0, 1e16, 123456789.123, "text", "", [], {}, [1, "a", None], (1, 2), {"a": 1},
              {"a": {"b": [1, {"c": 2}]}}, {1: 2, None: 3, True: 4, 2.5: 5}, "quote \" slash \\ / tab \t newline \n bell \x07 é ü 😀 \u2028 \x7f"):
    print(json.dumps(value), end=" ; ")
print()
print(json.dumps("é 😀 \x07 \x7f", ensure_ascii=False), json.dumps({"ключ": "значение"}), json.dumps({"ключ": 1}, ensure_ascii=False))
data = {"name": "Ann", "tags": ["x", "y"], "empty": [], "none": {}, "deep": {"z": 1, "a": [1, [2, {"k": None}]]}}
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="\t", sort_keys=True))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, 2], indent=0), json.dumps({"b": 1, "a": 2}, sort_keys=True))
print(json.dumps([1, {"a": 2}], indent=1, separators=(" ,", " = ")))
print(json.dumps([float("nan"), float("inf"), -float("inf")]))
show(json.dumps, float("nan"), allow_nan=False)
show(json.dumps, {(1, 2): 3})
print(json.dumps({(1, 2): 3, "a": 1, (3,): 4}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True))
show(json.dumps, {1, 2})
show(json.dumps, [1, {"a": [object]}])
show(json.dumps, {"x": 3 + 4j})
show(json.dumps, b"bytes")
show(json.dumps, {"a": 1, 2: 3}, sort_keys=True)
loop = [1]
loop.append(loop)
show(json.dumps, loop)
same = [1]
print(json.dumps([same, same]))


# === Classes of one's own ===
class Color(Enum):
    RED = 1


class Level(IntEnum):
    LOW = 1


class Size(StrEnum):
    BIG = "big"


@dataclass
class Point:
    x: int
    y: int


def convert(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, complex):
        return {"real": value.real, "imag": value.imag}
    raise TypeError(f"cannot convert {type(value).__name__}")


print(json.dumps({"s": {3, 1}, "c": Color.RED, "z": 1 + 2j}, default=convert), json.dumps([Level.LOW, Size.BIG]), json.dumps({Level.LOW: 1}))
show(json.dumps, [object], default=convert)
print(json.dumps(asdict(Point(1, 2))), json.dumps(namedtuple("P", "a b")(1, 2)), json.dumps(OrderedDict(b=1, a=2)), json.dumps(Counter("aab")))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"__point__": [o.x, o.y]}
        return super().default(o)


print(json.dumps([Point(1, 2)], cls=Encoder), Encoder(indent=1).encode({"p": Point(3, 4)}), list(json.JSONEncoder().iterencode([1])) != [])
show(json.dumps, [object], cls=Encoder)

# === loads ===
for text in ("null", "true", "false", "0", "-12", "1.5", "1e3", "1E-2", "-0.0", "-0", "12345678901234567890", '"text"', '""', "[]", "{}", " [1 , 2 ] ", '{"a": {"b": [true]}}',
             '"\\u00e9\\n\\t\\"\\\\\\/"', '"\\ud83d\\ude00"', "NaN", "[Infinity, -Infinity]", '{"a": 1, "a": 2}', b'[1, "\xc3\xa9"]', "\n\t[\r\n1]"):
    print(repr(json.loads(text)), end=" ; ")
print()
print(json.loads('{"x": 1.10}', parse_float=str), json.loads("[1, 2]", parse_int=float), json.loads("[NaN]", parse_constant=lambda c: f"<{c}>"))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"b": 1, "a": 2}', object_pairs_hook=OrderedDict))


def as_point(d):
    return Point(*d["__point__"]) if "__point__" in d else d


print(json.loads('[{"__point__": [1, 2]}, {"q": 3}]', object_hook=as_point), json.loads(json.dumps(data)) == data)

# === What is no JSON ===
for text in ("", " ", "nul", "[1, 2", "[1,]", "[1 2]", '{"a" 1}', '{"a": }', '{"a": 1,}', "{a: 1}", "{'a': 1}", '{"a": 1', '"abc', '"a\nb"', '"\\x"', '"\\u12"', "01", "1.", "-", "+1",
             ".5", "[1] 2", "tru", "{", "[", '{"a"', '{"a":', '{"a": 1 "b"', "[1,\n 2,\n oops]", '{\n  "x": 1,\n  "y": \n}', "'a'", "\ufeff1", '{1: 2}', '["\\'):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error)
try:
    json.loads('{"a": [1,\n  x]}')
except ValueError as error:
    print(error.msg, error.pos, error.lineno, error.colno, len(error.doc), isinstance(error, json.JSONDecodeError))
show(json.loads, 3)
show(json.loads, None)
print(json.loads('"a\nb"', strict=False), json.JSONDecoder().raw_decode("[1] rest"))

# === Files ===
out = io.StringIO()
json.dump(data, out)
json.dump([1], out, indent=1)
print(out.getvalue())
print(json.load(io.StringIO('{"from": "file"}')), json.load(io.BytesIO(b"[1, 2]")))
