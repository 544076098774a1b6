# In which order things are evaluated.

def say(x, value=None):
    print(x, end=" ")
    return x if value is None else value

# === Expressions ===
say(1) + say(2) * say(3)
print()
[say("a"), say("b")][say(0)]
print()
{say("k1"): say("v1"), say("k2"): say("v2")}
print()
say("f", print)(say("x"), end=say("e", "\n"))
say(1) < say(2) < say(0) < say("never", 5)
print()
say("then") if say("test", 1) else say("else")
print()
(say("t1"), *say("t2"), say("t3"))
print()

# === Assignments: the right side first, then targets from the left ===
class Box:
    def __setitem__(self, key, value):
        print(f"[{key}]={value}", end=" ")
    def __setattr__(self, name, value):
        print(f".{name}={value}", end=" ")
    def __getitem__(self, key):
        print(f"get[{key}]", end=" ")
        return 10
box = Box()
say("b1", box)[say("k1")] = say("b2", box).name = say("value")
print()
say("b", box)[say("k")] += say(5)
print()
say("b", box)[say("i")], say("c", box).x = say("r1"), say("r2")
print()
for say("box", box)[say("key")] in [say("item")]:
    pass
print()
from contextlib import nullcontext
with say("manager", nullcontext(7)) as box[say("as")]:
    pass
print()
shelf = {"a": 1}
del say("shelf", shelf)[say("a")]
print(shelf)

# === Definitions ===
@say("outer", lambda f: say("apply outer", f))
@say("inner", lambda f: say("apply inner", f))
def f(a=say("default a"), *, b=say("default b")) -> say("annotation"):
    pass
print()
class C(say("base", object), metaclass=say("meta", type)):
    say("body")
print()

# === Short circuits ===
say(0, []) and say("never")
say("true") or say("never")
print(all(say(n) for n in (1, 0, 2)), any(say(n) for n in (0, 1, 2)))
