# abc in use: an abstract base with a registry, template methods, abstract properties, mixins.
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence


class Exporter(ABC):
    """Exporters register themselves by their format."""

    registry = {}

    def __init_subclass__(cls, *, format, **kwargs):
        super().__init_subclass__(**kwargs)
        Exporter.registry[format] = cls

    def export(self, rows):
        """A template: subclasses say how."""
        return self.head() + self.separator.join(self.line(row) for row in rows)

    def head(self):
        return ""

    @property
    @abstractmethod
    def separator(self): ...

    @abstractmethod
    def line(self, row): ...


class Csv(Exporter, format="csv"):
    separator = "\n"

    def head(self):
        return "name,age\n"

    def line(self, row):
        return ",".join(map(str, row))


class Words(Exporter, format="words"):
    @property
    def separator(self):
        return "; "

    def line(self, row):
        return " is ".join(map(str, row))


rows = [("Ann", 31), ("Bob", 25)]
print(sorted(Exporter.registry))
for format, kind in sorted(Exporter.registry.items()):
    print(kind().export(rows))
try:
    class Broken(Exporter):
        pass
except TypeError as error:
    print(error)


class Incomplete(Exporter, format="none"):
    separator = ","


try:
    Incomplete()
except TypeError as error:
    print(error)


# === Mixins over an abstract sequence ===
class Reversed(Sequence):
    """A view of a sequence from its end."""

    def __init__(self, items):
        self._items = items

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return self._items[-1 - index] if index >= 0 else self._items[-index - 1]


view = Reversed("abcdef")
print(list(view), view[0], view[-1], view[1:3], "c" in view, view.index("a"), view.count("z"), list(reversed(view)))


class Countdown(Iterator):
    def __init__(self, start):
        self.now = start

    def __next__(self):
        if self.now <= 0:
            raise StopIteration
        self.now -= 1
        return self.now + 1


print(list(Countdown(3)), sum(Countdown(4)), isinstance(Countdown(1), Iterator))


# === Cooperative classes ===
class Base(ABC):
    @abstractmethod
    def describe(self):
        return ["base"]


class Loud(Base):
    def describe(self):
        return ["loud", *super().describe()]


class Fast(Base):
    def describe(self):
        return ["fast", *super().describe()]


class Both(Loud, Fast):
    def describe(self):
        return ["both", *super().describe()]


print(Both().describe(), [cls.__name__ for cls in Both.__mro__], Both.__abstractmethods__)
Base.register(str)
print(isinstance("text", Base), issubclass(str, Base), isinstance(b"text", Base))
