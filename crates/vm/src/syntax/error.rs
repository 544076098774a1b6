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
    pub fn render(&self) -> String {
        SyntaxDetails::from(self).render(self.class.name()).concat()
    }
}

/// The fields of a `SyntaxError` instance, any of which Python code may have left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyntaxDetails {
    /// `msg`.
    pub message: Option<String>,
    /// `filename`.
    pub file_name: Option<String>,
    /// `lineno`.
    pub line: Option<i64>,
    /// `offset`.
    pub column: Option<i64>,
    /// `end_lineno`.
    pub end_line: Option<i64>,
    /// `end_offset`.
    pub end_column: Option<i64>,
    /// `text`, with its line end.
    pub text: Option<String>,
}

impl From<&SyntaxError> for SyntaxDetails {
    fn from(error: &SyntaxError) -> SyntaxDetails {
        SyntaxDetails {
            message: Some(error.message.clone()),
            file_name: Some(error.file_name.clone()),
            line: Some(error.line.into()),
            column: Some(error.column.into()),
            end_line: Some(error.end_line.into()),
            end_column: Some(error.end_column.into()),
            text: Some(format!("{}\n", error.text)),
        }
    }
}

impl SyntaxDetails {
    /// The lines that stand for the error below a traceback; `class` is the name of its class.
    /// Mirrors `TracebackException._format_syntax_error`.
    pub fn render(&self, class: &str) -> Vec<String> {
        let mut out = Vec::new();
        let mut suffix = String::new();
        match (self.line, &self.file_name) {
            (Some(line), name) => {
                let name = name.as_deref().filter(|name| !name.is_empty()).unwrap_or("<string>");
                out.push(format!("  File \"{name}\", line {line}\n"));
            }
            (None, Some(name)) => suffix = format!(" ({name})"),
            (None, None) => {}
        }
        if let Some(text) = &self.text {
            let line = text.trim_end_matches('\n');
            let shown = line.trim_start_matches([' ', '\n', '\x0c']);
            out.push(format!("    {shown}\n"));
            if let Some(offset) = self.column {
                out.extend(self.carets(offset, text, line, shown));
            }
        }
        let message = self.message.as_deref().filter(|m| !m.is_empty()).unwrap_or("<no detail available>");
        out.push(format!("{class}: {message}{suffix}\n"));
        out
    }

    fn carets(&self, offset: i64, text: &str, line: &str, shown: &str) -> Option<String> {
        let count = |text: &str| text.chars().count() as i64;
        let (whole, length) = (count(text), count(line));
        let spaces = length - count(shown);
        let mut start = offset;
        let mut end = match self.line == self.end_line {
            true => self.end_column.filter(|&end| end != 0).unwrap_or(start),
            false => length + 1,
        };
        if whole > 0 && start > whole {
            start = length + 1;
        }
        if whole > 0 && end > whole {
            end = length + 1;
        }
        if start >= end || end < 0 {
            end = start + 1;
        }
        let column = start - 1 - spaces;
        // White space other than blanks is kept, so that tabs line up.
        let kept = |c: char| if c.is_whitespace() { c } else { ' ' };
        let mut carets = "    ".to_owned();
        carets.extend(shown.chars().take(usize::try_from(column).ok()?).map(kept));
        carets.extend(std::iter::repeat_n('^', usize::try_from(end - start).ok()?));
        carets.push('\n');
        Some(carets)
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
        let mut end = lines.position(self.range.end().to_u32());
        // A line end belongs to its line.
        let text = source.get(self.range.start().to_usize()..self.range.end().to_usize());
        if matches!(text, Some("\n" | "\r" | "\r\n")) {
            end = super::lines::Position { line: start.line, column: start.column + 1 };
        }
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
