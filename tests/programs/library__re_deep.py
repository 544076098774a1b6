# re: patterns and texts of some size, and repeats that could go wrong.
import re

# === Long texts ===
text = "spam " * 20000
print(len(re.findall(r"\w+", text)), len(re.sub("a", "aa", text)), len(re.split(" ", text)), re.search("eggs", text))
print(re.fullmatch(r"(?:\w+ )*", text).span(), re.match(r"(?:(s)(p)am )+", text).regs, re.match(r"(?:spam |eggs )*?$", text).span())
print(re.match(r"(.*?,)*x", "a,b,c,") is None, len(re.match(r".*", "x" * 100000)[0]), re.match(r"(?:a|b)*c", "ab" * 30000))
print(re.search(r"(\w+)\s+end", text + "the end").groups(), re.search("(?s)spam.*?the", text + "\nthe").end())
print(re.match(r"(x+x+)+y", "x" * 12), re.match(r"(?:a?){15}a{15}", "a" * 15).span(), re.match(r"(a*)*b", "a" * 14))
print(re.match("(?>a+)+b", "a" * 30), re.match("(?:a+)++b", "a" * 30), re.match(r"(?:(?:a|b)++c)*", "abcabac").span())

# === Large patterns ===
words = [f"w{i}" for i in range(500)]
p = re.compile("|".join(words))
print(p.fullmatch("w499"), p.match("w4x"), p.findall("w1 w22 w333 w4444"))
p = re.compile("".join(f"({c})" for c in "abcdefghij" * 12))
print(p.groups, p.match("abcdefghij" * 12).groups()[-3:], p.match("abcdefghij" * 12).lastindex)
print(re.compile("(?:" * 60 + "a" + ")" * 60).match("a"), re.compile("(" * 50 + "a" + ")" * 50).match("a").groups()[::7])
print(re.match("a" * 3000, "a" * 3000).end(), re.match("[" + "".join(map(chr, range(0x400, 0x500))) + "]+", "Жук").span())
print(re.match(r"(?:a{3}){2,4}", "a" * 20).span())

# === Counted ===
for pattern in (r"(ab){2,3}", r"(?:ab){2,3}?", r"(a|b){3}", r"(?:a(b)?){2,}", r"((a){2}){2}", r"(a{0,2}){2}b", r"(?:){3}a", r"(a?){3,5}$", r"(|a){2,}b"):
    for text in ("ab", "abab", "abababab", "aaaa", "aab", ""):
        m = re.match(pattern, text)
        print(pattern, text, m and (m.span(), m.groups()))
