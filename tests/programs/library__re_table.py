# re: many patterns against many texts.
import re

TABLE = [
    ("abc", "xabcy"), ("abc", "axc"), ("ab*c", "abc"), ("ab*bc", "abbbbc"), ("ab+bc", "abc"), ("ab?bc", "abbbbc"), ("ab?c", "abc"), ("^abc$", "abcc"), ("^abc$", "abc"),
    ("a.c", "axc"), ("a.c", "a\nc"), ("a.*c", "axyzd"), ("a.*c", "axyzcxc"), ("a[bc]d", "abd"), ("a[b-d]e", "ace"), ("a[^bc]d", "aed"), ("a[^-b]c", "a-c"), ("a[]]b", "a]b"), ("a[^]b]c", "adc"),
    ("a]", "a]"), ("a[-]?c", "ac"), (r"\ba\b", "a-"), (r"\by\b", "xy"), (r"\By\b", "xy"), (r"\w", "-"), (r"[\w]+", "ab_9"), (r"[\D\S]", " "), (r"[^\d]+", "a1"), ("()ef", "def"),
    ("$b", "b"), (r"a\(b", "a(b"), (r"a\(*b", "a((b"), (r"a\\b", "a\\b"), ("((a))", "abc"), ("(a)b(c)", "abc"), ("a+b+c", "aabbabc"), ("(a+|b)*", "ab"), ("(a+|b)+", "ab"), ("(a+|b)?", "ab"),
    ("[^ab]*", "cde"), ("([abc])*d", "abbbcd"), ("([abc])*bcd", "abcd"), ("a|b|c|d|e", "e"), ("(a|b|c|d|e)f", "ef"), ("abcd*efg", "abcdefg"), ("xy?z", "xz"), ("(ab|cd)e", "abcde"),
    ("[abhgefdc]ij", "hij"), ("^(ab|cd)e", "abcde"), ("(abc|)ef", "abcdef"), ("(a|b)c*d", "abcd"), ("(ab|ab*)bc", "abc"), ("a([bc]*)c*", "abc"), ("a([bc]*)(c*d)", "abcd"), ("a([bc]+)(c*d)", "abcd"),
    ("a([bc]*)(c+d)", "abcd"), ("a[bcd]*dcdcde", "adcdcde"), ("(ab|a)b?c", "abc"), ("((a)(b)c)(d)", "abcd"), ("[A-Za-z_][A-Za-z0-9_]*", "1alpha9"), ("^a(bc+|b[eh])g|.h$", "abh"),
    ("(bc+d$|ef*g.|h?i(j|k))", "effgz"), ("(bc+d$|ef*g.|h?i(j|k))", "ij"), ("(bc+d$|ef*g.|h?i(j|k))", "reffgz"), ("(((((((((a)))))))))", "a"), ("multiple words", "multiple words, yeah"),
    ("(.*)c(.*)", "abcde"), (r"\((.*), (.*)\)", "(a, b)"), ("[k]", "ab"), ("a(bc)d", "abcd"), ("a[-]?c", "a-c"), (r"(abc)\1", "abcabc"), ("([a-c]*)\\1", "abcabc"), ("a++", "aaab"), ("a(?!b).", "abad"),
    ("a(?=d).", "abad"), ("a(?=c|d).", "abad"), ("a(?:b|c|d)(.)", "ace"), ("a(?:b|c|d)*(.)", "ace"), ("a(?:b|c|d)+?(.)", "ace"), ("a(?:b|c|d)+?(.)", "acdbcdbe"), ("a(?:b|c|d){2}(.)", "acdbcdbe"),
    ("a(?:b|c|d){4,5}?(.)", "acdbcdbe"), ("((foo)|(bar))*", "foobar"), ("(?:(foo)|(bar)|(baz))*", "foobarbaz"), ("a(?:b|(c|e){1,2}?|d)+?(.)", "ace"), ("^(.+)?B", "AB"), ("(?<!-):(.*?)-\\w+", "a:bc-:de:f"),
    ("^([ab]*?)(?=(b)?)c", "abc"), ("^([ab]*?)(?=(b)?)abc", "ababc"), ("^([ab]*?)(?!(b))c", "abc"), ("(?<!(c|d))[ab]", "cad"), (r"(?<=^a)b|\Ac", "ab"), (r"^(?:b|c(d)){2}$", "bcd"), (r"(x?)*y", "xxy"),
    (r"\d{1,3}(?:,\d{3})*(?:\.\d+)?", "x 1,234,567.89"), (r"(\d+)(?:st|nd|rd|th)\b", "the 22nd"), (r"^\s*(\w+)\s*=\s*(.*?)\s*$", "  key =  some value  "), (r"\"((?:[^\"\\]|\\.)*)\"", r'say "a \"b\" c" now'),
    (r"(?:https?://)?([\w.-]+)(?::(\d+))?(/\S*)?", "see http://a.example:80/x?y now"), (r"([01]?\d|2[0-3]):([0-5]\d)", "at 23:59"), (r"#([0-9a-f]{2}){3}\b", "#ffA0b1 #a0b1c2"), (r"(\w+)(?:\s+\1)+", "is is is it"),
    (r"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{6,}$", "Passw0rd"), (r"(?:^|,)([^,]*)", ",a,b"), (r"(?s)/\*.*?\*/", "x /* a\n * b */ y */"), (r"(?m)^\s*#.*$", "a\n # b\nc"), (r"(a)|b|(c)", "bca"), (r"(?:a|b)??c", "abc"),
]  # fmt: skip

for pattern, text in TABLE:
    m = re.search(pattern, text)
    found = None if m is None else (m.span(), m.group(), m.groups(), m.lastindex)
    print(f"{pattern!r:45} {text!r:22} {found}")
    every = [(m.span(), m.groups()) for m in re.finditer(pattern, text, re.I)]
    print("   ", every, re.match(pattern, text) is not None, re.fullmatch(pattern, text) is not None)
    print("   ", re.split(pattern, text, maxsplit=2), re.subn(pattern, "<>", text))
print(len(TABLE))
