# string and textwrap in use: templates for letters, tables, boxes, ciphers, checks.
import string
import textwrap
from string import Formatter, Template

# === Letters ===
letter = Template("""Dear $name,

you owe us $$$amount for ${count} ${thing}s.
$closing""")
print(letter.substitute(name="Ann", amount=12.5, count=3, thing="book", closing="Bye"))
print(letter.safe_substitute(name="Bob").splitlines()[2], letter.get_identifiers())


class Braces(Formatter):
    """Missing names stay as they are; `!u` is upper case, `!j` joins."""

    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"{{{key}}}")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        if conversion == "j":
            return ", ".join(map(str, value))
        return super().convert_field(value, conversion)


f = Braces()
print(f.format("{0!u:>8}|{items!j}|{missing}|{1.real:.1f}|{2[k]}", "up", 2.55, {"k": "v"}, items=[1, 2]))

# === Tables ===
rows = [("item", "price", "count"), ("tea", 3.5, 12), ("cinnamon", 12.25, 3)]
widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
for row in rows:
    print(" | ".join(f"{cell!s:{'<' if at == 0 else '>'}{width}}" for at, (cell, width) in enumerate(zip(row, widths))))
print("{:-^30}".format(" end "), f"{1234567.891:,.2f} {0.256:.1%} {255:#x} {255:08b} {-5:+d} {3.14159:.3g} {1e10:e}")


# === Boxes ===
def box(text, width=30):
    lines = textwrap.wrap(text, width - 4)
    return "\n".join(["+" + "-" * (width - 2) + "+", *(f"| {line:<{width - 4}} |" for line in lines), "+" + "-" * (width - 2) + "+"])


print(box("A box around a text that is wrapped to fit; well-known words are broken at hyphens."))
print(textwrap.fill("A list item with a long text that goes on in the next line.", 32, initial_indent="- ", subsequent_indent="  "))
print(textwrap.indent(textwrap.dedent("""
    def f():
        return 1
""").strip(), "| "), textwrap.shorten("The quick brown fox jumps", 18, placeholder="…"), sep="\n")


# === Ciphers ===
def caesar(text, shift):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift])
    return text.translate(table)


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3), "".join(c for c in secret if c not in string.punctuation), secret.translate(str.maketrans("", "", string.ascii_letters)))


# === Checks ===
def problems(password):
    wanted = {"a lower case letter": string.ascii_lowercase, "a digit": string.digits, "a sign": string.punctuation}
    return [name for name, chars in wanted.items() if not set(chars) & set(password)]


print(problems("abc"), problems("abc1!"), string.capwords("the  quick-brown fox"), all(c in string.hexdigits for c in "c0ffee"), string.printable.isprintable())
print(list(Formatter().parse("x{a}{b!r}{c:>{w}}y{{z}}")))
