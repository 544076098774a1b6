# Building texts in many ways.
n, w, f = 5, 'word', 2.5

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (w + "!" + str(n), w * 3, "-" * 10, "".join([w, str(n)]), " ".join(["a", "b"]), w + w[0], w[0].upper() + w[1:], w[::-1]))
show(lambda: ("%s has %d and %.1f" % (w, n, f), "{} has {} and {}".format(w, n, f), f"{w} has {n} and {f}", "{2} {0}".format(w, n, f), "%(w)s-%(n)03d" % {"w": w, "n": n}))
show(lambda: (w.ljust(8, ".") + "|", w.rjust(8) + "|", w.center(8, "*"), str(n).zfill(4), f"{n:04}", f"{w:>8}|{w:<8}|{w:^8}|"))
show(lambda: (", ".join(str(i) for i in range(4)), "\n".join(["a", "b"]), "".join(sorted("cab")), "".join(reversed("abc")), "".join(c * 2 for c in "abc"), "".join(map(chr, range(97, 100)))))
show(lambda: (w.replace("o", "0"), w.title(), w.upper().lower(), w.capitalize(), w.swapcase(), " x ".strip(), "xxhixx".strip("x"), "a-b".split("-"), "a\tb".expandtabs(4)))
show(lambda: ("a" "b" 'c', 'it''s', "it's", 'say "hi"', "back\\slash", r"raw\n", "tab\tx", "uni\u00e9", "\x41", "\101"))
show(lambda: (repr("a'b"), repr('a"b'), repr("a\nb"), repr("a\\b"), repr("é"), ascii("é"), str(b"a"), repr(b"\xff"), repr(""), str("")))
show(lambda: (w + n))
show(lambda: (n + w))
show(lambda: ("a" + None))
show(lambda: ("".join([1])))
show(lambda: ("%d" % w))
show(lambda: ("{x}".format()))
show(lambda: (w.format(1), "{}{{}}".format(1), "{{{}}}".format(1), f"{{{n}}}", f"{n!r}{w!r}", f"{n}{'' if n else 'x'}{w[1:3]}", f"{'nested ' + f'{n}'}"))
show(lambda: (len("é"), len("🐍"), "🐍" * 2, "é".encode(), "ab" < "b", max("hello"), min("hello"), "l" in "hello", "hello".count("l"), sorted(set("hello"))))
show(lambda: (f"{1_000_000:,}", f"{0.5:.0%}", f"{255:#x}", f"{3:+d}", f"{-3: d}", f"{1e10:g}", f"{True!s:>6}", f"{None!r:^8}", f"{[1, 2]!s:>10}|"))
