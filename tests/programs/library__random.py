# random: the same numbers for the same seed.
import random
from random import Random


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Seeds of all kinds ===
for seed in (0, 1, 42, -42, 2**70, 2.5, -0.0, "hello", "", "ünï", b"bytes", bytearray(b"x"), True):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(40))
random.seed("old", version=1)
print(random.random())
show(random.seed, (1, 2))
show(random.seed, [1])

# === The usual functions ===
random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(10), random.randrange(5, 50, 5), random.uniform(1, 10))
print(random.choice("abcdef"), random.choices("abc", k=6), random.choices([1, 2, 3], weights=[10, 1, 1], k=8), random.choices("xy", cum_weights=[1, 4], k=5))
print(random.sample(range(100), 5), random.sample("abcdefgh", 8), random.sample(range(10**9), 7), random.sample(["red", "blue"], counts=[4, 2], k=5))
cards = list(range(12))
random.shuffle(cards)
print(cards, random.randbytes(5), random.getrandbits(1), random.getrandbits(33), random.getrandbits(100), random.getrandbits(0))
print([random.randint(1, 6) for _ in range(20)])

# === Distributions ===
random.seed(7)
for name, args in (
    ("gauss", (0, 1)), ("gauss", (10, 2)), ("gauss", ()), ("normalvariate", (5, 0.5)), ("expovariate", (0.2,)), ("triangular", (1, 9, 3)),
    ("triangular", ()), ("lognormvariate", (0, 0.25)), ("betavariate", (2, 5)), ("gammavariate", (3, 2)), ("gammavariate", (0.5, 1)),
    ("gammavariate", (1, 1)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("vonmisesvariate", (1, 4)), ("binomialvariate", (10, 0.3)),
    ("binomialvariate", (100, 0.7)), ("binomialvariate", (1, 0.5)),
):
    print(name, args, round(getattr(random, name)(*args), 12))

# === Generators of one's own, and state ===
a, b = Random(5), Random(5)
print([a.random() for _ in range(3)] == [b.random() for _ in range(3)], a.randint(1, 100), b.randint(1, 100))
state = a.getstate()
first = [a.gauss(0, 1), a.random()]
a.setstate(state)
print([a.gauss(0, 1), a.random()] == first, state[0], len(state[1]), state[2])


class Loaded(Random):
    def random(self):
        return 0.25


print(Loaded().uniform(0, 8), Loaded().random())
rng = Random("words")
print(rng.choice(["rock", "paper", "scissors"]), round(rng.uniform(-1, 1), 9), rng.sample(sorted({"c", "a", "b"}), 2))

# === Errors ===
show(random.randint, 5, 1)
show(random.randrange, 0)
show(random.randrange, 5, 5)
show(random.randrange, 1, 10, 0)
show(random.randrange, 1.5)
show(random.randrange, 9, 1, 2)
show(random.choice, [])
show(random.choices, [1, 2], weights=[1])
show(random.choices, [1, 2], 3)
show(random.choices, [1, 2], weights=[0, 0])
show(random.choices, [1], weights=[1], cum_weights=[1])
show(random.sample, [1, 2], 3)
show(random.sample, {1, 2}, 1)
show(random.sample, [1, 2], -1)
show(random.getrandbits, -1)
show(random.gammavariate, 0, 1)
show(random.binomialvariate, 5, 2)
show(random.sample, [1, 2], k=1, counts=[1])

# === A walk and an estimate ===
random.seed(2024)
x = 0
for _ in range(100):
    x += random.choice((-1, 1))
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(500))
print(x, 4 * inside / 500)
