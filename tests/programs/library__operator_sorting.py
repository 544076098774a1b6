# Sorting and searching: keys from operator, bisect for tables, heaps and counters for the top.
import bisect
import heapq
from collections import Counter, namedtuple
from functools import cmp_to_key
from operator import attrgetter, itemgetter, methodcaller, neg

Student = namedtuple("Student", "name grade age")
students = [Student("jane", "B", 12), Student("john", "A", 15), Student("dave", "B", 10), Student("anna", "A", 12)]

# === Keys ===
print([s.name for s in sorted(students, key=attrgetter("age"))], [s.name for s in sorted(students, key=itemgetter(1, 2))])
print([s.name for s in sorted(sorted(students, key=attrgetter("age"), reverse=True), key=attrgetter("grade"))])
print(sorted(["Banana", "apple", "cherry"], key=str.lower), sorted(["b10", "b9", "a1"], key=lambda s: (s[0], int(s[1:]))), sorted([3, -1, 2], key=neg))
print(sorted(["bb", "a", "ccc"], key=methodcaller("count", "c"), reverse=True), max(students, key=attrgetter("age")).name, min(students, key=itemgetter(2)).name)
print(sorted("This is a test String from Andrew".split(), key=str.casefold))


# === A comparison of one's own ===
def versions(a, b):
    left, right = ([int(p) for p in v.split(".")] for v in (a, b))
    return (left > right) - (left < right)


print(sorted(["1.10", "1.9", "1.2.1", "1.2"], key=cmp_to_key(versions)))

# === Stability and copies ===
pairs = [("b", 1), ("a", 1), ("c", 0)]
print(sorted(pairs, key=itemgetter(1)), sorted(pairs, key=itemgetter(1), reverse=True), pairs)
pairs.sort()
print(pairs, list(reversed(pairs)))
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)

# === Tables ===
limits, names = [0, 18, 65], ["child", "adult", "senior"]
print([names[bisect.bisect(limits, age) - 1] for age in (0, 17, 18, 64, 65, 99)])
timeline = [(0, "start"), (10, "middle"), (20, "end")]
for at in (0, 9, 10, 25):
    print(at, timeline[bisect.bisect_right(timeline, at, key=itemgetter(0)) - 1][1], end="; ")
print()
scores = []
for score in (50, 70, 60, 70):
    bisect.insort(scores, score, key=neg)
print(scores)

# === The top ===
words = "the cat sat on the mat and the dog sat on the log".split()
counts = Counter(words)
print(counts.most_common(3), heapq.nlargest(2, counts.items(), key=itemgetter(1)), heapq.nsmallest(3, words, key=len), sorted(counts, key=lambda w: (-counts[w], w))[:4])


# === Sorting by hand ===
def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    return list(heapq.merge(merge_sort(items[:middle]), merge_sort(items[middle:])))


def quick_sort(items):
    if not items:
        return []
    pivot, *rest = items
    return quick_sort([x for x in rest if x < pivot]) + [pivot] + quick_sort([x for x in rest if x >= pivot])


data = [5, 3, 8, 1, 9, 2, 7, 3]
print(merge_sort(data), quick_sort(data), merge_sort(data) == sorted(data))
