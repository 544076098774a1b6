# exit: 1
# Tracebacks over several lines, with carets where the fault is.
import traceback

data = {"users": [{"name": "ada", "age": None}]}


def report(function):
    try:
        function()
    except Exception:
        print(traceback.format_exc())


def call_over_lines():
    return sorted(
        [3, None, 1],
        key=lambda n: n + 1,
        reverse=True,
    )


def chained_attributes():
    return (
        data["users"][0]
        ["name"]
        .upper()
        .missing
        .lower()
    )


def binary_over_lines():
    total = (
        data["users"][0]["age"]
        + 1
    )
    return total


def subscripts():
    return data["users"][0]["address"]["street"]


def condition():
    if (
        data["users"]
        and data["users"][0]["age"] > 18
    ):
        return True


def comprehension():
    return [
        user["age"] + 1
        for user in data["users"]
    ]


def with_statement():
    with open_nothing(
        "name",
    ) as f:
        pass


def format_string():
    return f"{data['users'][0]['age']:>10} and {data['nobody']}"


def nested_call():
    return str(len(max(data["users"][0]["age"], key=len)))


def raise_over_lines():
    raise ValueError(
        "a message "
        "in parts"
    )


for function in (call_over_lines, chained_attributes, binary_over_lines, subscripts, condition, comprehension, with_statement, format_string, nested_call, raise_over_lines):
    report(function)


class Model:
    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, self.convert(name, value))

    def convert(self, name, value):
        return {
            "age": int,
            "name": str,
        }[name](
            value
        )


Model(
    name="x",
    age="not a number",
)
