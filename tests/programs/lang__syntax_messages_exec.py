# Messages of syntax errors, as a learner meets them.
mistakes = """if x = 1: pass
if x
    pass
print 'hello'
print("a"
x = [1, 2
x = (1, 2]
def f()
    pass
def f(x:
class C
for i in range(3)
while True
else: pass
elif x: pass
from . import *
return 1
break
continue
x + 1 = 2
f() = 1
5 = x
None = 1
True = 1
"a" = 1
x = 5 5
x = 'abc
x = "abc'
x = '''abc
1x = 5
x-y = 1
class = 1
lambda = 1
def 1f(): pass
a b
a, b c
x = y = = 1
x =
x = if
for x in: pass
for 1 in x: pass
with open(x) as: pass
raise from x
del f()
global
assert
x = {1: 2, 3}
x = {1, 2: 3}
x = {**a, b}
f(a b)
f(a, b=1, c)
f(**a, *b)
f(a=1, a=2)
f(1=2)
f(True=1)
f(x for x in y, 1)
def f(a, a): pass
def f(a=1, b): pass
def f(*, **k): pass
lambda x=1, y: x
x if y
x if y else
not
x not y
x ++
++
x = *a
*a
a ? b : c
x && y
x || y
!x
x === y
x <> y
x => y
5.x
0777
0b12
0xg
1__0
1_
1e
'\\\\x1'
f'{'
f'{}'
f'{x'
f'{x!z}'
f'{a b}'
f'}'
x = 10 if y
async def f(): await
await x
yield x
nonlocal x
match x: pass
case 1: pass
type X
@
@x
print(x))
x]
}
$x
x¢
“hello”
x = 1;;
:
.
,
->
...x
import a as
import a.b as c.d
from a import (b
from a import b,
from a import b as
x: int: str
(x): int = 1
x, y: int = 1
[x]: int
x.y: int = 1
print(f"{x}" "{y}" f"{")""".split("\n")
for source in mistakes:
    try:
        compile(source, "s", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} {error.lineno}:{error.offset}-{error.end_offset}")
