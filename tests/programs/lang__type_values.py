# Types as values: unions, generic aliases, type parameters and type aliases.


def attempt(title, action):
    try:
        print(title, action())
    except Exception as e:
        print(title, type(e).__name__, e)


# === Unions ===
print(int | str, int | None, None | int, int | str | int, str | (int | None))
print((int | str) == (str | int), (int | str) == (int | None), (int | int) is int)
print(isinstance(3, int | str), isinstance(None, int | None), isinstance(2.5, int | str), issubclass(bool, int | str))
print((int | str).__args__, type(int | str).__name__, hash(int | str) == hash(str | int))
attempt("text", lambda: int | "later")
attempt("number", lambda: int | 5)


class Dog:
    pass


print(Dog | None, list[int] | dict[str, Dog])
print({int | str: "either"}[str | int])

# === Aliases ===
print(list[int], dict[str, list[int]], tuple[int, ...], type[Dog], list[int | None])
print(list[int].__origin__, list[int].__args__, list[int] == list[int], list[int] == list[str])
print(list[int]((1, 2)), dict[str, int](a=1), type(list[int]).__name__)


class Ints(list[int]):
    pass


print(Ints.__bases__, Ints([1, 2]), len({list[int], list[int]}))
attempt("isinstance", lambda: isinstance([], list[int]))
attempt("subscript", lambda: int[str])


# === Type parameters ===
def first[T](items: list[T]) -> T:
    return items[0]


print(first([1, 2]), first.__type_params__, first.__annotations__)


class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def map[U](self, function) -> "Box[U]":
        return Box(function(self.item))


print(Box(1).map(str).item, Box[int](5).item, Box.__bases__[0].__name__)


class Stack[T](list):
    def peek(self) -> T:
        return self[-1]


print(Stack([1, 2, 3]).peek())


def bounded[T: int, *Ts, **P](a: T, *args: *Ts) -> T:
    return a


print([p.__name__ for p in bounded.__type_params__], bounded.__type_params__[0].__bound__, bounded(4))


def either[T: (int, str)](a: T) -> T:
    return a


print(either.__type_params__[0].__constraints__, either("x"))
type Pair = tuple[int, int]
type Tree[T] = T | list[Tree[T]]
print(Pair, Pair.__value__, Tree.__type_params__, Pair.__name__)
type Later = Undefined
attempt("lazy", lambda: Later.__value__)
print(Pair | None)


# === Parameter specifications ===
def logged[**P, R](function) -> R:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    return wrapper


print(logged(max)(3, 4), logged(max).__annotations__)
print(bounded.__annotations__)
