//! A syntax error as CPython has it: class, words and place, and its text form.
//!
//! Places are counted as CPython's attributes are: `lineno` and `offset` from 1, the end exclusive, in characters.
//! Deliberately absent: which words belong to which mistake.

use ruff_text_size::{Ranged, TextRange};

use super::lines::LineIndex;

/// The Python class of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorClass {
    /// Anything but the two below.
    SyntaxError,
    /// A block that starts or ends where none can.
    IndentationError,
    /// Tabs and spaces mixed so that the depth depends on the width of a tab.
    TabError,
}

impl ErrorClass {
    /// The class's name in Python.
    pub fn name(self) -> &'static str {
        match self {
            ErrorClass::SyntaxError => "SyntaxError",
            ErrorClass::IndentationError => "IndentationError",
            ErrorClass::TabError => "TabError",
        }
    }
}

/// CPython's `SyntaxError` exception: its attributes and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception's class.
    pub class: ErrorClass,
    /// `msg`.
    pub message: String,
    /// `filename`, as given to `parse`.
    pub file_name: String,
    /// `lineno`, from 1.
    pub line: u32,
    /// `offset`, from 1, in characters.
    pub column: u32,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`: one past the last character, from 1. Zero when only the start is known.
    pub end_column: u32,
    /// `text`: the line without its line end.
    pub text: String,
}

impl SyntaxError {
    /// What CPython prints when nothing catches the error, without the line `Traceback`; ends with a line end.
    /// Mirrors `TracebackException._format_syntax_error`.
    pub fn render(&self) -> String {
        let indent = |c| matches!(c, ' ' | '\n' | '\x0c');
        let shown = self.text.trim_start_matches(indent);
        let length = self.text.chars().count() as u32;
        let spaces = length - shown.chars().count() as u32;
        let mut start = self.column;
        let mut end = match (self.line == self.end_line, self.end_column) {
            (true, 0) => start,
            (true, end) => end,
            (false, _) => length + 1,
        };
        // The text CPython keeps has its line end, which counts.
        if start > length + 1 {
            start = length + 1;
        }
        if end > length + 1 {
            end = length + 1;
        }
        if start >= end {
            end = start + 1;
        }
        let mut out = format!("  File \"{}\", line {}\n    {shown}\n", self.file_name, self.line);
        if let Some(column) = start.checked_sub(1 + spaces) {
            let keep_space = |c: char| if c.is_whitespace() { c } else { ' ' };
            out.push_str("    ");
            out.extend(shown.chars().take(column as usize).map(keep_space));
            out.extend(std::iter::repeat_n('^', (end - start) as usize));
            out.push('\n');
        }
        out.push_str(&format!("{}: {}\n", self.class.name(), self.message));
        out
    }
}

/// An error that still has byte offsets for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Diagnosis {
    pub class: ErrorClass,
    pub message: String,
    pub range: TextRange,
    /// Whether the end of the range is part of the error; CPython often has no end.
    pub has_end: bool,
    /// CPython points one column further left than the range starts (so perhaps at none, and shows no caret).
    pub one_less: bool,
}

impl Diagnosis {
    /// A `SyntaxError` about a range of the source.
    pub fn syntax(message: impl Into<String>, at: impl Ranged) -> Diagnosis {
        Diagnosis {
            class: ErrorClass::SyntaxError,
            message: message.into(),
            range: at.range(),
            has_end: true,
            one_less: false,
        }
    }

    /// The exception to raise.
    pub fn locate(self, source: &str, file_name: &str, lines: &LineIndex) -> SyntaxError {
        let start = lines.position(self.range.start().to_u32());
        let end = lines.position(self.range.end().to_u32());
        SyntaxError {
            class: self.class,
            message: self.message,
            file_name: file_name.to_owned(),
            line: start.line,
            column: start.column + u32::from(!self.one_less),
            end_line: if self.has_end { end.line } else { start.line },
            end_column: if self.has_end { end.column + 1 } else { 0 },
            text: lines.text(source, start.line).to_owned(),
        }
    }
}
