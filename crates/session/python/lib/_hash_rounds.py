"""What hashes do with one block of bytes. Constants are computed: they are roots, sines and primes."""

from functools import cache
from math import floor, isqrt, sin

_32 = 0xFFFFFFFF
_SHIFTS = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
_SINES = [floor(abs(sin(i + 1)) * 2**32) for i in range(64)]


def md5_block(state, block):
    """Return the state after 64 bytes."""
    words = [int.from_bytes(block[i : i + 4], "little") for i in range(0, 64, 4)]
    a, b, c, d = state
    for i in range(64):
        part = i >> 4
        if part == 0:
            mixed, at = b & c | (b ^ _32) & d, i
        elif part == 1:
            mixed, at = d & b | (d ^ _32) & c, 5 * i + 1
        elif part == 2:
            mixed, at = b ^ c ^ d, 3 * i + 5
        else:
            mixed, at = c ^ (b | d ^ _32), 7 * i
        total = a + mixed + _SINES[i] + words[at & 15] & _32
        shift = _SHIFTS[part][i & 3]
        a, d, c, b = d, c, b, b + (total << shift | total >> 32 - shift) & _32
    return tuple(old + new & _32 for old, new in zip(state, (a, b, c, d)))


def sha1_block(state, block):
    """Return the state after 64 bytes."""
    words = [int.from_bytes(block[i : i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 80):
        x = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
        words.append((x << 1 | x >> 31) & _32)
    a, b, c, d, e = state
    for i, word in enumerate(words):
        if i < 20:
            mixed = (b & c | (b ^ _32) & d) + 0x5A827999
        elif i < 40:
            mixed = (b ^ c ^ d) + 0x6ED9EBA1
        elif i < 60:
            mixed = (b & c | b & d | c & d) + 0x8F1BBCDC
        else:
            mixed = (b ^ c ^ d) + 0xCA62C1D6
        total = (a << 5 | a >> 27) + mixed + e + word & _32
        a, b, c, d, e = total, a, (b << 30 | b >> 2) & _32, c, d
    return tuple(old + new & _32 for old, new in zip(state, (a, b, c, d, e)))


@cache
def _primes(count):
    found, number = [], 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _cube_root(number):
    """Return 64 bits of the fraction."""
    target, low, high = number << 192, 0, 1 << 72
    while high - low > 1:
        middle = low + high >> 1
        if middle**3 <= target:
            low = middle
        else:
            high = middle
    return low & (1 << 64) - 1


@cache
def sha2_start(size):
    """Return the first state of the hash with so many bits."""
    primes = _primes(16)
    roots = [isqrt(p << 128) & (1 << 64) - 1 for p in primes]
    if size == 224:
        return tuple(root & _32 for root in roots[8:])
    if size == 256:
        return tuple(root >> 32 for root in roots[:8])
    return tuple(roots[8:] if size == 384 else roots[:8])


@cache
def sha2_block(bits):
    """Return the step for words of 32 or 64 bits."""
    rounds = 64 if bits == 32 else 80
    mask, size = (1 << bits) - 1, bits // 8
    k = [_cube_root(prime) >> 64 - bits for prime in _primes(rounds)]
    if bits == 32:
        (p, q, r), (s, t, u) = (7, 18, 3), (17, 19, 10)
        (f1, f2, f3), (g1, g2, g3) = (6, 11, 25), (2, 13, 22)
    else:
        (p, q, r), (s, t, u) = (1, 8, 7), (19, 61, 6)
        (f1, f2, f3), (g1, g2, g3) = (14, 18, 41), (28, 34, 39)

    def block(state, data):
        w = [int.from_bytes(data[i : i + size], "big") for i in range(0, 16 * size, size)]
        for i in range(16, rounds):
            # Twice the word beside itself: a rotation is a shift.
            x, y = w[i - 15], w[i - 2]
            xx, yy = x << bits | x, y << bits | y
            near = (xx >> p ^ xx >> q) & mask ^ x >> r
            far = (yy >> s ^ yy >> t) & mask ^ y >> u
            w.append(w[i - 16] + near + w[i - 7] + far & mask)
        a, b, c, d, e, f, g, h = state
        for i in range(rounds):
            ee, aa = e << bits | e, a << bits | a
            first = h + ((ee >> f1 ^ ee >> f2 ^ ee >> f3) & mask) + (e & f ^ (e ^ mask) & g) + k[i] + w[i]
            second = ((aa >> g1 ^ aa >> g2 ^ aa >> g3) & mask) + (a & b ^ a & c ^ b & c)
            h, g, f, e, d, c, b, a = g, f, e, d + first & mask, c, b, a, first + second & mask
        return tuple(old + new & mask for old, new in zip(state, (a, b, c, d, e, f, g, h)))

    return block
