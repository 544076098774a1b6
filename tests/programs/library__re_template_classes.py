# string.Template with patterns of one's own.
import re
import string


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Dotted(string.Template):
    idpattern = r"[a-z][\w.]*"


class Braced(string.Template):
    braceidpattern = r"[a-z ]+"


class Percent(string.Template):
    delimiter = "%"


class PercentDotted(Dotted):
    delimiter = "%"


class CaseSensitive(string.Template):
    flags = 0
    idpattern = "[a-z]+"


class Curly(string.Template):
    pattern = r"""
    \{\{(?:
      (?P<escaped>\{\{)|
      (?P<named>[_a-z][_a-z0-9]*)\}\}|
      (?P<braced>\b\B)|
      (?P<invalid>)
    )
    """


values = {"a": 1, "a.b": 2, "name": "Ada", "full name": "Ada L.", "Name": "caps"}
for cls, texts in (
    (Dotted, ("$a.b and $a", "${a.b}", "$$ $name", "$1", "x\n $", "$name.")),
    (Braced, ("${full name} $name", "$full name", "${1}")),
    (Percent, ("%name %% %a $name", "%(name)s", "%{name}x")),
    (PercentDotted, ("%a.b %% $a",)),
    (CaseSensitive, ("$name $Name", "$$a")),
    (Curly, ("{{name}} {{{{ {{ x", "{{name}}!", "{{{{", "{{a}}{{name}}")),
):
    for text in texts:
        t = cls(text)
        print(cls.__name__, repr(text))
        show(t.substitute, values)
        show(t.safe_substitute, values)
        show(t.is_valid)
        show(t.get_identifiers)
print(isinstance(Dotted.pattern, re.Pattern), string.Template.delimiter, string.Template.idpattern, string.Template.braceidpattern, Dotted.pattern.flags)
