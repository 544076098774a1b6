# Results in the reprs of futures and handles are shown within limits, by reprlib.
import asyncio, collections, reprlib
class R:
    def __repr__(s): raise OSError('x')
class L:
    def __repr__(s): return 'L'*50
class Sub(list): pass
class Subd(dict): pass
async def main():
    loop=asyncio.get_running_loop()
    vals=[1,None,True,1.5,'a'*29,'a'*28,'a'*40,"it's"*12,'\n'*20,b'x'*10,b'x'*50,10**60,-10**60,10**39,10**40,[1,2,3],list(range(7)),[[[[[[[[1]]]]]]]],(1,),(1,2,3,4,5,6,7),{3,1,2},set(),frozenset(),frozenset({2,1}),{'b':1,'a':2},{i:i for i in range(9)},{},[],(),{1:{2:{3:{4:{5:{6:{7:{}}}}}}}},
      L(),Sub([1]*20),Subd(a=1),collections.deque(range(9)),collections.OrderedDict(b=1,a=2),range(10),range(10**15,10**17),len,R,type(None),
      ExceptionGroup('g',[ValueError('a'*30)]),ValueError('short'),1+2j,...,{'x':'y'*50},['z'*50,[L()]],bytearray(b'a'*40),memoryview(b'aa') if 0 else 0,{1:2}.keys(),slice(1,2),1e300, 123456.123456789]
    for v in vals:
        f=loop.create_future(); f.set_result(v)
        print(repr(f))
        assert reprlib.repr(v) in repr(f)
    f=loop.create_future(); f.set_result([R()]); print(repr(f)[:40])
    f=loop.create_future(); f.set_result(R()); print(repr(f)[:40])
    f=loop.create_future(); l=[1]; l.append(l); l.append(f); f.set_result(l); print(repr(f))
    f=loop.create_future(); f.set_exception(ValueError('a'*60)); print(repr(f)); f.exception()
    f=loop.create_future(); f.set_exception(ValueError([R()]))
    try: print(repr(f))
    except OSError as e: print(e)
    f.exception()
    async def r(): return list('abcdefgh')
    t=asyncio.create_task(r(),name='n'); await t; print(t)
    g=asyncio.gather(r(),r()); await g; print(g)
    def cb(*a): pass
    loop.set_debug(True)
    h=loop.call_soon(cb,'q'*50,[1]*20,{2:1,1:1},10**50,L()); print(str(h).split('created')[0])
    loop.set_debug(False)
asyncio.run(main())
r=reprlib.Repr(maxlevel=2,maxlist=2,indent=2); print(r.repr([1,[2,[3]],3]), r.repr({1:[1,2]}))
r=reprlib.Repr(fillvalue='#',maxstring=8); print(r.repr('abcdefghijkl'),r.repr(list(range(10))))
r.maxother=4; print(r.repr(1.23456789))
try: reprlib.Repr(indent=-1).repr([1])
except ValueError as e: print(e)
try: reprlib.Repr(indent=1.5).repr([1])
except TypeError as e: print(e)
class M(reprlib.Repr):
    def repr_L(self,x,level): return 'mine%d'%level
print(M().repr([L(),[L()]]))
class N:
    @reprlib.recursive_repr('<rec>')
    def __repr__(self): "doc"; return f'N({self.me!r})'
n=N(); n.me=n; print(n, N.__repr__.__name__, N.__repr__.__qualname__, N.__repr__.__doc__)
