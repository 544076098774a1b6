"""Differences between sequences. Absent: `HtmlDiff`."""

__all__ = ["SequenceMatcher", "Differ", "Match", "ndiff", "restore", "unified_diff", "context_diff", "get_close_matches",
           "IS_LINE_JUNK", "IS_CHARACTER_JUNK"]  # fmt: skip


class Match(tuple):
    """Where two sequences agree: a place in each, and how long."""

    __slots__ = ()

    def __new__(cls, a, b, size):
        return tuple.__new__(cls, (a, b, size))

    a = property(lambda self: self[0])
    b = property(lambda self: self[1])
    size = property(lambda self: self[2])

    def __repr__(self):
        return f"Match(a={self[0]}, b={self[1]}, size={self[2]})"


class SequenceMatcher:
    """Finds what two sequences have in common: the longest block first, then left and right of it."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Compare these."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Change the first sequence."""
        if a is not self.a:
            self.a = a
            self._blocks = self._opcodes = None

    def set_seq2(self, b):
        """Change the second sequence."""
        if b is self.b:
            return
        self.b = b
        self._blocks = self._opcodes = self._counts = None
        self.b2j = places = {}
        for at, item in enumerate(b):
            places.setdefault(item, []).append(at)
        self.bjunk, self.bpopular = set(), set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
            for item in self.bjunk:
                del places[item]
        n = len(b)
        if self.autojunk and n >= 200:
            self.bpopular = {item for item, found in places.items() if len(found) > n // 100 + 1}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Return the longest block in parts of the sequences; of equals, the first."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        besti, bestj, size = alo, blo, 0
        lengths = {}  # of the blocks that end at a place of b, for the last place of a
        for i in range(alo, ahi):
            new = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = lengths.get(j - 1, 0) + 1
                if k > size:
                    besti, bestj, size = i - k + 1, j - k + 1, k
            lengths = new
        for with_junk in (False, True):
            while besti > alo and bestj > blo and (b[bestj - 1] in junk) == with_junk and a[besti - 1] == b[bestj - 1]:
                besti, bestj, size = besti - 1, bestj - 1, size + 1
            while (
                besti + size < ahi and bestj + size < bhi and (b[bestj + size] in junk) == with_junk
                and a[besti + size] == b[bestj + size]
            ):  # fmt: skip
                size += 1
        return Match(besti, bestj, size)

    def get_matching_blocks(self):
        """Return all blocks, and an empty one at the end."""
        if self._blocks is not None:
            return self._blocks
        left, found = [(0, len(self.a), 0, len(self.b))], []
        while left:
            alo, ahi, blo, bhi = left.pop()
            i, j, k = match = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(match)
                if alo < i and blo < j:
                    left.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    left.append((i + k, ahi, j + k, bhi))
        found.sort()
        self._blocks = []
        i = j = k = 0
        for i2, j2, k2 in found:
            if i + k == i2 and j + k == j2:
                k += k2
                continue
            if k:
                self._blocks.append(Match(i, j, k))
            i, j, k = i2, j2, k2
        if k:
            self._blocks.append(Match(i, j, k))
        self._blocks.append(Match(len(self.a), len(self.b), 0))
        return self._blocks

    def get_opcodes(self):
        """Return how the first becomes the second: (tag, i1, i2, j1, j2)."""
        if self._opcodes is None:
            i = j = 0
            self._opcodes = []
            for ai, bj, size in self.get_matching_blocks():
                tag = ("replace" if j < bj else "delete") if i < ai else "insert" if j < bj else ""
                if tag:
                    self._opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    self._opcodes.append(("equal", ai, i, bj, j))
        return self._opcodes

    def get_grouped_opcodes(self, n=3):
        """Iterate over groups of changes with `n` lines around them."""
        codes = self.get_opcodes()[:] or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """Return how alike they are, from 0 to 1."""
        return _ratio(sum(block[-1] for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """Return an upper bound of the ratio."""
        if self._counts is None:
            self._counts = {}
            for item in self.b:
                self._counts[item] = self._counts.get(item, 0) + 1
        left, matches = {}, 0
        for item in self.a:
            n = left.get(item, self._counts.get(item, 0))
            left[item] = n - 1
            matches += n > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Return an upper bound by the lengths alone."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Return the best matches of a word, the best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), other))
    found.sort(reverse=True)
    return [other for _, other in found[:n]]


class Differ:
    """Compares texts line by line, and like lines letter by letter."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        """Iterate over the lines of the difference."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == "equal":
                yield from ("  " + line for line in a[alo:ahi])
            else:
                yield from ("- " + line for line in a[alo:ahi])
                yield from ("+ " + line for line in b[blo:bhi])

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """Look for the pair of lines that are most alike, and go on around it."""
        best, found, same = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, found = matcher.ratio(), (i, j)
        if best < 0.75:
            if same is None:
                old, new = ["- " + line for line in a[alo:ahi]], ["+ " + line for line in b[blo:bhi]]
                yield from new + old if bhi - blo < ahi - alo else old + new
                return
            found = same
        else:
            same = None
        i, j = found
        yield from self._around(a, alo, i, b, blo, j)
        if same is None:
            yield from self._marked(matcher, a[i], b[j])
        else:
            yield "  " + a[i]
        yield from self._around(a, i + 1, ahi, b, j + 1, bhi)

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replace(a, alo, ahi, b, blo, bhi)
        else:
            yield from ("- " + line for line in a[alo:ahi])
            yield from ("+ " + line for line in b[blo:bhi])

    def _marked(self, matcher, old, new):
        """Write two lines, each with a line of marks below it."""
        matcher.set_seqs(old, new)
        below_old = below_new = ""
        marks = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            below_old += marks[tag][0] * (i2 - i1)
            below_new += marks[tag][1] * (j2 - j1)
        for sign, line, below in (("-", old, below_old), ("+", new, below_new)):
            yield f"{sign} {line}"
            text = "".join(c if m == " " and c.isspace() else m for c, m in zip(line, below)).rstrip()
            if text:
                yield f"? {text}\n"


def IS_LINE_JUNK(line, pat=None):
    """Return True for a line that is empty or has one `#`."""
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Return True for a space or tab."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Iterate over the lines of the difference, marks included."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Iterate over the lines of the first (1) or second (2) text of a difference by `ndiff`."""
    try:
        sign = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", sign):
            yield line[2:]


def _range(start, stop):
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Iterate over the lines of a difference as `diff -u` shows it."""
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"--- {fromfile}{chr(9) + fromfiledate if fromfiledate else ''}{lineterm}"
            yield f"+++ {tofile}{chr(9) + tofiledate if tofiledate else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            if tag != "insert":
                yield from ("-" + line for line in a[i1:i2])
            if tag != "delete":
                yield from ("+" + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    first = start + 1 if length else start
    return f"{first}" if length <= 1 else f"{first},{first + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Iterate over the lines of a difference as `diff -c` shows it."""
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"*** {fromfile}{chr(9) + fromfiledate if fromfiledate else ''}{lineterm}"
            yield f"--- {tofile}{chr(9) + tofiledate if tofiledate else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        for stars, lo, hi, other, side, lines in (("***", 1, 2, "insert", (1, 2), a), ("---", 3, 4, "delete", (3, 4), b)):
            yield f"{stars} {_context_range(first[lo], last[hi])} {stars.replace('---', '----').replace('***', '****')}{lineterm}"
            own = "delete" if stars == "***" else "insert"
            if any(code[0] in ("replace", own) for code in group):
                for code in group:
                    if code[0] != other:
                        yield from (marks[code[0]] + line for line in lines[code[side[0]] : code[side[1]]])
