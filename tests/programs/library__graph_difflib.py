# graphlib and difflib.
import difflib
from graphlib import CycleError, TopologicalSorter

# === Order ===
graph = {"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}
order = list(TopologicalSorter(graph).static_order())
print(order[0], order[-1], sorted(order[1:3]))
ts = TopologicalSorter({"tests": ["build"], "build": ["fetch"], "deploy": ["tests", "build"]})
ts.prepare()
rounds = []
while ts.is_active():
    ready = sorted(ts.get_ready())
    rounds.append(ready)
    ts.done(*ready)
print(rounds)
ts = TopologicalSorter()
ts.add("x", "y", "z")
ts.add("y", "z")
print(list(ts.static_order()))
for make in (lambda: list(TopologicalSorter({"a": ["b"], "b": ["c"], "c": ["a"]}).static_order()), lambda: TopologicalSorter({"a": []}).get_ready(), lambda: TopologicalSorter({"a": []}).done("a")):
    try:
        print(make())
    except CycleError as error:
        print("cycle", error.args[0], len(error.args[1]))
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)
ts = TopologicalSorter({"a": ["b"]})
ts.prepare()
for wrong in (lambda: ts.add("c"), lambda: ts.done("a"), lambda: ts.prepare() or "prepared twice is fine now", lambda: ts.done("zzz")):
    try:
        print(wrong())
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)

# === Differences ===
before = ["one", "two", "three", "four"]
after = ["one", "2", "three", "four", "five"]
print(*difflib.unified_diff(before, after, "old", "new", lineterm=""), sep="\n")
print(*difflib.ndiff(["apple\n", "banana\n"], ["apples\n", "banana\n"]), sep="", end="")
print(*difflib.context_diff(before, after, lineterm="", n=1), sep="\n")
m = difflib.SequenceMatcher(None, "abcdef", "abxdef")
print(m.ratio(), m.get_matching_blocks(), m.get_opcodes(), m.find_longest_match(), round(m.quick_ratio(), 3))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]), difflib.get_close_matches("wheel", ["weel", "whee", "heel"], n=2, cutoff=0.8))
print(list(difflib.restore(difflib.ndiff(before, after), 1)), list(difflib.unified_diff(before, before)), round(difflib.SequenceMatcher(lambda c: c == " ", "a b c", "abc").ratio(), 3))
try:
    difflib.get_close_matches("a", [], n=0)
except ValueError as error:
    print(error)
