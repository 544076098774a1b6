# Chained exceptions: while handling, and as a direct cause.
# exit: 1

class ConfigError(Exception):
    pass

settings = {"size": "ten"}

def number(key):
    try:
        return int(settings[key])
    except ValueError as error:
        raise ConfigError(f"{key} must be a number") from error

def load():
    try:
        return number("size")
    except ConfigError:
        print("trying the default")
        return settings["default"]

print("loading")
load()
