# Annotations do nothing by themselves.

# === Variables ===
count: int = 3
later: str
print(count, __annotations__)
try:
    later
except NameError as error:
    print(error)
numbers: list[int] = ["not", "checked"]
print(numbers)

# === Functions ===
def greet(name: str, times: int = 1, *args: int, loud: bool = False, **rest: "anything") -> str:
    return name * times
print(greet.__annotations__)
print(greet(3, 4))

# === Classes ===
class Point:
    x: int
    y: int = 0
    label: "str | None" = None
print(Point.__annotations__, Point.y, hasattr(Point, "x"))

# === Order ===
def say(what):
    print("evaluating", what)
    return what
def f(a: say("annotation") = say("default")) -> say("result"):
    local: say("never") = 1
    return local
print(f())
value: say("module annotation") = say("module value")

# === Types as values ===
def first(items: list[int]) -> int | None:
    return items[0] if items else None
print(first([5]), first([]), list[int], int | None, dict[str, int], isinstance(5, int | str))
type Pair = tuple[int, int]
def generic[T](item: T) -> T:
    return item
class Box[T]:
    def __init__(self, item: T):
        self.item = item
print(generic("g"), Box(3).item, Pair.__name__)
