# copy and deepcopy of what threads and loops are made of: refused, each by its name; objects that hold one, too.
import asyncio
import contextvars
import copy
import queue
import threading
import weakref


class Account:
    def __init__(self):
        self.lock, self.history = threading.Lock(), [1, 2]

    def __deepcopy__(self, memo):
        new = Account()
        new.history = copy.deepcopy(self.history, memo)
        return new


class Careless(Account):
    __deepcopy__ = None


def generator():
    yield


async def coroutine():
    pass


def attempt(thing):
    shown = []
    for function in (copy.copy, copy.deepcopy):
        try:
            shown.append("the same" if function(thing) is thing else "a copy")
        except TypeError as error:
            shown.append(str(error))
    print(type(thing).__name__, "|", " | ".join(shown))


loop = asyncio.new_event_loop()
coro = coroutine()
for thing in (
    threading.Lock(),
    threading.RLock(),
    threading.Event(),
    threading.Condition(),
    threading.Semaphore(),
    threading.local(),
    queue.Queue(),
    queue.SimpleQueue(),
    contextvars.ContextVar("variable"),
    contextvars.copy_context(),
    loop.create_future(),
    generator(),
    coro,
    {}.keys(),
    weakref.ref(Account),
    asyncio.Lock(),
    asyncio.Event(),
    Account(),
):
    attempt(thing)
coro.close()
loop.close()
account = Account()
account.history.append(3)
copied = copy.deepcopy(account)
print(copied.history, copied.history is account.history, copied.lock is account.lock)
shallow = copy.copy(account)
print(shallow.lock is account.lock, shallow.history is account.history)
try:
    copy.deepcopy({"accounts": [Careless()]})
except TypeError as error:
    print(error)
