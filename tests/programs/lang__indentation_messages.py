# Messages about indentation.
sources = [
    "if x:\nprint(1)", "def f():\nreturn 1", "class C:\nx = 1", "for i in x:\npass", "while x:\n\npass", "try:\nx\nexcept: pass", "with x:\ny", "if x:\n  a\n    b", "if x:\n    a\n  b", "  x = 1", "x = 1\n  y = 2", "def f():\n  x\n y", "if x:\n\ta\n        b",
    "if x:\n        a\n\tb", "if x:\n  pass\n else:\n  pass", "if x: pass\n  y", "def f():\n    '''doc\n  '''\n  x", "if x:", "def f():", "class C:", "if x:\n  # only a comment", "if x:\n\n\n", "try:\n  x", "try:\n  x\nfinally:", "if x:\n  pass\nelse:", "match x:\n  case 1:\n  pass", "match x:\ncase 1: pass",
    "async def f():\nx", "with a, \\\n  b:\nx", "if (x and\n  y):\nz", "else:\n  x", "for x in y: pass\nelse:\nz", "if x:\n    a\n\n   b", "def f():\n\tx\n    y", "@d\n  def f(): pass", "if True:\n    x = (1,\n2)\n  y", "x = [\n1,\n  2\n]\n y",
]
for source in sources:
    try:
        compile(source, "s", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} (line {error.lineno})")
