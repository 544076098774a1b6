# Everything that a module offers, what it makes only when asked for included.
from typing import *
from collections import *
from functools import *
from time import *
from random import *
from statistics import *
from inspect import *
import importlib


class Movie(TypedDict):
    title: str


class Point(NamedTuple):
    x: int


@runtime_checkable
class Sized2(Protocol):
    def __len__(self): ...


print(Movie(title="x"), Point(1), isinstance([], Sized2), get_type_hints(Movie), Deque[int])
print(ChainMap({1: 2}), UserDict(a=1), defaultdict(int), Counter("aa"))
print(strftime("%Y", gmtime(0)), NormalDist(0, 1).cdf(0), signature(lambda a, b=1: a))
seed(1)
print(randint(1, 100), singledispatch(len).registry[object] is len)
print([name for name in ("e", "pi", "sys", "MethodType", "exp") if name in globals()])
print(importlib.import_module("json").dumps([1]), importlib.import_module("collections.abc").Sized.__name__)
try:
    importlib.import_module("nothing_like_this")
except ImportError as error:
    print(type(error).__name__, error)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
try:
    exec("from math import *; from json import nothing")
except ImportError as error:
    print(str(error).split(" (")[0])
