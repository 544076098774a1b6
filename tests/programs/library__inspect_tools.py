# inspect in use: checking arguments, a registry of commands, automatic documentation, injection of dependencies.
import functools
import inspect
from inspect import Parameter, signature


# === Types are checked ===
def checked(function):
    sig = signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = sig.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            wanted = sig.parameters[name].annotation
            if wanted is not Parameter.empty and not isinstance(value, wanted):
                raise TypeError(f"{name} must be {wanted.__name__}, not {type(value).__name__}")
        return function(*args, **kwargs)

    return wrapper


@checked
def scale(value: float, factor: float = 2.0, *, name: str = "x"):
    """Multiply."""
    return f"{name}={value * factor}"


print(scale(1.5), scale(1.0, factor=3.0, name="y"), signature(scale))
for args, kwargs in (((1,), {}), ((), {}), ((1.0, 2.0, 3.0), {}), ((1.0,), {"nope": 1})):
    try:
        print(scale(*args, **kwargs))
    except TypeError as error:
        print(error)


# === Commands ===
class Shell:
    """A few commands."""

    def do_add(self, a: int, b: int = 1):
        """Add two numbers.

        The second is 1 by default.
        """
        return a + b

    def do_echo(self, *words, upper: bool = False):
        """Repeat the words."""
        text = " ".join(words)
        return text.upper() if upper else text

    def helper(self): ...

    def run(self, line):
        name, *args = line.split()
        method = getattr(self, f"do_{name}", None)
        if method is None:
            return f"unknown: {name}"
        try:
            return method(*self.converted(method, args))
        except (TypeError, ValueError) as error:
            return f"{type(error).__name__}: {error}"

    def converted(self, method, args):
        values = []
        for text, p in zip(args, list(signature(method).parameters.values()) + [None] * len(args)):
            values.append(p.annotation(text) if p is not None and p.annotation is not Parameter.empty and p.kind is not Parameter.KEYWORD_ONLY else text)
        return values

    def help(self):
        for name, method in inspect.getmembers(self, inspect.ismethod):
            if name.startswith("do_"):
                yield f"{name[3:]}{signature(method)}: {inspect.getdoc(method).splitlines()[0]}"


shell = Shell()
print(*shell.help(), sep="\n")
for line in ("add 2 3", "add 2", "add x", "echo a b", "fly"):
    print(shell.run(line))


# === Dependencies ===
class Config:
    url = "db://local"


class Database:
    def __init__(self, config: Config):
        self.url = config.url


class Service:
    def __init__(self, database: Database, config: Config, retries: int = 3):
        self.database, self.config, self.retries = database, config, retries


def build(cls, made=None):
    made = {} if made is None else made
    if cls not in made:
        wanted = {
            name: build(p.annotation, made)
            for name, p in signature(cls).parameters.items()
            if inspect.isclass(p.annotation) and p.default is Parameter.empty
        }
        made[cls] = cls(**wanted)
    return made[cls]


service = build(Service)
print(service.database.url, service.config is build(Config, {Config: service.config}), service.retries, signature(Service), signature(Config))


# === Documentation of a class ===
class Base:
    def method(self, x):
        """Documented in the base."""


class Child(Base):
    """A child."""

    attribute: int = 1

    def method(self, x): ...

    @property
    def prop(self):
        """A property."""

    @classmethod
    def make(cls, n=0): ...

    @staticmethod
    def static(*, flag): ...

    async def wait(self): ...

    def items(self):
        yield 1


for name, value in sorted(vars(Child).items()):
    if not name.startswith("__"):
        member = inspect.getattr_static(Child, name)
        kind = "async" if inspect.iscoroutinefunction(value) else "generator" if inspect.isgeneratorfunction(value) else type(member).__name__
        print(name, kind, inspect.getdoc(getattr(Child, name)) if kind in ("function", "property") else "")
print(inspect.getdoc(Child), inspect.isabstract(Child), [c.__name__ for c in inspect.getmro(Child)])
