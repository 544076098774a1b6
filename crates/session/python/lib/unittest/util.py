"""Values as text in messages about failures."""

_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    """Return the repr, or something else if that fails; long ones are cut off."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + " [truncated]..."


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    if skip > 12:
        s = f"{s[:prefixlen]}[{skip} chars]{s[len(s) - suffixlen :]}"
    return s


def _common_shorten_repr(*args):
    """Return the reprs, without the middle of what they begin with alike."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = 0
    while all(len(arg) > prefix and arg[prefix] == args[0][prefix] for arg in args):
        prefix += 1
    common = args[0][:prefix]
    room = _MAX_LENGTH - (longest - prefix)
    if room > 5 + 12 + 5:
        common = _shorten(common, 5, _MAX_LENGTH - 5 - 12 - (longest - prefix))
        return tuple(common + arg[prefix:] for arg in args)
    common = _shorten(common, 5, 5)
    return tuple(common + _shorten(arg[prefix:], 12, 5) for arg in args)


def strclass(cls):
    """Return the full name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def _count_diff(first, second):
    """Return (count in first, count in second, item) for each item that does not occur equally often."""
    first, second = list(first), list(second)
    found = []
    try:
        mine, its = {}, {}
        for items, counts in ((first, mine), (second, its)):
            for item in items:
                counts[item] = counts.get(item, 0) + 1
        for item in mine:
            if mine[item] != its.get(item, 0):
                found.append((mine[item], its.get(item, 0), item))
        return found + [(0, count, item) for item, count in its.items() if item not in mine]
    except TypeError:  # items without a hash
        for items in (first, second):
            for item in list(items):
                counts = first.count(item), second.count(item)
                if counts[0] != counts[1] and not any(item == other for _, _, other in found):
                    found.append((*counts, item))
        return found
