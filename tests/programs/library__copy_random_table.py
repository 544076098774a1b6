# copy and random with a seed, one call each.
import copy
import random

random.seed(7)
nested = [[1], {'k': [2]}]

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (copy.copy(nested) == nested, copy.copy(nested)[0] is nested[0]))
show(lambda: (copy.deepcopy(nested) == nested, copy.deepcopy(nested)[0] is nested[0]))
show(lambda: (copy.copy(5), copy.copy("a"), copy.copy(None), copy.copy(len) is len))
show(lambda: (copy.copy({1: 2}), copy.copy({1}), copy.copy((1,)), copy.copy(bytearray(b"x"))))
show(lambda: (copy.deepcopy((1, [2])), copy.deepcopy({"a": {"b": []}})))
show(lambda: (copy.deepcopy(x for x in [])))
show(lambda: (copy.replace(5)))
show(lambda: (random.random(), random.randint(1, 6), random.randrange(0, 100, 7)))
show(lambda: (random.choice("abc"), random.sample(range(10), 3), random.choices("xy", k=4)))
show(lambda: (random.uniform(1, 2), random.gauss(0, 1), random.getrandbits(16)))
show(lambda: (random.Random(3).random() == random.Random(3).random()))
show(lambda: (random.choice([])))
show(lambda: (random.randint(3, 1)))
show(lambda: (random.sample([1], 2)))
show(lambda: (random.choices([], k=1)))
show(lambda: (random.randrange(0)))
show(lambda: (random.shuffle((1, 2))))
show(lambda: (sorted(random.sample("hello", 5)), random.choices([1], k=3)))
show(lambda: (random.choices("ab", weights=[0, 1], k=3), random.choices("ab", [1])))
show(lambda: ([random.Random(n).randrange(10) for n in range(5)]))
