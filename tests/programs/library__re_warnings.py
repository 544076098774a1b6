# re: sets that will mean something else one day, and arguments better given by name.
import re
import warnings


def show(call, *args, **kwargs):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(repr(call(*args, **kwargs)), [(w.category.__name__, str(w.message)) for w in caught])
        except Exception as error:
            print(f"{type(error).__name__}: {error}", [str(w.message) for w in caught])
    re.purge()


for pattern in ("[[a]", "[^[a]", "[a--b]", "[a&&b]", "[a||b]", "[a~~b]", "[--a]", "[-a]", "[a-]", "[&&a]", "[a&b]", "[a[b]", "x[[y]", "[[:alpha:]]", "[a--]", "[!--]", r"[\w--a]", "[[&&b", "[a|~&]"):
    show(re.compile, pattern)
show(re.sub, "a", "b", "aaa", 1)
show(re.sub, "a", "b", "aAa", 0, re.I)
show(re.subn, "a", "b", "aAa", 1, re.I)
show(re.split, "a", "xaxaX", 1)
show(re.split, "a", "xaxAx", 0, re.I)
show(re.sub, "a", "b", "aaa", 1, 2, 3)
show(re.sub, "a", "b", "aaa", 1, count=1)
show(re.sub, "a", "b", "aaa", 1, 2, flags=0)
show(re.split, "a", "b", 1, 2, 3)
show(re.split, "a", "b", 1, maxsplit=2)
show(re.sub, "a", "b", "aaa", count=1, flags=re.I)
show(re.split, "a", "xaxAx", maxsplit=1, flags=re.I)

# === Filters take patterns ===
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message=r"old (\w+) is")
    warnings.filterwarnings("ignore", message="NOISE")
    warnings.filterwarnings("ignore", message=".*secret")
    for text in ("old way is gone", "An old way is gone", "noise here", "no noise", "a top secret thing", "Old Thing Is bad"):
        warnings.warn(text)
    print([str(w.message) for w in caught])
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="(a|b)c$")
    for text in ("ac", "bc", "BC"):
        try:
            warnings.warn(text)
        except UserWarning as error:
            print("raised", error)
    warnings.filterwarnings("ignore", module="__ma.*")
    warnings.warn("from main")
try:
    warnings.filterwarnings("error", message="(")
except re.error as error:
    print(error)
