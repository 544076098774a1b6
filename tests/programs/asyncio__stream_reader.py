# A StreamReader in memory: one side feeds it, the other awaits.
import asyncio


async def attempt(what, awaitable):
    try:
        print(what, await awaitable)
    except Exception as error:
        print(what, type(error).__name__, error)
        return error


def fed(data, eof=True, **options):
    reader = asyncio.StreamReader(**options)
    reader.feed_data(data)
    if eof:
        reader.feed_eof()
    return reader


async def main():
    print("# === Lines ===")
    print([line async for line in fed(b"one\ntwo\n\nrest")])
    reader = fed(b"a\nb")
    await attempt("readline", reader.readline())
    print(reader, reader.at_eof())
    await attempt("readline", reader.readline())
    print(reader, reader.at_eof())
    await attempt("readline", reader.readline())

    print("# === Parts ===")
    reader = fed(b"0123456789")
    await attempt("read(3)", reader.read(3))
    await attempt("read(0)", reader.read(0))
    await attempt("readexactly(4)", reader.readexactly(4))
    error = await attempt("readexactly(9)", reader.readexactly(9))
    print(error.partial, error.expected)
    await attempt("readexactly(-1)", reader.readexactly(-1))
    await attempt("read()", fed(b"xyz" * 5, limit=4).read())

    print("# === Separators ===")
    reader = fed(b"k=v;l=w;rest")
    await attempt("readuntil(b';')", reader.readuntil(b";"))
    await attempt("readuntil((b'=', b';'))", reader.readuntil((b"=", b";")))
    error = await attempt("readuntil(b'!')", reader.readuntil(b"!"))
    print(error.partial, error.expected)
    await attempt("readuntil(b'')", reader.readuntil(b""))
    await attempt("readuntil(())", reader.readuntil(()))

    print("# === The limit ===")
    error = await attempt("found", fed(b"0123456789;", limit=5).readuntil(b";"))
    print(error.consumed)
    error = await attempt("not found", fed(b"0123456789", eof=False, limit=5).readuntil(b";"))
    print(error.consumed)
    reader = fed(b"0123456789\nnext\n", limit=5)
    await attempt("readline", reader.readline())
    await attempt("readline", reader.readline())

    print("# === Waiting ===")
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    await attempt("second", reader.read(1))
    reader.feed_data(b"half")
    await asyncio.sleep(0)
    print(task.done())
    reader.feed_data(b" and half\nmore")
    print(await task, reader)
    task = asyncio.create_task(reader.read())
    await asyncio.sleep(0)
    reader.feed_eof()
    print(await task)

    print("# === An exception ===")
    reader = asyncio.StreamReader()
    task = asyncio.create_task(attempt("read", reader.read()))
    await asyncio.sleep(0)
    reader.set_exception(ConnectionError("lost"))
    await task
    await attempt("read", reader.read(1))
    print(repr(reader.exception()))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


asyncio.run(main())
