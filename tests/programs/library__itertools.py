# itertools: infinite, combining and combinatoric iterators.
import itertools
import operator
from itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
                       filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Without end ===
c = count(10, 5)
print(next(c), next(c), c, count(), count(2.5, 0.5), list(islice(count(1, 2), 4)), list(zip(count(), "abc")), list(islice(count(0.5, 0.25), 3)), list(islice(count(5, -2), 4)))
r = repeat("x", 3)
print(next(r), r, list(r), repeat(1), list(repeat(0, 0)), list(map(pow, range(5), repeat(2))), operator.length_hint(repeat(1, 4)))
print(list(islice(cycle("AB"), 5)), list(cycle([])), [next(g) for g in [cycle("xyz")] * 4])
show(repeat, 1, "2")
show(count, "a")

# === Chains and slices ===
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(chain()), type(chain()).__name__)
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 3)), list(islice("abc", 0)), list(islice(range(10), None, None, 4)))
source = iter(range(10))
print(list(islice(source, 3)), next(source), list(islice(source, 1, 4, 2)), next(source))
show(islice, "abc", -1)
show(islice, "abc", 0, 5, 0)
show(islice, "abc", "x")
show(islice, "abc", -1, 3)
show(islice, "abc")

# === Selecting ===
numbers = [1, 4, 6, 3, 8, 2]
print(list(takewhile(lambda x: x < 5, numbers)), list(dropwhile(lambda x: x < 5, numbers)), list(filterfalse(lambda x: x % 2, numbers)), list(filterfalse(None, [0, 1, "", "a"])), list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [0, 1])))
print(list(starmap(pow, [(2, 5), (3, 2)])), list(accumulate(numbers)), list(accumulate(numbers, max)), list(accumulate([1, 2, 3], operator.mul, initial=100)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate("abc")))
print(list(pairwise("abcd")), list(pairwise("a")), list(batched("abcdefg", 3)), list(batched([], 2)))
show(batched, "abc", 0)
show(lambda: list(batched("abc", 2, strict=True)))
print(list(zip_longest("ab", [1, 2, 3], fillvalue="-")), list(zip_longest()), list(zip_longest("abc", "")))

# === Grouping ===
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
animals = ["ant", "ape", "bee", "cat", "cow"]
for letter, group in groupby(animals, key=lambda a: a[0]):
    print(letter, *group, end="; ")
print()
groups = groupby("aabb")
k, first = next(groups)
k2, second = next(groups)
print(k, list(first), k2, list(second), list(groups), [k for k, g in groupby("xxyyx")], list(groupby([])))
lazy = groupby([1, 1, 2])
_, members = next(lazy)
print(next(members), next(members), list(members), next(lazy)[0])

# === tee ===
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), tee([1], 0), len(tee("x", 3)))
x, y = tee(iter("abc"))
next(y)
print(list(zip(x, y)))
show(tee, [1], -1)

# === Combinations ===
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])), len(list(product(range(3), repeat=4))), list(product("ab", "c", repeat=2)))
print(["".join(p) for p in permutations("abc")], list(permutations([1, 2, 3], 2)), list(permutations([1], 2)), list(permutations([])), len(list(permutations(range(5)))))
print(["".join(c) for c in combinations("abcd", 2)], list(combinations([1, 2], 3)), list(combinations([1, 2], 0)), ["".join(c) for c in combinations_with_replacement("abc", 2)], list(combinations_with_replacement([], 2)), list(combinations(range(4), 3)))
show(combinations, "abc", -1)
show(permutations, "abc", -1)
show(permutations, "abc", 1.5)
show(product, "ab", repeat=-1)
show(combinations, 3, 1)


# === Recipes ===
def flatten(lists):
    return chain.from_iterable(lists)


def sieve(n):
    primes = []
    for number in islice(count(2), n):
        if all(number % p for p in takewhile(lambda p: p * p <= number, primes)):
            primes.append(number)
    return primes


def powerset(items):
    items = list(items)
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


def sliding(iterable, n):
    iterators = tee(iterable, n)
    for at, iterator in enumerate(iterators):
        next(islice(iterator, at, at), None)
    return zip(*iterators)


def roundrobin(*iterables):
    nexts = cycle(iter(it).__next__ for it in iterables)
    for active in range(len(iterables), 0, -1):
        nexts = cycle(islice(nexts, active))
        for following in nexts:
            try:
                yield following()
            except StopIteration:
                break


print(list(flatten([[1], [2, 3]])), sieve(30), list(powerset("abc")), list(sliding("abcd", 3)), next(dropwhile(lambda x: x < 50, count(1, 7))))
print(sum(1 for _ in takewhile(bool, [1, 1, 0, 1])), dict(zip("abc", count(1))), max(map(len, batched("abcdefgh", 3))))
