//! CPython's tokens of a source, and the errors its tokenizer finds.
//!
//! Only an invalid source needs them for words (ruff lexes valid ones), every source for [`super::limits`]. The list ends
//! with `End`, or with `Bad` where the tokenizer gives up, so a reader never runs off it. Errors come in CPython's
//! two kinds: *eager* ones win over any error of the grammar before them, the others only count where the grammar
//! reaches them. Deliberately absent: encodings, type comments.

mod fstring;
mod number;
mod string;

use ruff_text_size::{Ranged, TextRange, TextSize};
use unicode_ident::{is_xid_continue, is_xid_start};

use super::error::{Diagnosis, ErrorClass};

/// Brackets open at once. CPython has 200: a page's worker has less stack (see divergence/nesting.md).
const MAX_BRACKETS: usize = 100;
/// CPython's MAXINDENT.
const MAX_INDENTS: usize = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    String,
    FStringStart,
    FStringMiddle,
    FStringEnd,
    Op,
    Newline,
    Indent,
    Dedent,
    End,
    /// The tokenizer's error, or the end of the source inside brackets.
    Bad,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
    /// Brackets open after this token.
    pub level: u32,
}

impl Ranged for Token {
    fn range(&self) -> TextRange {
        TextRange::new(TextSize::new(self.start), TextSize::new(self.end))
    }
}

/// A bracket that is open, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub bracket: u8,
    pub at: u32,
}

pub(super) struct Tokens {
    pub list: Vec<Token>,
    /// What is wrong at the final `Bad`, and whether it is eager.
    pub error: Option<(Diagnosis, bool)>,
    /// The brackets open where the list ends.
    pub open: Vec<Open>,
}

pub(super) fn tokenize(source: &str) -> Tokens {
    let mut scanner = Scanner {
        source,
        bytes: source.as_bytes(),
        at: if source.starts_with('\u{feff}') { 3 } else { 0 },
        line_start: true,
        list: Vec::new(),
        open: Vec::new(),
        indents: vec![(0, 0)],
        fstrings: Vec::new(),
    };
    let error = scanner.run().err();
    let Scanner { mut list, open, at, .. } = scanner;
    if error.is_some() {
        list.push(Token { kind: Kind::Bad, start: at as u32, end: at as u32, level: open.len() as u32 });
    }
    Tokens { list, error, open }
}

struct Scanner<'s> {
    source: &'s str,
    bytes: &'s [u8],
    at: usize,
    line_start: bool,
    list: Vec<Token>,
    open: Vec<Open>,
    /// Column with tabs to 8 and with tabs as 1, as CPython keeps them to tell inconsistent tabs.
    indents: Vec<(u32, u32)>,
    fstrings: Vec<fstring::Open>,
}

type Scan = Result<(), (Diagnosis, bool)>;

