# isinstance and a property `__class__`: what an object says it is counts, too.
class Real:
    pass


class Special(Real):
    pass


class Proxy:
    def __init__(self, target):
        self.target = target

    @property
    def __class__(self):
        return type(self.target)


class Broken:
    @property
    def __class__(self):
        raise ValueError("no class")


p = Proxy(Special())
print(isinstance(p, Proxy), isinstance(p, Special), isinstance(p, Real), isinstance(p, int), type(p).__name__)
print(isinstance(p, (int, Real)), isinstance(p, int | Special), isinstance(p, (int, str)), p.__class__.__name__)
print(isinstance(Proxy(3), int), isinstance(Proxy(True), (str, int)))
try:
    print(isinstance(Broken(), int))
except ValueError as error:
    print(error)
print(isinstance(Broken(), Broken))
