"""Older questions of `inspect`: argument specifications."""

from collections import namedtuple

from _inspect_signature import _empty, signature

__name__ = "inspect"  # where the classes are to be found

FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """Return the names, defaults and annotations of a function's parameters."""
    try:
        sig = signature(getattr(func, "__func__", func), follow_wrapped=False)
    except (ValueError, TypeError) as problem:
        raise TypeError("unsupported callable") from problem
    args, only, defaults, keyword_defaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    for p in sig.parameters.values():
        if p.annotation is not _empty:
            annotations[p.name] = p.annotation
        if p.kind in (0, 1):
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == 2:
            varargs = p.name
        elif p.kind == 3:
            only.append(p.name)
            if p.default is not _empty:
                keyword_defaults[p.name] = p.default
        else:
            varkw = p.name
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, keyword_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """Return which parameter gets which argument."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    found = dict(bound.arguments)
    if hasattr(func, "__self__"):
        found = {getfullargspec(func).args[0]: func.__self__, **found}
    return found
