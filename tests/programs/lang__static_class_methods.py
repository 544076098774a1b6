# staticmethod, classmethod, and alternative constructors.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Date:
    count = 0

    def __init__(self, y, m, d):
        self.y, self.m, self.d = y, m, d
        type(self).count += 1

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @classmethod
    def how_many(cls):
        return cls.__name__, cls.count

    @staticmethod
    def is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def __repr__(self):
        return f"{type(self).__name__}({self.y}, {self.m}, {self.d})"


class Fancy(Date):
    count = 100

    @classmethod
    def parse(cls, text):
        print("fancy parse")
        return super().parse(text.replace("/", "-"))

    @staticmethod
    def is_leap(year):
        return f"fancy {Date.is_leap(year)}"


print(Date.parse("2024-01-02"), Fancy.parse("2024/3/4"), Date.how_many(), Fancy.how_many(), Date(1, 1, 1).how_many(), Date.is_leap(2000), Date(1, 2, 3).is_leap(1900), Fancy.is_leap(4))
print(type(Date.__dict__["parse"]).__name__, type(Date.__dict__["is_leap"]).__name__, Date.parse.__self__ is Date, Date.parse.__func__.__name__, Date.is_leap.__name__, Date.__dict__["is_leap"].__func__(4))
for f in (lambda: Date.parse(), lambda: Date.parse("a-b-c"), lambda: Date.is_leap(), lambda: Date.is_leap(1, 2), lambda: Date(1), lambda: staticmethod(), lambda: classmethod(5)(), lambda: staticmethod(len)("abc"), lambda: classmethod(len)("abc")):
    show(f)
Date.shout = staticmethod(lambda text: text.upper())
Date.name_of = classmethod(lambda cls: cls.__name__)
print(Date.shout("a"), Fancy(1, 1, 1).shout("b"), Fancy.name_of())


class Registry:
    items = {}

    @classmethod
    def register(cls, name):
        def decorate(function):
            cls.items[name] = function
            return function

        return decorate


@Registry.register("double")
def double(x):
    return x * 2


print(Registry.items["double"](4), double(1))


class Chained:
    def __init__(self):
        self.log = []

    def add(self, x):
        self.log.append(x)
        return self

    @classmethod
    def build(cls, *items):
        new = cls()
        for item in items:
            new.add(item)
        return new


print(Chained.build(1, 2).add(3).log, Chained().add("a").add("b").log)


class Meta(type):
    def make(cls):
        return cls.__name__ + " by metaclass"


class Made(metaclass=Meta):
    @classmethod
    def own(cls):
        return cls.make()


print(Made.make(), Made.own())
show(lambda: Made().make())
