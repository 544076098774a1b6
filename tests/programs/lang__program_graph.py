# Graphs: breadth first, depth first, shortest paths, topological order, components.
import heapq
from collections import defaultdict, deque

edges = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("e", "f", 3)]
graph = defaultdict(dict)
for source, target, weight in edges:
    graph[source][target] = weight
    graph.setdefault(target, {})


def breadth_first(start):
    seen, queue = {start: None}, deque([start])
    while queue:
        node = queue.popleft()
        for neighbour in sorted(graph[node]):
            if neighbour not in seen:
                seen[neighbour] = node
                queue.append(neighbour)
    return seen


def depth_first(node, seen=None):
    seen = set() if seen is None else seen
    seen.add(node)
    yield node
    for neighbour in sorted(graph[node]):
        if neighbour not in seen:
            yield from depth_first(neighbour, seen)


def dijkstra(start):
    distances, heap, previous = {start: 0}, [(0, start)], {}
    while heap:
        distance, node = heapq.heappop(heap)
        if distance > distances.get(node, float("inf")):
            continue
        for neighbour, weight in graph[node].items():
            new = distance + weight
            if new < distances.get(neighbour, float("inf")):
                distances[neighbour], previous[neighbour] = new, node
                heapq.heappush(heap, (new, neighbour))
    return distances, previous


def path(previous, target):
    route = [target]
    while route[-1] in previous:
        route.append(previous[route[-1]])
    return route[::-1]


def topological():
    degree = {node: 0 for node in graph}
    for targets in graph.values():
        for target in targets:
            degree[target] += 1
    ready = sorted(node for node, n in degree.items() if n == 0)
    while ready:
        node = ready.pop(0)
        yield node
        for target in sorted(graph[node]):
            degree[target] -= 1
            if degree[target] == 0:
                ready.append(target)
    if any(degree.values()):
        raise ValueError("there is a cycle")


def components():
    links = defaultdict(set)
    for source, target, _ in edges:
        links[source].add(target)
        links[target].add(source)
    left = set(links)
    while left:
        todo, found = [min(left)], set()
        while todo:
            node = todo.pop()
            if node not in found:
                found.add(node)
                todo.extend(links[node])
        left -= found
        yield sorted(found)


print(breadth_first("a"), list(depth_first("a")))
distances, previous = dijkstra("a")
print(distances, path(previous, "d"), path(previous, "e"))
print(list(topological()), list(components()))
graph["d"]["a"] = 1
try:
    print(list(topological()))
except ValueError as error:
    print(error)


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def depth(self):
        return 1 + max((child.depth() for child in self.children), default=0)

    def __str__(self, level=0):
        return "\n".join(["  " * level + str(self.value)] + [child.__str__(level + 1) for child in self.children])


tree = Node(1, Node(2, Node(4)), Node(3))
print(list(tree), tree.depth(), sum(tree), max(tree))
print(tree)
