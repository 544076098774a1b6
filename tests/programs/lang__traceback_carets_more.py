# Carets under the part of the line that failed.
import traceback


class Box:
    value = None

    def method(self, *args):
        return self


box, items, text, number, mapping = Box(), [1, 2], "text", 5, {"k": {"n": None}}


def show(function):
    try:
        function()
    except Exception:
        print("\n".join(traceback.format_exc().splitlines()[3:]))


show(lambda: number + text)
show(lambda: (number * 2) + (text + "x") + 3)
show(lambda: box.value.attribute)
show(lambda: box.method().method().value.other)
show(lambda: items[5])
show(lambda: mapping["k"]["n"]["deeper"])
show(lambda: mapping["k"]["missing"])
show(lambda: text.upper().missing().lower())
show(lambda: print(number / 0, text))
show(lambda: len(number))
show(lambda: int("x" + text))
show(lambda: [x / 0 for x in items])
show(lambda: {**mapping, **number})
show(lambda: box(1, 2)(3))
show(lambda: -text)
show(lambda: not_defined + 1)
show(lambda: number < text)
show(lambda: number in 5)
show(lambda: f"{number:q}")
show(lambda: f"{number} and {undefined_name}")
show(lambda: (1, 2) + [3])
show(lambda: items[text])
show(lambda: items["a":])
show(lambda: box.method(*number))
show(lambda: box.method(**number))
show(lambda: max(items, key=number))
show(lambda: next(iter([])))


def multi():
    return (
        number
        + text
    )


def multi_call():
    box.method(
        1,
        number / 0,
        3,
    )


def statements():
    a, b, c = items
    return a


def deletes():
    del items[9]


def deletes_attr():
    del box.nothing


def assigns():
    box.value.x = 5


def augmented():
    box.value += 1


def asserts():
    assert number == 6, f"number is {number}"


def loops():
    for x in number:
        pass


def withs():
    with number:
        pass


def raises():
    raise number


def unicode():
    wörld = "ü"; return wörld + 1 + "ä"


for function in (multi, multi_call, statements, deletes, deletes_attr, assigns, augmented, asserts, loops, withs, raises, unicode):
    show(function)
