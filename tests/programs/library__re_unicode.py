# re: letters of the world, and comparing without case.
import re


def show(pattern, text, flags=0):
    print(ascii(pattern), ascii(text), [ascii(x) for x in re.findall(pattern, text, flags)])


# === Classes ===
samples = "aZ_0 é\u0301ß٣५²½Ⅷ\u00a0\u2003\u200b\x1c\x85漢字😀ª\u02b0\ufe0f"
for pattern in (r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", r"[\w]", r"[^\w\s]", r"[\d\s]", r"[^\W\d_]"):
    show(pattern, samples)
    show(pattern, samples, re.A)
    show(pattern, samples, re.I)

# === Case ===
for pattern, text in (
    ("straße", "STRASSE straße STRAẞE"), ("ß", "ßẞ"), ("ẞ", "ßẞ"), ("é", "éÉ"), ("İ", "iIıİ"), ("i", "iIıİ"), ("ı", "iIıİ"), ("k", "kKK"), ("K", "kKK"),
    ("å", "åÅÅ"), ("s", "sSſ"), ("ſ", "sSſ"), ("σ", "σςΣ"), ("ς", "σςΣ"), ("Σ", "σςΣ"), ("µ", "µμΜ"), ("ǆ", "ǄǅǆǱ"), ("ǅ", "Ǆǅǆ"), ("θ", "θΘϑϴ"), ("ﬁ", "ﬁFI"),
    ("ﬅ", "ﬅﬆ"), ("\u0345", "\u0345ιΙ\u1fbe"), ("ᾳ", "ᾳᾼ"), ("ა", "აᲐ"), ("ꭰ", "ꭰᎠ"), ("я", "яЯ"), ("ё", "ёЁеЕ"), ("1", "1"),
):  # fmt: skip
    show(pattern, text, re.I)
    show(f"[{pattern}]", text, re.I)
    show(f"[^{pattern}]", text, re.I)
    show(f"[{pattern}0-9]", text, re.I)
    show(pattern, text, re.I | re.A)
for pattern, text in (
    ("[a-z]+", "azAZſKİıé"), ("[а-я]+", "абВЯёЁ"), ("[à-þ]+", "ÀÞàþ×÷ßÿŸ"), ("[^a-z]+", "aBſK1"), ("[A-Z]", "aſK"), ("[\u1f80-\u1fff]", "ᾀᾈᾳᾼῼ\u0345"),
    ("[\U00010400-\U0001044f]", "𐐀𐐨a"), ("[Ω-ω]", "ΩωΩ"), ("[@-`]", "aA@`k"), ("[\x00-\U0010ffff]", "aé😀"), ("[a-zа-я]", "QЖ"), (r"[\w-]", "é-"), ("[k-l]", "KK"),
):  # fmt: skip
    show(pattern, text, re.I)
    show(pattern, text, re.I | re.A)
    show(pattern, text)

# === References without case ===
for pattern, text in ((r"(?i)(.)\1", "aA ßẞ σς kK"), (r"(.)\1", "aA bb"), (r"(?ia)(.)\1", "aA éÉ")):
    print([ascii(m.group()) for m in re.finditer(pattern, text)])

# === Characters by number ===
for pattern in (r"\x41", r"\u00e9", r"\U0001f600", r"\101", r"\0", r"\07", r"[\x41-\x43]", r"[\u00e0-\u00ff]", r"\t\n\r\f\v\a", r"[\b]", r"\\", r"\.", r"\é", r"\ud800"):
    show(pattern, "ABCé😀\x00\x07\t\n\r\f\v\a\x08\\.")