impl Scanner<'_> {
    fn run(&mut self) -> Scan {
        loop {
            if self.in_fstring_text() {
                self.fstring_text()?;
                continue;
            }
            if self.line_start {
                self.line_start = false;
                if !self.indentation()? {
                    continue;
                }
            }
            self.spaces()?;
            let start = self.at;
            match self.peek(0) {
                None => return self.finish(),
                Some(b'#') => self.skip_line(),
                Some(b'\n' | b'\r') => {
                    self.line_end();
                    if self.open.is_empty() {
                        self.push(Kind::Newline, start);
                        self.line_start = true;
                    }
                }
                Some(b'0'..=b'9') => self.number()?,
                Some(b'.') if matches!(self.peek(1), Some(b'0'..=b'9')) => self.number()?,
                Some(b'"' | b'\'') => self.string(start)?,
                Some(c) if c.is_ascii_alphabetic() || c == b'_' || c >= 0x80 => self.name()?,
                Some(c) => self.operator(c)?,
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn text(&self, start: usize) -> &str {
        self.source.get(start..self.at).unwrap_or("")
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let level = self.open.len() as u32;
        self.list.push(Token { kind, start: start as u32, end: self.at as u32, level });
    }

    /// An eager error about the character before the current place, where CPython points.
    fn eager<T>(&self, message: impl Into<String>) -> Result<T, (Diagnosis, bool)> {
        let before = self.source.get(..self.at).and_then(|text| text.char_indices().next_back());
        Err((point(message, before.map_or(0, |(at, _)| at)), true))
    }

    fn lazy<T>(&self, class: ErrorClass, message: &str, at: usize) -> Result<T, (Diagnosis, bool)> {
        Err((Diagnosis { class, ..point(message, at) }, false))
    }

    fn skip_line(&mut self) {
        while !matches!(self.peek(0), None | Some(b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn line_end(&mut self) {
        self.at += if self.peek(0) == Some(b'\r') && self.peek(1) == Some(b'\n') { 2 } else { 1 };
    }

    /// Blanks and joined lines within a line.
    fn spaces(&mut self) -> Scan {
        loop {
            match self.peek(0) {
                Some(b' ' | b'\t' | b'\x0c') => self.at += 1,
                Some(b'\\') => match self.peek(1) {
                    Some(b'\n' | b'\r') => {
                        self.at += 1;
                        self.line_end();
                        if self.peek(0).is_none() {
                            return self.lazy(
                                ErrorClass::SyntaxError,
                                "unexpected EOF while parsing",
                                self.at - 1,
                            );
                        }
                    }
                    None => {
                        return self.lazy(
                            ErrorClass::SyntaxError,
                            "unexpected EOF while parsing",
                            self.at + 1,
                        );
                    }
                    Some(_) => {
                        let message = "unexpected character after line continuation character";
                        return self.lazy(ErrorClass::SyntaxError, message, self.at + 1);
                    }
                },
                _ => return Ok(()),
            }
        }
    }

    /// Reads a line's indentation; false for a line without a statement, which is skipped.
    fn indentation(&mut self) -> Result<bool, (Diagnosis, bool)> {
        let (mut column, mut alternative) = (0, 0);
        let start = self.at;
        loop {
            match self.peek(0) {
                Some(b' ') => (column, alternative) = (column + 1, alternative + 1),
                Some(b'\t') => (column, alternative) = ((column / 8 + 1) * 8, alternative + 1),
                Some(b'\x0c') => (column, alternative) = (0, 0),
                _ => break,
            }
            self.at += 1;
        }
        match self.peek(0) {
            Some(b'#') => {
                self.skip_line();
                self.line_start = true;
                if self.peek(0).is_some() {
                    self.line_end();
                }
                return Ok(false);
            }
            Some(b'\n' | b'\r') => {
                self.line_end();
                self.line_start = true;
                return Ok(false);
            }
            None => return Ok(true),
            _ => {}
        }
        let tabs = "inconsistent use of tabs and spaces in indentation";
        let &(top, top_alternative) = self.indents.last().unwrap_or(&(0, 0));
        if column == top {
            if alternative != top_alternative {
                return self.lazy(ErrorClass::TabError, tabs, start);
            }
        } else if column > top {
            if self.indents.len() >= MAX_INDENTS {
                return self.lazy(ErrorClass::IndentationError, "too many levels of indentation", start);
            }
            if alternative <= top_alternative {
                return self.lazy(ErrorClass::TabError, tabs, start);
            }
            self.indents.push((column, alternative));
            self.push(Kind::Indent, start);
        } else {
            let before = self.indents.len();
            while self.indents.last().is_some_and(|&(indent, _)| column < indent) {
                self.indents.pop();
            }
            let &(top, top_alternative) = self.indents.last().unwrap_or(&(0, 0));
            if column != top {
                self.skip_line();
                let message = "unindent does not match any outer indentation level";
                return self.lazy(ErrorClass::IndentationError, message, self.at);
            }
            if alternative != top_alternative {
                return self.lazy(ErrorClass::TabError, tabs, start);
            }
            for _ in self.indents.len()..before {
                self.push(Kind::Dedent, self.at);
            }
        }
        Ok(true)
    }

    fn finish(&mut self) -> Scan {
        if let Some(open) = self.open.last() {
            let message = format!("'{}' was never closed", open.bracket as char);
            return self.lazy(ErrorClass::SyntaxError, &message, open.at as usize);
        }
        if !matches!(self.list.last().map(|token| token.kind), None | Some(Kind::Newline | Kind::Dedent)) {
            // CPython reads a line end there.
            self.push(Kind::Newline, self.at);
            if let Some(token) = self.list.last_mut() {
                token.end += 1;
            }
        }
        for _ in 1..self.indents.len() {
            self.push(Kind::Dedent, self.at);
        }
        self.push(Kind::End, self.at);
        Ok(())
    }

    fn name(&mut self) -> Scan {
        let start = self.at;
        let rest = self.source.get(start..).unwrap_or("");
        let length =
            rest.find(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or("");
        if word.len() <= 2
            && matches!(rest.as_bytes().get(length), Some(b'"' | b'\''))
            && string::is_prefix(word)
        {
            self.at += length;
            return self.string(start);
        }
        for (at, c) in word.char_indices() {
            let is_valid = if at == 0 { c == '_' || is_xid_start(c) } else { is_xid_continue(c) };
            if is_valid {
                continue;
            }
            self.at = start + at + c.len_utf8();
            let code = format!("{:04X}", c as u32);
            return if is_printable(c) {
                self.eager(format!("invalid character '{c}' (U+{code})"))
            } else {
                self.eager(format!("invalid non-printable character U+{code}"))
            };
        }
        self.at += length;
        self.push(Kind::Name, start);
        Ok(())
    }

    fn operator(&mut self, c: u8) -> Scan {
        let start = self.at;
        if self.fstring_operator(c)? {
            return Ok(());
        }
        if c < b' ' || c == 0x7f {
            self.at += 1;
            return self.eager(format!("invalid non-printable character U+{c:04X}"));
        }
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let three: [&[u8]; 5] = [b"**=", b"//=", b">>=", b"<<=", b"..."];
        let two: [&[u8]; 21] = [
            b"**", b"//", b">>", b"<<", b"!=", b"==", b"<=", b">=", b"->", b"+=", b"-=", b"*=", b"/=", b"%=",
            b"@=", b"&=", b"|=", b"^=", b":=", b"<>", b"!=",
        ];
        self.at += if three.iter().any(|op| rest.starts_with(op)) {
            3
        } else if two.iter().any(|op| rest.starts_with(op)) {
            2
        } else {
            1
        };
        match c {
            b'(' | b'[' | b'{' => {
                if self.open.len() >= MAX_BRACKETS {
                    return self.eager("too many nested parentheses");
                }
                self.open.push(Open { bracket: c, at: start as u32 });
            }
            b')' | b']' | b'}' => self.close(c)?,
            _ => {}
        }
        self.push(Kind::Op, start);
        Ok(())
    }

    fn close(&mut self, closing: u8) -> Scan {
        let shown = closing as char;
        let Some(open) = self.open.pop() else { return self.eager(format!("unmatched '{shown}'")) };
        let matching = match open.bracket {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        };
        if closing == matching {
            return Ok(());
        }
        if self.opens_field(open) {
            return self.eager(format!("f-string: unmatched '{shown}'"));
        }
        let opening = open.bracket as char;
        let between = self.source.get(open.at as usize..self.at).unwrap_or("");
        let mut message =
            format!("closing parenthesis '{shown}' does not match opening parenthesis '{opening}'");
        if between.contains(['\n', '\r']) {
            let before = self.source.get(..open.at as usize).unwrap_or("");
            message.push_str(&format!(" on line {}", line_number(before)));
        }
        self.eager(message)
    }
}

/// The line (from 1) on which a text ends.
fn line_number(before: &str) -> usize {
    super::lines::LineIndex::new(before).len()
}

fn point(message: impl Into<String>, at: usize) -> Diagnosis {
    let range = TextRange::empty(TextSize::new(at as u32));
    Diagnosis {
        class: ErrorClass::SyntaxError,
        message: message.into(),
        range,
        has_end: false,
        one_less: false,
    }
}

fn is_printable(c: char) -> bool {
    !(c.is_control()
        || c.is_whitespace()
        || matches!(c as u32, 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff | 0xe000..=0xf8ff))
}
