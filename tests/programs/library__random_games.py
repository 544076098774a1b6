# random in use: dice, cards, a maze, a simulation; the same each time for the same seed.
import random
from collections import Counter

# === Dice ===
random.seed(1)
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(200)]
counts = Counter(rolls)
for total in sorted(counts):
    print(f"{total:2} {'#' * (counts[total] // 2)}")

# === Cards ===
rng = random.Random("cards")
deck = [f"{rank}{suit}" for suit in "SHDC" for rank in "A23456789TJQK"]
rng.shuffle(deck)
hands = [sorted(deck[i::4][:5]) for i in range(4)]
print(*hands, sep="\n")
print(rng.sample(deck, 3), rng.choices(["win", "lose"], weights=[1, 9], k=6), rng.choice(deck))


# === A maze ===
def maze(width, height, rng):
    seen, walls = {(0, 0)}, {}
    stack = [(0, 0)]
    while stack:
        x, y = stack[-1]
        ways = [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        ways = [w for w in ways if 0 <= w[0] < width and 0 <= w[1] < height and w not in seen]
        if not ways:
            stack.pop()
            continue
        new = rng.choice(ways)
        walls.setdefault((x, y), set()).add(new)
        walls.setdefault(new, set()).add((x, y))
        seen.add(new)
        stack.append(new)
    lines = ["+" + "--+" * width]
    for y in range(height):
        line, below = "|", "+"
        for x in range(width):
            line += "   " if (x + 1, y) in walls[(x, y)] else "  |"
            below += "  +" if (x, y + 1) in walls[(x, y)] else "--+"
        lines += [line, below]
    return "\n".join(lines)


print(maze(6, 4, random.Random(7)))

# === A simulation ===
rng = random.Random(99)
clock, waits, free = 0.0, [], 0.0
for _ in range(50):
    clock += rng.expovariate(1 / 3)
    start = max(clock, free)
    waits.append(start - clock)
    free = start + rng.gauss(2.5, 0.5)
print(round(sum(waits) / len(waits), 6), round(max(waits), 6), round(clock, 6))

# === Passwords, colours, orders ===
rng = random.Random(2.5)
print("".join(rng.choices("abcdef0123456789", k=12)), f"#{rng.getrandbits(24):06x}", rng.sample(range(1, 50), 6), rng.randbytes(3).hex())
state = rng.getstate()
one = [rng.randrange(100) for _ in range(5)]
rng.setstate(state)
print(one == [rng.randrange(100) for _ in range(5)], rng.triangular(0, 10, 3) < 10, round(rng.betavariate(2, 3), 9), rng.randrange(0, 100, 7))
