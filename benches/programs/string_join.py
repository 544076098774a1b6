# Strings: 100,000 small ones made and joined.
def work():
    parts = []
    for i in range(100_000):
        parts.append(str(i))
    return len(",".join(parts))


assert work() == 588889
