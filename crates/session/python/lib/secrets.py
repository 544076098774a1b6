"""Tokens and random choices. In a page they are as secret as the page: the numbers come from `random`."""

from base64 import urlsafe_b64encode
from random import Random

DEFAULT_ENTROPY = 32

_source = Random()


class SystemRandom(Random):
    """A generator that cannot be seeded."""

    def seed(self, *args, **kwargs):
        """Ignored."""
        super().seed()


choice = _source.choice


def compare_digest(a, b, /):
    """Compare two ASCII strings or bytes."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    elif isinstance(a, (bytes, bytearray)) != isinstance(b, (bytes, bytearray)):
        wrong = b if isinstance(a, (bytes, bytearray)) else a
        raise TypeError(f"a bytes-like object is required, not {type(wrong).__name__!r}")
    elif not isinstance(a, (bytes, bytearray)):
        raise TypeError(
            f"unsupported operand types(s) or combination of types: {type(a).__name__!r} and {type(b).__name__!r}"
        )
    return a == b


def randbelow(exclusive_upper_bound):
    """Return a number from 0 on, below the bound."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _source._randbelow(exclusive_upper_bound)


def randbits(k):
    """Return a number of `k` bits."""
    return _source.getrandbits(k)


def token_bytes(nbytes=None):
    """Return random bytes."""
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """Return random bytes in hexadecimal digits."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """Return random bytes as text for addresses."""
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()
