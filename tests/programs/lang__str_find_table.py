# Finding in texts, one each.
t = 'abracadabra'

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (t.find("a"), t.find("a", 1), t.find("z"), t.find("a", -3), t.find("", 3), t.find("abra", 1)))
show(lambda: (t.rfind("a"), t.rfind("abra"), t.rfind("a", 0, 5), t.rfind("z")))
show(lambda: (t.index("c"), t.rindex("b")))
show(lambda: (t.index("z")))
show(lambda: (t.rindex("z")))
show(lambda: (t.count("a"), t.count("ab"), t.count(""), t.count("a", 5), t.count("aa"), "aaaa".count("aa")))
show(lambda: (t.startswith("abra"), t.startswith("bra", 1), t.startswith(("x", "a")), t.endswith("ra"), t.endswith(("x", "y")), t.endswith("ab", 0, 2)))
show(lambda: ("ra" in t, "" in t, "A" in t, "abd" not in t))
show(lambda: (t.replace("a", "A"), t.replace("a", "", 2), t.replace("abra", "X"), t.replace("", "-")[:6]))
show(lambda: (t.partition("c"), t.rpartition("a"), t.partition("z"), t.rpartition("z")))
show(lambda: (t.split("a"), t.split("a", 2), t.rsplit("a", 1), t.split("br")))
show(lambda: (t.find(5)))
show(lambda: (t.count()))
show(lambda: (t.startswith(5)))
show(lambda: (t.startswith(["a"])))
show(lambda: (t.replace("a")))
show(lambda: (t.split("")))
show(lambda: (t.partition("")))
show(lambda: ([i for i in range(len(t)) if t.startswith("a", i)], t[::-1].find("c"), t.find("a", 100), t.find("", 100), t.find("", 11)))
show(lambda: (max(t, key=t.count), sorted(set(t)), {c: t.count(c) for c in "abr"}, t.translate(str.maketrans("abc", "xyz")), t.removeprefix("abra").removesuffix("bra")))
