"""Encodings by name. Absent: files and streams, incremental codecs, handlers of errors (register, register_error, open, getreader …)."""

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROTATED = str.maketrans(
    _LETTERS + _LETTERS.upper(), _LETTERS[13:] + _LETTERS[:13] + (_LETTERS[13:] + _LETTERS[:13]).upper()
)


def _rotate(text):
    return text.translate(_ROTATED)


def _hex(data):
    return bytes(data).hex().encode()


def _unhex(data):
    return bytes.fromhex(bytes(data).decode())


def _base64(name):
    def work(data):
        import base64

        return getattr(base64, name)(data)

    return work


_TRANSFORMS = {
    "rot13": (_rotate, _rotate),
    "rot_13": (_rotate, _rotate),
    "hex": (_hex, _unhex),
    "hex_codec": (_hex, _unhex),
    "base64": (_base64("encodebytes"), _base64("decodebytes")),
    "base64_codec": (_base64("encodebytes"), _base64("decodebytes")),
}


def encode(obj, encoding="utf-8", errors="strict"):
    """Return the object, mostly a str, in an encoding."""
    transform = _TRANSFORMS.get(encoding.lower().replace("-", "_"))
    return transform[0](obj) if transform else str.encode(obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Return what the object, mostly bytes, is in an encoding."""
    transform = _TRANSFORMS.get(encoding.lower().replace("-", "_"))
    return transform[1](obj) if transform else str(obj, encoding, errors)
