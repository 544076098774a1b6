# The locals of a generator go when it is closed: with the frame that an exception has left, by close(), by a name bound anew.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def generator(name):
    noisy = Noisy(name)
    try:
        yield 1
        yield 2
    finally:
        print("finally", name)


def outer(name):
    below = Noisy(f"below {name}")
    yield from generator(name)


def leave():
    for item in generator("for"):
        raise KeyError(item)


try:
    leave()
except KeyError:
    print("caught")
print("after")
running = generator("close")
next(running)
running.close()
print("closed")
running = outer("delegate")
next(running)
running.close()
print("closed")
running = outer("bound anew")
next(running)
running = None
print("end")
