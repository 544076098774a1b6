# Chains of methods on texts and lists.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "  Hello, World  ".strip().lower().replace(",", "").split())
show(lambda: " ".join(sorted("the quick brown fox".split(), key=len, reverse=True)).title())
show(lambda: "a=1;b=2".split(";")[1].split("=")[0].upper())
show(lambda: [*map(int, "3 1 2".split())][::-1])
show(lambda: "".join(reversed("stressed")).capitalize().center(12, "*"))
show(lambda: sorted({c for c in "mississippi"})[0].upper() * 3)
show(lambda: dict(p.split(":") for p in "a:1,b:2".split(",")))
show(lambda: str(sum(map(int, str(2**50))))[::-1])
show(lambda: max("alpha beta gamma".split(), key=lambda w: (len(w), w)).rjust(8, "."))
show(lambda: [w.strip(".,!").lower() for w in "Hello, big World!".split() if w[0].isupper()])
show(lambda: "abc".encode().hex().upper())
show(lambda: "%s" % "-".join(str(n) for n in range(3)).replace("1", "one"))
show(lambda: list(zip(*[iter("abcdef")] * 2)))
show(lambda: "a,b;c".replace(";", ",").partition(",")[2].split(",")[-1])
show(lambda: bytes("é", "utf-8").decode("latin-1").encode("latin-1").decode())
show(lambda: "x".join(["1", "2"]).join(["[", "]"]))
show(lambda: " a b ".split(" "))
show(lambda: "Mary had a little lamb".swapcase().split(maxsplit=2)[2].removesuffix("LAMB").rstrip())
show(lambda: f"{" ".join("abc"):_^9}".strip("_").replace(" ", ""))
show(lambda: [[1, 2], [3]].copy()[0].__len__())
show(lambda: {"b": 1, "a": 2}.items().__iter__().__next__()[0])
show(lambda: (5).__add__(3).bit_length().__str__().zfill(3))
