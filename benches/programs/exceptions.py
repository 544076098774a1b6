# Exceptions: 100,000 raised and caught.
def check(i):
    if i % 2:
        raise ValueError(i)
    return i


def work():
    caught = 0
    for i in range(200_000):
        try:
            check(i)
        except ValueError as error:
            caught += error.args[0] > 0
    return caught


assert work() == 100_000
