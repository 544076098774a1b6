# eval, exec, compile.

def show(f):
    try:
        print(f())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


x = 10

# === eval ===
print(eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval(" 1 "), eval(compile("2 ** 3", "s", "eval")), eval("[n for n in range(3)]"), eval("(lambda a: a * 2)(4)"))
for source in ("x =", "x = 5", "1 1", "import os", "undefined_thing", "1 / 0", "(", "\n1", "x\ny"):
    show(lambda: eval(source))
show(lambda: eval(5))
show(lambda: eval("x", 5))
show(lambda: eval("x", {}))

# === exec ===
namespace = {}
exec("a = 1\ndef f(n):\n    return n + a\nclass C:\n    y = f(5)", namespace)
print(namespace["a"], namespace["f"](10), namespace["C"].y, sorted(k for k in namespace if not k.startswith("__")))
print(exec("z = 5"), z)


def local_exec():
    value = 1
    exec("value = 2\nother = 3")
    return value, "other" in locals()


print(local_exec())


def with_dicts():
    l = {}
    exec("q = x + 1", {"x": 1}, l)
    return l


print(with_dicts())
for source in ("if x:\nprint()", "def f(:", "return 5", "break", "x = = 1", "for", "  y = 1", "raise ValueError('inside')", "class", "print('a'"):
    show(lambda: exec(source))

# === compile ===
code = compile("print('compiled', x)", "<made up>", "exec")
exec(code)
single = compile("x + 1", "<one>", "single")
exec(single)
print(code.co_filename, code.co_name, type(code).__name__)
for args in (("x", "f", "wrong"), ("x = 1", "f", "eval"), (5, "f", "exec"), ("x",)):
    show(lambda: compile(*args))
try:
    exec(compile("def f():\n    1 / 0\nf()", "virtual.py", "exec"))
except ZeroDivisionError as error:
    tb = error.__traceback__.tb_next
    print(tb.tb_frame.f_code.co_filename, tb.tb_lineno)
