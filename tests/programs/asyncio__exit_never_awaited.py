# Coroutines, generators and failed futures that are left at the end of the program.
import asyncio
import sys


async def f(x):
    return x


async def agen():
    try:
        yield 1
    finally:
        print("agen closed", file=sys.stderr)


def gen(name):
    try:
        yield
    finally:
        print(name, "closed", file=sys.stderr)


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, file=sys.stderr)


one = f(1)
first, second = gen("first"), gen("second")
next(first), next(second)
thing = Thing("global")
held = f(Thing("argument of a coroutine"))
two = agen()
print("end", file=sys.stderr)
