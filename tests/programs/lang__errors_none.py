# None where something else was wanted.
class A:
    x = None


a = A()
d = {'k': None}

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: None.upper())
show(lambda: len(None))
show(lambda: None + 1)
show(lambda: None < 1)
show(lambda: 1 < None)
show(lambda: [x for x in None])
show(lambda: list(None))
show(lambda: [*None])
show(lambda: {**None})
show(lambda: dict(None))
show(lambda: int(None))
show(lambda: float(None))
show(lambda: str(None) + "x")
show(lambda: None.x)
show(lambda: a.x.y)
show(lambda: a.x())
show(lambda: a.x[0])
show(lambda: d["k"]["z"])
show(lambda: d["k"].get("z"))
show(lambda: sorted([None, 1]))
show(lambda: max(None, 1))
show(lambda: sum([None]))
show(lambda: None == False)
show(lambda: None is None)
show(lambda: not None)
show(lambda: None or 5)
show(lambda: None and 5)
show(lambda: bool(None))
show(lambda: f"{None:>6}")
show(lambda: f"{None}")
show(lambda: "%s %d" % (None, None))
show(lambda: [None] * 2)
show(lambda: None in [None])
show(lambda: hash(None) == hash(None))
show(lambda: isinstance(None, object))
show(lambda: type(None)())
show(lambda: None.__class__)
show(lambda: setattr(None, "x", 1))
show(lambda: next(None))
show(lambda: iter(None))
show(lambda: range(None))
show(lambda: " ".join([None]))
show(lambda: "a".split(None))
show(lambda: "a".strip(None))
show(lambda: min([None, None]))
show(lambda: {None: 1}[None])
show(lambda: -None)
show(lambda: print(None))
