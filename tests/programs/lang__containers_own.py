# Classes that behave as containers: getitem with slices, setitem, iter, contains.

# === Slices ===
class Show:
    def __getitem__(self, key):
        return key
show = Show()
print(show[1], show[1:2], show[::2], show[1, 2], show[1:2, ...], show["k"], show[-1:])
print(slice(1, 10, 3).indices(5), slice(None, None, -1).indices(4), slice(2) == slice(None, 2, None), slice(1, 2).start)

# === A grid ===
class Grid:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self.cells = [0] * (width * height)
    def __getitem__(self, at):
        x, y = at
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError(f"{at} is outside")
        return self.cells[y * self.width + x]
    def __setitem__(self, at, value):
        x, y = at
        self.cells[y * self.width + x] = value
    def __delitem__(self, at):
        self[at] = None
    def __contains__(self, value):
        return value in self.cells
    def __iter__(self):
        for y in range(self.height):
            yield self.cells[y * self.width:(y + 1) * self.width]
    def __len__(self):
        return len(self.cells)
    def __reversed__(self):
        return iter(self.cells[::-1])

grid = Grid(3, 2)
grid[1, 1] = 5
grid[0, 0] += 2
del grid[2, 0]
print(grid[1, 1], list(grid), 5 in grid, 9 in grid, len(grid), list(reversed(grid)), bool(Grid(0, 0)))
try:
    grid[7, 7]
except IndexError as error:
    print(error)

# === in falls back to iteration, and iteration to indexing ===
class Evens:
    def __iter__(self):
        print("iterating")
        return iter([0, 2, 4])
class Letters:
    def __getitem__(self, i):
        return "abc"[i]
print(4 in Evens(), 3 in Evens(), "c" in Letters(), list(Letters()), [*Evens()], max(Letters()))
a, b, c = Letters()
print(a, b, c)

# === What they lack ===
class Plain:
    pass
plain = Plain()
def assign():
    plain[0] = 1
def delete():
    del plain[0]
for f in (lambda: plain[0], assign, delete, lambda: len(plain), lambda: iter(plain), lambda: 1 in plain, lambda: plain()):
    try:
        f()
    except TypeError as error:
        print(error)
class BadLen:
    def __len__(self):
        return -1
try:
    len(BadLen())
except ValueError as error:
    print(error)
