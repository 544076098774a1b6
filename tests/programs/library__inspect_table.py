# inspect, one call each.
import inspect


def f(a, b=1, *c, d, e=2, **g) -> int:
    'doc'


class C:
    'class doc'

    def m(self, x): ...

    @staticmethod
    def s(y): ...

    @classmethod
    def c(cls, z): ...


async def co(): ...


def gen():
    yield

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (inspect.signature(f), inspect.signature(C.m), inspect.signature(C().m), inspect.signature(C.s), inspect.signature(C.c), inspect.signature(C), inspect.signature(lambda: 0)))
show(lambda: (list(inspect.signature(f).parameters), [p.kind.name for p in inspect.signature(f).parameters.values()], inspect.signature(f).return_annotation))
show(lambda: (inspect.isfunction(f), inspect.isfunction(len), inspect.isbuiltin(len), inspect.isclass(C), inspect.ismethod(C().m), inspect.ismethod(C.m), inspect.isroutine(f), inspect.ismodule(inspect)))
show(lambda: (inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()), inspect.isasyncgenfunction(gen), inspect.isawaitable(5)))
show(lambda: (inspect.getdoc(f), inspect.getdoc(C), inspect.getmro(C), inspect.getmodule(f).__name__, inspect.cleandoc("a\n    b")))
show(lambda: ([n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.getattr_static(C, "s").__class__.__name__, inspect.isabstract(C), inspect.unwrap(f) is f))
show(lambda: (inspect.signature(f).bind(1, d=2).arguments, inspect.signature(f).bind_partial(1).arguments, inspect.signature(f).replace(return_annotation=str)))
show(lambda: (inspect.signature(f).bind()))
show(lambda: (inspect.signature(f).bind(1, 2, 3)))
show(lambda: (inspect.signature(5)))
show(lambda: (inspect.getgeneratorstate(gen()), inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY, default=1)))
show(lambda: (inspect.Parameter("1x", inspect.Parameter.KEYWORD_ONLY)))
show(lambda: (inspect.signature(f).parameters["b"].default, inspect.signature(f).parameters["a"].default is inspect.Parameter.empty, str(inspect.signature(f).parameters["c"]), inspect.currentframe().f_code.co_name))
