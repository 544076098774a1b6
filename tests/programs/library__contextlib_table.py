# contextlib, one use each.
import contextlib as c
import io


@c.contextmanager
def m(value, swallow=()):
    print('enter', value)
    try:
        yield value
    except swallow as error:
        print('swallowed', repr(error))
    finally:
        print('exit', value)


def use(manager, body=lambda v: v):
    with manager as value:
        return body(value)
    return 'after'

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (use(m(1))))
show(lambda: (use(m(1), lambda v: 1 / 0)))
show(lambda: (use(m(1, ZeroDivisionError), lambda v: 1 / 0)))
show(lambda: (use(c.suppress(KeyError), lambda v: {}["k"])))
show(lambda: (use(c.suppress(KeyError), lambda v: [][0])))
show(lambda: (use(c.suppress(), lambda v: "body")))
show(lambda: (use(c.nullcontext(5)), use(c.nullcontext())))
show(lambda: (use(c.closing(io.StringIO("x")), lambda f: f.read())))
show(lambda: (use(c.redirect_stdout(io.StringIO()), lambda f: print("hidden") or f.getvalue())))
show(lambda: (use(c.redirect_stderr(io.StringIO()), lambda f: f.getvalue())))
show(lambda: (use(c.ExitStack(), lambda s: [s.enter_context(m(n)) for n in "ab"])))
show(lambda: (use(c.ExitStack(), lambda s: s.callback(print, "called back"))))
show(lambda: (use(c.ExitStack(), lambda s: s.push(lambda *e: print("pushed", e[0])) and 1 / 0)))
show(lambda: (use(c.ExitStack(), lambda s: s.enter_context(5))))
show(lambda: (use(5)))
show(lambda: (use(None)))
show(lambda: (use(m)))
show(lambda: (use(c.chdir("x")) if False else use(c.nullcontext([1]), lambda l: l.append(2))))
show(lambda: (m(1)(lambda: "decorated")(), c.contextmanager(lambda: iter([1]))))
show(lambda: (use(c.contextmanager(lambda: iter([]))())))
show(lambda: (use(c.contextmanager(lambda: iter([1, 2]))())))
show(lambda: (use(type("M", (), {"__enter__": lambda s: "in", "__exit__": lambda s, *e: True})(), lambda v: 1 / 0)))
show(lambda: (use(type("M", (), {"__enter__": lambda s: "in"})())))
show(lambda: (use(type("M", (c.ContextDecorator,), {"__enter__": lambda s: "in", "__exit__": lambda s, *e: None})())))
show(lambda: (issubclass(c.ExitStack, c.AbstractContextManager), isinstance(m(1), c.AbstractContextManager), isinstance(5, c.AbstractContextManager)))
