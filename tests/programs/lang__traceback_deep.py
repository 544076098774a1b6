# exit: 1
# A recursion that is cut in the middle, lambdas, comprehensions, classes and decorators in a traceback.
import functools
import traceback


def countdown(n):
    if n == 0:
        raise ValueError("bottom")
    return countdown(n - 1)


def ping(n):
    return pong(n - 1)


def pong(n):
    if n < 0:
        return {}["missing"]
    return ping(n - 1)


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


class Machine:
    def __init__(self, parts):
        self.parts = [self.build(part) for part in parts]

    @logged
    def build(self, part):
        return (lambda p: p["size"] * 2)(part)

    @property
    def broken(self):
        return self.parts[5]

    def __getitem__(self, key):
        return self.broken[key]

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.parts.missing


def generate():
    yield 1
    yield from (int(x) for x in ["2", "two"])


for call in (lambda: countdown(6), lambda: ping(7), lambda: Machine([{"size": 1}, {}]), lambda: Machine([])["k"], lambda: list(generate()), lambda: sorted([1, 2], key=lambda x: x / 0)):
    try:
        call()
    except Exception:
        print(traceback.format_exc())
with Machine([{"size": 3}]) as machine:
    machine.parts.sort(
        key=lambda part: part.name,
        reverse=True,
    )
