# difflib: what two sequences have in common, and how they differ.
import difflib
from difflib import SequenceMatcher


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === SequenceMatcher ===
s = SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks())
for code in s.get_opcodes():
    print("%7s a[%d:%d] b[%d:%d]" % code)
print(SequenceMatcher(lambda c: c == " ", " abcd", "abcd abcd").find_longest_match(), SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(SequenceMatcher(a=[1, 2, 3], b=[2, 3, 4]).get_opcodes(), SequenceMatcher().ratio(), SequenceMatcher(None, "abxcd", "abcd").get_matching_blocks())

# === Close matches ===
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "where", "feel"], n=1), difflib.get_close_matches("zzz", ["a"]))
show(difflib.get_close_matches, "a", [], n=0)
show(difflib.get_close_matches, "a", [], cutoff=2)

# === Lines ===
one = "one\ntwo\nthree\nfour\nfive\nsix\n".splitlines(keepends=True)
two = "ore\ntree\nemu\nfour\nfive\nsixty\nseven\n".splitlines(keepends=True)
print("".join(difflib.ndiff(one, two)), end="")
delta = list(difflib.ndiff(one, two))
print("".join(difflib.restore(delta, 1)) == "".join(one), "".join(difflib.restore(delta, 2)) == "".join(two))
print("".join(difflib.unified_diff(one, two, "before", "after")), end="")
print("".join(difflib.unified_diff(one, two, "a", "b", "today", "tomorrow", n=0)), end="")
print("".join(difflib.context_diff(one, two, "before", "after")), end="")
print("\n".join(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="")))
print(list(difflib.unified_diff(["a"], ["a"])), list(difflib.ndiff(["\tabcDefghiJkl\n"], ["\tabcdefGhijkl\n"])))
long = [f"line {n}\n" for n in range(30)]
changed = long[:5] + ["new\n"] + long[5:20] + long[22:]
print("".join(difflib.unified_diff(long, changed)), end="")
print("".join(difflib.context_diff(long, changed, n=1)), end="")
show(list, difflib.restore(delta, 3))
