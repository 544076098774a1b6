# The limit of digits between integers and texts.
import sys


def show(f):
    try:
        value = f()
        print(type(value).__name__, len(value) if isinstance(value, str) else value.bit_length())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)

# === At the limit ===
show(lambda: str(10**4299))
show(lambda: str(10**4300))
show(lambda: repr(-(10**4300)))
show(lambda: f"{10**4300}")
show(lambda: "%d" % 10**4300)
show(lambda: f"{10**5000:x}")
show(lambda: hex(10**5000))
show(lambda: f"{10**4300:,}")
show(lambda: int("9" * 4300))
show(lambda: int("9" * 4301))
show(lambda: int("1_0" * 3000))
show(lambda: int("f" * 5000, 16))
show(lambda: int("1" * 5000, 3))
show(lambda: int("7" * 5000, 8))
try:
    print(10**5000)
except ValueError as error:
    print(error)
try:
    eval("1" * 4400)
except SyntaxError as error:
    print(type(error).__name__, error.msg)

# === Another limit ===
sys.set_int_max_str_digits(5000)
show(lambda: str(10**4999))
show(lambda: str(10**5000))
sys.set_int_max_str_digits(0)
show(lambda: str(10**6000))
show(lambda: int("9" * 6000))
for wrong in (100, -1, "many", None):
    try:
        sys.set_int_max_str_digits(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
sys.set_int_max_str_digits(640)
show(lambda: str(10**640))
