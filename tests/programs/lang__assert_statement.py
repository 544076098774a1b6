# exit: 1
# assert, with and without a message.
import traceback


def check(value):
    assert value > 0
    assert value < 100, f"{value} is too large"
    assert isinstance(value, int), ("a", "tuple")
    return value


for value in (5, -1, 500, 1.5):
    try:
        print(check(value))
    except AssertionError as error:
        print(repr(error), error.args, traceback.format_exc().splitlines()[-2:])


def loud(text):
    print("evaluated", text)
    return text


assert True, loud("never")
try:
    assert not loud("condition"), loud("message")
except AssertionError as error:
    print(error)
try:
    assert [], KeyError("an object")
except AssertionError as error:
    print(repr(error))
try:
    raise AssertionError
except AssertionError as error:
    print(repr(error))
AssertionError_ = AssertionError
try:
    AssertionError = ValueError
    assert 0, "still an AssertionError"
except AssertionError_ as error:
    print(type(error).__name__)
del AssertionError


class Falsy:
    def __bool__(self):
        print("asked")
        return False


try:
    assert Falsy(), "object is falsy"
except AssertionError as error:
    print(error)
assert (
    1 < 2
    and len("abc") == 4
), "lengths differ"
