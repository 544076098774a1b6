# Filters for 'was never awaited': once per place, ignored, recorded, an error.
import asyncio, sys, warnings
def say(*a): print(*a, file=sys.stderr)
async def f(): pass
for i in range(3):
    f()
say("once per place")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    f()
    f()
say([(str(w.message), w.category.__name__, w.lineno) for w in log], type(log[0].source).__name__)
log = None
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    f()
say("ignored")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    f()
    say("goes on")
    c = f()
    c = None
warnings.simplefilter("error", RuntimeWarning)
def g():
    f()
g()
say("g done")
warnings.resetwarnings()
warnings.simplefilter("always")
for i in range(2):
    f()
def show(message, category, filename, lineno, file=None, line=None):
    say("own show:", message, category.__name__, lineno)
warnings.showwarning = show
f()
class C:
    async def method(self): pass
    @staticmethod
    async def st(): pass
C().method()
C.st()
(lambda: f())()
async def gen():
    yield 1
gen()
(x async for x in gen())
say("end")
