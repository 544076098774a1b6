# Strings built, searched and taken apart in loops; unicode.

# === Building ===
text = ""
for i in range(5):
    text += str(i) * i + ","
print(text, text.rstrip(",").split(","))
print("".join(reversed("desserts")), "-".join(sorted("typing")), "ab" "cd" f"{1}" 'e')
print("""many
lines "quoted" \t tab""", r"\d+\n", "a\
b")

# === Unicode ===
s = "naïve café ☕ 日本 😀"
print(len(s), s.upper(), s[::-1], s.split(), s.encode("utf-8").__len__(), [hex(ord(c)) for c in s[-3:]])
print("straße".upper(), "ß".casefold() == "ss", "É".lower(), "ǆ".title(), "ı".upper(), "Σ".lower(), "ﬁ".upper())
print("日本".isalpha(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "é".isidentifier(), "\u3000x\u3000".strip())
print(ascii("café ☕ 😀"), repr("\x00\x7f\xa0\xad\u2028é😀"), "\u00e9" == "é", "e\u0301" == "é")
print("|" + "日本".center(8, "*") + "|", f"{'é':>4}|{'☕':<3}|")

# === Looking at characters ===
vowels = sum(c in "aeiou" for c in "programming is fun")
print(vowels, [c for c in "Hello World" if c.isupper()], "".join(c if c.isalnum() else "_" for c in "a b-c!d"))
print({c: "mississippi".count(c) for c in "misp"}, "mississippi".find("ss", 3), "mississippi".rindex("ss", 0, 5))
print(all(a <= b for a, b in zip("abc", "abc"[1:])), list(zip("abc", "abc"[1:])), [*enumerate("ab")])

# === Comparing ===
print("apple" < "banana", "Zebra" < "apple", "a" < "aa", "" < " ", sorted(["b", "A", "a", "B"]), max("hello"), min("hello"))

# === Errors ===
s = "text"
def assign():
    s[0] = "T"
def delete():
    del s[0]
for f in (assign, delete, lambda: s + 5, lambda: s[1.0], lambda: s * 1.5, lambda: s.join(5), lambda: s.replace("a"), lambda: s.center(),
          lambda: ord(""), lambda: chr("a"), lambda: int("0x1f"), lambda: "%d" % "x", lambda: "%s %s" % "x", lambda: "%s" % (1, 2),
          lambda: "{} {}".format(1), lambda: "{a}".format(b=1), lambda: "{".format(), lambda: s.index("z"), lambda: s.encode("nope")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
