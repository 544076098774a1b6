"""Importing by name. Absent: loaders, specs and `reload`, which need files."""

import sys as _sys


def import_module(name, package=None):
    """Import a module and return it; leading dots count from `package`."""
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        name = ".".join(parts[: len(parts) - level + 1]) + ("." + name[level:] if name[level:] else "")
    __import__(name)
    return _sys.modules[name]


def invalidate_caches():
    """Do nothing: there are no files."""


def reload(module):
    """Refused: there are no files."""
    raise NotImplementedError("importlib.reload() is not supported: there are no files")
