"""Hashes of bytes: MD5, SHA-1 and the SHA-2 family. Absent: SHA-3, BLAKE2, key derivation, files.

Written for size, not for speed: a megabyte takes seconds.
"""

from _hash_rounds import md5_block, sha1_block, sha2_block, sha2_start

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)


class HASH:
    """A hash that grows."""

    __module__ = "_hashlib"

    def __init__(self, name, digest_size, block_size, state, step, order="big"):
        self.name = name
        self.digest_size = digest_size
        self.block_size = block_size
        self._state, self._step, self._order = state, step, order
        self._rest, self._length = b"", 0

    def update(self, data, /):
        """Hash more bytes."""
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._length += len(data)
        self._rest = self._blocks(self._rest + bytes(data))

    def _blocks(self, data):
        size = self.block_size
        whole = len(data) // size * size
        for at in range(0, whole, size):
            self._state = self._step(self._state, data[at : at + size])
        return data[whole:]

    def digest(self):
        """Return the hash of all bytes so far."""
        last = self.copy()
        tail = self.block_size // 8
        padding = b"\x80" + bytes(-(self._length + 1 + tail) % self.block_size)
        last._blocks(self._rest + padding + (8 * self._length).to_bytes(tail, self._order))
        word = self.block_size // 16
        return b"".join(n.to_bytes(word, self._order) for n in last._state)[: self.digest_size]

    def hexdigest(self):
        """The same in hexadecimal digits."""
        return self.digest().hex()

    def copy(self):
        """Return a hash that goes its own way from here."""
        twin = HASH(self.name, self.digest_size, self.block_size, self._state, self._step, self._order)
        twin._rest, twin._length = self._rest, self._length
        return twin

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


def _make(hash, data):
    hash.update(data)
    return hash


def md5(string=b"", *, usedforsecurity=True):
    """Return an MD5 hash."""
    start = 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476
    return _make(HASH("md5", 16, 64, start, md5_block, "little"), string)


def sha1(string=b"", *, usedforsecurity=True):
    """Return a SHA-1 hash."""
    start = 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0
    return _make(HASH("sha1", 20, 64, start, sha1_block), string)


def sha224(string=b"", *, usedforsecurity=True):
    """Return a SHA-224 hash."""
    return _make(HASH("sha224", 28, 64, sha2_start(224), sha2_block(32)), string)


def sha256(string=b"", *, usedforsecurity=True):
    """Return a SHA-256 hash."""
    return _make(HASH("sha256", 32, 64, sha2_start(256), sha2_block(32)), string)


def sha384(string=b"", *, usedforsecurity=True):
    """Return a SHA-384 hash."""
    return _make(HASH("sha384", 48, 128, sha2_start(384), sha2_block(64)), string)


def sha512(string=b"", *, usedforsecurity=True):
    """Return a SHA-512 hash."""
    return _make(HASH("sha512", 64, 128, sha2_start(512), sha2_block(64)), string)


def new(name, data=b"", *, usedforsecurity=True):
    """Return a hash by its name."""
    if not isinstance(name, str) or name.lower() not in algorithms_guaranteed:
        raise ValueError(f"unsupported hash type {name}")
    return globals()[name.lower()](data)


def __getattr__(name):
    if name.startswith(("sha3_", "shake_", "blake2", "pbkdf2", "scrypt", "file_digest")):
        raise NotImplementedError(f"hashlib.{name} is not supported")
    raise AttributeError(f"module 'hashlib' has no attribute {name!r}")
