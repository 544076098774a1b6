# Exceptions: try, except, else, finally; order and nesting.

# === Which handler ===
def attempt(f):
    try:
        result = f()
    except ZeroDivisionError:
        return "zero"
    except (KeyError, IndexError) as error:
        return f"lookup {type(error).__name__} {error}"
    except Exception as error:
        return f"other {error!r}"
    else:
        return f"fine {result}"
    finally:
        print("finally", end=" ")

print(attempt(lambda: 1 / 0))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: [][3]))
print(attempt(lambda: int("x")))
print(attempt(lambda: 42))

# === finally wins ===
def both():
    try:
        return "try"
    finally:
        print("cleaning", end=" ")

def override():
    try:
        return "try"
    finally:
        return "finally"

def swallow():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            continue
    return "swallowed"

def leave():
    for i in range(5):
        try:
            if i == 2:
                break
        finally:
            print("left", i, end=" ")
    return i

print(both())
print(override())
print(swallow())
print(leave())

# === Nested ===
def nested():
    steps = []
    try:
        steps.append("a")
        try:
            steps.append("b")
            raise ValueError("inner")
        except TypeError:
            steps.append("never")
        finally:
            steps.append("c")
    except ValueError as error:
        steps.append(str(error))
        try:
            raise KeyError("second")
        except KeyError as second:
            steps.append(type(second.__context__).__name__)
    return steps

print(nested())

# === The name goes away ===
try:
    raise ValueError
except ValueError as gone:
    pass
try:
    gone
except NameError as error:
    print(error)

# === Raise again, raise from ===
try:
    try:
        {}["missing"]
    except KeyError as error:
        raise RuntimeError("no such thing") from error
except RuntimeError as error:
    print(error, "|", repr(error.__cause__), error.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ArithmeticError as error:
    print("again:", error)

# === else and loops ===
for number in (4, 9, 11):
    for divisor in range(2, number):
        if number % divisor == 0:
            print(number, "is", divisor, "times", number // divisor)
            break
    else:
        print(number, "is prime")

# === assert ===
try:
    assert 1 + 1 == 3, "mathematics"
except AssertionError as error:
    print(repr(error))
try:
    assert []
except AssertionError as error:
    print(repr(error))
