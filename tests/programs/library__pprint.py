# pprint: nested values in lines.
import io
import pprint
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from types import SimpleNamespace

# === Short and long ===
data = {"name": "playground", "versions": ["1.0", "1.1", "2.0"], "authors": [{"name": "Ann", "mail": "ann@example.org"}, {"name": "Bob", "mail": "bob@example.org"}], "count": 3}
pprint.pprint(data)
pprint.pprint([1, 2, 3])
pprint.pprint(data, width=40)
pprint.pprint(data, width=30, indent=4)
pprint.pprint({"z": 1, "a": 2, "m": {"y": 1, "b": 2}}, sort_dicts=False)
pprint.pp({"z": 1, "a": 2})
print(pprint.pformat({"b": [1] * 5, "a": ("x",)}, width=12))
pprint.pprint(list(range(40)), width=50)
pprint.pprint(list(range(40)), width=50, compact=True)
pprint.pprint([["deep", ["deeper", ["deepest", ["end"]]]], {"a": {"b": {"c": {}}}}], depth=3)
pprint.pprint((1,) * 3, width=5)
pprint.pprint({10, 2, 33}, width=5)
pprint.pprint(frozenset({1}), width=5)
pprint.pprint({3: 1, "a": 2, 1: 3, (1, 2): 4})
pprint.pprint(123456789, underscore_numbers=True)

# === Strings ===
pprint.pprint("a long text that does not fit into a line of this width and so is broken between the words", width=40)
pprint.pprint(["a long text that does not fit into a line of this width\nand has two lines", "short"], width=40)
pprint.pprint({"key": "value " * 12}, width=40)
pprint.pprint(b"some bytes that are too long for one line of output", width=30)

# === Containers with names ===
pprint.pprint(OrderedDict([("first", "x" * 30), ("second", "y" * 30)]), width=50)
pprint.pprint(Counter("the quick brown fox jumps over the lazy dog" * 3), width=60)
pprint.pprint(defaultdict(list, {"a": ["x" * 30], "b": ["y" * 30]}), width=50)
pprint.pprint(deque(["x" * 20, "y" * 20, "z" * 20], maxlen=5), width=40)
P = namedtuple("P", "x y")
pprint.pprint([P(1, 2), P(3, "long" * 20)], width=40)


@dataclass
class Point:
    x: int
    y: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False)


pprint.pprint(Point(1, [1, 2]))
pprint.pprint(Point(1, ["a" * 20, "b" * 20, "c" * 20]), width=40)
pprint.pprint(SimpleNamespace(first="a" * 30, second=["b" * 30]), width=40)

# === Recursion and printers ===
loop = [1]
loop.append(loop)
text = pprint.pformat(loop)
print(text.split(" with ")[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.saferepr({"b": 1, "a": 2}))
out = io.StringIO()
pprint.PrettyPrinter(width=20, stream=out).pprint(["aaaaaaaa", "bbbbbbbb", "cc"])
print(out.getvalue(), end="")
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.PrettyPrinter(**bad)
    except ValueError as error:
        print(error)
