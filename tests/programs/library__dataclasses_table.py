# dataclasses, one use each.
import dataclasses as dc


@dc.dataclass
class P:
    x: int
    y: int = 0
    z: list = dc.field(default_factory=list, repr=False)


@dc.dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'b'


p, f = P(1), F(2)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (p, P(1, 2), P(x=1, y=5), f, F(1, "z"), repr(P(3)), str(f)))
show(lambda: (p == P(1), p == P(2), p == 5, p != P(1), P(1).z is P(1).z, f == F(2), hash(f) == hash(F(2)), {f: 1}[F(2)]))
show(lambda: (f < F(3), F(1, "b") < F(1, "c"), sorted([F(2), F(1)]), max(F(1), F(2)), F(1) <= F(1)))
show(lambda: (dc.asdict(P(1, 2, [3])), dc.astuple(P(1, 2, [3])), dc.replace(p, y=9), [x.name for x in dc.fields(P)], dc.is_dataclass(P), dc.is_dataclass(p), dc.is_dataclass(int)))
show(lambda: (P.__match_args__, P.__annotations__, dc.fields(P)[1].default, dc.fields(P)[0].type, P.__doc__))
show(lambda: (P()))
show(lambda: (P(1, 2, 3, 4)))
show(lambda: (P(1, w=2)))
show(lambda: (P(1, x=2)))
show(lambda: (p < P(2)))
show(lambda: (hash(p)))
show(lambda: (setattr(f, "a", 5)))
show(lambda: (delattr(f, "a")))
show(lambda: (dc.replace(p, w=1)))
show(lambda: (dc.asdict(5)))
show(lambda: (dc.fields(5)))
show(lambda: (dc.make_dataclass("M", ["a", ("b", int, 5)])(1), dc.make_dataclass("M", [("x", int)], frozen=True)(1)))
show(lambda: (dc.make_dataclass("M", ["1x"])))
show(lambda: (dc.field(default=1, default_factory=list)))
show(lambda: (dc.dataclass(type("B", (), {"__annotations__": {"a": list}, "a": []}))))
show(lambda: (dc.dataclass(type("B", (), {"__annotations__": {"a": int, "b": int}, "a": 1}))))
show(lambda: (dc.dataclass(order=True, eq=False)(type("B", (), {}))))
show(lambda: (dc.dataclass(type("B", (P,), {"__annotations__": {"q": int}, "q": 5}))(1, q=2), dc.dataclass(repr=False)(type("B", (), {"__annotations__": {"a": int}}))(1).a))
