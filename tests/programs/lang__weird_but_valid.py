# Valid programs that look wrong.
print(*[1], *[2], sep="", end="\n"); x = 1; y = 2
if x: print("one line"); print("still")
class A: x = 1; y = x + 1
print(A.x, A.y)
def f(): return
def g(): yield
print(f(), list(g()))
for i in 1, 2: print(i, end=" ")
else: print()
while x: x -= 1; print("x is", x)
try: raise ValueError
except ValueError: print("caught")
finally: print("finally")
print((1), (1,), 1,)
print(not not True, - - 1, + - + 1, ~~5, 2 ** -1, -2 ** 2, 2 ** 3 ** 0, 5 // -2, -5 // 2, 1 if 0 else 2 if 0 else 3)
print(1 < 2 < 3 < 4, 1 < 3 > 2, 1 == 1 == 1, 1 in [1] == True, (1 in [1]) == True)
print("a" "b" 'c', """x""" "y", b"1" b"2", f"{1}" "2" r"\3")
print([i for i in range(3) if i if i > 1], [(i, j) for i in range(2) for j in range(i)], {**{}, "a": 1, **{}}, [*(), *[]], (lambda: (lambda: 5))()())
a = b = c = []
a.append(1)
print(a, b is c)
a, b = b, a
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
del (a), [b]
lst = [1, 2, 3]
lst[0], lst[lst[0]] = 2, 9
print(lst)
i = 0
i, lst[i] = 1, "set at one"
print(lst)
print([lst][0][0:1][0], (lst)[0], {"k": {"k": 1}}["k"]["k"], "abc"[1][0][-1], (1, 2)[True], [10, 20][-True], "x" * False + "|", True + True + True, [] == False, "" == 0, 0 == False, 1.0 == True)
def default(n, memo={}): memo[n] = len(memo); return memo
print(default("a"), default("b"), default.__defaults__)
def shadow(print=print): print("shadowed", len.__name__)
shadow()
class int_(int): __add__ = lambda s, o: "added"
print(int_(1) + 1, 1 + int_(1), sum([int_(1)]))
class Meta(type): __getitem__ = lambda c, k: k * 2
class M(metaclass=Meta): pass
print(M[4], M["x"], isinstance(M, Meta))
_ = 5; __ = 6; ___ = _ + __
print(_, __, ___)
match = {"case": 1}; case = match["case"]; type = lambda x: "shadowed type"; print(match, case, type(1))
del type
print(type(1), ..., Ellipsis is ..., NotImplemented, __name__, __debug__)
if True:
    def conditional(): return "defined"
else:
    def conditional(): return "never"
print(conditional(), [conditional][0](), (conditional)())
def outer():
    def inner(): return later
    later = "bound later"
    return inner()
print(outer())
print(0x_ff, 1_0.0_1e1_0, 0b1_0, 0o1_7, 1.e1, .1e1, 1j * 1j, 0xdeadbeef)
