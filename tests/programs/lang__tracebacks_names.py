# What follows the message: names that were perhaps meant, modules to import.
import math
import traceback


def show(action):
    try:
        action()
    except Exception as e:
        full, only = traceback.format_exception(e)[-1], traceback.format_exception_only(e)[-1]
        # The place of a module is the machine's own affair.
        hint = full.partition(")")[2] if isinstance(e, ImportError) else ""
        print(full.partition(" (")[0] + hint if hint else full, end="")
        if full != only and not hint:
            print("   alone:", only, end="")


colour = "red"


class Shop:
    stock = 5
    _private = 1

    def __init__(self):
        self.prices = {}
        self._hidden = 2

    def sell(self):
        return price

    def buy(self):
        return prices

    def own(self):
        return self.pricse

    def own_hidden(self):
        return self.hiden

    def other(self, other):
        return other.hiden

    @property
    def broken(self):
        return self.stok


shop = Shop()
for action in [
    lambda: color,
    lambda: colr,
    lambda: prnt,
    lambda: Math,
    lambda: zzzzzz,
    lambda: asyncio,
    lambda: jsn,
    lambda: json,
    lambda: tim,
    lambda: re,
    lambda: _thread,
    lambda: none,
    lambda: true,
    lambda: null,
    lambda: shop.sell(),
    lambda: shop.buy(),
    lambda: shop.own(),
    lambda: shop.own_hidden(),
    lambda: shop.other(shop),
    lambda: shop.stok,
    lambda: shop._privat,
    lambda: shop.privat,
    lambda: shop.hiden,
    lambda: shop.broken,
    lambda: Shop.stok,
    lambda: "".joim,
    lambda: [].add,
    lambda: [].appendd,
    lambda: {}.has_key,
    lambda: {}.vlaues,
    lambda: math.sqr,
    lambda: math.squareroot,
    lambda: (5).bit_lenght,
    lambda: None.x,
    lambda: Shop().x,
]:
    show(action)


def local():
    counter = 1
    return countr


def unbound():
    print(late)
    late = 1


def free():
    def inner():
        return valu

    value = 5
    return inner()


def uncaptured():
    def inner():
        return value

    del_value = inner
    value = 5
    del value
    return inner()


def deleted():
    x = 1
    del x
    return x


def from_import():
    from math import sqr


def from_import_far():
    from math import nothing_like_it


def from_collections():
    from collections import orderedDict


def missing():
    import maths


class Slots:
    __slots__ = ("width",)


def slots():
    return Slots().widht


for action in [local, unbound, free, uncaptured, deleted, from_import, from_import_far, from_collections, missing, slots]:
    show(action)
try:
    [].appendd
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    from math import sqr
except ImportError as e:
    print(e.name, e.name_from, type(e).__name__)
try:
    import maths
except ImportError as e:
    print(e.name, e.path, e.name_from, type(e).__name__)
e = NameError("made", name="colr")
show(lambda: (_ for _ in ()).throw(e))
show(lambda: (_ for _ in ()).throw(AttributeError("made", name="stok", obj=shop)))
