# io: texts and bytes in memory as files, and printing into them.
import contextlib
import io
import sys


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === StringIO ===
f = io.StringIO()
print(f.write("hello\n"), f.write("world"), f.tell(), repr(f.getvalue()))
f.seek(0)
print(repr(f.readline()), repr(f.read(2)), repr(f.read()), repr(f.read()), repr(f.readline()))
f.seek(0)
print(list(f), f.seek(1), f.readlines())
f.seek(6)
f.write("W")
print(f.getvalue(), f.tell(), f.seek(0, 2), f.write("!"), f.getvalue())
print(f.truncate(5), f.getvalue(), f.tell())
g = io.StringIO("one\ntwo\nthree")
print(g.readline(2), g.readline(), g.read(3), next(g), [line for line in g])
print(g.readable(), g.writable(), g.seekable(), g.isatty(), g.closed)
g.seek(0)
g.write("ONE")
print(g.getvalue(), g.writelines(["a", "b"]), g.getvalue())
with io.StringIO("x") as h:
    print(h.read())
print(h.closed)
show(h.read)
show(h.write, "a")
show(h.getvalue)
show(io.StringIO().write, b"bytes")
show(io.StringIO, 3)
show(io.StringIO().fileno)
show(f.seek, -1)
show(f.seek, 1, 1)
show(f.seek, 0, 9)
far = io.StringIO("ab")
far.seek(4)
far.write("z")
print(repr(far.getvalue()), repr(io.StringIO("a\r\nb\rc\n", newline=None).read()), repr(io.StringIO("a\nb", newline="\r\n").getvalue()))

# === print and redirect ===
out = io.StringIO()
print("to", "memory", sep="-", end="!\n", file=out)
print(1, [2], file=out)
print(repr(out.getvalue()))
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print("captured")
    sys.stdout.write("too\n")
print(captured.getvalue().split())
with contextlib.redirect_stderr(io.StringIO()) as errors:
    print("oops", file=sys.stderr)
print(repr(errors.getvalue()))
saved, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
text, sys.stdout = sys.stdout.getvalue(), saved
print(repr(text))

# === BytesIO ===
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.readlines(), b.tell(), b.seek(-3, 2), b.read(), b.getvalue())
b.seek(1)
print(b.write(b"ZZZZ"), b.getvalue(), b.truncate(3), b.getvalue(), b.seek(0), list(b))
buffer = bytearray(2)
b.seek(0)
print(b.readinto(buffer), buffer)
show(b.write, "text")
show(io.BytesIO, "text")
show(b.seek, -1)
b.close()
show(b.read)
show(b.getvalue)
print(io.BytesIO().getvalue(), io.SEEK_END, issubclass(io.UnsupportedOperation, OSError), isinstance(f, io.TextIOBase), isinstance(f, io.IOBase))


class Upper(io.StringIO):
    def write(self, s):
        return super().write(s.upper())


up = Upper()
print("shout", file=up)
print(up.getvalue(), end="")
