# Observers, signals and plug-ins.
from collections import defaultdict
import functools


class Signal:
    def __init__(self):
        self._handlers = []

    def connect(self, handler):
        self._handlers.append(handler)
        return handler

    def disconnect(self, handler):
        self._handlers.remove(handler)

    def __call__(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in list(self._handlers)]

    def __len__(self):
        return len(self._handlers)


class Field:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        old = instance.__dict__.get(self.name)
        instance.__dict__[self.name] = value
        if old != value:
            instance.changed(self.name, old, value)


class Model:
    price = Field()
    stock = Field()

    def __init__(self, **values):
        self.changed = Signal()
        for name, value in values.items():
            setattr(self, name, value)


model = Model(price=10, stock=1)


@model.changed.connect
def log(name, old, new):
    print(f"{name}: {old} -> {new}")
    return "logged"


totals = defaultdict(int)
model.changed.connect(lambda name, old, new: totals.update({name: totals[name] + 1}))
model.price = 12
model.price = 12
model.stock += 5
print(dict(totals), len(model.changed), vars(model)["price"])
model.changed.disconnect(log)
model.price = 0
print(model.changed("x", 1, 2), totals["price"])
try:
    model.changed.disconnect(log)
except ValueError as error:
    print(error)


class Once:
    def __init__(self, function):
        self.function, self.done = function, False

    def __call__(self, *args):
        if not self.done:
            self.done = True
            return self.function(*args)


hits = []
signal = Signal()
signal.connect(Once(hits.append))
signal.connect(functools.partial(print, "partial", end="!\n"))
signal(1)
signal(2)
print(hits)


class Plugin:
    plugins = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.plugins[cls.__name__.lower()] = cls

    def run(self, text):
        raise NotImplementedError(type(self).__name__)


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Reverse(Plugin):
    def run(self, text):
        return text[::-1]


class Unfinished(Plugin):
    pass


for name, cls in Plugin.plugins.items():
    try:
        print(name, cls().run("abc"))
    except NotImplementedError as error:
        print(name, "is not implemented:", error)
print(functools.reduce(lambda text, name: Plugin.plugins[name]().run(text), ["upper", "reverse"], "pipeline"))
