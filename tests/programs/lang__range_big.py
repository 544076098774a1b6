# Ranges with bounds beyond 64 bits.
r = range(10**20)
print(r, r[5], r[-1], r[10**19], 10**19 in r, 10**20 in r, r.index(10**19), r.count(3))
print(r[2:10], r[::10**19], list(r[::3*10**19]), r[-3:], bool(r), r == range(10**20), hash(r) == hash(range(10**20)))
try: len(r)
except OverflowError as e: print(e)
for i, x in enumerate(range(10**20, 10**20 + 10**19, 3*10**18)): print(i, x)
print(list(reversed(range(2**64, 2**64 + 3))), list(range(2**64, 2**64 - 5, -2)))
print(range(2**70).start, range(2**70).stop, range(1, 2**70, 2**65).step, len(range(1, 2**70, 2**65)))
print(range(2**63)[2**63-1], range(-2**63, 2**63)[0], True in r)
print(max(range(2**64, 2**64+5)), sum(range(2**64, 2**64 + 4)), sorted(range(2**64, 2**64 + 3), reverse=True))
try: r[10**20]
except IndexError as e: print(e)
try: r.index(-1)
except ValueError as e: print(e)
it = iter(range(2**64, 2**64+3)); next(it); print(list(it), type(it).__name__)
print(range(2**64, 2**64).__len__(), range(5, 2**64, 2**63), repr(range(2**100)))
a, *b = range(2**80, 2**80+3); print(a, b)
print(2**64 in range(2**64 + 1), -1 in r, range(0, -10**20, -10**19)[3], range(0,-10**20,-1).index(-5))
print([x for x in range(2**63 - 2, 2**63 + 2)], range(3) == range(0, 3, 1), range(2**64) == range(2**65))
import random
for i in range(0, 10**30, 10**29):
    if i > 3*10**29: break
    print(i)
try: range(10**20, None)
except TypeError as e: print(e)
try: range(10**20, 1, 0)
except ValueError as e: print(e)
print(isinstance(range(2**64), range))
