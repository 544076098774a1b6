# Misspelt names of modules, loops and of classes that answer for missing attributes: each error knows what was asked for.
import asyncio
import threading
import time
import traceback


def show(ask):
    try:
        ask()
    except (AttributeError, ImportError) as error:
        print("".join(traceback.format_exception_only(error)), end="")
        print("   ", error.name, getattr(error, "obj", None) is not None)


def take(name):
    exec(f"from asyncio import {name}")


# === Modules ===
show(lambda: asyncio.crate_task)
show(lambda: asyncio.gatherr)
show(lambda: asyncio.coroutine)
show(lambda: asyncio.slep(1))
show(lambda: time.slep(1))
show(lambda: time.strftim)
show(lambda: threading.Tread)
print(hasattr(asyncio, "slep"), getattr(time, "slep", 3))

# === Loops ===
loop = asyncio.new_event_loop()
for name in ("call_son", "create_taks", "is_runing", "run_in_executr", "zzz"):
    show(lambda: getattr(loop, name))
print(getattr(loop, "call_son", "none"))
loop.close()


# === Classes of the program ===
class Answers:
    hello = 1

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")


class Keeps:
    def __getattr__(self, name):
        raise AttributeError("said", name="other", obj=3)


class All:
    hello = 1

    def __getattribute__(self, name):
        if name == "helo":
            raise AttributeError("nothing")
        return object.__getattribute__(self, name)


class Property:
    lenght = 2

    @property
    def length(self):
        raise AttributeError("not yet")

    @property
    def deeper(self):
        return self.lengt

    def ask(self):
        return self.length


class Forwards:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)


show(lambda: Answers().helo)
show(lambda: Answers().zzz)
show(lambda: getattr(Answers(), "helo"))
show(lambda: Keeps().helo)
show(lambda: All().helo)
show(lambda: Property().length)
show(lambda: Property().deeper)
show(lambda: Property().ask())
show(lambda: Forwards(Property()).lengh)
print(getattr(Property(), "length", "default"), hasattr(Answers(), "x"), hasattr(Forwards([]), "append"))
