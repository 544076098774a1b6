# enum: flags, combinations, boundaries, integers as flags.
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto, FlagBoundary, show_flag_values


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Members and combinations ===
class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()


print(Perm.READ, repr(Perm.WRITE), Perm.EXECUTE.value, list(Perm), Perm)
both = Perm.READ | Perm.WRITE
print(both, repr(both), both.name, both.value, list(both), len(both), bool(both), bool(Perm(0)))
print(Perm.READ in both, Perm.EXECUTE in both, both & Perm.READ, both ^ Perm.READ, both & Perm.EXECUTE, ~Perm.READ, ~both)
print(Perm(0), repr(Perm(0)), Perm(3) is both, Perm(7), ~Perm(0), Perm["READ"], Perm(~1), len(Perm), str(Perm(0)), Perm(0).name)
show(Perm, 8)
show(Perm, "x")
show(lambda: Perm.READ | 1)
show(lambda: 1 in Perm.READ)
show(lambda: Perm.READ < Perm.WRITE)
print([p.name for p in both], both == Perm.WRITE | Perm.READ, {both: 1}[Perm(3)], 3 in Perm, 9 in Perm)


# === Named combinations and zero ===
class Color(Flag):
    BLACK = 0
    RED = 1
    GREEN = 2
    BLUE = 4
    PURPLE = RED | BLUE
    WHITE = RED | GREEN | BLUE


print(list(Color), Color.WHITE, repr(Color.PURPLE), Color.RED | Color.BLUE is Color.PURPLE, Color.RED | Color.BLUE)
print(list(Color.WHITE), Color.BLACK, bool(Color.BLACK), Color(0), Color(3), repr(Color(6)), list(Color.__members__))
print(Color.WHITE & ~Color.RED, Color.PURPLE ^ Color.WHITE, len(Color.WHITE), Color.RED in Color.PURPLE)
match Color.RED | Color.GREEN:
    case Color.WHITE:
        print("white")
    case c if Color.RED in c:
        print("reddish", c)


# === IntFlag ===
class Mode(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(Mode.R | Mode.W, repr(Mode.R | Mode.W), Mode.R + 1, Mode.R | 8, repr(Mode.R | 8), Mode.R == 4, Mode(6), repr(Mode(0)))
print(~Mode.R, repr(~Mode.R), repr(Mode.R & 6), isinstance(Mode.R | Mode.W, Mode), f"{Mode.RWX}", f"{Mode.R:03b}", list(Mode), list(Mode.RWX))
print(repr(Mode(16)), repr(Mode.R ^ Mode.R), sum([Mode.R, Mode.W]), repr(8 | Mode.R), Mode.R < Mode.RWX, int(Mode.RWX))


# === Boundaries ===
class Strict(Flag, boundary=STRICT):
    A = 1
    B = 4


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Eject(Flag, boundary=EJECT):
    A = 1
    B = 4


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 4


for cls in (Strict, Conform, Eject, Keep):
    for number in (5, 2, 7, 16, -1, -2):
        try:
            print(cls.__name__, number, repr(cls(number)))
        except ValueError as error:
            print(cls.__name__, number, error)
print(list(FlagBoundary), STRICT, repr(KEEP), show_flag_values(13))


# === Values of one's own ===
class Weekday(Flag):
    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 4

    @classmethod
    def from_number(cls, number):
        return cls(1 << number)

    def describe(self):
        return " and ".join(day.name.title() for day in self) or "never"


print(Weekday.from_number(1), (Weekday.MONDAY | Weekday.WEDNESDAY).describe(), Weekday(0).describe())
chores = {"dishes": Weekday.MONDAY | Weekday.TUESDAY, "bath": Weekday.WEDNESDAY}
print([name for name, days in chores.items() if Weekday.TUESDAY in days])
Free = Flag("Free", "A B C")
print(list(Free), Free.A | Free.C, list(IntFlag("Other", ["P", "Q"])))


class Shuffled(Flag):
    C = 4
    A = 1
    B = 2


print(list(Shuffled), Shuffled(7), list(Shuffled(7)))
