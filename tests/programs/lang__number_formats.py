# Numbers as texts, in all the ways programs print them.
for n in (0, 7, -42, 1234567, 10**15, 2**64):
    print(f"{n:>12}|{n:<12}|{n:^12}|{n:+}|{n:,}|{n:_}|{n:012}|{n:x}|{n:#o}|{n:e}|{n:.2f}|{n:g}")
for x in (0.0, 1.0, -1.5, 3.14159, 1e10, 1e-10, 123456789.123, 2.5e20, 1 / 3):
    print(f"{x}|{x:.0f}|{x:.3f}|{x:10.2f}|{x:<10.1f}|{x:+.2f}|{x:e}|{x:.2e}|{x:g}|{x:.3g}|{x:,.2f}|{x:%}|{x:.1%}|{x!r}")
print(round(2.675, 2), round(1.005, 2), f"{2.675:.2f}", f"{1.005:.2f}", f"{0.5:.0f}", f"{1.5:.0f}", f"{2.5:.0f}", round(0.5), round(1.5), round(2.5), 0.1 + 0.2, f"{0.1 + 0.2:.1f}", 1e16, 1e15, 123456789012345680.0, 0.0001, 0.00001)
print("%d %5d %-5d| %05d %+d %x %o %e %g %.3f %s %r %%" % (1, 2, 3, 4, 5, 255, 8, 12345.678, 0.0001, 3.14159, 1.5, "q"))
print("{:d} {:>5} {:<5}| {:05} {:+} {:x} {:o} {:e} {:g} {:.3f} {} {!r}".format(1, 2, 3, 4, 5, 255, 8, 12345.678, 0.0001, 3.14159, 1.5, "q"))
print(str(1e100), str(10**20), str(-0.0), str(True), str(1 + 2j), repr(0.1), int("1_000"), float("1e-3"), int(" 42 "), float(" .5 "), float("1_0.5"), complex("1-2j"), int("0x1f", 0), int("z", 36))
table = [("apples", 3, 0.5), ("kiwis", 12, 0.25), ("watermelons", 1, 4.999)]
for name, count, price in table:
    print(f"{name:.<15}{count:>4} x {price:>6.2f} = {count * price:>8.2f}")
print(f"{'total':.<15}{sum(c for _, c, _ in table):>4}   {'':>6} = {sum(c * p for _, c, p in table):>8.2f}")
width, precision = 10, 3
print(f"{3.14159:{width}.{precision}}|{'text':{'*'}^{width}}|{42:{'0'}{width}}|{1234.5:{','}.{1}f}")
print([f"{i:2d}" for i in range(8, 12)], [f"{b:08b}" for b in (1, 255)], [f"{c:c}" for c in (65, 8364)], f"{1e6:,.0f}", f"{-5:=+8d}", f"{5:^+7}", f"{12345678:015,}", f"{0:.2%}", f"{1e-7:.2g}", f"{123.456:.2g}", f"{100:.2g}", f"{1e5:g}", f"{1e-5:g}", f"{float('nan'):8.2f}", f"{float('-inf'):+}")
print(*(f"{value:>{w}}" for value, w in zip((1, 22, 333), (3, 4, 5))), sep="|")


def human(n):
    for unit in ("B", "KB", "MB", "GB"):
        if n < 1024:
            return f"{n:.1f} {unit}"
        n /= 1024
    return f"{n:.1f} TB"


def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def duration(seconds):
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:d}:{minutes:02d}:{seconds:02d}"


print(human(500), human(123456), human(5e9), [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21, 102, 113)], duration(59), duration(3661), duration(86399))
