# Integers and jumps: a while loop to a million.
def count(limit):
    i = 0
    total = 0
    while i < limit:
        total += i
        i += 1
    return total


assert count(1_000_000) == 499999500000
