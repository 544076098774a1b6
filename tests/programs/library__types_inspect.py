# types and inspect.
import inspect
import types


def function(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> bool:
    """The doc.

    More of it.
    """


class Base:
    attribute = 1

    def method(self, x):
        pass

    @classmethod
    def of_class(cls):
        pass

    @staticmethod
    def static(y):
        pass

    @property
    def prop(self):
        """Prop doc."""


class Child(Base):
    def method(self, x):
        pass


async def coroutine():
    pass


def generator():
    yield


async def async_generator():
    yield


# === Signatures ===
signature = inspect.signature(function)
print(signature, signature.return_annotation, list(signature.parameters), [(p.name, p.kind.name, p.default is p.empty) for p in signature.parameters.values()])
bound = signature.bind(1, d=4, z=5)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs, inspect.signature(Base().method), inspect.signature(Base.method), inspect.signature(Base.static), inspect.signature(Base), inspect.signature(lambda x, *y: 0))
for wrong in (lambda: signature.bind(), lambda: signature.bind(1, 2, 3), lambda: inspect.signature(5), lambda: signature.bind(1, d=1, a=2) and "a goes into kw"):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# === What is it? ===
for name in ("isfunction", "ismethod", "isclass", "isgeneratorfunction", "iscoroutinefunction", "isasyncgenfunction", "isbuiltin", "ismodule", "isroutine", "isgenerator"):
    test = getattr(inspect, name)
    print(name, [test(x) for x in (function, Base().method, Base, generator, coroutine, async_generator, len, inspect, generator(), 5)])
print(inspect.getdoc(function), inspect.cleandoc("  a\n    b\n  c"), inspect.getmro(Child) == Child.__mro__, inspect.getdoc(Base.prop), [n for n, _ in inspect.getmembers(Child) if not n.startswith("_")], inspect.getmodule(function).__name__ if inspect.getmodule(function) else None)
print(inspect.isabstract(Base), inspect.isdatadescriptor(Base.prop), inspect.unwrap(function) is function, inspect.getattr_static(Child, "method") is Child.__dict__["method"])

# === types ===
print(types.FunctionType, type(function) is types.FunctionType, isinstance(len, types.BuiltinFunctionType), isinstance(Base().method, types.MethodType), isinstance(generator(), types.GeneratorType), isinstance(inspect, types.ModuleType), type(None) is types.NoneType, isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))
n = types.SimpleNamespace(a=1, b="x")
n.c = [2]
print(n, n == types.SimpleNamespace(a=1, b="x", c=[2]), vars(n), types.MappingProxyType({"k": 1})["k"])
try:
    types.MappingProxyType({})["x"] = 1
except TypeError as error:
    print(error)
Made = types.new_class("Made", (Base,), {}, lambda ns: ns.update(extra=5))
print(Made.extra, Made.__mro__[1].__name__, types.MethodType(lambda self, n: (self, n), "me")(1), types.resolve_bases((Base,)), types.prepare_class("X")[0])
module = types.ModuleType("made", "doc")
module.value = 1
print(module.__name__, module.__doc__, module.value)


@types.coroutine
def old():
    yield
    return 1


c = old()
c.send(None)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value, types.DynamicClassAttribute.__name__)
