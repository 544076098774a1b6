"""Files in memory. There is no file system: `open` raises OSError."""

from _io_memory import (
    SEEK_CUR,
    SEEK_END,
    SEEK_SET,
    BytesIO,
    IOBase,
    RawIOBase,
    BufferedIOBase,
    StringIO,
    TextIOBase,
    UnsupportedOperation,
)

open = open
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class _Refused:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(f"io.{type(self).__name__} is not supported: there are no files")


class FileIO(_Refused):
    """Not supported."""


class TextIOWrapper(_Refused):
    """Not supported."""


class BufferedReader(_Refused):
    """Not supported."""


class BufferedWriter(_Refused):
    """Not supported."""
