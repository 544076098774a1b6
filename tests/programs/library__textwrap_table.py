# textwrap and string, one call each.
import string
import textwrap

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (textwrap.wrap("the quick brown fox", 10)))
show(lambda: (textwrap.fill("the quick brown fox", 10)))
show(lambda: (textwrap.shorten("the quick brown fox", 12), textwrap.shorten("short", 12)))
show(lambda: (textwrap.dedent("  a\n    b\n  c"), textwrap.dedent("a\n b")))
show(lambda: (textwrap.indent("a\nb\n\nc", "> ")))
show(lambda: (textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("a" * 12, 5)))
show(lambda: (textwrap.wrap("a-b c_d", 3), textwrap.wrap("one two", 3, break_long_words=False)))
show(lambda: (textwrap.wrap("a b c", width=0)))
show(lambda: (textwrap.fill("a b c d", 5, initial_indent="- ", subsequent_indent="  ")))
show(lambda: (string.ascii_lowercase, string.digits, string.hexdigits))
show(lambda: (string.capwords("hello big world"), string.capwords("a,b", ",")))
show(lambda: (string.Template("$a ${b}c $$").substitute(a=1, b=2)))
show(lambda: (string.Template("$a").substitute()))
show(lambda: (string.Template("$a $b").safe_substitute(a=1)))
show(lambda: (string.Template("$1").substitute()))
show(lambda: (string.Formatter().format("{} {x}", 1, x=2)))
show(lambda: (list(string.Formatter().parse("a{b!r:>5}c{{}}"))))
show(lambda: (string.Formatter().vformat("{0[k]}", [{"k": "v"}], {})))
show(lambda: (string.Formatter().format("{}")))
show(lambda: (len(string.printable), string.punctuation))
