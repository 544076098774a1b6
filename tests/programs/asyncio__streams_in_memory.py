# Readers and writers in memory: lines, framing, back pressure.
import asyncio


class Pipe:
    def __init__(self, limit=16):
        self.buffer, self.limit, self.closed = bytearray(), limit, False
        self.changed = asyncio.Condition()

    async def write(self, data):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.buffer) < self.limit)
            self.buffer += data
            self.changed.notify_all()

    async def close(self):
        async with self.changed:
            self.closed = True
            self.changed.notify_all()

    async def readuntil(self, separator=b"\n"):
        async with self.changed:
            await self.changed.wait_for(lambda: separator in self.buffer or self.closed)
            end = self.buffer.find(separator)
            end = len(self.buffer) if end < 0 else end + len(separator)
            data, self.buffer = bytes(self.buffer[:end]), self.buffer[end:]
            self.changed.notify_all()
            return data

    async def readexactly(self, n):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.buffer) >= n or self.closed)
            if len(self.buffer) < n:
                raise EOFError(f"{len(self.buffer)} of {n} bytes")
            data, self.buffer = bytes(self.buffer[:n]), self.buffer[n:]
            self.changed.notify_all()
            return data

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not (line := await self.readuntil()):
            raise StopAsyncIteration
        return line.decode().rstrip("\n")


async def echo_server(incoming, outgoing):
    count = 0
    async for line in incoming:
        count += 1
        print("server got", line)
        await outgoing.write(f"{line[::-1]}\n".encode())
        if line == "quit":
            break
    await outgoing.close()
    return count


async def client(outgoing, incoming, lines):
    answers = []
    for line in lines:
        await outgoing.write(line.encode() + b"\n")
        answers.append((await incoming.readuntil()).decode().strip())
    return answers


async def main():
    there, back = Pipe(), Pipe()
    print(await asyncio.gather(echo_server(there, back), client(there, back, ["hello", "wörld", "quit"])))
    pipe = Pipe(limit=8)

    async def send_frames():
        for message in (b"one", b"", b"three" * 3):
            await pipe.write(len(message).to_bytes(2) + message)
            print("sent", len(message))
        await pipe.close()

    async def read_frames():
        frames = []
        while True:
            try:
                size = int.from_bytes(await pipe.readexactly(2))
                frames.append(await pipe.readexactly(size))
            except EOFError as error:
                return frames, str(error)

    print(*(await asyncio.gather(send_frames(), read_frames())))
    full = Pipe(limit=1)
    await full.write(b"xx")
    try:
        async with asyncio.timeout(0.01):
            await full.write(b"y")
    except TimeoutError:
        print("back pressure")


asyncio.run(main())
