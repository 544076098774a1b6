"""Text and bytes in memory that behave as files."""

__name__ = "_io"  # where the classes are to be found

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


class IOBase:
    """What all files share."""

    closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        """Give the contents up."""
        self.closed = True

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def detach(self):
        raise UnsupportedOperation("detach")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        """Return the lines that are left."""
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        """Write several texts."""
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


def _size(size):
    if size is None:
        return -1
    if not isinstance(size, int):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return size


class StringIO(TextIOBase):
    """A text that is read and written as a file."""

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._parts = []  # what was appended, not yet joined to the text
        self._text = self._translate(initial_value or "", newline)
        self._newline = newline
        self._at = 0

    @staticmethod
    def _translate(text, newline):
        if newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return text.replace("\n", newline) if newline in ("\r", "\r\n") else text

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def write(self, s, /):
        """Write a text, return its length."""
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        count = len(s)
        s = self._translate(s, self._newline)
        if self._at == -1 or self._parts or self._at == len(self._text):
            self._parts.append(s)
            self._at = -1  # at the end, wherever that is
        else:
            text, at = self._text, self._at
            if at > len(text):
                text += "\0" * (at - len(text))
            self._text = text[:at] + s + text[at + len(s) :]
            self._at = at + len(s)
        return count

    def getvalue(self):
        """Return the whole text."""
        self._check()
        return self._whole()

    def _place(self):
        text = self._whole()
        if self._at == -1:
            self._at = len(text)
        return text

    def read(self, size=-1, /):
        """Return the text that is left, or so many characters of it."""
        self._check()
        size, text = _size(size), self._place()
        end = len(text) if size < 0 else min(self._at + size, len(text))
        found = text[self._at : end]
        self._at = max(self._at, end)
        return found

    def readline(self, size=-1, /):
        """Return the next line."""
        self._check()
        size, text = _size(size), self._place()
        end = text.find("\n", self._at) + 1 or len(text)
        if size >= 0:
            end = min(end, self._at + size)
        found = text[self._at : end]
        self._at = max(self._at, end)
        return found

    def seek(self, pos, whence=0, /):
        """Go to a place."""
        self._check()
        text = self._place()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else len(text)
        return self._at

    def tell(self):
        """Return the place."""
        self._check()
        self._place()
        return self._at

    def truncate(self, pos=None, /):
        """Cut the text off."""
        self._check()
        text = self._place()
        if pos is None:
            pos = self._at
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._text = text[:pos]
        return pos

    @property
    def line_buffering(self):
        return False


class BytesIO(BufferedIOBase):
    """Bytes that are read and written as a file."""

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._data = bytearray(initial_bytes or b"")
        self._at = 0

    def write(self, b, /):
        """Write bytes, return their number."""
        self._check()
        if not isinstance(b, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        if self._at > len(self._data):
            self._data += bytes(self._at - len(self._data))
        self._data[self._at : self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    def getvalue(self):
        """Return all bytes."""
        self._check()
        return bytes(self._data)

    def read(self, size=-1, /):
        """Return the bytes that are left, or so many of them."""
        self._check()
        size = _size(size)
        end = len(self._data) if size < 0 else min(self._at + size, len(self._data))
        found = bytes(self._data[self._at : end])
        self._at = max(self._at, end)
        return found

    read1 = read

    def readinto(self, b, /):
        """Read into a bytearray, return how much."""
        found = self.read(len(b))
        b[: len(found)] = found
        return len(found)

    def readline(self, size=-1, /):
        """Return the next line."""
        self._check()
        size = _size(size)
        end = self._data.find(b"\n", self._at) + 1 or len(self._data)
        return self.read((min(end, self._at + size) if size >= 0 else end) - self._at)

    def seek(self, pos, whence=0, /):
        """Go to a place."""
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        base = (0, self._at, len(self._data))[whence]
        self._at = max(base + pos, 0)
        return self._at

    def tell(self):
        """Return the place."""
        self._check()
        return self._at

    def truncate(self, size=None, /):
        """Cut the bytes off."""
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size
