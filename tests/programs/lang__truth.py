# Truth, and/or, comparison chains, is, conditional expressions.

# === What is true ===
for value in (0, 1, 0.0, -0.5, "", " ", "0", [], [0], (), {}, {0: 0}, set(), None, ..., range(0), lambda: 0, b""):
    print(bool(value), end=" ")
print()

# === and, or, not give values ===
print(0 or "default", "a" and "b", "" and 1, None or [] or 0, 1 and 2 and 3, not [], not "x", not not 5)
def loud(x):
    print("<", x, ">", sep="", end="")
    return x
print(loud(0) and loud(1), loud(1) or loud(2), loud(0) or loud(0) or loud(3))

# === Chains ===
x = 5
print(1 < x < 10, 1 < x > 3, 10 > x >= 5 != 4, 1 < 2 > 3, x == 5 == 5.0, 1 < loud(3) < 2)
print(loud(1) > loud(2) > loud(3))
print(3 in [3] == True, (3 in [3]) == True)

# === is ===
a = [1]
b = a
print(a is b, a is not [1], None is None, a == [1], True is (1 == 1))

# === Conditional expressions ===
for n in (-1, 0, 1):
    print("negative" if n < 0 else "zero" if n == 0 else "positive")
print([1, 2][True], (lambda: 1 if [] else 2)())

# === if ===
def grade(points):
    if points >= 90:
        return "A"
    elif points >= 80:
        return "B"
    elif points >= 70:
        pass
    else:
        return "F"
    return "C"
print([grade(p) for p in (95, 85, 75, 5)])

# === Own truth ===
class Bag:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
class Never:
    def __bool__(self):
        return False
class Wrong:
    def __bool__(self):
        return 1
print(bool(Bag(0)), bool(Bag(2)), bool(Never()), "yes" if Bag(1) else "no", not Never())
try:
    if Wrong():
        pass
except TypeError as error:
    print(error)
