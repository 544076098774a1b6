"""Reports of the library to its users.

As long as nobody has imported `logging`, they go to stderr the way CPython's logger of last resort prints them.
"""

import sys


def report(logger, level, message, exception=None):
    """Report a message to the logger of that name, with the traceback of `exception` if there is one."""
    logging = sys.modules.get("logging")
    if logging is not None:
        getattr(logging.getLogger(logger), level)("%s", message, exc_info=exception if exception is not None or level != "error" else False)
        return
    if exception is not None:
        import traceback

        message += "\n" + "".join(traceback.format_exception(exception)).rstrip("\n")
    sys.stderr.write(message + "\n")
