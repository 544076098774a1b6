# Single operations that would need more memory than there is.

def show(f):
    try:
        print(type(f()).__name__)
    except (MemoryError, OverflowError, ValueError, RecursionError) as error:
        print(type(error).__name__, "(no text)" if isinstance(error, MemoryError) else error)


big = 10**18
show(lambda: "a" * big)
show(lambda: b"a" * big)
show(lambda: [0] * big)
show(lambda: (0,) * big)
show(lambda: bytearray(big))
show(lambda: bytes(big))
show(lambda: "a" * (1 << 70))
show(lambda: [0] * (1 << 70))
show(lambda: "abc".ljust(1 << 60))
show(lambda: "a".center(1 << 62))
show(lambda: "x".zfill(1 << 60))
show(lambda: "a\t".expandtabs(1 << 62) if False else "".join([]))
show(lambda: "%*d" % (1 << 70, 1))
show(lambda: f"{1:{1 << 70}}")
show(lambda: bytes(1 << 70))
show(lambda: range(1 << 62)[5])
show(lambda: list(range(5)) * 0)
show(lambda: 1 << (1 << 70))
show(lambda: "a" * -big)
show(lambda: [1] * -big)
items = []
try:
    items *= big
    print("an empty list stays empty", items)
except MemoryError:
    print("MemoryError")
try:
    text = "ab"
    text *= big
except MemoryError:
    print("and the old value is kept:", text)
print("still running", sum(range(10)))
