# async and await without a loop: coroutines are objects that are sent values.

# === A coroutine by hand ===
class Pause:
    def __init__(self, what):
        self.what = what
    def __await__(self):
        answer = yield self.what
        return answer

async def child(n):
    print("child starts", n)
    got = await Pause(f"pause {n}")
    print("child got", got)
    return n * 10

async def parent():
    first = await child(1)
    second = await child(2)
    return first + second

def drive(coroutine, answers):
    try:
        signal = coroutine.send(None)
        for answer in answers:
            print("signal:", signal)
            signal = coroutine.send(answer)
        print("signal:", signal)
    except StopIteration as stop:
        return stop.value

print(drive(parent(), ["x", "y"]))

# === Types ===
c = child(0)
print(type(c).__name__, c.__name__, c.__qualname__)
c.close()

# === async with, async for ===
class Room:
    async def __aenter__(self):
        await Pause("entering")
        return "room"
    async def __aexit__(self, kind, error, trace):
        print("leaving", kind.__name__ if kind else None)
        return kind is ValueError

class Ticks:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Pause("tick")
        return self.n

async def numbers(n):
    for i in range(n):
        yield i
        await Pause("between")

async def main():
    async with Room() as room:
        print("in", room)
    async with Room():
        raise ValueError("swallowed")
    async for tick in Ticks(2):
        print("tick", tick)
    else:
        print("no more")
    print([n async for n in numbers(3) if n != 1], {n: n async for n in Ticks(2)})
    return [await child(n) for n in (7, 8)]

print(drive(main(), [None] * 20))

# === Throwing in ===
async def careful():
    try:
        await Pause("careful")
    except KeyError as error:
        return f"handled {error}"
    finally:
        print("tidied")

c = careful()
c.send(None)
try:
    c.throw(KeyError("k"))
except StopIteration as stop:
    print(stop.value)

# === Mistakes ===
async def wrong():
    await 5
for make in (wrong, ):
    try:
        make().send(None)
    except TypeError as error:
        print(error)
c = child(3)
try:
    for x in c:
        pass
except TypeError as error:
    print(error)
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)
