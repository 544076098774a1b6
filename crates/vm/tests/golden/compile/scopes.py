count = 0


def outer(a):
    b = [a for c in range(2)]

    def middle():
        nonlocal b
        global count
        count += 1
        b = {d: a for d in b if (last := d)}
        return last

    class Inner:
        a = a
        c = [a for _ in range(3)]
        d = [x for x in c]

        def __private(self, __x=1):
            return self.__private, [__class__, a, b]

    del a
    return middle, Inner


squares = [y := x**2 for x in range(3)]
