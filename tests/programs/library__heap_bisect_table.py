# heapq and bisect, one call each.
import bisect
import heapq


def heap(items):
    heapq.heapify(items)
    return items

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (heap([5, 3, 8, 1])))
show(lambda: (heapq.heappop(heap([5, 3, 8, 1]))))
show(lambda: (heapq.nlargest(2, [4, 1, 7]), heapq.nsmallest(2, [4, 1, 7])))
show(lambda: (heapq.nlargest(1, ["aa", "b"], key=len), heapq.nlargest(0, [1]), heapq.nlargest(9, [1, 2])))
show(lambda: (heapq.heappushpop([1, 2], 0), heapq.heapreplace([1, 2], 5)))
show(lambda: (list(heapq.merge([1, 3], [2, 4])), list(heapq.merge([3, 1], [4, 2], reverse=True))))
show(lambda: (heapq.heappop([])))
show(lambda: (heapq.heapreplace([], 1)))
show(lambda: (heapq.heappushpop([], 1)))
show(lambda: (heapq.heapify([1, "a"])))
show(lambda: (heapq.heapify("abc")))
show(lambda: ([heapq.heappop(h) for h in [heap([3, 1, 2])] for _ in range(3)]))
show(lambda: (bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2)))
show(lambda: (bisect.bisect([], 1), bisect.bisect([1], 0), bisect.bisect([1], 5)))
show(lambda: (bisect.bisect(["a", "c"], "b"), bisect.bisect([1, 5], 3, key=lambda x: x * 2)))
show(lambda: (bisect.insort([1, 3], 2)))
show(lambda: (bisect.bisect([1, 2, 3], 2, 0, 1), bisect.bisect_left([3, 3, 3], 3, lo=1)))
show(lambda: (bisect.bisect([1, "a"], "b")))
show(lambda: (bisect.bisect([1], 1, lo=-1)))
show(lambda: ("FDCBA"[bisect.bisect([60, 70, 80, 90], 77)]))
