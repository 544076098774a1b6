# textwrap: paragraphs in lines, indentation, shortening.
import textwrap


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


text = ("The textwrap module provides some convenience functions, as well as TextWrapper -- the class that does all the work. "
        "If you're just wrapping or filling one or two text strings, the convenience functions should be good-enough; otherwise, "
        "you should use an instance of TextWrapper for efficiency, e.g. well-known-long-hyphenated-words.")

# === wrap and fill ===
for width in (70, 40, 20, 11):
    print(*textwrap.wrap(text, width), sep="|\n")
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("  leading and   inner   spaces  ", 12), textwrap.wrap("a\nb\tc\n\nd", 10))
show(textwrap.wrap, text, 0)
print(textwrap.wrap("Supercalifragilisticexpialidocious word", 10), textwrap.wrap("Supercalifragilistic word", 10, break_long_words=False))
print(textwrap.wrap("well-known state-of-the-art x-ray --option a--b", 8), textwrap.wrap("well-known state-of-the-art", 8, break_on_hyphens=False))
print(textwrap.wrap("one two  three.  Four! Five", 14, fix_sentence_endings=True), textwrap.wrap(" a  b ", 3, drop_whitespace=False))
print(textwrap.wrap("a\tb", 20, expand_tabs=False, replace_whitespace=False), textwrap.wrap("a\tb", 20, tabsize=4))

# === max_lines and shorten ===
print(textwrap.wrap(text, 30, max_lines=2), textwrap.wrap(text, 30, max_lines=2, placeholder="..."), textwrap.wrap("short", 30, max_lines=1))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11), textwrap.shorten("Hello world", width=10, placeholder="..."))
show(textwrap.shorten, "Hello world", 3)

# === dedent and indent ===
block = """
    def f():
        return 1

      odd
    """
print(repr(textwrap.dedent(block)), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("    a\n   \n     b\n")))
print(textwrap.indent("one\n\ntwo\n", "> "), textwrap.indent("a\n\nb", "- ", lambda line: True), sep="|")
print(textwrap.indent(textwrap.dedent("""\
    first
      second
"""), "  "))

# === A wrapper of one's own ===
wrapper = textwrap.TextWrapper(width=24, initial_indent="  ")
wrapper.subsequent_indent = ".."
print(wrapper.fill("To be, or not to be, that is the question: whether 'tis nobler in the mind."))
print(wrapper.wrap("again and again"))
