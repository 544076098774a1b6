# Special methods of magic mocks, configured.
from unittest.mock import MagicMock, Mock, AsyncMock, patch, call, sentinel, ANY, DEFAULT, PropertyMock, create_autospec, NonCallableMock
m = MagicMock()
m.__str__.return_value = "hello"
print(str(m))
m.__len__.return_value = 3
print(len(m), bool(m), int(m), float(m), list(m), m[1] is m.__getitem__.return_value)
m.__getitem__.side_effect = lambda k: k * 2
print(m[4], m["a"])
m.__iter__.return_value = [1, 2]
print(list(m), list(m))
m.__contains__.return_value = True
print(3 in m)
m.__enter__.return_value = "entered"
with m as x: print(x)
print(m.__exit__.call_args)
m.__bool__.return_value = False
print(bool(m))
m.__eq__.return_value = "eq"
print(m == 3)
m.__lt__.return_value = True
print(m < 3)
m.__call__ 
print(m.__str__.called, m.__len__.call_count, m.__getitem__.call_args_list)
m.__setitem__(1, 2); m["k"] = "v"; print(m.__setitem__.call_args_list)
del m["k"]; print(m.__delitem__.call_args)
m.__hash__.return_value = 5
print(hash(m))
m2 = MagicMock()
m2.__str__ = lambda self: "fixed"
print(str(m2))
m2.__add__ = lambda self, o: ("add", o)
print(m2 + 1)
m2.__repr__ = Mock(return_value="repr!")
print(repr(m2))
try: m2 - 1
except TypeError as e: print(e)
m3 = Mock()
m3.__str__ = Mock(return_value="plain mock")
print(str(m3))
try: len(m3)
except TypeError as e: print(e)
try: m3.__len__
except AttributeError as e: print(e)
m3.__len__ = Mock(return_value=9); print(len(m3))
m4 = MagicMock(**{"__len__.return_value": 7, "method.return_value": 3, "other.side_effect": KeyError})
print(len(m4), m4.method())
try: m4.other()
except KeyError as e: print(repr(e))
s = MagicMock(spec=list)
try: s.__enter__
except AttributeError as e: print(e)
print(len(s))
m.reset_mock(); print(m.__len__.call_count, m.mock_calls)
m6 = MagicMock(); m6.foo(1); str(m6); len(m6); m6[3]; print(m6.mock_calls, m6.method_calls)
print(MagicMock().__int__(), MagicMock().__lt__(3), MagicMock().__sizeof__ is not None)
m6 += 1; print(type(m6).__name__)
m7 = MagicMock(); print((m7 + 1) is m7.__add__.return_value) if hasattr(m7, "__add__") else print("none")
try: print(MagicMock() < MagicMock())
except TypeError as e: print(e)
import math
print(round(MagicMock()) is not None if hasattr(MagicMock(), "__round__") else "no round", divmod(m7, 3) is not None if hasattr(m7, "__divmod__") else "")
