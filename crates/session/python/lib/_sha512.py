"""SHA-512, for the seeds that are texts."""

_MASK = 0xFFFFFFFFFFFFFFFF


def _roots(count, power):
    """Return 64 bits of the fractions of the square (2) or cube (3) roots of the first primes."""
    found, number = [], 2
    primes = []
    while len(primes) < count:
        if all(number % p for p in primes):
            primes.append(number)
            target = number << (64 * power)
            low, high = 0, 1 << 72
            while high - low > 1:
                middle = (low + high) // 2
                if middle**power <= target:
                    low = middle
                else:
                    high = middle
            found.append(low & _MASK)
        number += 1
    return found


_constants = []


def sha512(data):
    """Return the 64 bytes of the hash of some bytes."""
    if not _constants:
        _constants.extend((_roots(80, 3), _roots(8, 2)))
    k, start = _constants
    state = list(start)
    padded = data + b"\x80" + bytes(-(len(data) + 17) % 128) + (8 * len(data)).to_bytes(16, "big")
    for at in range(0, len(padded), 128):
        w = [int.from_bytes(padded[at + 8 * i : at + 8 * i + 8], "big") for i in range(16)]
        for i in range(16, 80):
            x, y = w[i - 15], w[i - 2]
            s0 = (x >> 1 | x << 63) ^ (x >> 8 | x << 56) ^ x >> 7
            s1 = (y >> 19 | y << 45) ^ (y >> 61 | y << 3) ^ y >> 6
            w.append(w[i - 16] + (s0 & _MASK) + w[i - 7] + (s1 & _MASK) & _MASK)
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            s1 = ((e >> 14 | e << 50) ^ (e >> 18 | e << 46) ^ (e >> 41 | e << 23)) & _MASK
            t1 = h + s1 + (e & f ^ (e ^ _MASK) & g) + k[i] + w[i]
            s0 = ((a >> 28 | a << 36) ^ (a >> 34 | a << 30) ^ (a >> 39 | a << 25)) & _MASK
            t2 = s0 + (a & b ^ a & c ^ b & c)
            h, g, f, e, d, c, b, a = g, f, e, d + t1 & _MASK, c, b, a, t1 + t2 & _MASK
        state = [old + new & _MASK for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(part.to_bytes(8, "big") for part in state)
