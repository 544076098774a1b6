# Builders, chained calls, and small languages made of operators.

class Query:
    def __init__(self, table, parts=()):
        self.table, self.parts = table, parts

    def _with(self, kind, value):
        return Query(self.table, (*self.parts, (kind, value)))

    def where(self, condition):
        return self._with("where", condition)

    def order_by(self, *names, descending=False):
        return self._with("order", ", ".join(names) + (" desc" if descending else ""))

    def limit(self, n):
        if n < 0:
            raise ValueError("negative limit")
        return self._with("limit", n)

    def __getitem__(self, key):
        if isinstance(key, slice):
            query = self.limit((key.stop or 0) - (key.start or 0))
            return query._with("offset", key.start) if key.start else query
        return self.where(f"id = {key!r}")

    def __str__(self):
        wheres = " and ".join(str(v) for k, v in self.parts if k == "where")
        text = f"select * from {self.table}"
        if wheres:
            text += f" where {wheres}"
        for kind, word in (("order", "order by"), ("limit", "limit"), ("offset", "offset")):
            for k, v in self.parts:
                if k == kind:
                    text += f" {word} {v}"
        return text


class Field:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Field(f"{self.text}.{name}")

    def _binary(symbol):
        def method(self, other):
            return Field(f"({self} {symbol} {other!r})" if not isinstance(other, Field) else f"({self} {symbol} {other})")

        return method

    __eq__ = _binary("=")
    __ne__ = _binary("<>")
    __lt__ = _binary("<")
    __gt__ = _binary(">")
    __add__ = _binary("+")
    __and__ = _binary("and")
    __or__ = _binary("or")
    __hash__ = None

    def __invert__(self):
        return Field(f"not {self}")

    def __contains__(self, item):
        raise TypeError("use .has()")

    def has(self, *items):
        return Field(f"{self} in {items}")


user = Field("user")
print(Query("users").where(user.age > 18).where(user.name == "ada").order_by("name", "age", descending=True).limit(5))
print(Query("t")[7], Query("t")[:10], Query("t")[5:10], sep="\n")
print((user.a == 1) & ~(user.b < 2) | user.c.has(1, 2), user.x + user.y != 3)
base = Query("shared")
print(base.limit(1), base.limit(2), base, sep=" | ")
for f in (lambda: base.limit(-1), lambda: 5 in user, lambda: hash(user), lambda: user.__missing__):
    try:
        print(f())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Html:
    def __getattr__(self, tag):
        def build(*children, **attributes):
            attrs = "".join(f' {k.rstrip("_")}="{v}"' for k, v in attributes.items())
            return f"<{tag}{attrs}>{''.join(map(str, children))}</{tag}>"

        return build


h = Html()
print(h.div(h.h1("Title"), h.ul(*(h.li(n) for n in range(3))), class_="box", id=5))


class Pipe:
    def __init__(self, function):
        self.function = function

    def __ror__(self, value):
        return self.function(value)

    def __or__(self, other):
        return Pipe(lambda value: other.function(self.function(value)))

    def __call__(self, *args):
        return Pipe(lambda value: self.function(value, *args))


double, text, join = Pipe(lambda x: [n * 2 for n in x]), Pipe(lambda x: [str(n) for n in x]), Pipe(lambda x, sep="": sep.join(x))
print([1, 2, 3] | double | text | join("-"), range(3) | (double | text) | join)


class Path2:
    def __init__(self, *parts):
        self.parts = parts

    def __truediv__(self, other):
        return Path2(*self.parts, str(other))

    def __rtruediv__(self, other):
        return Path2(str(other), *self.parts)

    def __fspath__(self):
        return "/".join(self.parts)

    __str__ = __fspath__


print(Path2("a") / "b" / 5, "root" / Path2("x"))
