# itertools in use: the recipes that everybody needs, and puzzles solved by trying.
import operator
from collections import deque
from itertools import (accumulate, chain, combinations, compress, count, cycle, groupby, islice, pairwise, permutations, product, repeat,
                       starmap, takewhile, tee, zip_longest)


# === Recipes ===
def take(n, iterable):
    return list(islice(iterable, n))


def nth(iterable, n, default=None):
    return next(islice(iterable, n, None), default)


def tail(n, iterable):
    return iter(deque(iterable, maxlen=n))


def consume(iterator, n=None):
    if n is None:
        deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)


def all_equal(iterable):
    groups = groupby(iterable)
    return next(groups, True) and not next(groups, False)


def partition(predicate, iterable):
    one, two = tee(iterable)
    return [x for x in one if not predicate(x)], [x for x in two if predicate(x)]


def unique_everseen(iterable, key=None):
    seen = set()
    for item in iterable:
        k = item if key is None else key(item)
        if k not in seen:
            seen.add(k)
            yield item


def unique_justseen(iterable):
    return map(operator.itemgetter(0), groupby(iterable))


def grouper(iterable, n, fillvalue=None):
    return zip_longest(*[iter(iterable)] * n, fillvalue=fillvalue)


def ncycles(iterable, n):
    return chain.from_iterable(repeat(tuple(iterable), n))


def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]
    n = len(kernel)
    window = deque([0], maxlen=n) * n
    for x in chain(signal, repeat(0, n - 1)):
        window.append(x)
        yield sum(map(operator.mul, kernel, window))


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    for p in takewhile(lambda p: p * p < n, (i for i in range(3, n, 2) if data[i])):
        data[p * p : n : 2 * p] = bytes(len(range(p * p, n, 2 * p)))
    data[:3] = 0, 0, 1
    return compress(count(), data)


print(take(3, count(5)), nth("abcdef", 3), nth("ab", 9, "-"), list(tail(2, "abcd")), all_equal("aaa"), all_equal("aab"), partition(str.isdigit, "a1b2"))
letters = iter("abcdef")
consume(letters, 2)
print(next(letters), list(unique_everseen("AAAABBBCCDAABBB")), list(unique_everseen("ABBcCAD", str.lower)), list(unique_justseen("AAABBA")), list(grouper("abcde", 2, "x")))
print(list(ncycles("ab", 3)), list(convolve([1, 2, 3], [1, 1])), list(sieve(50)), sum(starmap(operator.mul, pairwise(range(5)))))
print(list(accumulate([100, -30, 20], initial=0)), list(accumulate("abc")), list(accumulate([3, 1, 4, 1, 5], max)), list(islice(accumulate(repeat(2), operator.mul), 6)))


# === Queens ===
def queens(n):
    for columns in permutations(range(n)):
        if n == len({c + r for r, c in enumerate(columns)}) == len({c - r for r, c in enumerate(columns)}):
            yield columns


print(len(list(queens(6))), next(queens(5)))

# === Change, dice, poker ===
coins = [50, 20, 10, 5]
print(sum(1 for ns in product(*(range(60 // c + 1) for c in coins)) if sum(map(operator.mul, ns, coins)) == 60))
print(sum(1 for dice in product(range(1, 7), repeat=3) if sum(dice) == 10), [c for c in combinations([1, 3, 4, 6, 9], 3) if sum(c) == 13])
hands = list(combinations(range(20), 3))
print(len(hands), hands[0], hands[-1], sum(len({card % 5 for card in hand}) == 1 for hand in hands))


# === Run lengths and look-and-say ===
def encode(text):
    return [(key, len(list(group))) for key, group in groupby(text)]


def decode(pairs):
    return "".join(key * n for key, n in pairs)


print(encode("WWWBWWBB"), decode(encode("hello")) == "hello")
say = "1"
for _ in range(5):
    say = "".join(f"{n}{key}" for key, n in encode(say))
print(say, dict(zip("abc", cycle([0, 1]))), [x for x, keep in islice(zip(count(), cycle([True, False, False])), 9) if keep])
