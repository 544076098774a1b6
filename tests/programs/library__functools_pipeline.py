# functools, operator and itertools together: pipelines, memo tables, retries, currying, dispatch.
import functools
import itertools
import operator
from collections import Counter, defaultdict, deque


# === Composition ===
def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions)


clean = compose(str.strip, str.lower, operator.methodcaller("replace", "-", " "), str.split, functools.partial(map, str.title), " ".join)
print(clean("  HELLO-big  World "), compose(int)("5"), compose(lambda x: x + 1, lambda x: x * 2)(3))


# === Currying ===
def curry(function, arity=None):
    arity = function.__code__.co_argcount if arity is None else arity

    def step(*args):
        return function(*args) if len(args) >= arity else lambda *more: step(*args, *more)

    return step


add3 = curry(lambda a, b, c: a + b + c)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))


# === Retries and timing by decorators with arguments ===
def retry(times, *errors):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in itertools.count(1):
                try:
                    return function(*args, **kwargs)
                except errors as error:
                    print(f"attempt {attempt}: {error}")
                    if attempt == times:
                        raise

        return wrapper

    return decorate


failures = iter([ValueError("one"), ValueError("two"), None])


@retry(3, ValueError)
def flaky():
    """Fail twice."""
    if error := next(failures):
        raise error
    return "done"


print(flaky(), flaky.__doc__)


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


# === Memo tables ===
@counted
def slow_fib(n):
    return n if n < 2 else slow_fib(n - 1) + slow_fib(n - 2)


@functools.cache
@counted
def fast_fib(n):
    return n if n < 2 else fast_fib(n - 1) + fast_fib(n - 2)


print(slow_fib(12), slow_fib.calls, fast_fib(12), fast_fib.__wrapped__.calls, fast_fib.cache_info())


@functools.lru_cache(maxsize=None)
def distance(a, b):
    """The least number of changes from one word to another."""
    if not a or not b:
        return len(a) or len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


print(distance("kitten", "sitting"), distance("", "abc"), distance.cache_info().misses)


# === Tables of data ===
rows = [("fruit", "apple", 3), ("vegetable", "leek", 2), ("fruit", "pear", 5), ("vegetable", "beet", 4), ("fruit", "fig", 1)]
by_kind = operator.itemgetter(0)
for kind, group in itertools.groupby(sorted(rows, key=by_kind), by_kind):
    names, amounts = zip(*((name, n) for _, name, n in group))
    print(kind, names, sum(amounts), max(amounts))
index = defaultdict(list)
for kind, name, _ in rows:
    index[kind].append(name)
print(dict(index), functools.reduce(operator.or_, ({k: len(v)} for k, v in index.items())))
print(list(itertools.accumulate((n for *_, n in rows), operator.mul)), list(itertools.starmap(operator.sub, zip((5, 4), (3, 2)))), Counter(map(by_kind, rows)).most_common(1))


# === Windows and batches ===
def windows(iterable, n):
    window = deque(maxlen=n)
    for item in iterable:
        window.append(item)
        if len(window) == n:
            yield tuple(window)


print(list(windows(range(5), 3)), [sum(w) / 2 for w in itertools.pairwise([1, 3, 8])], list(itertools.batched("abcdefg", 3)))
primes = (n for n in itertools.count(2) if all(n % d for d in range(2, int(n**0.5) + 1)))
print(list(itertools.islice(primes, 10)), next(itertools.dropwhile(lambda p: p < 50, primes)))


# === Dispatch ===
@functools.singledispatch
def render(value):
    return repr(value)


@render.register(list)
@render.register(tuple)
def _(value):
    return "[" + ", ".join(map(render, value)) + "]"


@render.register
def _(value: dict):
    return "{" + "; ".join(f"{k} = {render(v)}" for k, v in value.items()) + "}"


@render.register
def _(value: bool | None):
    return str(value).lower()


print(render({"a": [1, (True, None)], "b": {"c": "x"}}), render.dispatch(dict).__name__)
