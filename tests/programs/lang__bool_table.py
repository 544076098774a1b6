# bool, one expression each.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (True + True, True - False, True * 3, True / 2, True // 1, True % 2, True ** 2, -True, +True, ~True, abs(True)))
show(lambda: (True & False, True | False, True ^ True, True & 1, True | 2, False << 3, True >> 1))
show(lambda: (True == 1, False == 0, True is True, True != 2, True < 2, True > False, [True] == [1]))
show(lambda: (int(True), float(True), str(True), repr(False), bool("x"), bool(0), complex(True), hex(True), bin(True)))
show(lambda: (isinstance(True, int), issubclass(bool, int), type(True), bool.__mro__, True.real, True.imag, True.bit_length()))
show(lambda: ({True: "a", 1: "b"}, {False, 0, 0.0}, [10, 20][True], "ab"[False], range(True), "x" * True))
show(lambda: (sum([True, True, False]), max(True, False), sorted([True, False]), any([False]), all([True]), not True, not False))
show(lambda: (f"{True} {True:d} {True:5} {True!r} {False:>6}", "%d %s %r" % (True, True, True), "{}".format(False), format(True, "")))
show(lambda: (hash(True) == hash(1), True.__class__.__name__, bool(), bool(None), bool([]), bool([0]), True.conjugate(), True.numerator))
show(lambda: (True + "a"))
show(lambda: (True.x))
show(lambda: (bool(1, 2)))
show(lambda: (bool(x=1)))
show(lambda: (type("B", (), {"__bool__": lambda s: False})() or "falsy"))
show(lambda: (True and 5, False and 5, True or 5, False or 5, True if 0 else False, (True, False)[True], round(True), divmod(True, 2), pow(True, 5)))
show(lambda: (int("1") == True, 1.0 == True, "True" == True, None == False, [] == False, True in [1], 1 in {True}, True in "True" if False else 0))
