"""Configuration by a dictionary. Absent: configuration files, and incremental changes."""

import logging


def _resolve(name):
    """Return what a dotted name or `ext://…` means."""
    name = name.removeprefix("ext://")
    first, *rest = name.split(".")
    found = __import__(first)
    path = first
    for part in rest:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


def _made(settings, default=None):
    """Call the factory of some settings with the rest of them."""
    settings = {key: _value(value) for key, value in settings.items()}
    factory = settings.pop("()", default)
    if isinstance(factory, str):
        factory = _resolve(factory)
    for name, value in settings.pop(".", {}).items():
        settings.setdefault(name, value)
    return factory(**settings)


def _value(value):
    return _resolve(value) if isinstance(value, str) and value.startswith("ext://") else value


def dictConfig(config):
    """Make formatters, filters, handlers and loggers by a dictionary."""
    if config.get("version") != 1:
        raise ValueError("dictionary doesn't specify a version" if "version" not in config else f"Unsupported version: {config['version']}")
    formatters = {name: _formatter(settings) for name, settings in config.get("formatters", {}).items()}
    filters = {
        name: _made(settings) if "()" in settings else logging.Filter(settings.get("name", ""))
        for name, settings in config.get("filters", {}).items()
    }
    for logger in [logging.root, *logging.manager.loggerDict.values()]:
        if logger is logging.root or config.get("disable_existing_loggers", True):
            if logger is not logging.root:
                logger.disabled = True
    handlers = {}
    for name, settings in config.get("handlers", {}).items():
        try:
            handlers[name] = _handler(name, settings, formatters, filters)
        except Exception as problem:
            raise ValueError(f"Unable to configure handler {name!r}") from problem
    for name, settings in config.get("loggers", {}).items():
        logger = logging.getLogger(name)
        logger.disabled = False
        if "propagate" in settings:
            logger.propagate = settings["propagate"]
        _set_up(logger, settings, handlers, filters)
    if "root" in config:
        _set_up(logging.root, config["root"], handlers, filters)


def _formatter(settings):
    if "()" in settings:
        return _made(settings)
    kind = _resolve(settings["class"]) if "class" in settings else logging.Formatter
    return kind(settings.get("format"), settings.get("datefmt"), settings.get("style", "%"))


def _handler(name, settings, formatters, filters):
    settings = dict(settings)
    formatter, level, chosen = settings.pop("formatter", None), settings.pop("level", None), settings.pop("filters", ())
    kind = settings.pop("class", None)
    handler = _made(settings, kind)
    handler.name = name
    if formatter is not None:
        handler.setFormatter(formatters[formatter])
    if level is not None:
        handler.setLevel(level)
    for one in chosen:
        handler.addFilter(filters[one] if isinstance(one, str) else one)
    return handler


def _set_up(logger, settings, handlers, filters):
    if "level" in settings:
        logger.setLevel(settings["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in settings.get("handlers", ()):
        logger.addHandler(handlers[name])
    for name in settings.get("filters", ()):
        logger.addFilter(filters[name])


def fileConfig(*args, **kwargs):
    """Refused: there are no files."""
    raise NotImplementedError("logging.config.fileConfig() is not supported: there are no files")
