# What methods of str say to wrong arguments.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


text = "hello world"

# === Wrong types ===
show(lambda: text.split(1))
show(lambda: text.split(" ", "x"))
show(lambda: text.split(""))
show(lambda: text.rsplit(b" "))
show(lambda: text.find(3))
show(lambda: text.index("z"))
show(lambda: text.rindex("z"))
show(lambda: text.count(None))
show(lambda: text.replace("o", 1))
show(lambda: text.replace(1, "o"))
show(lambda: text.startswith(1))
show(lambda: text.startswith(("h", 1)))
show(lambda: text.startswith((1, "h")))
show(lambda: text.endswith([]))
show(lambda: text.strip(1))
show(lambda: text.lstrip(b"h"))
show(lambda: text.join(1))
show(lambda: text.join(["a", 1]))
show(lambda: ",".join(["a", "b", None]))
show(lambda: text.center("x"))
show(lambda: text.center(20, "ab"))
show(lambda: text.ljust(20, 5))
show(lambda: text.zfill("3"))
show(lambda: text.partition(""))
show(lambda: text.partition(1))
show(lambda: text.rpartition(""))
show(lambda: text.translate(1))
show(lambda: text.encode("no-such-codec"))
show(lambda: text.encode(1))
show(lambda: text.expandtabs("a"))
show(lambda: text.removeprefix(1))
show(lambda: text.removesuffix(None))
show(lambda: text.splitlines("x", 1))

# === Wrong numbers of arguments ===
show(lambda: text.upper(1))
show(lambda: text.split(" ", 1, 2))
show(lambda: text.replace("a"))
show(lambda: text.replace())
show(lambda: text.find())
show(lambda: text.center())
show(lambda: text.join())
show(lambda: text.join("a", "b"))
show(lambda: text.startswith())
show(lambda: text.zfill())
show(lambda: text.isdigit(1))
show(lambda: text.split(step=1))
show(lambda: text.strip(chars="h"))
show(lambda: text.center(width=3))
show(lambda: text.encode(encode="utf-8"))

# === Unbound ===
show(lambda: str.upper())
show(lambda: str.upper(1))
show(lambda: str.join(1, ["a"]))
show(lambda: str.upper("a", "b"))
show(lambda: text.uper())
show(lambda: text.starts_with("h"))
show(lambda: str.trim)
