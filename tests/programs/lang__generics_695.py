# PEP 695: type parameters and type aliases.

def first[T](items: list[T]) -> T:
    return items[0]


class Box[T]:
    def __init__(self, value: T) -> None:
        self.value = value

    def map[U](self, function) -> "Box[U]":
        return Box(function(self.value))


class Pair[K: (int, str), V = None](Box[V]):
    key: K


type Vector = list[float]
type Tree[T] = T | list[Tree[T]]
type Callback[**P, R] = "callable"
type Many[*Ts] = tuple[*Ts]

# === At run time ===
print(first([1, 2]), Box(3).map(str).value, first.__type_params__, Box.__type_params__, Pair.__type_params__)
print(Vector, Vector.__value__, Vector.__name__, Vector.__type_params__, type(Vector).__name__)
print(Tree, Tree[int], Callback.__type_params__, Many.__type_params__)
T = first.__type_params__[0]
print(T, T.__name__, T.__bound__, T.__constraints__, type(T).__name__, T.has_default() if hasattr(T, "has_default") else None)
K, V = Pair.__type_params__
print(K.__constraints__, V.__default__)
print(Box[int], Box[int](5).value, Box[int].__origin__ is Box, Box[int].__args__, Pair.__orig_bases__, Box.__orig_bases__)
print([c.__name__ for c in Pair.__mro__], first.__annotations__, Box.__init__.__annotations__)


# === Scopes ===
class Outer[T]:
    kind = T

    def method[S](self, x: S) -> T:
        return T, S


t, s = Outer().method(1)
print(t is Outer.kind, t, s, "T" in dir(Outer), hasattr(Outer, "T"))
try:
    T_outside = S
except NameError as error:
    print(error)


def bounded[N: int](n: N) -> N:
    return n


def lazy[X: undefined_bound](x: X) -> X:
    return x


print(bounded.__type_params__[0].__bound__, lazy(1))
try:
    lazy.__type_params__[0].__bound__
except NameError as error:
    print(error)
type Lazy = undefined_value
try:
    Lazy.__value__
except NameError as error:
    print(error)

# === Misuse ===
for source in ("type 5 = int", "def f[](): pass", "x[T] = 5"):
    try:
        exec(source)
    except SyntaxError as error:
        print(error.msg)
    except NameError as error:
        print("NameError", error)
for use in (lambda: Tree[int, str], lambda: isinstance([], Vector), lambda: class_of(T)):
    try:
        print(use())
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)
type = "still a name"
print(type)
