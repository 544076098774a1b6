# Hashes.
import hashlib

# === Known answers ===
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    make = getattr(hashlib, name)
    print(name, make(b"").hexdigest())
    print(name, make(b"The quick brown fox jumps over the lazy dog").hexdigest())
    h = hashlib.new(name)
    for size in (1, 54, 55, 56, 63, 64, 65, 119, 128, 200):
        h.update(bytes(range(size)))
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name, len(h.digest()))

# === Piece by piece, and copies ===
h = hashlib.sha256(b"a")
twin = h.copy()
h.update(b"b")
twin.update(b"c")
print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), twin.hexdigest() == hashlib.sha256(b"ac").hexdigest())
print(h.digest() == h.digest(), hashlib.md5(bytearray(b"x")).hexdigest() == hashlib.md5(b"x").hexdigest())

# === Errors ===
for call in (lambda: hashlib.md5("text"), lambda: hashlib.sha256().update("text"), lambda: hashlib.new("nothing"), lambda: hashlib.sha1(5)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(sorted(n for n in hashlib.algorithms_guaranteed if n.startswith(("md", "sha1", "sha2", "sha512"))))


# === What it is used for ===
def checksum(lines):
    total = hashlib.sha256()
    for line in lines:
        total.update(line.encode())
        total.update(b"\0")
    return total.hexdigest()[:16]


print(checksum(["a", "b"]), checksum(["ab"]), checksum([]))
