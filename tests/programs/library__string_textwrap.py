# string and textwrap.
import string
import textwrap


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Constants, Template, Formatter, capwords ===
print(string.ascii_letters, string.digits, string.hexdigits, repr(string.punctuation), repr(string.whitespace), len(string.printable))
t = string.Template("$name owes ${amount}$$ to $other")
print(t.substitute(name="Ada", amount=5, other="Bob"), t.safe_substitute(name="Ada"), t.get_identifiers(), t.is_valid())
show(lambda: t.substitute(name="x"))
show(lambda: string.Template("$").substitute())
show(lambda: string.Template("a\n $1").substitute({}))
print(string.capwords("hello  world-wide"), string.capwords("a-b", "-"), string.Formatter().format("{0} {x:>3}", 1, x=2))


class Loud(string.Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]


print(Loud().format("{0} {who}", "hi"))

# === textwrap ===
text = "The quick brown fox jumps over the lazy dog, and then runs away as fast as it possibly can."
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, 20, max_lines=2, placeholder=" ..."), textwrap.shorten(text, 25), textwrap.shorten("  a   b ", 10))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("""
    def f():
        return 1

      odd
    """), textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "- ", lambda line: True))
print(textwrap.wrap("averyveryverylongword in it", 8), textwrap.wrap("averyveryverylongword", 8, break_long_words=False), textwrap.wrap(""), textwrap.wrap("a-b-c d", 3), textwrap.wrap("tab\there", 20))
show(lambda: textwrap.wrap("x", 0))
show(lambda: textwrap.shorten("a b c", 1))
