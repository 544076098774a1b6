# exit: 1
# A program of several layers that ends with a chained traceback.
import json
from dataclasses import dataclass


class ConfigError(Exception):
    """Something is wrong with the configuration."""


class ValidationError(ConfigError):
    def __init__(self, field, value):
        super().__init__(f"{field}: {value!r} is not valid")
        self.field = field


@dataclass
class Server:
    host: str
    port: int

    def __post_init__(self):
        if not 0 < self.port < 65536:
            raise ValidationError("port", self.port)


def parse(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError("not JSON") from error


def build(text):
    values = parse(text)
    try:
        return Server(**values)
    except TypeError as error:
        error.add_note(f"while building from {sorted(values)}")
        raise


def load(text):
    try:
        return build(text)
    except ConfigError as error:
        print(type(error).__name__, "-", error, "-", type(error.__cause__).__name__)
        return None


print(load('{"host": "a", "port": 80}'))
print(load("{bad"))
print(load('{"host": "a", "port": 99999}'))
try:
    load('{"host": "a"}')
except TypeError as error:
    print(error, error.__notes__)


def main():
    try:
        load('{"host": "a", "speed": 1}')
    except TypeError:
        raise SystemError("start-up failed") from ConfigError("see above")


main()
