"""Base 64, 32 and 16. Absent: base 85, and files."""

_STANDARD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_THIRTY_TWO = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


class Error(ValueError):
    """Text that is no base 64: `binascii.Error`."""

    __module__ = "binascii"


def _given(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(
            f"argument should be a bytes-like object or ASCII string, not {type(data).__name__!r}"
        )
    return bytes(data)


def _encode(data, alphabet, bits, group):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    count = -(-len(data) * 8 // bits)
    number = int.from_bytes(data, "big") << (count * bits - len(data) * 8)
    digits = bytearray()
    for _ in range(count):
        digits.append(alphabet[number & (1 << bits) - 1])
        number >>= bits
    digits.reverse()
    return bytes(digits) + b"=" * (-count % group)


def _decode(digits, alphabet, bits):
    number = 0
    for digit in digits:
        number = number << bits | alphabet.index(digit)
    size = len(digits) * bits // 8
    return (number >> (len(digits) * bits - size * 8)).to_bytes(size, "big")


def b64encode(s, altchars=None):
    """Encode bytes; `altchars` stand for + and /."""
    encoded = b"".join(_encode(s[at : at + 3072], _STANDARD, 6, 4) for at in range(0, len(s), 3072)) if s else _encode(s, _STANDARD, 6, 4)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """Decode; other characters are left out, or refused when `validate` is set."""
    data = _given(s)
    if altchars is not None:
        data = data.translate(bytes.maketrans(_given(altchars), b"+/"))
    known = bytes(c for c in data if c in _STANDARD)
    if validate and len(known) + data.count(b"=") != len(data):
        raise Error("Only base64 data is allowed")
    if len(known) % 4 == 1:
        count = len(known)
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count})"
            " cannot be 1 more than a multiple of 4"
        )
    if len(known) % 4 and data.count(b"=") < -len(known) % 4:
        raise Error("Incorrect padding")
    return b"".join(_decode(known[at : at + 4096], _STANDARD, 6) for at in range(0, len(known), 4096))


def standard_b64encode(s):
    """The same as b64encode without alternative characters."""
    return b64encode(s)


def standard_b64decode(s):
    """The same as b64decode without alternative characters."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """With - and _ instead of + and /."""
    return b64encode(s).translate(_URL)


def urlsafe_b64decode(s):
    """With - and _ instead of + and /."""
    return b64decode(_given(s).translate(_FROM_URL))


def b32encode(s):
    """Five bits a letter."""
    return _encode(s, _THIRTY_TWO, 5, 8)


def b32decode(s, casefold=False):
    """The reverse of b32encode."""
    data = _given(s)
    if len(data) % 8:
        raise Error("Incorrect padding")
    data = (data.upper() if casefold else data).rstrip(b"=")
    if any(c not in _THIRTY_TWO for c in data):
        raise Error("Non-base32 digit found")
    return _decode(data, _THIRTY_TWO, 5)


def b16encode(s):
    """Two hexadecimal digits a byte."""
    return s.hex().upper().encode()


def b16decode(s, casefold=False):
    """The reverse of b16encode."""
    data = _given(s)
    if any(c not in b"0123456789ABCDEF" for c in (data.upper() if casefold else data)):
        raise Error("Non-base16 digit found")
    return bytes.fromhex(data.decode())


def encodebytes(s):
    """Return base 64 in lines of 76 digits."""
    return b"".join(b64encode(s[at : at + 57]) + b"\n" for at in range(0, len(s), 57))


def decodebytes(s):
    """Return the data of lines of base 64."""
    return b64decode(s)
