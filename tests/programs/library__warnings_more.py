# warnings: filters, catching, categories, classes of one's own.
import warnings


class MyWarning(UserWarning):
    pass


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return "old result"


def noisy(n):
    warnings.warn(f"noisy {n}", MyWarning)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old())
    noisy(1)
    noisy(1)
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("an instance"))
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        noisy(2)
print(len(caught))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        noisy(3)
    except MyWarning as warning:
        print(repr(warning))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("always", category=MyWarning)
    old()
    noisy(4)
print([str(w.message) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="secret")
    warnings.warn("secret thing")
    warnings.warn("public thing")
print([str(w.message) for w in caught])
for wrong in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("sometimes"), lambda: warnings.warn(5), lambda: warnings.filterwarnings("ignore", category=5)):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore") if wrong.__code__.co_firstlineno < 0 else None
            wrong()
            print("fine")
    except (TypeError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "the line"), end="")
shown = []
original, warnings.showwarning = warnings.showwarning, lambda message, category, filename, lineno, file=None, line=None: shown.append((str(message), category.__name__))
with warnings.catch_warnings():
    warnings.simplefilter("always")
    noisy(5)
warnings.showwarning = original
print(shown, issubclass(DeprecationWarning, Warning), [c.__name__ for c in Warning.__subclasses__()][:3])


@warnings.deprecated("use new() instead")
def deprecated():
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(deprecated(), deprecated.__deprecated__)
print([str(w.message) for w in caught])
