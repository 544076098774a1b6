# types: names of types, namespaces, proxies, modules and classes made by calls.
import types


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Names ===
def f(): ...
def g(): yield
async def c(): ...
async def ag(): yield


class K:
    def m(self): ...

    @property
    def p(self): ...


coroutine = c()
for name, value in (("FunctionType", f), ("LambdaType", lambda: 0), ("GeneratorType", g()), ("CoroutineType", coroutine), ("AsyncGeneratorType", ag()), ("MethodType", K().m),
                    ("BuiltinFunctionType", len), ("ModuleType", types), ("CodeType", f.__code__), ("NoneType", None), ("EllipsisType", ...), ("NotImplementedType", NotImplemented),
                    ("MappingProxyType", K.__dict__), ("GenericAlias", list[int]), ("UnionType", int | str), ("MethodDescriptorType", str.upper)):
    print(name, isinstance(value, getattr(types, name)), end="; ")
coroutine.close()
print()

# === SimpleNamespace ===
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]), ns != types.SimpleNamespace(), ns.__dict__, types.SimpleNamespace({"k": 1}, z=2))
ns.self = ns
print(ns)


class Config(types.SimpleNamespace):
    pass


print(Config(debug=True), vars(Config(x=1)))

# === MappingProxyType ===
data = {"a": 1}
view = types.MappingProxyType(data)
data["b"] = 2
print(view, repr(view), view["b"], "a" in view, len(view), list(view.items()), view.get("z", 0), view | {"c": 3}, view.copy() is data)
show(lambda: view.__setitem__("c", 1))
try:
    view["c"] = 1
except TypeError as error:
    print(error)

# === Modules and methods ===
module = types.ModuleType("tools", "Some tools.")
module.answer = 42
print(module.__name__, module.__doc__, module.answer, type(module).__name__)
show(lambda: module.nothing)
bound = types.MethodType(lambda self, x: (self, x), "me")
print(bound(5), bound.__self__)

# === Classes by calls ===
Made = types.new_class("Made", (dict,), {}, lambda ns: ns.update(x=1, double=lambda self: self["n"] * 2))
print(Made, Made.x, Made(n=4).double(), Made.__bases__, Made.__mro__[1])
Point = type("Point", (), {"__init__": lambda self, x: setattr(self, "x", x), "__repr__": lambda self: f"Point({self.x})"})
print(Point(3), Point.__name__, type(Point))
print(types.resolve_bases((list[int],)), types.prepare_class("X", (K,))[0], types.get_original_bases(type("Y", (K,), {})))


class Meta(type):
    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)


class Thing(metaclass=Meta):
    pass


print(types.prepare_class("Z", (Thing,))[0], type(Thing()).__name__)


# === coroutine ===
@types.coroutine
def step(n):
    received = yield n
    return received * 2


async def run():
    return await step(1) + await step(2)


r = run()
print(r.send(None), r.send(10))
try:
    r.send(20)
except StopIteration as stop:
    print(stop.value)


# === DynamicClassAttribute ===
class Dynamic:
    @types.DynamicClassAttribute
    def value(self):
        return "of an instance"


print(Dynamic().value, hasattr(Dynamic, "value"))
