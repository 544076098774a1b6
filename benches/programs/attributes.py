# Attributes: 300,000 rounds of reading and writing three of them.
class Point:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


def work():
    p = Point(1, 2, 3)
    for _ in range(300_000):
        p.x = p.y + p.z
        p.y = p.z
    return p.x


assert work() == 6
