# Closures: cells, nonlocal, late binding.

# === A counter ===
def make_counter():
    count = 0
    def step(by=1):
        nonlocal count
        count += by
        return count
    return step

one, two = make_counter(), make_counter()
print(one(), one(), two(), one(5), two())

# === Late binding ===
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])

# === Two functions share a cell ===
def account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
    def show():
        return balance
    return deposit, show

deposit, show = account(10)
deposit(5)
deposit(7)
print(show())

# === Three levels ===
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "inner"
            return x
        return inner() + "/" + x
    return middle() + "/" + x

print(outer())

# === global ===
total = 0
def add(n):
    global total
    total += n

add(3)
add(4)
print(total)

# === Unbound ===
def broken():
    try:
        print(value)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    value = 1

broken()

def free():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return inner()

print(free())

# === del ===
def gone():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)

print(gone())
print(one.__closure__[0].cell_contents)
