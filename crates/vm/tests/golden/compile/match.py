def f(subject):
    match subject:
        case 0 | -1:
            return "number"
        case [first, *_, Point(x=0, y=last)] if first:
            return first, last
        case {"key": value, **rest}:
            return value, rest
        case (1, a, b) | (b, a, 2):
            return a, b
        case str() as text:
            return text
        case _:
            return None
