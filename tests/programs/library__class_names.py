# Messages name classes that are built in with their module.
from datetime import *
d = date(2024,1,2); t = timedelta(1); dt = datetime(2024,1,1)
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
show(lambda: d + 1); show(lambda: d - dt); show(lambda: 1 + d); show(lambda: t + 1); show(lambda: d < 3); show(lambda: t * "a"); show(lambda: dt + dt); show(lambda: len(d)); show(lambda: d.nope); show(lambda: t()); show(lambda: d[0])
print(date.__name__, date.__qualname__, date, date.__module__, type(d), repr(timedelta), type(t).__name__)
show(lambda: iter(t)); show(lambda: {}[d]); show(lambda: sorted([d, 3])); show(lambda: d < dt); show(lambda: time(1) < d); show(lambda: hash(t) is not None)
class Sub(date): pass
show(lambda: Sub(2024,1,1) + 1); print(Sub.__name__, Sub, repr(Sub(2024,1,1)))
show(lambda: "%d" % d); show(lambda: int(t)); show(lambda: t.days(3)); show(lambda: dt - "x"); show(lambda: timezone.utc + 1); show(lambda: timezone.utc.x)
show(lambda: f"{t:>20}"); show(lambda: f"{d:%d/%m}"); show(lambda: datetime.x)
try: d.foo = 3
except AttributeError as e: print(e)
class A:
    def __mul__(s, o): return NotImplemented
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
show(lambda: A() * "a"); show(lambda: "a" * A()); show(lambda: [1] * A()); show(lambda: A() * 3); show(lambda: object() * [1]); show(lambda: 1.5 * "a"); show(lambda: "a" * 1.5)
from collections import *
from functools import partial
show(lambda: defaultdict(list) + 1); show(lambda: {defaultdict(int)}); show(lambda: OrderedDict().x); show(lambda: partial(print) + 1); show(lambda: Counter() + 1); show(lambda: deque() + 1); show(lambda: defaultdict(int, a=1) | 3)
print(defaultdict, OrderedDict, partial, defaultdict.__name__, repr(defaultdict(int)), repr(OrderedDict(a=1)), type(OrderedDict()).__qualname__)
class D(defaultdict): pass
class O(OrderedDict): pass
class P(partial): pass
print(D, repr(D(int)), repr(O(a=1)), repr(P(print, 1)))
show(lambda: D() + 1); show(lambda: len(partial(print))); show(lambda: partial()); show(lambda: defaultdict(3)); show(lambda: OrderedDict(3)); show(lambda: defaultdict(int)["a"]["b"])
show(lambda: sorted([OrderedDict(), OrderedDict()])); show(lambda: deque([1])["a"]); show(lambda: defaultdict(int).nope); show(lambda: partial(print).x); show(lambda: iter(partial(print)))
show(lambda: isinstance(1, defaultdict(int))); show(lambda: 3 in partial(print)); show(lambda: [1][OrderedDict()]); show(lambda: f"{partial(print):5}")
