# heapq: heaps in lists, merging, the smallest and largest, a queue with priorities.
import heapq
import itertools
from dataclasses import dataclass, field


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Pushing and popping ===
heap = []
for number in (5, 1, 8, 3, 9, 2):
    heapq.heappush(heap, number)
    print(heap)
print([heapq.heappop(heap) for _ in range(len(heap))])
show(heapq.heappop, [])
show(heapq.heapreplace, [], 1)
data = [9, 4, 7, 1, 8, 2, 6]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heappushpop(data, 3), heapq.heapreplace(data, 10), data)
print(heapq.heappushpop([], 5))
show(heapq.heappush, [1], "a")
show(heapq.heapify, (1, 2))

# === Sorting ===
def heapsort(items):
    heap = list(items)
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in range(len(heap))]


print(heapsort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]), heapsort("heap"))

# === Smallest, largest, merged ===
prices = [("apple", 3), ("egg", 1), ("milk", 2), ("bread", 3)]
print(heapq.nsmallest(2, prices, key=lambda p: p[1]), heapq.nlargest(2, prices, key=lambda p: p[1]), heapq.nlargest(3, [1, 5, 2]), heapq.nsmallest(0, [1]), heapq.nsmallest(9, [2, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge("adg", "beh", reverse=False)), list(heapq.merge([9, 5], [7, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()))
print(list(itertools.islice(heapq.merge(itertools.count(0, 3), itertools.count(1, 3)), 6)))


# === A queue with priorities ===
@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


jobs = []
counter = itertools.count()
for priority, name in ((2, "write"), (1, "plan"), (3, "ship"), (1, "meet")):
    heapq.heappush(jobs, (priority, next(counter), name))
print([heapq.heappop(jobs)[-1] for _ in range(4)])
objects = [Job(2, "b"), Job(1, "a"), Job(3, "c")]
heapq.heapify(objects)
print(heapq.heappop(objects), len(objects))


# === Shortest ways ===
def dijkstra(graph, start):
    distances, queue = {start: 0}, [(0, start)]
    while queue:
        distance, node = heapq.heappop(queue)
        if distance > distances[node]:
            continue
        for neighbour, weight in graph[node].items():
            new = distance + weight
            if new < distances.get(neighbour, float("inf")):
                distances[neighbour] = new
                heapq.heappush(queue, (new, neighbour))
    return distances


print(dijkstra({"A": {"B": 7, "C": 3}, "B": {"D": 2}, "C": {"B": 1, "D": 8}, "D": {}}, "A"))
