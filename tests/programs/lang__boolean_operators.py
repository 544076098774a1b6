# and, or, not: short circuits and values.

def say(value):
    print("say", repr(value))
    return value


print(say(0) or say("x"), say(1) and say([]), not say(""), say(None) or say(0) or say({}), say(1) or say(2), say(0) and say(1))
print(1 and 2 or 3, 0 and 2 or 3, not 1 == 2, not (1 and 0), 1 or 1 / 0, 0 and undefined, [] or {} or "last", "a" and "b" and "c")
print(True and False, True or False, not None, not not "x", True + (not False), (not 0) * 3, bool(1) is True, 5 > 3 and "yes" or "no")
x = None
print(x or "default", x is None or x.attribute, (x and x.attribute) is None, "v" if x else "w", "a" if 0 else "b" if 0 else "c")


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("bool of", self.value)
        return self.value

    def __repr__(self):
        return f"Truth({self.value})"


t, f = Truth(True), Truth(False)
print(t and f, f or t, not t, t or f, (f and t) or f)
if t and not f:
    print("both")
while f:
    pass
print([n for n in range(6) if n % 2 and n > 2 or n == 0], all([t, f]), any([f, t]), t if f else "else", bool(t) ^ bool(f))
print([bool(v) for v in (0, 0.0, 0j, "", b"", [], (), {}, set(), range(0), None, ..., NotImplementedError, "0", [0], -1, float("nan"), object)])


class Sized:
    def __len__(self):
        return 0


class Neither:
    pass


print(bool(Sized()), bool(Neither()), not Sized(), "empty" if not Sized() else "full")
print(1 < 2 and 2 < 3, (1 < 2) == True, 1 == 1 and 2 == 2.0, "a" in "abc" and "z" not in "abc", not 1 in [1], not (1 in [2]))
