# Weak references at work: observers, caches, parents, resources, asyncio.
# gc: all
import asyncio
import contextlib
import weakref


# === Observers ===
class Subject:
    def __init__(self):
        self.observers = weakref.WeakSet()

    def notify(self, event):
        for observer in sorted(self.observers, key=lambda o: o.name):
            observer.update(event)


class Observer:
    def __init__(self, name, subject):
        self.name = name
        subject.observers.add(self)

    def update(self, event):
        print(self.name, "got", event)


subject = Subject()
a, b = Observer("a", subject), Observer("b", subject)
subject.notify("first")
del a
subject.notify("second")


# === Methods as listeners ===
class Button:
    def __init__(self):
        self.listeners = []

    def connect(self, method):
        self.listeners.append(weakref.WeakMethod(method, self.listeners.remove))

    def click(self):
        for ref in list(self.listeners):
            ref()("click")


class Window:
    def on_click(self, event):
        print("window", event)


button, window = Button(), Window()
button.connect(window.on_click)
button.click()
window = None
button.click()
print(len(button.listeners))


# === A cache that shares equal values ===
class Color:
    _known = weakref.WeakValueDictionary()

    def __new__(cls, name):
        found = cls._known.get(name)
        if found is None:
            found = super().__new__(cls)
            found.name = name
            cls._known[name] = found
            print("made", name)
        return found


red = Color("red")
print(Color("red") is red, len(Color._known))
red = None
print(len(Color._known))
red = Color("red")


# === A tree with weak parents ===
class Tree:
    def __init__(self, name, parent=None):
        self.name = name
        self._parent = weakref.ref(parent) if parent else None
        self.children = []
        if parent:
            parent.children.append(self)

    @property
    def parent(self):
        return self._parent() if self._parent else None

    def __del__(self):
        print("del", self.name)


root = Tree("root")
leaf = Tree("leaf", Tree("branch", root))
print(leaf.parent.name, leaf.parent.parent.name)
root = None
print(leaf.parent)
leaf = None


# === A resource that frees itself ===
class Resource:
    def __init__(self, name):
        self.close = weakref.finalize(self, print, "freed", name)


r = Resource("by hand")
r.close()
r = Resource("by losing it")
r = None
with contextlib.closing(Resource("by with")) as r:
    pass
r = None

# === Data about objects of others ===
extra = weakref.WeakKeyDictionary()


class Plain:
    pass


p = Plain()
extra[p] = {"seen": 1}
extra[p]["seen"] += 1
print(extra[p])
del p
print(len(extra))


# === asyncio: the tasks of a service ===
class Service:
    def __init__(self):
        self.tasks = weakref.WeakSet()

    def spawn(self, coroutine):
        task = asyncio.create_task(coroutine)
        self.tasks.add(task)
        return task


async def work(n):
    await asyncio.sleep(n / 100)
    return n


async def main():
    service = Service()
    tasks = [service.spawn(work(n)) for n in (1, 2)]
    print(len(service.tasks))
    print(await asyncio.gather(*tasks))
    tasks.clear()
    await asyncio.sleep(0)
    print(len(service.tasks))
    locks = weakref.WeakValueDictionary()

    async def with_lock(key):
        lock = locks.setdefault(key, asyncio.Lock())
        async with lock:
            await asyncio.sleep(0.01)
            print("held", key, len(locks))

    await asyncio.gather(with_lock("x"), with_lock("x"), with_lock("y"))
    print(len(locks))


asyncio.run(main())
print("end")
