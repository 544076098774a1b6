# string: constants, capwords, templates, formatters.
import string
from string import Formatter, Template


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Constants ===
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), repr(string.printable))
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))

# === Templates ===
t = Template("$who owes ${whom}s $$5 and $who's dog")
print(t.substitute(who="Ann", whom="Bob"), t.template)
print(t.safe_substitute(who="Ann"), t.get_identifiers(), t.is_valid())
show(t.substitute, who="Ann")
show(t.substitute, {"who": 1, "whom": 2}, who=3)
show(Template("costs $5").substitute)
show(Template("one\ntwo ${bad").substitute, bad=1)
show(Template("${bad-name}").substitute)
print(Template("costs $5 $").safe_substitute(), Template("$ a").is_valid(), Template("$ a").safe_substitute())
print(Template("$a$b${a}b").substitute(a=1, b=2), Template("$_x1 $X").get_identifiers())


class Percent(Template):
    delimiter = "%"


print(Percent("%a 50%% $a").substitute(a="yes"))

# === Formatters ===
f = Formatter()
print(f.format("{} {} {name!r:>8} {0[1]} {x.real}", "ab", 2, name="n", x=3) if False else f.format("{0} {name!r:>8} {0[1]} {x.real}", "ab", name="n", x=3))
print(f.format("{} and {}", 1, 2), f.format("{:{}}|", "a", 5), f.format("{{}} {}", 1))
print(list(f.parse("a {b!r:>{w}} {{c}} {}")), f.vformat("{0}{k}", (1,), {"k": 2}))
show(f.format, "{} {0}", 1)
show(f.format, "{0} {}", 1)
show(f.format, "{")
show(f.format, "}")
show(f.format, "{missing}")
show(f.format, "{5}", 1)


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return f"<{key}>"

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)), "of", len(args), len(kwargs))

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)


d = Default()
print(d.format("{0} {1} {name} {other!u}", "zero", other="loud"))
show(d.format, "{0!x}", 1)
