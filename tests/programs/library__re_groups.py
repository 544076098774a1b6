# re: groups that repeat, refer, ask and look around.
import re


def show(pattern, *texts, flags=0):
    for text in texts:
        m = re.search(pattern, text, flags)
        print(pattern, repr(text), None if m is None else (m.span(), m.groups()))


# === Repeated groups keep the last round ===
show(r"(a|b)*", "abab", "")
show(r"(?:(a)|(b))*", "abba", "bb")
show(r"((a)|b)+", "ab", "ba")
show(r"(?:(a)|b)*", "ab")
show(r"(a*)*", "aa", "b")
show(r"(a*)+", "aa", "b")
show(r"(a|ab)(c|bcd)(d*)", "abcd")
show(r"(?:(\w)(\d)?)+", "a1b")
show(r"(a?)*?b", "aab")
show(r"(?:a(x)?)*", "axa")

# === References ===
show(r"(\w)\1", "hello", "world")
show(r"(?P<q>['\"])(.*?)(?P=q)", "say 'it' now", 'a "b\'c" d')
show(r"<(\w+)>.*</\1>", "<b>x</b>", "<b>x</i>")
show(r"(a)?\1b", "b", "aab")
show(r"(?i)(a)\1", "aA", "Aa", "ab")
show(r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10", "abcdefghijj")
show(r"(?:(a)|b)\1?c", "bc", "aac")
show(r"(\d+) \1", "12 12", "12 123", "1 2")

# === Conditions ===
show(r"(<)?(\w+@\w+)(?(1)>|$)", "<a@b>", "a@b", "<a@b", "a@b>")
show(r"(?P<n>\()?x(?(n)\))", "(x)", "x", "(x")
show(r"(a)?(?(1)b|c)", "ab", "c", "b")
show(r"(a)?(?(1)b)", "ab", "x")
show(r"(?:(a)|(b))(?(1)1|2)", "a1", "b2", "a2")

# === Looking around ===
show(r"\w+(?=!)", "hey you!", "hey")
show(r"\b\w+\b(?!!)", "hey! you", "hey!")
show(r"(?<=\$)\d+", "cost $45", "45")
show(r"(?<!\$)\b\d+", "cost $45 67")
show(r"(?<=a|b)c", "bc", "xc")
show(r"(?<=(a))b", "ab")
show(r"(?=(a+))a*b\1", "aaab", "abaab")
show(r"(?!.*\d)\w+", "abc1", "abc")
show(r"(?=.*\d)(?=.*[a-z]).{4,}", "ab12", "abcd", "1234")
show(r"(?<=^)a|(?<=\n)b", "b\nb", "a")
show(r"(?<=ab)(?<=b)c", "abc")
show(r"(?!)", "a")
show(r"(?=)", "a")
show(r"(?<!^)a", "aa")
show(r"a(?!b(?!c))", "ab", "abc", "a")

# === Atomic groups and possessive repeats ===
show(r"(?>a+)b", "aaab")
show(r"(?>a+)ab", "aaab")
show(r"a++b", "aaab")
show(r"a++ab", "aaab")
show(r"(?>a|ab)c", "abc", "ac")
show(r"(?:a|ab)++c", "abac", "aac")
show(r"x?+x", "x", "xx")
show(r"a{2,3}+a", "aaa", "aaaa")
show(r"(?:ab){1,2}+ab", "abab", "ababab")
show(r'"[^"]*+"', 'say "hi" now', '"open')
show(r"(?>(a)(b)?)c", "abc", "ac")

# === Greedy and lazy ===
show(r"<.+>", "<a><b>")
show(r"<.+?>", "<a><b>")
show(r"a{2}", "aaa")
show(r"a{2,}", "aaaa")
show(r"a{,2}", "aaaa")
show(r"a{1,3}?", "aaaa")
show(r"(?:ab)??c", "abc", "c")
show(r"(?:ab){1,3}?c", "ababc")
show(r"a{0}b", "ab")
show(r"a{", "a{")
show(r"a{}", "a{}")
show(r"a{x}", "a{x}")
show(r"a{1", "a{1")
show(r"a{,}", "aaa")
show(r"x{0,0}y", "xy")

# === Alternatives ===
show(r"cat|dog", "hotdog")
show(r"a|ab|abc", "abc")
show(r"(?:a|ab|abc)$", "abc")
show(r"|a", "a")
show(r"a||b", "b")
show(r"()|a", "a")
show(r"(?:)", "")
