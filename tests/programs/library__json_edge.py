# json at the edges.
import json


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Writing ===
print(json.dumps({"a": [1, 2.5, True, None, "é\n\"\\/"], "b": {}}), json.dumps("é", ensure_ascii=False), json.dumps([]), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=2), json.dumps([1, [2, []]], indent=1), json.dumps({"a": 1}, separators=(",", ":")))
print(json.dumps(float("inf")), json.dumps([float("nan"), -0.0, 1e100]), json.dumps("\u2028😀\x00"), json.dumps((1, 2)))
for bad in ({1, 2}, object, b"x", 1j, {(1, 2): 3}, [object]):
    show(lambda: json.dumps(bad))
show(lambda: json.dumps(float("nan"), allow_nan=False))
loop = []
loop.append(loop)
show(lambda: json.dumps(loop))
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps({1, 2}, default=sorted))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2)], cls=Encoder), json.dumps(Point(1, 2), default=vars))
show(lambda: json.dumps(5j, cls=Encoder))

# === Reading ===
print(json.loads('{"a": [1, 2.5e3, true, null, "\\u00e9\\n"], "b": {}}'), json.loads(" 5 "), json.loads('"x"'), json.loads("[]"), json.loads("-0"), json.loads("-0.0"), json.loads("1E2"), json.loads("NaN"), json.loads("-Infinity"))
print(json.loads(b'{"a": 1}'), json.loads('{"a": 1, "a": 2}'), json.loads('"\\ud83d\\ude00"'), json.loads("12345678901234567890"))
for text in ("", "{", "[1,", "[1 2]", '{"a"}', '{"a": }', "{'a': 1}", '{"a": 1,}', "[1,]", "nul", "tru", "01", "1.", "+1", '"abc', '"\\x"', '"\\u12"', '"a\nb"', "[1] x", "{1: 2}", "Infinit", '{"a": 1 "b": 2}', "\x00"):
    show(lambda: json.loads(text))
show(lambda: json.loads(5))
show(lambda: json.loads(None))
try:
    json.loads('{"a":\n  [1,\n  x]}')
except json.JSONDecodeError as error:
    print(error.msg, error.lineno, error.colno, error.pos, repr(error.doc))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: Point(**d)).y, json.loads("[1.5, 2]", parse_float=str, parse_int=lambda t: int(t) * 10), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list))
data = {"name": "x", "items": [{"id": n, "tags": ["t"] * n} for n in range(3)]}
print(json.loads(json.dumps(data)) == data)
