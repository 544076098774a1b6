# re: a search that would not end can be waited for by others, and its match is right.
import asyncio
import re
import threading

# === Other threads have the result while this one searches on ===
done = []
thread = threading.Thread(target=lambda: done.append(re.match(r"(a+)+$", "a" * 14 + "b")))
thread.start()
thread.join()
print(done)


# === In a coroutine ===
async def find(pattern, text):
    await asyncio.sleep(0)
    return [m.span() async for m in each(pattern, text)]


async def each(pattern, text):
    for m in re.finditer(pattern, text):
        await asyncio.sleep(0)
        yield m


async def main():
    print(await asyncio.gather(find(r"\d+", "1 22 333"), find("b*", "abb"), asyncio.to_thread(re.sub, r"(\w)", r"\1\1", "ab")))


asyncio.run(main())


# === A function that replaces may do anything ===
def replace(m):
    if m[0] == "3":
        raise StopIteration("three")
    return str(sum(int(x[0]) for x in re.finditer(r"\d", m.string)) + int(m[0]))


print(re.sub(r"\d", replace, "1 2"))
try:
    re.sub(r"\d", replace, "1 2 3")
except StopIteration as error:
    print("StopIteration", error)


def generate():
    text = yield "ready"
    while True:
        text = yield re.sub(r"\w+", lambda m: m[0][::-1], text)


words = generate()
print(next(words), words.send("abc def"), words.send("x yz"))
