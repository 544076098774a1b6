# collections and heapq: deque, defaultdict, Counter, OrderedDict, namedtuple, heaps.
import heapq
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (TypeError, ValueError, KeyError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")


# === deque ===
line = deque([1, 2, 3], maxlen=4)
line.append(4)
line.append(5)
line.appendleft(0)
print(line, line.popleft(), line.pop(), len(line), 3 in line)
line.rotate(1)
print(line, list(line), line[0], line[-1])
line.clear()
show(line.popleft)

# === defaultdict ===
groups = defaultdict(list)
for word in ("apple", "avocado", "banana"):
    groups[word[0]].append(word)
print(groups, groups["z"], len(groups))
show(lambda: defaultdict(None, a=1)["b"])

# === Counter ===
letters = Counter("abracadabra")
print(letters, letters["a"], letters["missing"], letters.most_common(2), letters.total())
letters.update("zz")
letters.subtract("a")
print(letters)
print(letters - Counter("bbb"), Counter("ab") + Counter("bc"), Counter("aab") & Counter("ab"), Counter("a") | Counter("b"))
print(list(Counter(x=2, y=1).elements()))

# === OrderedDict ===
order = OrderedDict(a=1, b=2, c=3)
order.move_to_end("a")
order.move_to_end("c", last=False)
print(order, order.popitem(), order.popitem(last=False), order)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
show(OrderedDict().popitem)

# === namedtuple ===
Point = namedtuple("Point", "x y z", defaults=[0])
point = Point(1, y=2)
x, y, z = point
print(point, point.x, point[1], x + y + z, point == (1, 2, 0), Point._fields)
print(point._replace(x=5), point._asdict(), Point._make([7, 8, 9]), isinstance(point, tuple))
show(Point)
show(Point, 1, 2, 3, 4)
show(Point, 1, x=1)
show(Point, 1, 2, w=3)
show(namedtuple, "Twice", "a a")

# === Heaps ===
heap = []
for number in (5, 3, 8, 1, 9, 2):
    heapq.heappush(heap, number)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), heap)
print([heapq.heappop(heap) for _ in range(6)])
numbers = [number * 7 % 23 for number in range(23)]
heapq.heapify(numbers)
print(numbers, heapq.nsmallest(3, numbers), heapq.nlargest(3, numbers))
print(list(heapq.merge([1, 4, 9], [2, 3], [])))
show(heapq.heappop, [])


class Job:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        return False


heap = []
for number in range(8):
    heapq.heappush(heap, Job(number))
print([heapq.heappop(heap).name for _ in range(8)])
