# Sorting: 60,000 pseudo-random numbers with a key in Python.
def work():
    state = 1
    values = []
    for _ in range(60_000):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        values.append(state)
    values.sort(key=lambda v: -v)
    return all(a >= b for a, b in zip(values, values[1:]))


assert work()
