# Attributes that are not there.
import math


class Dog:
    kind = 'dog'

    def __init__(self):
        self.name = 'rex'

    def bark(self):
        return self.nme


dog = Dog()

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: dog.age)
show(lambda: dog.nam)
show(lambda: dog.bark())
show(lambda: dog.bark.x)
show(lambda: Dog.name)
show(lambda: Dog.knd)
show(lambda: dog.kind.x)
show(lambda: math.squareroot)
show(lambda: math.sqrt.x)
show(lambda: "a".len())
show(lambda: "a".length)
show(lambda: "a".push("b"))
show(lambda: [1].length)
show(lambda: [1].size())
show(lambda: [1].add(2))
show(lambda: [1].len)
show(lambda: {}.has_key(1))
show(lambda: {1: 2}.add(3))
show(lambda: {1}.append(2))
show(lambda: (1, 2).append(3))
show(lambda: (1).x)
show(lambda: 1.5.x)
show(lambda: True.x)
show(lambda: None.x)
show(lambda: (lambda: 0).x)
show(lambda: len.x)
show(lambda: Dog.bark.x)
show(lambda: dog.__init__.x)
show(lambda: print.x.y)
show(lambda: type(dog).x)
show(lambda: dog.__class__.x)
show(lambda: int.foo)
show(lambda: str.foo)
show(lambda: list.foo)
show(lambda: Exception("a").message)
show(lambda: ValueError.x)
show(lambda: (x for x in []).x)
show(lambda: range(3).x)
show(lambda: iter([]).x)
show(lambda: b"a".encode())
show(lambda: "a".decode())
show(lambda: object().x)
show(lambda: type.x)
show(lambda: super.x)
show(lambda: dog.__dict__.x)
show(lambda: dog.__nope__)
show(lambda: dog._private)
show(lambda: getattr(dog, "zzz"))
show(lambda: getattr(dog, "zzz", "default"))
show(lambda: hasattr(dog, "zzz"))
show(lambda: setattr(5, "x", 1))
show(lambda: setattr("a", "x", 1))
show(lambda: setattr([], "x", 1))
show(lambda: setattr(Dog, "new", 1))
show(lambda: delattr(dog, "zzz"))
show(lambda: delattr(Dog, "zzz"))
show(lambda: setattr(int, "x", 1))
show(lambda: setattr(object(), "x", 1))
show(lambda: setattr(len, "x", 1))
show(lambda: setattr((lambda: 0), "x", 1))
show(lambda: setattr(None, "x", 1))
show(lambda: setattr(dog.bark, "x", 1))
show(lambda: setattr(math, "mine", 1))
show(lambda: math.mine)
show(lambda: delattr(math, "zzz"))
