# warnings: filters, recording, deprecation.
import sys
import warnings

sys.stderr = sys.stdout


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Recording ===
def old_way():
    warnings.warn("use new_way()", DeprecationWarning, stacklevel=2)
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old_way()
    warnings.warn("careful")
    warnings.warn(RuntimeWarning("made before"))
print(len(caught))
for w in caught:
    print(w.category.__name__, w.message, repr(w.message), w.filename, w.lineno)

# === Errors ===
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(warnings.warn, "now an error")
    show(old_way)
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="bad", category=UserWarning)
    show(warnings.warn, "Bad thing")
with warnings.catch_warnings(action="ignore"):
    show(warnings.warn, "never seen")

# === Once, default, always ===
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("same place")
    warnings.warn("same place")
print(len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(2):
        warnings.warn("anywhere")
    warnings.warn("anywhere")
print(len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for _ in range(3):
        warnings.warn("each time")
print(len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.warn("hidden", DeprecationWarning)
    warnings.warn("shown", FutureWarning)
print([str(w.message) for w in caught])

# === Printing ===
def show_short(message, category, filename, lineno, file=None, line=None):
    print(f"[{category.__name__}] {message} ({filename})")


with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = show_short
    warnings.warn("in a format of its own", ResourceWarning)
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "x = 1"), end="")
warnings.warn("printed to the stream")


class OurWarning(UserWarning):
    pass


warnings.warn("with a class of its own", OurWarning)

# === What is refused ===
show(warnings.warn, "x", int)
show(warnings.simplefilter, "sometimes")
show(warnings.simplefilter, "ignore", lineno=-1)


# === deprecated ===
@warnings.deprecated("use g")
def f(x):
    return x + 1


@warnings.deprecated("use New")
class Old:
    def __init__(self, x):
        self.x = x


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f(1), f.__deprecated__, f.__name__, Old(3).x)
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
