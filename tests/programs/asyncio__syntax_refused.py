# What the compiler refuses around async and await, in CPython's words.
sources = {
    "await outside": "await x\n",
    "await in a plain function": "def f():\n    await x\n",
    "async for in a plain function": "def f():\n    async for x in y: pass\n",
    "async with in a plain function": "def f():\n    async with x: pass\n",
    "async for outside": "async for x in y: pass\n",
    "async comprehension in a plain function": "def f():\n    return [x async for x in y]\n",
    "await in a lambda": "async def f():\n    return lambda: await x\n",
    "await in a default": "async def f():\n    def g(a=await x): pass\n",
    "await in a class body": "async def f():\n    class C:\n        x = await y\n",
    "yield from in async": "async def f():\n    yield from x\n",
    "return with a value in an async generator": "async def f():\n    yield 1\n    return 2\n",
    "await in an f-string outside": "f'{await x}'\n",
    "async lambda": "f = async lambda: 1\n",
    "async without def": "async x = 1\n",
    "await as a name": "await = 1\n",
    "async as a name": "async = 1\n",
    "await without an operand": "async def f():\n    await\n",
    "await of a star": "async def f():\n    await *x\n",
    "async generator in a plain function": "def f():\n    return (x async for x in y)\n",
    "await in a generator expression outside": "g = (await x for x in y)\n",
    "break in except*": "async def f():\n    for x in y:\n        try: pass\n        except* E: break\n",
    "both kinds of except": "try: pass\nexcept* A: pass\nexcept B: pass\n",
    "except* without a type": "try: pass\nexcept*: pass\n",
}
for name, source in sources.items():
    try:
        compile(source, "code", "exec")
        print(f"{name}: accepted")
    except SyntaxError as error:
        print(f"{name}: {error.msg} ({error.lineno}, {error.offset})")
namespace = {}
exec("async def f():\n    return [x async for x in g()]\nasync def g():\n    yield 1\n", namespace)
try:
    namespace["f"]().send(None)
except StopIteration as stop:
    print(stop.value)
