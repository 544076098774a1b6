# operator, one call each.
import operator as op

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (op.add(2, 3), op.sub(2, 3), op.mul(2, 3), op.truediv(3, 2)))
show(lambda: (op.floordiv(7, 2), op.mod(7, 2), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-3)))
show(lambda: (op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.invert(6), op.lshift(1, 3), op.rshift(8, 2)))
show(lambda: (op.eq(1, 1.0), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt(1, 2), op.ge(2, 3)))
show(lambda: (op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None)))
show(lambda: (op.contains("abc", "b"), op.countOf([1, 1, 2], 1), op.indexOf("abc", "c")))
show(lambda: (op.getitem({"a": 1}, "a"), op.concat([1], [2])))
show(lambda: (op.itemgetter("a")({"a": 5}), op.itemgetter(0, 2)("xyz")))
show(lambda: (op.attrgetter("real")(5), op.attrgetter("real", "imag")(5)))
show(lambda: (op.methodcaller("upper")("a"), op.methodcaller("replace", "a", "b")("aa")))
show(lambda: (sorted([(2, "a"), (1, "b")], key=op.itemgetter(1))))
show(lambda: (op.iadd([1], [2]), op.imul(2, 3)))
show(lambda: (op.index(True), op.length_hint([1, 2]), op.length_hint(iter([1]))))
show(lambda: (op.matmul(1, 2)))
show(lambda: (op.add("a", 1)))
show(lambda: (op.itemgetter(9)("abc")))
show(lambda: (op.attrgetter("nope")(1)))
show(lambda: (op.methodcaller("nope")(1)))
show(lambda: (op.getitem([1], 5)))
show(lambda: (op.index(1.5)))
show(lambda: (op.concat(1, 2)))
show(lambda: (op.call(max, 1, 2)))
show(lambda: (op.truediv(1, 0)))
show(lambda: (op.setitem([1, 2], 5, 1)))
show(lambda: (op.delitem({}, "k")))
