# Indexing and slicing of strings, with every kind of bound.
s = "abcdefghij"


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Indices ===
print(s[0], s[-1], s[9], s[-10], s[True])
show(lambda: s[10])
show(lambda: s[-11])
show(lambda: s["0"])
show(lambda: s[1.0])
show(lambda: s[None])
show(lambda: s[1, 2])
show(lambda: s[10**30])
show(lambda: ""[0])

# === Slices ===
for bounds in [(None, None), (2, 5), (-3, None), (None, -3), (5, 2), (-100, 100), (100, -100), (0, 0)]:
    print(bounds, repr(s[slice(*bounds)]))
print(s[::2], s[1::2], s[::-1], s[::-3], s[8:2:-2], s[2:8:-2] == "")
print(s[10**20:], s[: 10**20], s[-(10**20):3], s[:: 10**20])
show(lambda: s[::0])
show(lambda: s["a":])
show(lambda: s[:1.5])


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(s[Index(3)], s[Index(1):Index(4)], s[:: Index(-4)])


class Bad:
    def __index__(self):
        return "three"


show(lambda: s[Bad()])
show(lambda: s[Bad():])

# === Slices as objects ===
part = slice(1, 10, 3)
print(part, part.start, part.stop, part.step, s[part])
print(part.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(2))
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), hash(slice(1, 2)) == hash(slice(1, 2)))
show(lambda: slice())
show(lambda: slice(1, 2, 3, 4))
show(lambda: part.indices(-1))


class Probe:
    def __getitem__(self, key):
        return key


probe = Probe()
print(probe[1], probe[1:2], probe[1:2, ::3], probe[...], probe[:], probe[()], probe[1,])
show(lambda: setattr(part, "start", 2))

# === Strings do not change ===
show(lambda: s.__setitem__(0, "x"))
try:
    s[0] = "x"
except TypeError as error:
    print(error)
try:
    del s[0]
except TypeError as error:
    print(error)
