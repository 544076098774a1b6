# pprint, and long reprs.
import pprint
from dataclasses import dataclass, field

data = {"name": "a fairly long name for a thing", "items": [{"id": n, "tags": ["red", "green", "blue"], "size": (n, n * 2)} for n in range(3)], "nested": {"deep": {"deeper": {"deepest": list(range(12))}}}, "empty": [], "none": None}
pprint.pprint(data)
pprint.pprint(data, width=50)
pprint.pprint(data, depth=2, compact=True)
pprint.pprint([list(range(30)), "x" * 100, ("tuple", "of", "strings" * 5)], compact=True, width=60)
pprint.pprint({"b": 1, "a": 2, "c": {"z": 1, "y": 2}}, sort_dicts=False)
pprint.pprint({"b": 1, "a": 2})
print(pprint.pformat([1, [2, 3]]), pprint.pformat({}), pprint.pformat("text"), pprint.pformat({3, 1, 2}), pprint.pformat((1,)), pprint.isreadable([1]), pprint.isrecursive([]), pprint.saferepr({"k": [1]}))
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).split(" with id")[0], pprint.isrecursive(loop))
pprint.pprint("a long string that has to be broken over several lines because it does not fit " * 2, width=40)
pprint.pprint({"key": "another long string that has to be broken over several lines"}, width=30)


@dataclass
class Point:
    x: int
    y: int
    label: str = "a label that is rather long, to make it break"
    more: list = field(default_factory=lambda: list(range(10)))


pprint.pprint(Point(1, 2), width=40)
pprint.pprint([Point(1, 2, "s", [])])
pprint.pp({"z": 1, "a": [1, 2]})
print(pprint.pformat(list(range(100)), width=80, compact=True).count("\n"), pprint.pformat({i: str(i) * 5 for i in range(8)}, width=40))
pprint.pprint(b"bytes " * 20, width=50)
pprint.pprint([1, 2, 3], indent=4, width=5)
pprint.pprint({"a": {"b": {"c": {}}}}, width=5)
print(pprint.pformat([1000000, 2.5, True, None, "é"], underscore_numbers=True), pprint.PrettyPrinter(width=10).pformat([1, 2, 3, 4]))
