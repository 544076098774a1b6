# Big integers at work.

# === Factorials and powers ===
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result
print(factorial(25), factorial(60))
print(len(str(factorial(300))), factorial(300) % 1000000007, factorial(100) // factorial(98))
print(2 ** 200, (-3) ** 101, pow(2, 1000, 10 ** 9 + 7), pow(7, 10 ** 20, 13))

# === Fibonacci ===
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a)

# === Digits of pi ===
def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(str(n))
            q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = (q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2)
    return "".join(digits)
print(pi_digits(40))

# === Division and signs ===
x, y = 10 ** 25 + 7, 10 ** 12 + 3
for p, q in ((x, y), (-x, y), (x, -y), (-x, -y)):
    print(p // q, p % q, divmod(p, q) == (p // q, p % q), p // q * q + p % q == p)
print(x / y, 10 ** 30 / 10 ** 29, (2 ** 1000) / (2 ** 999), x > y, -x < -y, x == 10 ** 25 + 7, hash(x) == hash(10 ** 25 + 7))

# === Bits ===
n = 0xdeadbeefcafebabe1234567890
print(hex(n), n.bit_length(), n & 0xffffffff, hex(n >> 40), hex(n << 4), hex(n ^ (1 << 100)), ~n, -n >> 3, n | 1 == n)
print(bin(2 ** 70)[:10], oct(8 ** 25), int("zz" * 10, 36), int("-" + "9" * 30), int(str(n)) == n, f"{n:x}", f"{10 ** 25:,}")
print((2 ** 80).to_bytes(11, "big").hex(), int.from_bytes(b"\x01" * 10, "little"), (-1) ** (10 ** 18), abs(-(10 ** 20)))

# === Mixed with floats ===
print(10 ** 20 * 1.5, float(2 ** 80), int(float(10 ** 18)), 10 ** 16 + 0.5, 2 ** 64 == 1.8446744073709552e19)
try:
    2 ** 2000 * 1.0
except OverflowError as error:
    print(error)
try:
    10 ** 400 / 3
except OverflowError as error:
    print(error)

# === Greatest common divisor ===
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(2 ** 100 * 3 ** 50, 2 ** 60 * 3 ** 70) == 2 ** 60 * 3 ** 50, gcd(factorial(30), 2 ** 40))
