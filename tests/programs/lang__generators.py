# Generators: laziness, send, throw, close, yield from.

# === Lazy ===
def count(limit):
    print("started")
    n = 0
    while n < limit:
        yield n
        n += 1
    print("ended")

numbers = count(2)
print("made")
print(next(numbers), next(numbers))
print(next(numbers, "default"), list(numbers))

# === send ===
def average():
    total, n, mean = 0, 0, None
    while True:
        value = yield mean
        total += value
        n += 1
        mean = total / n

mean = average()
print(next(mean), mean.send(10), mean.send(20), mean.send(3))
fresh = average()
try:
    fresh.send(1)
except TypeError as error:
    print(error)

# === throw and close ===
def stubborn():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            print("caught", error)
        except GeneratorExit:
            print("closing")
            return
        finally:
            print("cleaned")

it = stubborn()
print(next(it))
print(it.throw(ValueError("bad")))
print(it.close(), it.close())
try:
    next(it)
except StopIteration:
    print("over")

# === Return value ===
def worker():
    got = yield 1
    return f"result {got}"

it = worker()
next(it)
try:
    it.send("x")
except StopIteration as stop:
    print(stop.value)

# === yield from ===
def inner():
    received = yield "a"
    print("inner got", received)
    yield "b"
    return "inner done"

def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [1, 2]
    yield from (c.upper() for c in "xy")

it = outer()
print(next(it), it.send("hello"), list(it))

def delegating():
    try:
        yield from stubborn()
    finally:
        print("delegation over")

it = delegating()
next(it)
it.throw(ValueError("through"))
it.close()

# === StopIteration inside ===
def leaking():
    yield 1
    raise StopIteration

try:
    list(leaking())
except RuntimeError as error:
    print(error, repr(error.__cause__))

def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2

it = ignores()
next(it)
try:
    it.close()
except RuntimeError as error:
    print(error)

# === Pipelines ===
def naturals():
    n = 0
    while True:
        yield n
        n += 1

def take(n, it):
    for _ in range(n):
        yield next(it)

print(list(take(5, (n * n for n in naturals() if n % 2))))
