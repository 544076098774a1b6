# operator, copy, heapq and bisect.
import bisect
import copy
import heapq
import operator as op


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === operator ===
print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(1, 4), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.neg(1), op.not_([]), op.truth([0]), op.is_(None, None), op.contains([1], 1), op.concat("a", "b"), op.getitem([1, 2], -1), op.index(True), op.lt(1, 2), op.eq(1, 1.0), op.and_(6, 3), op.xor(6, 3), op.invert(0), op.lshift(1, 4), op.countOf([1, 1], 1), op.indexOf([5, 6], 6), op.length_hint([1, 2]))
print(op.itemgetter(1)("abc"), op.itemgetter(0, -1)([1, 2, 3]), op.itemgetter(slice(1, None))("abc"), op.attrgetter("real", "imag")(3), op.attrgetter("__class__.__name__")(5), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.methodcaller("upper")("x"))
items = [1, 2]
print(op.iadd(items, [3]), items, op.setitem(items, 0, 9), items, op.delitem(items, 0), items)
for f in (lambda: op.itemgetter(5)([1]), lambda: op.itemgetter(), lambda: op.attrgetter(5), lambda: op.attrgetter("x")(1), lambda: op.methodcaller(), lambda: op.add(1, "a"), lambda: op.index(1.5), lambda: op.concat(1, 2), lambda: op.indexOf([1], 2)):
    show(f)
people = [{"n": "b", "a": 2}, {"n": "a", "a": 2}, {"n": "c", "a": 1}]
print(sorted(people, key=op.itemgetter("a", "n"))[0], max(people, key=op.itemgetter("a"))["n"])

# === heapq ===
heap = [5, 2, 8, 1, 9]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 3), heapq.heapreplace(heap, 7), heap, heapq.nlargest(2, [3, 1, 4]), heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["aaa", "b", "cc"], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "b", reverse=True)))
show(lambda: heapq.heappop([]))
show(lambda: heapq.heapify((1, 2)))
show(lambda: heapq.heappush([1], "a"))
queue = []
for priority, name in [(3, "low"), (1, "high"), (2, "mid"), (1, "also high")]:
    heapq.heappush(queue, (priority, name))
print([heapq.heappop(queue) for _ in range(4)])

# === bisect ===
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 4), bisect.bisect(a, 0), bisect.bisect([], 1), bisect.bisect_left(a, 3, 2), bisect.bisect([(1, "a"), (2, "b")], 1, key=lambda p: p[0]))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, [bisect.bisect([60, 70, 80], score) for score in (55, 60, 99)])
show(lambda: bisect.bisect([1, 2], "x"))
show(lambda: bisect.bisect([1], 1, -1))

# === copy ===
class Holder:
    def __init__(self):
        self.items = [[1]]

    def __reduce__(self):
        return Holder, ()


h = Holder()
h.items.append(2)
print(copy.copy(h).items, copy.deepcopy([h])[0].items, copy.copy([1]) == [1], copy.replace.__name__)
show(lambda: copy.deepcopy(x for x in "a"))
