# None, Ellipsis and NotImplemented.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (None, ..., NotImplemented, Ellipsis is ..., type(None), type(...), type(NotImplemented)))
show(lambda: (None is None, None == None, None != 0, None in [None], [None] == [None], {None: 1}[None], (None,) < (None, 1)))
show(lambda: (bool(None), not None, None or "x", None and "x", str(None), repr(...), f"{None} {...}", "%s" % None, bool(...)))
show(lambda: (hash(None) == hash(None), isinstance(None, object), type(None)() is None, type(...)() is ..., [None] * 2, dict.fromkeys("a")))
show(lambda: (print(None), [].sort(), (lambda: None)(), {}.get("x"), print(end="")))
show(lambda: (None < 1))
show(lambda: (None + None))
show(lambda: (None.x))
show(lambda: (len(None)))
show(lambda: (list(None)))
show(lambda: (int(None)))
show(lambda: (sorted([None, 1])))
show(lambda: (max(None, None)))
show(lambda: (... + 1))
show(lambda: (NotImplemented + 1))
show(lambda: (iter(None)))
show(lambda: (None.__bool__(), None.__eq__(None), None.__eq__(0), None.__class__.__name__, None.__repr__(), [x for x in (None, 0, "") if x is None]))
show(lambda: (list[...], slice(None, ...), [...][0] is ..., {...: 1}, (lambda x=...: x)()))
