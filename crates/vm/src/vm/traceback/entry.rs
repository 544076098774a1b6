//! One frame of a traceback as text: `File …`, its source lines, and carets below them.
//!
//! Mirrors `StackSummary.format_frame_summary` of CPython 3.13, without colours.

use super::carets::{Anchors, anchors, is_whole_call};
use super::text::{dedent, display_width, indent};
use crate::code::Position;
use crate::sorted::sorted_set;
use crate::syntax::LineIndex;

/// A source text with the places of its lines.
pub struct Source<'s> {
    pub text: &'s str,
    pub lines: LineIndex,
}

/// The entry of a frame; ends with a line end. Without source or columns it has less to show.
pub fn entry(file_name: &str, name: &str, at: Position, source: Option<&Source<'_>>) -> String {
    let mut out = format!("  File \"{file_name}\", line {}, in {name}\n", at.line);
    let Some(source) = source else { return out };
    let last = at.end_line.max(at.line);
    let original: Vec<&str> =
        (at.line..=last).map(|line| source.lines.text(source.text, line).trim_end()).collect();
    let dedented = dedent(&original.join("\n"));
    if dedented.trim().is_empty() {
        return out;
    }
    if at.end_line == 0 {
        let first = original.first().map_or("", |line| line.trim());
        out.push_str(&format!("    {first}\n"));
        return out;
    }
    let lines: Vec<String> = dedented.split('\n').map(str::to_owned).collect();
    let taken = original.first().map_or(0, |line| line.chars().count())
        - lines.first().map_or(0, |line| line.chars().count());
    let start = (at.column as usize).saturating_sub(taken);
    let end = (at.end_column as usize).saturating_sub(taken);
    out.push_str(&indent(&dedent(&Excerpt::new(lines, start, end).text()), "    "));
    out
}

/// The lines of an instruction, to be shown with carets or without.
struct Excerpt {
    lines: Vec<Vec<char>>,
    anchors: Option<Anchors>,
    /// Columns on the screen where the range begins (first line) and ends (last line).
    start: usize,
    end: usize,
    carets: bool,
}

impl Excerpt {
    /// `start` and `end`: characters into the first and the last line.
    fn new(lines: Vec<String>, start: usize, end: usize) -> Excerpt {
        let chars: Vec<Vec<char>> = lines.iter().map(|line| line.chars().collect()).collect();
        let (first, last) = (&chars[0], &chars[chars.len() - 1]);
        let segment: Vec<char> = chars.join(&'\n');
        let until = segment.len() - last.len().saturating_sub(end);
        let segment: String = segment.get(start..until).unwrap_or(&[]).iter().collect();
        let anchors = anchors(&segment);
        let blank = |part: Option<&[char]>| part.is_none_or(|part| part.iter().all(|c| c.is_whitespace()));
        let whole_line = blank(first.get(..start.min(first.len()))) && blank(last.get(end..));
        let carets = !is_whole_call(&lines, start, end) && (anchors.is_some() || !whole_line);
        let (start_width, end_width) = (display_width(first, start), display_width(last, end));
        // Places found in the segment count from its start.
        let shifted = |(line, column): (usize, usize)| {
            let column = if line == 0 { column + start } else { column };
            (line, chars.get(line).map_or(column, |line| display_width(line, column)))
        };
        let anchors = anchors.map(|a| Anchors { start: shifted(a.start), end: shifted(a.end) });
        Excerpt { anchors, start: start_width, end: end_width, carets, lines: chars }
    }

    /// The first and last line and those around the stressed part; longer gaps are counted.
    fn text(&self) -> String {
        let last = self.lines.len() - 1;
        let mut shown = vec![0, last];
        for (line, _) in self.anchors.iter().flat_map(|a| [a.start, a.end]) {
            shown.extend((line.saturating_sub(1)..=line + 1).filter(|&line| line <= last));
        }
        let mut out = String::new();
        let mut before: Option<usize> = None;
        for line in sorted_set(shown) {
            match before.map(|before| line - before) {
                Some(2) => self.push_line(line - 1, &mut out),
                Some(gap) if gap > 2 => out.push_str(&format!("...<{} lines>...\n", gap - 1)),
                _ => {}
            }
            self.push_line(line, &mut out);
            before = Some(line);
        }
        out
    }

    fn push_line(&self, at: usize, out: &mut String) {
        let line = &self.lines[at];
        out.extend(line);
        out.push('\n');
        if !self.carets {
            return;
        }
        let blanks = line.iter().take_while(|c| c.is_whitespace()).count();
        let width = if at == self.lines.len() - 1 { self.end } else { display_width(line, line.len()) };
        out.extend((0..width).map(|column| match &self.anchors {
            _ if column < blanks || (at == 0 && column < self.start) => ' ',
            Some(a) if (at, column) < a.start || (at, column) >= a.end => '~',
            _ => '^',
        }));
        out.push('\n');
    }
}
