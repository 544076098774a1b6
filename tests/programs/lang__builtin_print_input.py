# print in all its forms, and what it does with objects.
import io
import sys


class Loud:
    def __str__(self):
        return "LOUD"

    def __repr__(self):
        return "<loud>"


# === sep, end, file, flush ===
print()
print(1, "two", None, [3], sep=" | ", end="!\n")
print("a", "b", sep="")
print("no newline", end="")
print()
print("x", sep=None, end=None)
print(Loud(), [Loud()], {"k": Loud()}, (Loud(),), sep="\n")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
buffer = io.StringIO()
print("into", "a buffer", file=buffer, sep="-", end="")
print(repr(buffer.getvalue()))
print(*range(3), *"ab", sep=",")
print("é ü 漢字 🐍", "\ttab", "a\rb" if False else "", "back\\slash")
print("multi\nline", """triple
quoted""")

# === Errors ===
for call in (lambda: print("a", sep=1), lambda: print("a", end=5), lambda: print("a", file=5), lambda: print("a", color="red")):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


class BadStr:
    def __str__(self):
        raise ValueError("no text")


writer = Writer()
print("a", 1, file=writer)
print(writer.parts)
for thing in (BadStr(),):
    try:
        print("before", thing)
    except ValueError as error:
        print("|", error)

# === stdout itself ===
print(sys.stdout.write("written\n"))
sys.stdout.writelines(["one\n", "two\n"]) if hasattr(sys.stdout, "writelines") else None
old, sys.stdout = sys.stdout, io.StringIO()
print("captured")
captured, sys.stdout = sys.stdout.getvalue(), old
print(repr(captured))
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
