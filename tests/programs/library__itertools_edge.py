# itertools at the edges.
import itertools as it
import operator


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Endless ones ===
print(list(it.islice(it.count(3), 3)), list(it.islice(it.count(1, -2), 3)), list(it.islice(it.count(0.5, 0.5), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 2)), list(it.islice(it.cycle([]), 5)))
print(it.count(3), it.repeat(1, 2), it.count(1, 2))

# === islice ===
for args in [(3,), (1, 3), (1, None), (0, 5, 2), (None,), (5, 2), (0,)]:
    print(args, list(it.islice("abcdef", *args)))
for args in [(-1,), (1, -1), (0, 1, 0), ("a",), (0, 1, 2, 3), ()]:
    show(lambda: list(it.islice("abc", *args)))

# === Grouping and slicing ===
print([(k, list(g)) for k, g in it.groupby("aabbba")], [(k, len(list(g))) for k, g in it.groupby([1, 1.0, True, 2])], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 5], key=lambda n: n % 2)])
groups = it.groupby("aab")
first = next(groups)[1]
next(groups)
print(list(first))
print(list(it.batched("abcdefg", 3)), list(it.pairwise([1, 2, 3])), list(it.pairwise([1])))
show(lambda: list(it.batched("abc", 0)))
show(lambda: list(it.batched("abc", 2, strict=True)))
print(list(it.takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.filterfalse(None, [0, 1, "", "a"])), list(it.compress("abcd", [1, 0, 1])))

# === Combining ===
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "c"])), list(it.zip_longest("ab", [1], fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate([])), list(it.accumulate("abc")), list(it.accumulate([3, 1, 2], max)))
print(list(it.product("ab", [1, 2])), list(it.product()), list(it.product("ab", repeat=2))[:3], list(it.product([], [1])))
print(list(it.permutations("abc", 2)), list(it.permutations([1, 2, 3]))[-1], list(it.combinations("abcd", 2))[-2:], list(it.combinations("ab", 3)), list(it.combinations_with_replacement("ab", 2)))
show(lambda: it.permutations("abc", -1))
show(lambda: it.combinations("abc", -1))
show(lambda: list(it.chain(1)))
show(lambda: it.product(1))
show(lambda: list(it.starmap(pow, [1])))

# === tee ===
a, b = it.tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a))
print(it.tee([1], 0), [list(t) for t in it.tee("ab", 3)])
show(lambda: it.tee([1], -1))

# === Lazy, and once only ===


def noisy():
    for n in range(3):
        print("give", n)
        yield n


lazy = it.chain(noisy(), noisy())
print(next(lazy))
z = zip(noisy(), "a")
print(list(z))
m = map(lambda a, b: a + b, [1, 2], [10])
print(list(m), list(m), list(zip()), list(zip([1], [])), list(enumerate("ab", 5)), list(filter(None, [0, 1])))
show(lambda: list(zip([1], [1, 2], strict=True)))
show(lambda: list(map(None, [1])))
show(lambda: map(print))
show(lambda: next(reversed({1: 2, 3: 4})))
show(lambda: reversed({1}))
