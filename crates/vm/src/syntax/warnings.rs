//! What CPython's tokenizer and parser warn about: escapes that mean nothing, and numbers that touch a keyword.
//!
//! They come in the order in which CPython's parser is done with a literal: the text of an f-string after the fields in
//! it, and with the line of its end. Each token is warned about once. An invalid source is warned about up to its error.

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::error::Diagnosis;
use super::lines::LineIndex;
use super::tokens::{Kind, Token, tokenize};
use super::{SyntaxError, compile_place};

/// A `SyntaxWarning`, and the place of the `SyntaxError` that it is where filters make it one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub message: String,
    /// `lineno`.
    pub line: u32,
    /// `offset`.
    pub column: u32,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`.
    pub end_column: u32,
    /// `text`, which the parser knows and the compiler does not.
    pub text: Option<String>,
}

/// The warnings about a source's tokens: about all, or those that come before an error.
pub fn token_warnings(source: &str, lines: &LineIndex, error: Option<&SyntaxError>) -> Vec<SyntaxWarning> {
    let mut reader = Reader { source, lines, fstrings: Vec::new(), found: Vec::new() };
    for token in tokenize(source).list {
        let end = lines.position(token.end);
        if error.is_some_and(|error| (end.line, end.column) >= (error.line, error.column)) {
            break;
        }
        reader.token(token);
    }
    reader.found
}

/// An f-string that is being read: what is to be said at its end, and its fields.
#[derive(Default)]
struct FString {
    is_raw: bool,
    in_text: bool,
    pending: Vec<String>,
    fields: Vec<Field>,
}

#[derive(Default)]
struct Field {
    /// Brackets open inside the field's brace.
    level: u32,
    in_spec: bool,
    pending: Vec<String>,
}

struct Reader<'s> {
    source: &'s str,
    lines: &'s LineIndex,
    fstrings: Vec<FString>,
    found: Vec<SyntaxWarning>,
}

impl Reader<'_> {
    fn token(&mut self, token: Token) {
        let text = self.source.get(token.start as usize..token.end as usize).unwrap_or("");
        match token.kind {
            Kind::String => {
                if let Some(message) = literal(text) {
                    self.warn(message, token.range(), true);
                }
            }
            Kind::Number => self.number(text, token),
            Kind::FStringStart => {
                let is_raw = text.contains(['r', 'R']);
                self.fstrings.push(FString { is_raw, in_text: true, ..FString::default() });
            }
            Kind::FStringMiddle => self.middle(text, token),
            Kind::FStringEnd => {
                for message in self.fstrings.pop().map(|open| open.pending).unwrap_or_default() {
                    self.warn(message, token.range(), true);
                }
            }
            Kind::Op => self.operator(text, token),
            _ => {}
        }
    }

    fn operator(&mut self, text: &str, token: Token) {
        let Some(open) = self.fstrings.last_mut() else { return };
        if open.in_text && text == "{" {
            open.in_text = false;
            open.fields.push(Field { level: token.level, ..Field::default() });
            return;
        }
        let Some(field) = open.fields.last_mut() else { return };
        if text == ":" && token.level == field.level && !field.in_spec {
            field.in_spec = true;
            open.in_text = true;
        } else if text == "}" && token.level < field.level {
            let ended = open.fields.pop().unwrap_or_default();
            open.in_text = true;
            for message in ended.pending {
                self.warn(message, token.range(), true);
            }
        }
    }

    /// A piece of an f-string's text. The tokenizer itself sees a backslash before a brace.
    fn middle(&mut self, text: &str, token: Token) {
        let Some(open) = self.fstrings.last() else { return };
        let in_spec = open.fields.last().is_some_and(|field| field.in_spec);
        // CPython 3.13 forgets in a format spec that the string is raw.
        if open.is_raw && !in_spec {
            return;
        }
        let mut messages = Vec::new();
        let whole = self.source.get(token.start as usize..).unwrap_or("");
        for piece in pieces(text) {
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            let (body, brace) = match piece.strip_suffix('\\') {
                Some(body) if trailing_backslashes(piece) % 2 == 1 => {
                    (body, whole.get(start + piece.len()..).and_then(|rest| rest.chars().next()))
                }
                _ => (piece, None),
            };
            if let Some(brace) = brace {
                let at = token.start + (start + piece.len()) as u32;
                self.warn(invalid(&brace.to_string()), TextRange::empty(TextSize::new(at)), false);
            }
            messages.extend(first_invalid(body, false));
        }
        if let Some(open) = self.fstrings.last_mut() {
            match open.fields.last_mut().filter(|field| field.in_spec) {
                Some(field) => field.pending.append(&mut messages),
                None => open.pending.append(&mut messages),
            }
        }
    }

    fn number(&mut self, text: &str, token: Token) {
        let touches = self.source.as_bytes().get(token.end as usize).is_some_and(u8::is_ascii_alphabetic);
        if !touches {
            return;
        }
        let kind = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("0x") => "hexadecimal",
            Some("0o") => "octal",
            Some("0b") => "binary",
            _ if text.ends_with(['j', 'J']) => "imaginary",
            _ => "decimal",
        };
        let range = TextRange::empty(TextSize::new(token.end));
        self.warn(format!("invalid {kind} literal"), range, false);
    }

    /// A warning about a literal as a whole, or one of the tokenizer, which knows a point only.
    fn warn(&mut self, message: String, range: TextRange, is_whole: bool) {
        let diagnosis = Diagnosis { one_less: !is_whole, ..Diagnosis::syntax(message, range) };
        let error = diagnosis.locate(self.source, "", self.lines);
        self.found.push(SyntaxWarning {
            message: error.message,
            line: error.line,
            column: error.column,
            end_line: error.end_line,
            end_column: if is_whole { error.end_column } else { error.column },
            text: Some(if is_whole { format!("{}\n", error.text) } else { error.text }),
        });
    }
}

/// A warning of the compiler, with its place.
pub fn compiler_warning(warning: crate::compile::Warning, lines: &LineIndex) -> SyntaxWarning {
    let [line, column, end_line, end_column] = compile_place(warning.range, lines);
    SyntaxWarning { message: warning.message, line, column, end_line, end_column, text: None }
}

/// An f-string's text as CPython cuts it: after the first of two braces.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let double = ["{{", "}}"].iter().filter_map(|braces| rest.find(braces)).min();
        let (piece, after) = match double {
            Some(at) => (rest.get(..=at)?, rest.get(at + 2..)?),
            None => (rest, ""),
        };
        rest = after;
        Some(piece)
    })
}

fn trailing_backslashes(text: &str) -> usize {
    text.bytes().rev().take_while(|&c| c == b'\\').count()
}

/// The warning about a string literal, if it has an escape without a meaning.
fn literal(text: &str) -> Option<String> {
    let quote = text.find(['"', '\''])?;
    let (prefix, rest) = text.split_at_checked(quote)?;
    if prefix.contains(['r', 'R']) {
        return None;
    }
    let width = if rest.starts_with("\"\"\"") || rest.starts_with("'''") { 3 } else { 1 };
    first_invalid(rest.get(width..rest.len().checked_sub(width)?)?, prefix.contains(['b', 'B']))
}

fn first_invalid(body: &str, is_bytes: bool) -> Option<String> {
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            continue;
        }
        let kind = chars.next()?;
        match kind {
            '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' => {}
            'N' | 'u' | 'U' if !is_bytes => {}
            '0'..='7' => {
                let more = chars.as_str().bytes().take(2).take_while(|c| matches!(c, b'0'..=b'7')).count();
                let digits = chars.as_str().get(..more)?;
                if more == 2 && kind > '3' {
                    return Some(format!("invalid octal escape sequence '\\{kind}{digits}'"));
                }
            }
            kind if !kind.is_ascii() => {}
            kind => return Some(invalid(&kind.to_string())),
        }
    }
    None
}

fn invalid(escape: &str) -> String {
    format!("invalid escape sequence '\\{escape}'")
}
