# Encodings by name, and transforms that are none of text.
import codecs

print(codecs.encode("Grüße", "utf-8"), codecs.decode(b"Gr\xc3\xbc\xc3\x9fe"), codecs.encode("é", "ascii", "replace"))
print(codecs.encode("Hello, World", "rot13"), codecs.decode("Uryyb, Jbeyq", "rot_13"))
print(codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"), codecs.encode(b"hello", "base64"), codecs.decode(b"aGVsbG8=\n", "base64"))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
print((codecs.BOM_UTF8 + b"x").decode("utf-8-sig"))
for text, encoding in [("é", "ascii"), ("é", "nonsense")]:
    try:
        codecs.encode(text, encoding)
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
