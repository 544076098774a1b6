# StringIO and BytesIO.
import io


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


s = io.StringIO("one\ntwo\nthree")
print(s.read(2), s.readline(), s.readlines(), s.read(), s.tell(), s.seek(0), list(s), s.getvalue())
s.seek(4)
print(s.write("TWO!"), s.getvalue(), s.truncate(5), repr(s.getvalue()), s.seek(0, 2), s.write("end"), repr(s.getvalue()))
print(s.readable(), s.writable(), s.seekable(), s.closed, s.isatty(), s.newlines)
with io.StringIO() as t:
    t.writelines(["a\n", "b\n"])
    print("printed", 1, file=t)
    print(t.getvalue().splitlines())
show(lambda: t.getvalue())
show(lambda: s.write(5))
show(lambda: s.write(b"x"))
show(lambda: s.seek(-1))
show(lambda: s.seek(1, 1))
show(lambda: io.StringIO(5))
show(lambda: s.fileno())
u = io.StringIO("a\r\nb\rc", newline=None)
print(repr(u.read()), repr(io.StringIO("a\r\nb").read()), next(io.StringIO("x\ny")))
b = io.BytesIO(b"hello world")
print(b.read(5), b.read(), b.seek(6), b.readline(), b.getvalue(), b.seek(0), b.write(b"J"), b.getvalue(), b.tell(), b.seek(-3, 2), b.read(), b.seek(20), b.write(b"!"), b.getvalue())
print(b.getbuffer()[:2] if False else b.getvalue()[:2], list(io.BytesIO(b"a\nb")), b.truncate(3), b.getvalue(), b.readinto(bytearray(2)) if False else None)
show(lambda: b.write("text"))
show(lambda: b.seek(-1))
show(lambda: io.BytesIO("x"))
for call in (lambda: io.open("x"), lambda: open("file.txt"), lambda: open("x", "w")):
    try:
        call()
    except OSError as error:
        print(type(error).__name__ in ("OSError", "FileNotFoundError", "PermissionError"))
    else:
        print(True)
