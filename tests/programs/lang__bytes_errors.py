# What bytes and bytearray say to wrong arguments.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


data = b"hello world"

# === Making them ===
show(lambda: bytes("text"))
show(lambda: bytes("text", "ascii"))
show(lambda: bytes("é", "ascii"))
show(lambda: bytes(-1))
show(lambda: bytes([256]))
show(lambda: bytes([-1]))
show(lambda: bytes(["a"]))
show(lambda: bytes(1.5))
show(lambda: bytes(None))
show(lambda: bytes(3))
show(lambda: bytes(range(3)))
show(lambda: bytearray([1, 300]))
show(lambda: bytearray("x"))
show(lambda: bytes(1, "ascii"))
show(lambda: bytes.fromhex("abc"))
show(lambda: bytes.fromhex("0g"))
show(lambda: bytes.fromhex("DE ad be EF"))
show(lambda: b"\xde\xad\xbe\xef".hex(":"))
show(lambda: b"\xde\xad\xbe\xef".hex("-", 2))
show(lambda: b"\xde\xad\xbe\xef".hex("--"))

# === Methods ===
show(lambda: data.split(" "))
show(lambda: data.split(b""))
show(lambda: data.find("h"))
show(lambda: data.find(104))
show(lambda: data.find(256))
show(lambda: data.index(b"z"))
show(lambda: data.replace(b"l", "L"))
show(lambda: data.startswith("h"))
show(lambda: data.startswith((b"x", b"h")))
show(lambda: data.join([b"a", "b"]))
show(lambda: b",".join([b"a", b"b"]))
show(lambda: data.decode("ascii"))
show(lambda: b"\xff".decode())
show(lambda: b"\xe2\x82".decode())
show(lambda: b"a\xffb".decode("utf-8", "replace"))
show(lambda: b"a\xffb".decode("utf-8", "ignore"))
show(lambda: b"a\xffb".decode("utf-8", "backslashreplace"))
show(lambda: b"a\xffb".decode("latin-1"))
show(lambda: b"abc".decode("nope"))
show(lambda: data.center(20, "x"))
show(lambda: data.title())
show(lambda: data.count(108))
show(lambda: data.strip("h"))

# === Operators ===
show(lambda: data + "x")
show(lambda: "x" + data)
show(lambda: data * "x")
show(lambda: data < "x")
show(lambda: data == "hello world")
show(lambda: "h" in data)
show(lambda: 104 in data)
show(lambda: 300 in data)
show(lambda: b"ell" in data)
show(lambda: data[0])
show(lambda: data[0:1])
show(lambda: data["a"])
show(lambda: data[99])

# === bytearray changes ===
array = bytearray(b"abc")
array[0] = 65
array.append(100)
array.extend(b"ef")
array[1:3] = b"___"
array += b"!"
del array[-2]
print(array, len(array), array.pop(), array)
show(lambda: array.append(256))
show(lambda: array.append("a"))
show(lambda: array.__setitem__(0, "a"))
show(lambda: array.__setitem__(99, 1))
show(lambda: bytearray().pop())
show(lambda: array.remove(1))
show(lambda: hash(array))
array.insert(1, 0)
array.reverse()
print(array, bytes(array), array == bytes(array), array.copy() is array)
array.clear()
print(array)
