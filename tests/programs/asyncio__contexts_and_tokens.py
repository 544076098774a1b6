# Contexts are equal by what they hold, neither they nor tokens are hashed, and what is wrong is said in CPython's words.
import contextvars
from contextvars import Context, ContextVar, Token, copy_context

v, w = ContextVar("v"), ContextVar("w", default=[])


def show(ask):
    try:
        print("ok", ask())
    except Exception as error:
        print(type(error).__name__, error)


# === Equal ===
token = v.set([1])
one, two = copy_context(), copy_context()
print(one == two, one != two, one is two, Context() == Context(), one == Context(), one == 3)
two.run(v.set, [1])
print(one == two)
two.run(v.set, [2])
print(one == two)
two.run(v.set, [1])
two.run(w.set, 3)
print(one == two)
v.reset(token)
show(lambda: Context() < Context())
show(lambda: hash(Context()))
show(lambda: {Context(): 1})

# === Tokens ===
print(Token.MISSING, token.old_value, type(Token.MISSING).__name__, token.old_value is Token.MISSING)
show(lambda: hash(token))
show(lambda: Token())
show(lambda: Token(1, a=2))
show(lambda: v.reset(3))
show(lambda: v.reset("x"))
print(token == token, token == v.set(1))

# === Variables ===
show(lambda: ContextVar())
show(lambda: ContextVar("x", 3))
show(lambda: ContextVar(3))
show(lambda: ContextVar("x", foo=3))
show(lambda: setattr(v, "name", "x"))
show(lambda: delattr(v, "name"))
show(lambda: copy_context(1))
show(lambda: copy_context(a=1))
print(v.name, copy_context.__name__, copy_context.__qualname__, contextvars.__all__)
