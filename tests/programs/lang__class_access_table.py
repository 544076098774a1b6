# Attribute access on classes and instances, one each.
class Base:
    shared = [1]

    def method(self):
        return 'base'

    @property
    def prop(self):
        return 'prop'

    @staticmethod
    def static():
        return 'static'

    @classmethod
    def of_class(cls):
        return cls.__name__


class Child(Base):
    own = 2

    def __init__(self):
        self.x = 1

    def method(self):
        return 'child ' + super().method()


c = Child()

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (c.x, c.own, c.shared, c.method(), c.prop, c.static(), c.of_class(), Child.of_class(), Base.of_class(), Child.static()))
show(lambda: (Child.method(c), Base.method(c), Child.own, Child.shared is Base.shared, Child.prop.__class__, Child.prop.fget(c)))
show(lambda: (vars(c), c.__dict__, [n for n in vars(Child) if not n.startswith("__")], "method" in dir(c), hasattr(c, "prop"), hasattr(Child, "x")))
show(lambda: (c.__class__, Child.__name__, Child.__bases__, Child.__mro__, Child.__module__, Child.__qualname__, c.method.__self__ is c, c.method.__func__ is Child.method))
show(lambda: (getattr(c, "x"), getattr(c, "zz", 0), getattr(Child, "own"), setattr(c, "y", 5), c.y, delattr(c, "y"), hasattr(c, "y")))
show(lambda: (c.y))
show(lambda: (Child.x))
show(lambda: (c.prop()))
show(lambda: (setattr(c, "prop", 1)))
show(lambda: (delattr(c, "prop")))
show(lambda: (delattr(c, "own")))
show(lambda: (delattr(c, "method")))
show(lambda: (c.method(1)))
show(lambda: (Child.method()))
show(lambda: (c.nope()))
show(lambda: (Child.nope))
show(lambda: (c.own.x))
show(lambda: (c.static(1)))
show(lambda: ((setattr(Child, "added", lambda self: self.x), c.added())))
show(lambda: ((setattr(c, "shared", "own copy"), c.shared, Base.shared, delattr(c, "shared"), c.shared)))
show(lambda: ((setattr(c, "method", lambda: "instance"), c.method(), delattr(c, "method"), c.method())))
show(lambda: ((setattr(Base, "shared", []), Child.shared, c.shared), type(c).__mro__[1].__name__, c.__init__() is None, Child.__init__.__name__))
