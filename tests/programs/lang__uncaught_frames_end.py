# exit: 1
# An uncaught exception holds the locals of the frames it has left until the process ends: they go before the program's names.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


async def coroutine():
    pass


def generator():
    try:
        yield
    finally:
        print("closed")


def outer(parameter):
    first = Noisy("first")
    forgotten = coroutine()
    try:
        inner()
    except ValueError:
        second = Noisy("second")
        raise TypeError("text")


def inner():
    running = generator()
    next(running)
    below = [Noisy("a"), Noisy("b"), {1: Noisy("c")}]
    raise ValueError


kept = Noisy("global")
outer(Noisy("parameter"))
