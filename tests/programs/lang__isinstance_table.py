# isinstance, issubclass and type, one each.
import collections.abc as abc


class A:
    pass


class B(A):
    pass

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (isinstance(1, int), isinstance(1, float), isinstance(True, int), isinstance(1.0, (int, float)), isinstance("a", str), isinstance(None, type(None))))
show(lambda: (isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, A), issubclass(bool, (str, int)), isinstance(A, type), isinstance(type, type), isinstance(A(), object)))
show(lambda: (isinstance(1, int | str), isinstance(None, int | None), issubclass(int, int | str), isinstance([], list | tuple)))
show(lambda: (isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance({1}, abc.Set), isinstance("a", abc.Sequence), isinstance(range(3), abc.Sequence), isinstance((), abc.MutableSequence)))
show(lambda: (isinstance(iter([]), abc.Iterator), isinstance([], abc.Iterable), isinstance(5, abc.Iterable), isinstance(len, abc.Callable), isinstance((x for x in []), abc.Generator), isinstance({}.keys(), abc.KeysView), isinstance(1, abc.Hashable), isinstance([], abc.Hashable), isinstance([], abc.Sized), isinstance([], abc.Container), isinstance(b"", abc.ByteString) if False else isinstance(bytearray(), abc.MutableSequence)))
show(lambda: (type(1) is int, type(True) is int, type(B()) is A, type(B()) == B, type(A), type(type), type(len), type(lambda: 0)))
show(lambda: (isinstance(1, 5)))
show(lambda: (isinstance(1, "int")))
show(lambda: (isinstance(1, [int])))
show(lambda: (issubclass(1, int)))
show(lambda: (issubclass(int, 5)))
show(lambda: (isinstance(1, list[int])))
show(lambda: (isinstance()))
show(lambda: (issubclass(int)))
show(lambda: (isinstance(1, (int, 5)), isinstance("x", (int, (str,)))))
show(lambda: (isinstance("x", (int, 5))))
show(lambda: ([c.__name__ for c in B.__mro__], B.__bases__, A.__subclasses__(), B.__name__, B().__class__ is B, bool.__bases__, type(3).__name__))
show(lambda: (type("T", (B,), {"x": 1}).x, type("T", (), {})().__class__.__name__, issubclass(type("T", (B,), {}), A), callable(A), callable(A()), isinstance(A, abc.Callable)))
