# re: compiled patterns are kept, and forgotten when there are many.
import re

a = re.compile("one")
print(re.compile("one") is a, re.compile("one", re.I) is a, re.compile(b"one") is a, re.compile("one", 0) is a, re.compile("one", re.NOFLAG) is a)
re.purge()
print(re.compile("one") is a, re.compile("one") == a)

# === After many others it is a new one ===
kept = re.compile("kept")
for i in range(2000):
    re.match(f"{i}x", "y")
print(re.compile("kept") is kept, re.compile("1999x") is re.compile("1999x"))

# === Keys are kinds of text, too ===
class Text(str):
    pass


print(re.compile(Text("q")) == re.compile("q"), re.match(Text("q"), "q"), re.compile(Text("q")).pattern)
print(re.match(re.compile("a"), "a"), re.sub(re.compile("a"), "b", "aa"), re.findall(re.compile("(a)(b)"), "abab"))
try:
    re.match(["a"], "a")
except TypeError as error:
    print(error)
try:
    re.match(5, "a")
except TypeError as error:
    print(error)
print(sorted(name for name in re.__all__))
