# Standard input without any input.
import sys

print(sys.stdin.readline() == "", sys.stdin.read() == "", sys.stdin.readlines(), list(sys.stdin), sys.stdin.isatty(), sys.stdin.readable(), sys.stdin.writable())
for line in sys.stdin:
    print("never", line)
for call in (input, lambda: input("prompt> ")):
    try:
        call()
    except EOFError as error:
        print(repr(error))
print(sys.stdin.name, sys.stdin.encoding, sys.stdin.fileno(), sys.stdin is sys.__stdin__)
try:
    input(1, 2)
except TypeError as error:
    print(error)
