# Recursion: with memory, mutual, on structures, with generators.
from functools import cache, lru_cache
import sys


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def depth(value):
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


def power_set(items):
    if not items:
        return [[]]
    rest = power_set(items[1:])
    return rest + [[items[0]] + r for r in rest]


def change(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=None)
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))


def memo(function):
    known = {}

    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    wrapper.known = known
    return wrapper


@memo
def paths(x, y):
    return 1 if 0 in (x, y) else paths(x - 1, y) + paths(x, y - 1)


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def walk(tree, path=()):
    for key, value in tree.items():
        here = (*path, key)
        yield "/".join(here)
        if isinstance(value, dict):
            yield from walk(value, here)


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    out = []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def knapsack(items, room):
    if not items:
        return 0
    (weight, value), *rest = items
    without = knapsack(rest, room)
    return without if weight > room else max(without, value + knapsack(rest, room - weight))


print(list(flatten([1, [2, (3, [4])], []])), depth([1, [2, [3]]]), power_set([1, 2, 3]), change(10, (5, 2, 1)), fib(90), edit("kitten", "sitting"), paths(8, 8), len(paths.known), ackermann(2, 3))
print(list(walk({"a": {"b": 1, "c": {"d": 2}}, "e": 3})), merge_sort([5, 2, 9, 1, 5]), is_even(50), is_odd(7), knapsack([(3, 4), (4, 5), (2, 3)], 6), fib.cache_info().hits > 0)


def count_down(n):
    return [] if n == 0 else [n] + count_down(n - 1)


def digits(n):
    return n if n < 10 else n % 10 + digits(n // 10)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def binary(n):
    return str(n) if n < 2 else binary(n // 2) + str(n % 2)


def subsets_sum(numbers, target, chosen=()):
    if target == 0:
        yield chosen
    elif numbers and target > 0:
        yield from subsets_sum(numbers[1:], target - numbers[0], (*chosen, numbers[0]))
        yield from subsets_sum(numbers[1:], target, chosen)


print(count_down(5), digits(98765), gcd(48, 36), binary(37), list(subsets_sum([3, 1, 2, 4], 5)), sys.getrecursionlimit())
try:
    count_down(-1)
except RecursionError as error:
    print(error)
