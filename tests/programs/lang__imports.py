# import: forms, names, what is missing.

# === Forms ===
import time
import math as m
from functools import partial as p, reduce
import asyncio, threading
print(m.floor(2.7), p(int, base=2)("101"), reduce(lambda a, b: a + b, "abc"), asyncio.__name__, threading.__name__)

# === Inside functions ===
def inside():
    from math import sqrt
    import sys
    return sqrt(16), "math" in sys.modules
print(inside())

# === Missing ===
try:
    import nonexistent
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import nonexistent.part
except ImportError as error:
    print(type(error).__name__, error)
try:
    from math import nothing
except ImportError as error:
    print(str(error).split("(")[0].strip())
try:
    math
except NameError as error:
    print(str(error)[:29])
try:
    time.nope
except AttributeError as error:
    print(error)

# === The module itself ===
print(__name__, type(time).__name__, time is __import__("time"))
if __name__ == "__main__":
    print("run as a program")
