# Who asks an iterable for its length, to know how much room it needs.
class Loud:
    def __init__(self, n=3, length=None): self.n = n; self.length = length
    def __iter__(self): print("iter"); return iter(range(self.n))
    def __len__(self):
        print("len")
        if isinstance(self.length, type): raise self.length("from len")
        return self.n if self.length is None else self.length
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
L = Loud()
show(lambda: list(L)); show(lambda: tuple(L)); show(lambda: sorted(L)); show(lambda: set(L)); show(lambda: [*L]); show(lambda: (*L,)); show(lambda: {*L})
show(lambda: sum(L)); show(lambda: max(L)); show(lambda: dict.fromkeys(L)); show(lambda: list(map(str, L))); show(lambda: bytes(L)); show(lambda: frozenset(L))
show(lambda: print(*L)); show(lambda: [].extend(L)); show(lambda: list(enumerate(L))); show(lambda: list(zip(L, L)))
def un():
    a, *b = L; return a, b
show(un)
def un2():
    a, b, c = L; return a, b
show(un2)
show(lambda: any(L)); show(lambda: list(reversed(list(L)))); show(lambda: [x for x in L])
show(lambda: list(Loud(3, TypeError))); show(lambda: list(Loud(3, ValueError))); show(lambda: list(Loud(3, -1))); show(lambda: list(Loud(3, "x")))
def ext():
    x = [0]; x += L; return x
show(ext)
def sl():
    x = [0,1,2]; x[1:2] = L; return x
show(sl)
class S(Loud):
    def __iter__(self): return iter("abc"[:self.n])
show(lambda: "-".join(S()))
import collections
show(lambda: collections.deque(L)); show(lambda: collections.Counter(L))
show(lambda: bytearray(L)); show(lambda: list(filter(None, L)))
show(lambda: dict(zip(L, L)))
show(lambda: 1 in L)
