"""An order in which things come after what they depend on."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Some things depend on each other: the second argument lists them."""


class TopologicalSorter:
    """Sorts the nodes of a graph, given as {node: what comes before it}."""

    def __init__(self, graph=None):
        self._before = {}  # node: how many predecessors are not done; -1 is handed out, -2 is done
        self._after = {}
        self._ready = None
        self._out = self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def add(self, node, *predecessors):
        """Add a node, or more predecessors of one."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        for name in (node, *predecessors):
            self._before.setdefault(name, 0)
            self._after.setdefault(name, [])
        self._before[node] += len(predecessors)
        for predecessor in predecessors:
            self._after[predecessor].append(node)

    def prepare(self):
        """Check that there are no cycles; nodes can be asked for from now on."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._before.items() if count == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """Return the nodes that nothing is before any more, each once."""
        self._check_prepared()
        nodes = tuple(self._ready)
        for node in nodes:
            self._before[node] = -1
        self._ready.clear()
        self._out += len(nodes)
        return nodes

    def is_active(self):
        """Return True as long as there are nodes to hand out, or to be marked as done."""
        self._check_prepared()
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Mark nodes as done."""
        self._check_prepared()
        for node in nodes:
            if node not in self._before:
                raise ValueError(f"node {node!r} was not added using add()")
            state = self._before[node]
            if state >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if state == -2:
                raise ValueError(f"node {node!r} was already marked done")
            self._before[node] = -2
            for later in self._after[node]:
                self._before[later] -= 1
                if self._before[later] == 0:
                    self._ready.append(later)
            self._done += 1

    def static_order(self):
        """Iterate over all nodes in an order that fits."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _cycle(self):
        """Return the nodes of a cycle, the first one at the end again, or None."""
        seen, path, places, iterators = set(), [], {}, []
        for start in self._after:
            if start in seen:
                continue
            node = start
            while True:
                if node in seen:
                    if node in places:
                        return path[places[node] :] + [node]
                else:
                    seen.add(node)
                    iterators.append(iter(self._after[node]))
                    places[node] = len(path)
                    path.append(node)
                while path:
                    try:
                        node = next(iterators[-1])
                        break
                    except StopIteration:
                        del places[path.pop()]
                        iterators.pop()
                else:
                    break
        return None
