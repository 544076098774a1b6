# Slices of lists: reading, assigning, deleting.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def changed(do):
    items = list(range(10))
    try:
        do(items)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", items)
    else:
        print(items)


def assign(key, value):
    def do(items):
        items[key] = value
    changed(do)


def delete(key):
    def do(items):
        del items[key]
    changed(do)


# === Assignment ===
assign(slice(2, 5), "xy")
assign(slice(2, 5), [])
assign(slice(2, 2), ["new"] * 3)
assign(slice(None), (n * n for n in range(3)))
assign(slice(5, 2), ["between"])
assign(slice(-2, None), [1, 2, 3, 4])
assign(slice(100, 200), "ab")
assign(slice(None, None, 2), "abcde")
assign(slice(None, None, -1), range(10))
assign(slice(None, None, 2), "abc")
assign(slice(8, 2, -2), [1, 2, 3])
assign(slice(2, 5), 5)
assign(slice(2, 5), None)
assign(slice(None, None, 2), 5)
assign(slice(None, None, 0), [])
assign("a", 1)
assign(10, 1)
assign(-11, 1)
assign(1.0, 1)
assign(-1, "last")
assign(slice("a", None), [])

# === Deletion ===
delete(slice(2, 5))
delete(slice(None))
delete(slice(None, None, 3))
delete(slice(None, None, -3))
delete(slice(8, 2, -1))
delete(slice(5, 2))
delete(0)
delete(-1)
delete(10)
delete(-11)
delete("a")
delete(slice(None, None, 0))

# === To itself ===
items = [1, 2, 3]
items[1:1] = items
print(items)
items[::2] = items[1::2]
print(items)
items[:] = items[::-1]
print(items)
items[len(items):] = [0]
items[:0] = ["first"]
print(items)

# === Several targets ===
a = [0] * 4
a[0], a[1:3], *a[3:] = 1, "xyz", 4, 5
print(a)
i = 0
i, a[i] = 2, "set"
print(i, a)
a[0:2] += [7, 7]
print(a)
a[:2] *= 2
print(a)
x = y = a[1:1] = [5]
print(a, x is y)
show(lambda: (1, 2)[0:1:0])
try:
    (1, 2)[0] = 5
except TypeError as error:
    print(error)
try:
    del (1, 2)[0]
except TypeError as error:
    print(error)
try:
    range(5)[0] = 1
except TypeError as error:
    print(error)
