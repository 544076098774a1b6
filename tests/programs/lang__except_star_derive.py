# except* asks a group for its own derive, and subgroup asks only for the part that it gives.
# === What matched, and what is left ===
class G(ExceptionGroup):
    def derive(self, excs):
        print("derive", self.message, excs)
        return G(self.message + "!", excs)
try:
    try:
        g = G("a", [ValueError(1), TypeError(2), G("b", [ValueError(3), KeyError(4)])])
        g.add_note("note")
        raise g
    except* ValueError as e:
        print("caught", repr(e), e.__notes__)
    except* KeyError as e:
        print("caught", repr(e), e.__notes__)
except BaseException as e:
    print("left", repr(e), e.__notes__)
# === A reraise ===
try:
    try:
        raise G("a", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e:
        raise
    except* TypeError as e:
        raise KeyError(5)
except BaseException as e:
    print("left", repr(e))
# === Wrong answers ===
class Bad(ExceptionGroup):
    def derive(self, excs):
        return 5
try:
    try:
        raise Bad("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print("not here")
except BaseException as e:
    print(type(e), e, repr(e.__context__))
class Fails(ExceptionGroup):
    def derive(self, excs):
        raise LookupError("no")
try:
    try:
        raise Fails("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print("not here")
except BaseException as e:
    print(type(e), e, repr(e.__context__))
# === Subgroup and split ===
g = G("a", [ValueError(1), TypeError(2)])
print(g.subgroup(ValueError))
print(g.split(ValueError))
