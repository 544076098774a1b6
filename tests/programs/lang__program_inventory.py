# An inventory with classes, properties, sorting and a report.
from collections import Counter, defaultdict
from functools import total_ordering


@total_ordering
class Money:
    def __init__(self, cents):
        self.cents = cents

    @classmethod
    def parse(cls, text):
        whole, _, part = text.partition(".")
        return cls(int(whole) * 100 + int(part.ljust(2, "0") or 0))

    def __add__(self, other):
        return Money(self.cents + other.cents)

    __radd__ = lambda self, other: self if other == 0 else NotImplemented

    def __mul__(self, n):
        return Money(round(self.cents * n))

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __format__(self, spec):
        return format(str(self), spec)

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d}"

    def __repr__(self):
        return f"Money({self.cents})"


class OutOfStock(Exception):
    pass


class Inventory:
    def __init__(self):
        self._stock = Counter()
        self._prices = {}
        self._history = defaultdict(list)

    def __setitem__(self, name, price):
        self._prices[name] = Money.parse(price)

    def __getitem__(self, name):
        return self._prices[name]

    def __contains__(self, name):
        return self._stock[name] > 0

    def __len__(self):
        return sum(self._stock.values())

    def __iter__(self):
        return iter(sorted(self._stock))

    def receive(self, **amounts):
        self._stock.update(amounts)
        for name, amount in amounts.items():
            self._history[name].append(+amount)

    def sell(self, name, amount=1):
        if self._stock[name] < amount:
            raise OutOfStock(f"only {self._stock[name]} of {name}, {amount} wanted")
        self._stock[name] -= amount
        self._history[name].append(-amount)
        return self[name] * amount

    @property
    def value(self):
        return sum(self[name] * count for name, count in self._stock.items())

    def report(self):
        width = max(map(len, self))
        yield f"{'item':<{width}} | {'count':>5} | {'price':>8} | {'total':>9}"
        for name in self:
            count = self._stock[name]
            yield f"{name:<{width}} | {count:5d} | {self[name]:>8} | {self[name] * count:>9}"
        yield f"{'total':<{width}} | {len(self):5d} | {'':8} | {self.value:>9}"


shop = Inventory()
shop["apple"], shop["pear"], shop["melon"] = "0.5", "0.75", "3"
shop.receive(apple=10, pear=4)
shop.receive(melon=2, apple=5)
print(shop.sell("apple", 3), shop.sell("melon"), "pear" in shop, "kiwi" in shop, len(shop))
for name, amount in (("melon", 5), ("kiwi", 1)):
    try:
        shop.sell(name, amount)
    except (OutOfStock, KeyError) as error:
        print(type(error).__name__, error)
print(*shop.report(), sep="\n")
print(max(shop, key=shop.__getitem__), sorted(shop, key=lambda n: shop[n], reverse=True), dict(shop._history), shop["melon"] > shop["pear"], min(Money(5), Money(3)), sum([Money(1), Money(2)]), {Money(5): "five"}[Money(5)])
