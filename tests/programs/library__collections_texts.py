# collections in use: words, anagrams, graphs, rings, layered settings, records, an LRU cache.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief"""

# === Words ===
words = Counter(word.strip(",").lower() for word in TEXT.split())
print(words.most_common(4), words["times"], words["nothing"], words.total(), len(words))
letters = Counter(c for c in TEXT.lower() if c.isalpha())
vowels = Counter({v: letters[v] for v in "aeiou"})
print(vowels, (letters - vowels).most_common(3), sum((letters & vowels).values()) == vowels.total())
print(max(vowels, key=vowels.get), sorted(vowels.items(), key=lambda p: (-p[1], p[0])), +Counter(a=1, b=-1), Counter("aab") >= Counter("ab"))

# === Groups ===
anagrams = defaultdict(list)
for word in ("listen", "silent", "tea", "eat", "ate", "solo"):
    anagrams["".join(sorted(word))].append(word)
print([group for group in anagrams.values() if len(group) > 1], dict(defaultdict(int, {"x": 1})))
lengths = defaultdict(set)
for word in words:
    lengths[len(word)].add(word)
print({n: len(ws) for n, ws in sorted(lengths.items())}, sorted(lengths[3]))


# === Breadth first ===
def path(graph, start, goal):
    queue, came_from = deque([start]), {start: None}
    while queue:
        node = queue.popleft()
        if node == goal:
            way = deque()
            while node is not None:
                way.appendleft(node)
                node = came_from[node]
            return list(way)
        for other in graph[node]:
            if other not in came_from:
                came_from[other] = node
                queue.append(other)
    return None


graph = {"A": "BC", "B": "D", "C": "DE", "D": "F", "E": "F", "F": ""}
print(path(graph, "A", "F"), path(graph, "F", "A"))

# === Rings and windows ===
players = deque(["ann", "bob", "cid", "dan"])
out = []
while len(players) > 1:
    players.rotate(-2)
    out.append(players.popleft())
print(out, players)
recent = deque(maxlen=3)
averages = []
for value in (4, 8, 6, 2, 10):
    recent.append(value)
    averages.append(sum(recent) / len(recent))
print(averages, recent, list(deque(range(10), 3)))

# === Layers ===
defaults, file, command = {"color": "red", "size": 1, "debug": False}, {"size": 5}, {"debug": True}
settings = ChainMap(command, file, defaults)
print({key: settings[key] for key in sorted(settings)}, settings.maps[1], [next(i for i, m in enumerate(settings.maps) if k in m) for k in sorted(settings)])
with_more = settings.new_child({"color": "blue"})
print(with_more["color"], with_more.parents["color"], "size" in command)

# === Records ===
Row = namedtuple("Row", "name price amount", defaults=[1])
rows = [Row("tea", 3.5, 2), Row("egg", 0.5), Row._make(["jam", 2.25, 3])]
print(f"{sum(r.price * r.amount for r in rows):.2f}", max(rows, key=lambda r: r.price).name, [r._asdict() for r in rows][0], rows[1]._replace(amount=12))
for name, price, *_ in sorted(rows):
    print(f"{name:<5}{price:>6.2f}", end=" | ")
print()


# === Caches, and classes to inherit from ===
class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def get(self, key):
        if key not in self:
            return None
        self.move_to_end(key)
        return self[key]

    def put(self, key, value):
        self[key] = value
        self.move_to_end(key)
        while len(self) > self.size:
            self.popitem(last=False)


cache = LRU(2)
cache.put("a", 1), cache.put("b", 2), cache.get("a"), cache.put("c", 3)
print(list(cache.items()), cache.get("b"))


class Typed(UserDict):
    def __setitem__(self, key, value):
        if not isinstance(value, int):
            raise TypeError(f"{key} must be an int, not {value!r}")
        super().__setitem__(key, value)


class Sorted(UserList):
    def append(self, item):
        super().append(item)
        self.sort()


typed, ordered = Typed(a=1), Sorted()
for bad in ({"b": "x"},):
    try:
        typed.update(bad)
    except TypeError as error:
        print(error)
for n in (3, 1, 2):
    ordered.append(n)
print(typed, ordered, ordered[0], 2 in ordered, len(typed))
