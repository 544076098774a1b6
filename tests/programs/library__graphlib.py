# graphlib and gc: orders of things that depend on each other; the collector.
import gc
from graphlib import CycleError, TopologicalSorter


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === A static order ===
graph = {"D": ["B", "C"], "C": ["A"], "B": ["A"]}
print(list(TopologicalSorter(graph).static_order()), list(TopologicalSorter({}).static_order()))
ts = TopologicalSorter()
ts.add("dress", "shirt", "trousers")
ts.add("shirt", "wash")
ts.add("trousers", "wash")
ts.add("wash")
print([*ts.static_order()])

# === Step by step ===
ts = TopologicalSorter({3: [1, 2], 4: [3], 5: [1]})
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(ready, end=" ")
    for node in ready:
        ts.done(node)
print(bool(ts))

# === Trouble ===
for bad in ({1: [2], 2: [1]}, {"a": ["b"], "b": ["c"], "c": ["a"], "d": []}, {1: [1]}):
    try:
        TopologicalSorter(bad).prepare()
    except CycleError as error:
        print(error.args[0], error.args[1])
ts = TopologicalSorter({1: [2]})
show(ts.get_ready)
ts.prepare()
show(ts.prepare)
show(ts.add, 5)
show(ts.done, 1)
show(ts.done, 9)
print(ts.get_ready(), ts.get_ready())
ts.done(2)
show(ts.done, 2)

# === The collector ===
print(gc.collect() >= 0, gc.isenabled(), len(gc.get_count()), len(gc.get_threshold()), gc.is_tracked([]), gc.is_tracked(1), gc.garbage)
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(700, 10, 5)
print(gc.isenabled(), gc.get_threshold()[:2])
show(gc.collect, 5)
