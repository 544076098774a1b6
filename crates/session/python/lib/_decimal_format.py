"""Texts of decimals: reading them, and format specs."""

from _decimal_context import ROUND_HALF_EVEN, cut


def parsed(text):
    """Return the parts of a number in a text, or None."""
    sign = int(text.startswith("-"))
    body = (text[1:] if text[:1] in ("+", "-") else text).lower()
    if body in ("inf", "infinity"):
        return sign, 0, 0, "inf"
    for word, kind in (("nan", "nan"), ("snan", "snan")):
        if body.startswith(word) and (not body[len(word) :] or body[len(word) :].isdigit()):
            return sign, int(body[len(word) :] or 0), 0, kind
    mantissa, mark, power = body.partition("e")
    whole, dot, part = mantissa.partition(".")
    plain = power[1:] if power[:1] in ("+", "-") else power
    if not (whole + part).isdecimal() or mark and not plain.isdecimal():
        return None
    return sign, int(whole + part), (int(power) if mark else 0) - len(part), None


def _spec(text):
    """Take a format spec apart."""
    fill, align = " ", None
    if text[1:2] in ("<", ">", "^", "=") and text[1:2]:
        fill, align, text = text[0], text[1], text[2:]
    elif text[:1] in ("<", ">", "^", "=") and text[:1]:
        align, text = text[0], text[1:]
    parts = {"sign": "-", "z": False, "alternate": False}
    if text[:1] in ("+", "-", " ") and text[:1]:
        parts["sign"], text = text[0], text[1:]
    if text[:1] == "z":
        parts["z"], text = True, text[1:]
    if text[:1] == "#":
        parts["alternate"], text = True, text[1:]
    if text[:1] == "0":
        text = text[1:]
        if align is None:
            fill, align = "0", "="
    digits = len(text) - len(text.lstrip("0123456789"))
    width, text = int(text[:digits] or 0), text[digits:]
    comma = text[:1] if text[:1] == "," else ""
    text = text[len(comma) :]
    precision = None
    if text[:1] == ".":
        digits = len(text) - 1 - len(text[1:].lstrip("0123456789"))
        if not digits:
            return None
        precision, text = int(text[1 : digits + 1]), text[digits + 1 :]
    if text not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
        return None
    return fill, align or ">", width, comma, precision, text, parts


def formatted(value, text):
    """Return a decimal as a format spec has it."""
    from decimal import getcontext

    spec = _spec(text)
    if spec is None:
        raise ValueError("invalid format string")
    fill, align, width, comma, precision, kind, parts = spec
    context = getcontext()
    negative = value._sign
    if value._kind:
        body, tail = value.copy_abs()._text(1), "%" if kind == "%" else ""
        fill = " " if fill == "0" and align == "=" else fill
    else:
        n, exp = value._int, value._exp
        if kind == "%":
            exp += 2
        if not n and exp > 0 and kind in ("f", "F", "%"):
            exp = 0
        places = len(str(n))
        if precision is not None:
            if kind in ("e", "E"):
                n, exp = _round(n, exp, places - precision - 1, context.rounding, negative)
            elif kind in ("f", "F", "%"):
                n, exp = _round(n, exp, -precision - exp, context.rounding, negative)
                if exp > -precision:
                    n, exp = n * 10 ** (exp + precision), -precision
            elif places > max(precision, 1):
                n, exp = _round(n, exp, places - max(precision, 1), context.rounding, negative)
        if parts["z"] and not n:
            negative = 0
        body, tail = _body(n, exp, kind, precision)
        if parts["alternate"] and "." not in body:
            body += "."
        tail += "%" if kind == "%" else ""
    sign = "-" if negative else parts["sign"].replace("-", "")
    whole, dot, part = body.partition(".")
    if comma and whole.isdecimal():
        room = width - len(sign + dot + part + tail) if fill == "0" and align == "=" else 0
        while len(whole) + (len(whole) - 1) // 3 < room:
            whole = "0" + whole
        first = len(whole) % 3
        groups = [whole[:first]] * bool(first) + [whole[at : at + 3] for at in range(first, len(whole), 3)]
        whole = comma.join(groups)
    shown = whole + dot + part + tail
    pad = width - len(sign) - len(shown)
    if pad <= 0:
        return sign + shown
    if align == "=":
        return sign + fill * pad + shown
    left = {"<": 0, ">": pad, "^": pad // 2}[align]
    return fill * left + sign + shown + fill * (pad - left)


def _round(n, exp, drop, rounding, negative):
    if drop <= 0:
        return n, exp
    return cut(n, min(drop, len(str(n)) + 1), rounding, negative)[0], exp + drop


def _body(n, exp, kind, precision):
    """Return the digits with their dot, and the power of ten."""
    digits = str(n)
    left = exp + len(digits)
    if kind in ("e", "E"):
        if precision is not None and len(digits) < precision + 1:
            digits += "0" * (precision + 1 - len(digits))
        if not n and precision is not None:
            digits, left = "0" * (precision + 1), exp + precision + 1
        dot = 1
    elif kind in ("f", "F", "%"):
        dot = left
    elif exp <= 0 and left > -6:
        dot = left
    else:
        dot = 1
    if dot <= 0:
        body = "0." + "0" * -dot + digits
    elif dot >= len(digits):
        body = digits + "0" * (dot - len(digits))
    else:
        body = digits[:dot] + "." + digits[dot:]
    if kind in ("f", "F", "%") or left == dot and kind not in ("e", "E"):
        return body, ""
    return body, f"{'e' if kind in ('e', 'g', 'n') else 'E'}{left - dot:+d}"
