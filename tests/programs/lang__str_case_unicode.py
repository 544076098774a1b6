# Case beyond ASCII: every letter that has one, and the letters that are special.
import hashlib

letters = [chr(point) for point in (*range(0x250), *range(0x370, 0x590), *range(0x10A0, 0x1100), *range(0x1E00, 0x2000), *range(0x2C00, 0x2D30), *range(0xA640, 0xA7F0), *range(0xFB00, 0xFB18), *range(0x10400, 0x10450))]
for name in ("upper", "lower", "title", "casefold", "swapcase", "capitalize"):
    changed = [text for letter in letters if (text := getattr(letter, name)()) != letter]
    print(name, len(changed), hashlib.md5(" ".join(changed).encode()).hexdigest())

# === The two small sigmas ===
for text in ("ΟΔΟΣ ΣΑΣ Σ", "A.Σ", "AΣ.B", "AΣ'", "aΣΣ", "1Σ", "ΣA", "ʰΣ", "AΣ\u0301", "AΣ\u0301B", "Σ"):
    print(ascii(text.lower()), ascii(text.capitalize()), ascii(text.title()), ascii(text.swapcase()), ascii(text.casefold()))

# === One letter becomes two ===
for text in ("İX", "ﬁN", "ŉ", "ßx", "ẞ", "ǅ", "ΐ", "և", "\u212a", "\u212b"):
    print(ascii(text.lower()), ascii(text.upper()), ascii(text.title()), ascii(text.casefold()))
