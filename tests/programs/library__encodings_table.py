# base64, hashes and hex, one call each.
import base64 as b
import hashlib as h

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (b.b64encode(b"hello"), b.b64decode("aGVsbG8="), b.urlsafe_b64encode(b"\xfb\xef"), b.b32encode(b"hi"), b.b16encode(b"hi")))
show(lambda: (b.b64decode(b.b64encode(bytes(range(20)))) == bytes(range(20)), b.b64encode(b""), b.b64decode("")))
show(lambda: (b.b64encode("text")))
show(lambda: (b.b64decode("abc")))
show(lambda: (b.b32decode("x")))
show(lambda: (b.b16decode("xx")))
show(lambda: (h.md5(b"a").hexdigest(), h.sha1(b"a").hexdigest()))
show(lambda: (h.sha256(b"a").hexdigest(), h.sha224(b"").hexdigest()))
show(lambda: (h.sha512(b"a").hexdigest()[:32], h.sha384(b"a").digest()[:4]))
show(lambda: (h.new("md5", b"a").name, h.sha256().digest_size, h.md5().block_size))
show(lambda: (h.md5("a")))
show(lambda: (h.new("x")))
show(lambda: (h.sha256(None)))
show(lambda: (bytes.fromhex("ff00"), b"\xff\x00".hex(), b"ab".hex(" "), int.from_bytes(b"ab"), (24930).to_bytes(2)))
show(lambda: (bytes.fromhex("f")))
show(lambda: ("é".encode("utf-8"), "é".encode("latin-1"), b"\xc3\xa9".decode(), "é".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace")))
show(lambda: ("é".encode("ascii")))
show(lambda: (b"\xff".decode()))
show(lambda: (ord("é"), chr(233), "\u00e9" == "é", len("é".encode()), "é".encode().decode("latin-1"), ascii("é"), repr(b"\xe9")))
