# UUIDs.
import uuid

# === From names ===
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
print(uuid.uuid5(uuid.NAMESPACE_URL, "http://a/é"), uuid.uuid3(uuid.NAMESPACE_OID, "1.2"))

# === Random ones ===
a, b = uuid.uuid4(), uuid.uuid4()
print(a != b, a.version, b.variant, len(str(a)), len({uuid.uuid4() for _ in range(20)}))

# === Spellings ===
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
for other in (uuid.UUID("{12345678-1234-5678-1234-567812345678}"), uuid.UUID("urn:uuid:12345678123456781234567812345678"), uuid.UUID(int=u.int), uuid.UUID(bytes=u.bytes), uuid.UUID(fields=u.fields), uuid.UUID(bytes_le=u.bytes_le)):
    print(other == u, end=" ")
print(repr(u), u.hex, u.int, u.fields, u.urn, u.version, u.variant, u.bytes, u.bytes_le)
print(u < uuid.UUID(int=2**127), hash(u) == hash(uuid.UUID(str(u))), {u: 1}[u], int(u) == u.int, sorted([uuid.UUID(int=2), uuid.UUID(int=1)]))
print(uuid.UUID(int=5, version=4), u.time_low, u.node, u.clock_seq, u == "x")

# === Errors ===
for call in (lambda: uuid.UUID(), lambda: uuid.UUID("12"), lambda: uuid.UUID("zz345678123456781234567812345678"), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=1 << 128), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(int=1, version=9),
             lambda: uuid.UUID(fields=(1, 2)), lambda: setattr(u, "int", 5), lambda: u < 5, lambda: uuid.UUID(hex="1", int=1)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
