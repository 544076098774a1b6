# Loops in one line each.
def run(source):
    names = {}
    exec(source, names)
    return {k: v for k, v in names.items() if k != '__builtins__'}

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (run("t = 0\nfor i in range(4): t += i")))
show(lambda: (run("n = 10\nwhile n > 3: n -= 4")))
show(lambda: (run("for i in 'abc':\n  if i == 'b': break\nelse: e = 1")))
show(lambda: (run("for i in 'abc':\n  pass\nelse: e = 1")))
show(lambda: (run("o = []\nfor i in range(5):\n  if i % 2: continue\n  o.append(i)")))
show(lambda: (run("o = []\nfor i, c in enumerate('ab'): o.append((i, c))")))
show(lambda: (run("o = []\nfor a, b in zip([1, 2], 'xy'): o += [a, b]")))
show(lambda: (run("o = []\nfor i in range(3):\n  for j in range(i): o.append((i, j))")))
show(lambda: (run("n = 0\nwhile True:\n  n += 1\n  if n == 5: break")))
show(lambda: (run("n = 3\nwhile n:\n  n -= 1\nelse: e = 'done'")))
show(lambda: (run("d = {}\nfor c in 'hello': d[c] = d.get(c, 0) + 1")))
show(lambda: (run("o = []\nfor x in [1, [2, 3]]:\n  try: o.extend(x)\n  except TypeError: o.append(x)")))
show(lambda: (run("o = []\nit = iter(range(5))\nfor x in it: o.append((x, next(it, None)))")))
show(lambda: (run("for i in []: pass")))
show(lambda: (run("for i in 5: pass")))
show(lambda: (run("while undefined: pass")))
show(lambda: (run("for i in range(2): i = 9")))
show(lambda: (run("a = [1, 2, 3]\nfor x in a:\n  if x < 3: a.append(x + 10)\n  if len(a) > 5: break")))
show(lambda: (run("d = {1: 2}\nfor k in d: d[k + 1] = 1")))
show(lambda: (run("s = {1}\nfor k in s: s.add(k + 1)")))
show(lambda: (run("break")))
show(lambda: (run("for i in range(3):\n  def f(): continue")))
show(lambda: (run("for i in range(3): pass\nprint(i)\nelse: pass")))
show(lambda: (run("for x, y in [1, 2]: pass")))
show(lambda: (run("for x in range(3):\n  try: continue\n  finally: last = x")))
show(lambda: (run("o = [x for x in range(3)]\nx = 'kept'\no2 = [x for x in range(2)]")))
