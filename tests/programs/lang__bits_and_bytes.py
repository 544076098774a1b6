# Bit tricks and bytes.

def bits(n, width=8):
    return f"{n & (1 << width) - 1:0{width}b}"


print(bits(5), bits(-1), bits(0xF0 | 0x0F), bits(6 & 3), bits(6 ^ 3), bits(~6), bits(1 << 3), bits(128 >> 3), bin(-5), (5).bit_length(), (255).bit_count())
print([n for n in range(1, 20) if n & (n - 1) == 0], [bits(n ^ n >> 1, 3) for n in range(8)], sum(1 << i for i in (0, 2, 4)), [i for i in range(8) if 0b10110 >> i & 1])
flags = 0
READ, WRITE, RUN = 1, 2, 4
flags |= READ | RUN
flags &= ~READ
flags ^= WRITE
print(flags, bool(flags & WRITE), [name for name, bit in (("READ", READ), ("WRITE", WRITE), ("RUN", RUN)) if flags & bit])
n = 1000
print(n.to_bytes(2, "big"), n.to_bytes(4, "little"), int.from_bytes(b"\x03\xe8"), (-n).to_bytes(2, signed=True), int.from_bytes(b"\xfc\x18", "big", signed=True), hex(n), oct(n), int("3e8", 16))
data = bytearray(b"hello")
data[0] ^= 0x20
data.append(33)
data[1:3] = b"EL"
print(data, data.hex(), bytes(data), data.index(b"l"), data.find(b"x"), list(data[:2]), data == b"HELlo!", data.upper(), data + b"?", data * 2, data[::-1], sum(data))
key = b"key"
secret = bytes(a ^ key[i % len(key)] for i, a in enumerate(b"attack at dawn"))
print(secret, bytes(a ^ key[i % len(key)] for i, a in enumerate(secret)))


def checksum(data):
    total = 0xFFFF
    for byte in data:
        total ^= byte
        for _ in range(8):
            total = total >> 1 ^ 0xA001 if total & 1 else total >> 1
    return total


def run_length(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes([j - i, data[i]])
        i = j
    return bytes(out)


print(hex(checksum(b"123456789")), run_length(b"aaabbbbc"), b"".join(bytes([c]) * n for n, c in zip(run_length(b"aab")[::2], run_length(b"aab")[1::2])))
print(b"a,b,c".split(b","), b"-".join([b"x", b"y"]), b"%d:%s" % (5, b"v"), b"abc".translate(bytes.maketrans(b"abc", b"xyz")), b"Abc".swapcase(), b"abc" < b"abd", b"a" in b"abc", 97 in b"abc", b"\x00\x01"[1], b"abc".startswith((b"x", b"a")))


def pack(*values):
    return b"".join(len(v).to_bytes(1) + v for v in values)


def unpack(data):
    while data:
        size, data = data[0], data[1:]
        yield data[:size]
        data = data[size:]


print(pack(b"one", b"", b"three"), list(unpack(pack(b"one", b"", b"three"))), bytes.fromhex("00ff 10").hex("-"), int("11" * 4, 2), f"{0xDEADBEEF:_x}", f"{255:#b}", 0b1111_0000, ~0 & 0xFF, -1 >> 100, 1 << 64, (1 << 64) - 1 & -(1 << 32))
