# inspect: signatures, kinds of things, members, documentation, states.
import functools
import inspect
from dataclasses import dataclass
from inspect import Parameter, Signature, signature
from typing import Callable, Optional


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Signatures ===
def usual(a, b: int, c=3, *args, d, e: "str" = "x", **kwargs) -> bool:
    """Do nothing."""


def only(a, b=1, /, c=2, *, d: Optional[int] = None): ...


async def coro(x: list[int], f: Callable[[int], str]): ...


class Point:
    """A place."""

    def __init__(self, x, y=0):
        self.x = x

    def method(self, a, *, b): ...

    @classmethod
    def make(cls, text): ...

    @staticmethod
    def helper(n): ...

    def __call__(self, times): ...


class Child(Point):
    def method(self, a, *, b):
        return 1


@dataclass
class Data:
    name: str
    size: int = 0


class Plain: ...


for obj in (usual, only, coro, Point, Point(1).method, Point.method, Point.make, Point.helper, Point(1), Child, Data, Plain, lambda: 0, lambda *a, **k: 0):
    print(signature(obj))
sig = signature(usual)
print(repr(sig), sig.return_annotation, list(sig.parameters), sig.parameters["c"].default, sig.parameters["b"].annotation)
for p in sig.parameters.values():
    print(p, repr(p), p.kind, p.kind.description, p.default is Parameter.empty)
show(signature, 3)
print(signature(functools.partial(usual, 1, d=5)), signature(functools.partial(usual, c=9)))


@functools.wraps(usual)
def wrapper(*args, **kwargs): ...


print(signature(wrapper), signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is usual)

# === Binding ===
bound = sig.bind(1, 2, d=4, extra=5)
print(bound, bound.args, bound.kwargs, bound.arguments)
bound.apply_defaults()
print(bound.arguments)
show(sig.bind, 1)
show(sig.bind, 1, 2)
show(signature(only).bind, 1, 2, 3, 4)
show(signature(only).bind, 1, nope=2)
show(signature(Plain).bind, 1)
show(signature(only).bind, a=1)
show(signature(usual).bind, 1, 2, a=1, d=1)
print(sig.bind_partial(1), signature(only).bind(1, d=3) == signature(only).bind(1, d=3))
print(sig == signature(usual), sig.replace(return_annotation=int), Signature([Parameter("x", Parameter.KEYWORD_ONLY, default=1)]), sig.parameters["a"].replace(name="z", annotation=int))
show(Signature, [Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b", Parameter.POSITIONAL_ONLY)])
show(Parameter, "1x", Parameter.POSITIONAL_ONLY)
show(Parameter, "x", Parameter.VAR_KEYWORD, default=1)
print(inspect.getfullargspec(usual))
print(inspect.getfullargspec(Point(1).method))


# === Kinds of things ===
def gen():
    yield


async def agen():
    yield


things = {"function": usual, "lambda": lambda: 0, "method": Point(1).method, "class": Point, "builtin": len, "descriptor": str.upper, "module": inspect, "generator function": gen,
          "coroutine function": coro, "async generator function": agen, "partial": functools.partial(coro), "object": Point(1)}
checks = [inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.isbuiltin, inspect.isroutine, inspect.ismodule, inspect.isgeneratorfunction,
          inspect.iscoroutinefunction, inspect.isasyncgenfunction, inspect.ismethoddescriptor, inspect.isdatadescriptor]
for name, thing in things.items():
    print(name, [check.__name__ for check in checks if check(thing)])
g, c, ag = gen(), coro([], str), agen()
print(inspect.isgenerator(g), inspect.iscoroutine(c), inspect.isasyncgen(ag), inspect.isawaitable(c), inspect.isawaitable(g), inspect.iscode(usual.__code__))
print(inspect.getgeneratorstate(g), inspect.getcoroutinestate(c))
next(g)
print(inspect.getgeneratorstate(g))
g.close(), c.close()
print(inspect.getgeneratorstate(g), inspect.getcoroutinestate(c))

# === Members and documentation ===
print([name for name, _ in inspect.getmembers(Point(1)) if not name.startswith("__")], [n for n, _ in inspect.getmembers(Point, inspect.isfunction)], inspect.getmro(Child))
print(inspect.getdoc(usual), inspect.getdoc(Child), inspect.getdoc(Plain), inspect.cleandoc("  first\n\n    second\n      third\n  "), inspect.getmodule(Point).__name__)
print(inspect.getattr_static(Child, "make").__class__.__name__, inspect.getattr_static(Point(5), "x"), inspect.getattr_static(Plain(), "nope", "default"))
print(inspect.get_annotations(usual), inspect.get_annotations(Data), inspect.get_annotations(usual, eval_str=True)["e"])
