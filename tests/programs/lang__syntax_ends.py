# Where syntax errors at the end of a line end.
for src in ["class A\n    pass", "def f()\n  pass", "while 1\n  x", "def f(x, /, *, y, /): pass", "def f(x, /, y, /): pass", "lambda x, *, y, /: 0", "for x in y\n  z", "if x\n  y\nelse\n z", "try\n x", "with a\r\n  b", "match x\n case 1: pass", "x = (1,\ny z)", "if 1:\n x\nelse\n y"]:
    try: compile(src, "f", "exec"); print("ok", repr(src))
    except SyntaxError as e: print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
