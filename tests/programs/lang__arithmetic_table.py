# Arithmetic with large and small integers.
big = 10**30

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (big + 1, big - 1, big * 2, big // 7, big % 7, big / 7))
show(lambda: (-big // 7, -big % 7, divmod(-big, 7), divmod(big, -7)))
show(lambda: (big ** 2, 2 ** 200, 3 ** 50, (-3) ** 51, 0 ** 0))
show(lambda: (big >> 10, big << 10, -big >> 3, big & 0xFF, big | 1, big ^ big, ~big))
show(lambda: (big == 1e30, big < 1e31, big > 1e29, hash(big) == hash(10**30)))
show(lambda: (int(big / 3), round(big, -29), round(15, -1), round(25, -1), round(-15, -1)))
show(lambda: (abs(-big), -big, +big, bool(big), str(big), hex(big), len(str(big))))
show(lambda: (pow(3, 100, 7), pow(2, -1, 7), pow(7, 2, 5), pow(big, 2, 97)))
show(lambda: (big.bit_length(), (big - 1).bit_count(), big.as_integer_ratio()))
show(lambda: (2**63 - 1, 2**63, -2**63, -2**63 - 1, (2**63) // -1, (-2**63) // -1))
show(lambda: (2**31 * 2**31, 2**62 + 2**62, (2**63 - 1) * (2**63 - 1), 2**64 % 2**32))
show(lambda: (9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * -1))
show(lambda: (7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3))
show(lambda: (1 / 3, 2 / 3, 10 / 5, -1 / 3, 1e308 * 10, 5 // 0.3, 5 % 0.3))
show(lambda: (0.1 + 0.2, 0.1 * 3, 1 - 0.9, 1e16 + 1, 2**53 + 1.0))
show(lambda: (sum([big, -big, 1]), max(big, 1e40), min(-big, 0), sorted([big, 1, -big])))
show(lambda: (int("1" * 40), int("-" + "9" * 25), int("f" * 20, 16), int("z" * 10, 36)))
show(lambda: (1 << 64, 1 << 0, 0 << 100, -1 << 3, 1 >> 100, -1 >> 100, 5 >> 0))
show(lambda: (6 & 3, 6 | 3, 6 ^ 3, ~0, ~-1, -5 & 7, -5 | 7, -5 ^ 7))
show(lambda: (big // 0))
show(lambda: (big % 0))
show(lambda: (1 << -1))
show(lambda: (2 ** -1, (-8) ** (1 / 3), 2 ** 0.5, (-1) ** 0.5))
show(lambda: (big ** -1, 0.0 ** 0, 1 ** big))
show(lambda: (float(big), float(10**308), int(1e22), int(1e23)))
show(lambda: (float(10**309)))
show(lambda: (1 if big else 0, not big, big and 5, 0 or big))
show(lambda: (f"{big:,}", f"{big:e}", f"{big:_x}", f"{-big:>35}", f"{big:.3g}"))
