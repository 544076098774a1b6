# random with seeds: CPython's numbers.
import random


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === The same numbers for the same seed ===
for seed in (0, 42, "text", b"bytes", 3.5, -7, 2**100, None and 0):
    random.seed(seed if seed is not None else 1)
    print(seed, random.random(), random.randint(1, 100), random.choice("abcdef"), random.getrandbits(70))
rng = random.Random(12345)
print([rng.randrange(10) for _ in range(10)], rng.uniform(1, 2), rng.triangular(0, 10, 3), rng.gauss(0, 1), rng.normalvariate(5, 2), rng.expovariate(2), rng.betavariate(1, 2), rng.gammavariate(2, 1), rng.lognormvariate(0, 1), rng.vonmisesvariate(0, 1), rng.paretovariate(3), rng.weibullvariate(1, 2))
items = list(range(10))
rng.shuffle(items)
print(items, rng.sample(range(100), 5), rng.sample("abc", 3), rng.choices("ab", k=5), rng.choices([1, 2, 3], weights=[1, 0, 5], k=6), rng.choices("xy", cum_weights=[1, 10], k=3), rng.sample([1, 2], counts=[3, 2], k=4), rng.randbytes(4), rng.binomialvariate(10, 0.5))

# === State ===
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print(first == [rng.random() for _ in range(3)], random.Random(5).random() == random.Random(5).random())

# === Errors ===
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 10, 0), lambda: random.randrange(1.5), lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.sample([1], -1),
          lambda: random.choices([], k=1), lambda: random.choices([1, 2], weights=[1], k=1), lambda: random.choices([1], weights=[0]), lambda: random.shuffle((1, 2)), lambda: random.getrandbits(-1), lambda: random.seed([1]), lambda: random.choice({1: 2}), lambda: random.randint(1, 2.5), lambda: random.choices([1], k="x")):
    show(f)
print(random.getrandbits(0), random.randrange(5, 6), random.choices([1, 2], k=0), random.sample([], 0), random.uniform(1, 1))
