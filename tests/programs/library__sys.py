# sys: facts, limits, the exception being handled, streams, the end of a program.
# exit: 3
import sys


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Facts ===
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 10), sys.version_info.releaselevel, sys.version.split()[0][:4])
print(sys.maxsize == 2**63 - 1, sys.maxunicode, sys.byteorder, sys.platform, sys.getdefaultencoding(), sys.getfilesystemencoding(), len(sys.argv), type(sys.argv[0]).__name__)
print(sys.hash_info.modulus == 2**61 - 1, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_repr_style, sys.hexversion >> 16 == 0x030D, type(sys.implementation.name).__name__)
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules[__name__].__name__, sys.flags.debug, sys.flags.optimize)

# === Limits ===
print(sys.getrecursionlimit(), sys.getswitchinterval())


def depth(n):
    return depth(n + 1)


show(depth, 0)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
sys.setrecursionlimit(1000)
show(sys.setrecursionlimit, 0)

# === The exception being handled ===
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, traceback = sys.exc_info()
    print(kind.__name__, value, traceback is not None, sys.exception() is value)
    try:
        raise KeyError("inner")
    except KeyError:
        print(sys.exception(), repr(sys.exc_info()[1]))
    print(sys.exception())
print(sys.exc_info())

# === Streams ===
print(sys.stdout.write("written\n"), sys.stdout.encoding, sys.stdout.name, sys.stdout.isatty(), sys.stdout.writable(), sys.__stdout__ is sys.stdout)
print("to stderr", file=sys.stderr)
sys.stdout.flush()


class Tee:
    def __init__(self, stream):
        self.stream, self.lines = stream, []

    def write(self, text):
        self.lines.append(text)
        return self.stream.write(text.upper())

    def flush(self):
        self.stream.flush()


sys.stdout = tee = Tee(sys.stdout)
print("doubled", 1)
sys.stdout = sys.__stdout__
print(tee.lines)
print(sys.intern("abc") is sys.intern("abc"), sys.is_finalizing())

# === The end ===
for status in (None, 0, "a message", 5):
    try:
        sys.exit(status)
    except SystemExit as stop:
        print(repr(stop.code), stop.args)
try:
    sys.exit(3)
finally:
    print("cleaned up")
