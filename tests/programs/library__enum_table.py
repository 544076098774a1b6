# enum, one expression each.
from enum import Enum, Flag, IntEnum, StrEnum, auto


class C(Enum):
    RED = 1
    BLUE = 2
    ALSO = 1


class N(IntEnum):
    A = 1
    B = 2


class S(StrEnum):
    X = auto()
    Y = 'why'


class F(Flag):
    R = auto()
    W = auto()

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (C.RED, C.RED.name, C.RED.value, C(1), C["BLUE"], C.ALSO, C.ALSO is C.RED, str(C.RED), f"{C.BLUE}", repr(C.BLUE)))
show(lambda: (list(C), len(C), [c.value for c in C], C.RED in C, 1 in C, "RED" in C.__members__, list(C.__members__), isinstance(C.RED, C), type(C.RED)))
show(lambda: (C.RED == C.RED, C.RED == 1, C.RED != C.BLUE, C.RED is C(1), hash(C.RED) == hash(C.RED), {C.RED: "r"}[C.RED], bool(C.RED)))
show(lambda: (N.A + 1, N.A < N.B, N.A == 1, max(N), sorted([N.B, N.A]), f"{N.A}", "%d" % N.B, [10, 20, 30][N.A], int(N.B), N(2), repr(N.A), N.A | 4))
show(lambda: (S.X, S.X == "x", S.Y.upper(), f"{S.Y:>5}", S.X + "!", "x" == S.X, S("why"), len(S.Y), S.X in ("x",), sorted(S)))
show(lambda: (F.R | F.W, F.R & F.W, ~F.R, F.R ^ F.W, F(3), F(0), bool(F(0)), F.R in F(3), F.R.value, list(F(3)), (F.R | F.W).name, F.R | F.R is F.R))
show(lambda: (C(9)))
show(lambda: (C["NOPE"]))
show(lambda: (C.NOPE))
show(lambda: (C.RED.nope))
show(lambda: (C.RED < C.BLUE))
show(lambda: (C.RED + 1))
show(lambda: (setattr(C, "RED", 5)))
show(lambda: (setattr(C.RED, "value", 5)))
show(lambda: (F(8)))
show(lambda: (N("x")))
show(lambda: (S("zzz")))
show(lambda: (Enum("Made", "A B")))
show(lambda: (list(Enum("Made", "A B")), Enum("P", {"x": 10}).x.value, Enum("Q", ["a", "b"])["a"].value))
show(lambda: (F.R | 5))
show(lambda: (C()))
show(lambda: (delattr(C, "RED")))
