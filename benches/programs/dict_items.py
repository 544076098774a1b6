# Dicts: 200,000 insertions and as many look-ups, half of them by string.
def work():
    table = {}
    for i in range(100_000):
        table[i] = i
        table[f"k{i}"] = i
    total = 0
    for i in range(100_000):
        total += table[i] + table[f"k{i}"]
    return total


assert work() == 9999900000
