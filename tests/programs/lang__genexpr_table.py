# Generator expressions and lazy evaluation.
def noisy(n):
    for i in range(n):
        print('give', i)
        yield i

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (sum(n for n in range(5)), list(n * n for n in range(4)), max(len(w) for w in ["a", "bbb"]), "".join(c for c in "abc" if c != "b")))
show(lambda: (next(noisy(3)), next(n for n in noisy(5) if n > 1), any(n > 0 for n in noisy(5)), all(n < 1 for n in noisy(5))))
show(lambda: (list(zip(noisy(2), noisy(2))), 1 in noisy(5), tuple(noisy(1)), [*noisy(1)], dict((n, n) for n in range(2))))
show(lambda: (sorted((n % 3, n) for n in range(5)), set(n % 2 for n in range(5)), sum(1 for _ in "abc"), min((n for n in []), default="none")))
show(lambda: (next((n for n in []), "default"), list((x, y) for x in "ab" for y in range(2)), list(x for x in range(10) if x % 2 if x > 4)))
show(lambda: ((lambda g: (next(g), list(g), list(g)))(n for n in range(3)), type(n for n in []).__name__, (n for n in "a").__next__()))
show(lambda: (next(n for n in [])))
show(lambda: (sum(n for n in ["a"])))
show(lambda: (list(n / 0 for n in [1])))
show(lambda: (list(n for n in 5)))
show(lambda: (len(n for n in [])))
show(lambda: ((n for n in []) + (n for n in [])))
show(lambda: (next(iter(()))))
show(lambda: (list(undefined for _ in [1])))
show(lambda: (max(n for n in [])))
show(lambda: ((lambda g: (g.send(None), g.close(), list(g)))(n for n in range(3)), list(map(lambda x: x + 1, (n for n in range(2)))), list(enumerate(c for c in "ab"))))
