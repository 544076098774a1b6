//! Byte offsets of a source as lines and columns.
//!
//! Columns are counted in characters, as learners and carets count them, while the tree has bytes. A wide (non-ASCII)
//! character is an exception worth one entry in a table, so that any offset is found by binary search, whatever
//! the length of its line. Lines end at `\n`, `\r\n` or `\r`.

/// A place in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// Characters from the start of the line, counted from 0.
    pub column: u32,
}

/// Where the lines of one source start, and which of its characters are wide.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// For each wide character: the offset after it, and the bytes beyond one a character up to there.
    wide: Vec<(u32, u32)>,
}

impl LineIndex {
    /// Reads the whole source once.
    pub fn new(source: &str) -> LineIndex {
        let mut index = LineIndex { starts: vec![0], wide: Vec::new() };
        let mut extra = 0;
        let mut chars = source.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let end = at + c.len_utf8();
            if c == '\n' || (c == '\r' && !matches!(chars.peek(), Some((_, '\n')))) {
                index.starts.push(end as u32);
            } else if !c.is_ascii() {
                extra += c.len_utf8() as u32 - 1;
                index.wide.push((end as u32, extra));
            }
        }
        index
    }

    /// The line and column of a byte offset (one beyond the end counts as the end of the last line).
    pub fn position(&self, offset: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = (offset - start).saturating_sub(self.extra(offset) - self.extra(start));
        Position { line: line as u32, column }
    }

    /// The line (from 1) of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset).max(1) as u32
    }

    /// How many lines the source has; a final line end starts one more.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never true: even an empty source has a line.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The text of a line (from 1) without its line end; empty for a line that is not there.
    pub fn text<'s>(&self, source: &'s str, line: u32) -> &'s str {
        let at = |line: usize| self.starts.get(line).map(|&start| start as usize);
        let Some(start) = (line as usize).checked_sub(1).and_then(at) else { return "" };
        let end = at(line as usize).unwrap_or(source.len());
        source.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    fn extra(&self, offset: u32) -> u32 {
        let count = self.wide.partition_point(|&(end, _)| end <= offset);
        count.checked_sub(1).and_then(|last| self.wide.get(last)).map_or(0, |&(_, extra)| extra)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_in_three_ways() {
        let source = "aé = 1\r\nb\rxyz\n日本 = 'ü'\n";
        let lines = LineIndex::new(source);
        for (text, line, column) in
            [("é", 1, 1), ("1", 1, 5), ("b", 2, 0), ("z", 3, 2), ("本", 4, 1), ("ü", 4, 6)]
        {
            let offset = source.find(text).unwrap_or(0) as u32;
            assert_eq!(lines.position(offset), Position { line, column }, "{text}");
        }
        assert_eq!((lines.text(source, 1), lines.text(source, 4)), ("aé = 1", "日本 = 'ü'"));
    }
}
