# warnings: what is printed without any filter set.
import warnings


def inner():
    warnings.warn("from inside")
    warnings.warn("about the caller", stacklevel=2)
    warnings.warn("about its caller", UserWarning, 3)


def outer():
    inner()


for _ in range(2):
    outer()
warnings.warn("not shown: only pending", PendingDeprecationWarning)
warnings.warn("shown in main", DeprecationWarning)


@warnings.deprecated("gone soon")
def old():
    return 1


def use():
    return old()


print(use(), old())
