# Exceptions of one's own: hierarchies, attributes, context, clean-up.

class AppError(Exception):
    """The base of all errors here."""

    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"[{self.code}] {super().__str__()}" + (f" ({extra})" if extra else "")


class NotFound(AppError, LookupError):
    code = 404


class Invalid(AppError, ValueError):
    code = 400

    @classmethod
    def required(cls, field):
        return cls(f"{field} is required", field=field)


class Fatal(AppError):
    code = 500

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.add_note("call the operator")


def find(key):
    try:
        return {"a": 1}[key]
    except KeyError as error:
        raise NotFound("no such key", key=key) from error


def validate(data):
    errors = []
    for field in ("name", "age"):
        try:
            if field not in data:
                raise Invalid.required(field)
            if field == "age" and not isinstance(data[field], int):
                raise Invalid("must be a number", field=field, got=type(data[field]).__name__)
        except Invalid as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("validation", errors)
    return data


for key in ("a", "b"):
    try:
        print(find(key))
    except LookupError as error:
        print(type(error).__name__, error, error.details, error.code, repr(error.__cause__), isinstance(error, AppError))
for data in ({"name": "x", "age": 5}, {"age": "5"}, {}):
    try:
        print(validate(data))
    except* Invalid as group:
        print([str(e) for e in group.exceptions])
try:
    raise Fatal("disk", free=0)
except AppError as error:
    print(error, error.__notes__, error.args, [c.__name__ for c in type(error).__mro__])


def run(steps):
    log = []
    try:
        for step in steps:
            try:
                log.append(step())
            except (ValueError, TypeError) as error:
                log.append(f"skipped: {error}")
            except ArithmeticError:
                log.append("arithmetic")
                continue
            else:
                log.append("ok")
            finally:
                log.append("|")
    except Exception as error:
        log.append(f"stopped by {error!r}")
    return log


print(run([lambda: 1, lambda: int("x"), lambda: 1 / 0, lambda: 10**400 * 1.0, lambda: [][0], lambda: "never"]))


def convert(text, default=...):
    try:
        return int(text)
    except ValueError:
        if default is ...:
            raise Invalid("not a number", text=text) from None
        return default


print(convert("5"), convert("x", None))
try:
    convert("x")
except Invalid as error:
    print(error, error.__cause__, error.__suppress_context__, type(error.__context__).__name__)
try:
    try:
        raise Invalid("first")
    finally:
        raise Fatal("second")
except Fatal as error:
    print(error, "during", error.__context__)
