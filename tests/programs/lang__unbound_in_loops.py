# Names that are not bound yet, wherever the compiler might believe that they are.

def show(function, *args):
    try:
        print(function(*args))
    except NameError as error:
        print(type(error).__name__, error)


def itself():
    for i in range(2):
        print(i)
        v = v
    return v


def before_it_is_set(n):
    while n:
        w = v
        v = n
        n -= 1
    return w


def nested(n):
    for i in range(n):
        for j in range(i):
            inner = inner + j
        inner = i
    return inner


def in_handler(fail):
    try:
        if fail:
            raise ValueError
        x = 1
    except ValueError:
        pass
    return x


def deleted(n):
    for i in range(n):
        x = i
        del x
    return x


def after_else(items):
    for item in items:
        last = item
    else:
        print("done")
    return last


def by_with(n):
    for _ in range(n):
        with open_nothing() as got:
            pass
    return got


class open_nothing:
    def __enter__(self):
        return "got"

    def __exit__(self, *exc):
        return True


def generator(n):
    while n:
        n -= 1
        yield x
        x = n


for function, args in [(itself, ()), (before_it_is_set, (2,)), (before_it_is_set, (0,)), (nested, (0,)), (nested, (2,)), (nested, (3,)), (in_handler, (True,)),
                       (in_handler, (False,)), (deleted, (2,)), (after_else, ("",)), (after_else, ("ab",)), (by_with, (0,)), (by_with, (1,)), (lambda: list(generator(2)), ())]:
    show(function, *args)
