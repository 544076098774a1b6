# Methods: 200,000 calls on an instance.
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, amount):
        self.value += amount
        return self


def work():
    counter = Counter()
    for i in range(200_000):
        counter.add(i)
    return counter.value


assert work() == 19999900000
