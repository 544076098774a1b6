"""Text in lines of a given width."""

_SPACE = "\t\n\x0b\x0c\r "
_TO_SPACE = {ord(char): " " for char in _SPACE}


class TextWrapper:
    """Wraps and fills texts by its options."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):  # fmt: skip
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        """Return the lines."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACE)
        chunks = _split(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                word = chunks[at].rstrip("\"'")
                if chunks[at + 1] == " " and word[-1:] in (".", "!", "?") and word[-2:-1].islower():
                    chunks[at + 1] = "  "
        return self._lines(chunks)

    def fill(self, text):
        """Return the lines as one text."""
        return "\n".join(self.wrap(text))

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()  # so that the next is the last
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            full = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if not full or last and length <= width:
                lines.append(indent + "".join(line))
                continue
            self._cut(lines, line, length, width, indent)
            break
        return lines

    def _break(self, chunks, line, length, width):
        """Put a part of a word that is too long into the line."""
        room = 1 if width < 1 else width - length
        if self.break_long_words and room > 0:
            end, chunk = room, chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any(char != "-" for char in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _cut(self, lines, line, length, width, indent):
        """End the text with the placeholder."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def _split(text, hyphens):
    """Split into words and the spaces between them; words after hyphens, too."""
    chunks, at = [], 0
    while at < len(text):
        start = at
        is_space = text[at] in _SPACE
        while at < len(text) and (text[at] in _SPACE) == is_space:
            at += 1
        word = text[start:at]
        chunks.extend([word] if is_space or not hyphens or "-" not in word else _split_hyphens(word))
    return chunks


def _split_hyphens(word):
    """Split after a hyphen between letters, and around dashes."""
    parts, start, at = [], 0, 0
    while at < len(word):
        if word[at] != "-":
            at += 1
            continue
        run = at
        while run < len(word) and word[run] == "-":
            run += 1
        before = at > start and (word[at - 1].isalnum() or word[at - 1] in "_!\"'&.,?")
        if run - at >= 2:
            if before and run < len(word) and (word[run].isalnum() or word[run] == "_"):
                parts.extend((word[start:at], word[at:run]))
                start = run
        else:
            letters = [c.isalpha() or c == "_" for c in word]
            two_before = at >= 2 and letters[at - 1] and letters[at - 2]
            one_dash_before = at >= 2 and letters[at - 1] and word[at - 2] == "-" and at >= 3
            after = word[run : run + 2]
            two_after = len(after) == 2 and letters[run] and (letters[run + 1] or after[1] == "-" and run + 2 < len(word) and letters[run + 2])
            if (two_before or one_dash_before) and two_after and at > start:
                parts.append(word[start:run])
                start = run
        at = run
    if start < len(word):
        parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    """Return the lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Return a paragraph in lines, as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Return a text that is cut off where it is too long."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove the indentation that all lines share."""
    lines = text.split("\n")
    margin = None
    for at, line in enumerate(lines):
        if not line.strip(" \t"):
            lines[at] = ""
            continue
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            while not indent.startswith(margin):
                margin = margin[:-1]
    return "\n".join(line.removeprefix(margin) if margin else line for line in lines)


def indent(text, prefix, predicate=None):
    """Put a prefix before the lines; before those that are not empty, by default."""
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
