# base64 and secrets.
import base64
import secrets
import string

# === Base 64 ===
for data in (b"", b"a", b"ab", b"abc", b"hello world", bytes(range(256))[240:], b"\xff\xfe\xfb"):
    encoded = base64.b64encode(data)
    print(encoded, base64.b64decode(encoded) == data, base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data))
    assert base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data
    assert base64.b32decode(base64.b32encode(data)) == data and base64.b16decode(base64.b16encode(data)) == data
print(base64.b64decode("aGVsbG8="), base64.b64decode("aGVs bG8=\n"), base64.b64encode(b"\xfb\xff", altchars=b"-_"), len(base64.b64encode(bytes(5000))))
for call in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("abcde"), lambda: base64.b64encode("text"), lambda: base64.b64decode("ab!=", validate=True), lambda: base64.b64decode(5), lambda: base64.b32decode("a"), lambda: base64.b16decode("0g"), lambda: base64.b64decode("é")):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# === Secrets ===
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), len(secrets.token_hex()))
print(all(0 <= secrets.randbelow(3) < 3 for _ in range(20)), secrets.randbits(5) < 32, secrets.choice("abc") in "abc")
print(secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), secrets.token_hex() != secrets.token_hex())
password = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(12))
print(len(password), password.isalnum())
for call in (lambda: secrets.randbelow(0), lambda: secrets.compare_digest("a", b"a"), lambda: secrets.compare_digest("é", "é")):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
