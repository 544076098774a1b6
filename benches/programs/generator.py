# Generators: 300,000 values through two of them.
def numbers(n):
    for i in range(n):
        yield i


def doubled(values):
    for value in values:
        yield value * 2


assert sum(doubled(numbers(300_000))) == 89999700000
