//! f-strings: the text between fields, and the operators that begin and end fields.

use super::{Kind, Open as Bracket, Scan, Scanner};
use ruff_text_size::TextSize;

/// f-strings inside each other; CPython's bound.
const MAX_FSTRINGS: usize = 149;

/// An f-string that is being read.
pub(super) struct Open {
    pub start: usize,
    pub quote: u8,
    pub triple: bool,
    pub raw: bool,
    pub fields: Vec<Field>,
    /// In literal text or a format spec, not in a field's expression.
    pub in_text: bool,
}

/// A replacement field that is open.
pub(super) struct Field {
    /// Brackets open inside the field's own brace.
    level: usize,
    in_spec: bool,
}

impl Scanner<'_> {
    pub(super) fn in_fstring_text(&self) -> bool {
        self.fstrings.last().is_some_and(|open| open.in_text)
    }

    /// Whether a bracket is the brace of the innermost open field.
    pub(super) fn opens_field(&self, bracket: Bracket) -> bool {
        let field = self.fstrings.last().and_then(|open| open.fields.last());
        bracket.bracket == b'{' && field.is_some_and(|field| self.open.len() + 1 == field.level)
    }

    /// Reads literal text up to a field or the end of the string.
    pub(super) fn fstring_text(&mut self) -> Scan {
        let begin = self.at;
        let Some(open) = self.fstrings.last() else { return Ok(()) };
        let (quote, triple, raw, start) = (open.quote, open.triple, open.raw, open.start);
        let in_spec = open.fields.last().is_some_and(|field| field.in_spec);
        loop {
            match self.peek(0) {
                None => return self.unterminated("f-string", triple, start),
                Some(b'\n' | b'\r') if !triple => {
                    if !in_spec {
                        return self.unterminated("f-string", triple, start);
                    }
                    // A spec ends at the end of the line; the parser then misses the brace.
                    self.middle(begin);
                    self.enter_expression();
                    return Ok(());
                }
                Some(c) if c == quote && self.closes(quote, triple) => {
                    self.middle(begin);
                    let end = self.at;
                    // Whatever field is still open: the parser then misses its brace.
                    self.at += if triple { 3 } else { 1 };
                    self.fstrings.pop();
                    self.push(Kind::FStringEnd, end);
                    return Ok(());
                }
                Some(b'\\') if !raw && self.peek(1) == Some(b'N') && self.peek(2) == Some(b'{') => {
                    self.at += 3;
                    while !matches!(self.peek(0), None | Some(b'}' | b'\n')) {
                        self.at += 1;
                    }
                    self.at += usize::from(self.peek(0) == Some(b'}'));
                }
                Some(b'\\') => {
                    let brace = matches!(self.peek(1), Some(b'{' | b'}'));
                    self.at += if brace || self.peek(1).is_none() { 1 } else { 2 };
                }
                Some(b'{') if self.peek(1) == Some(b'{') && !in_spec => self.at += 2,
                Some(b'{') => {
                    self.middle(begin);
                    return self.open_field();
                }
                Some(b'}') if in_spec => {
                    self.middle(begin);
                    self.enter_expression();
                    return Ok(());
                }
                Some(b'}') if self.peek(1) == Some(b'}') => self.at += 2,
                Some(b'}') => {
                    self.at += 1;
                    return self.eager("f-string: single '}' is not allowed");
                }
                Some(_) => self.at += 1,
            }
        }
    }

    /// In a field's expression: the operators that belong to the field. False when `c` is an ordinary one.
    pub(super) fn fstring_operator(&mut self, c: u8) -> Result<bool, (super::Diagnosis, bool)> {
        let level = self.open.len();
        let start = self.at;
        let next = self.peek(1);
        let Some(open) = self.fstrings.last_mut() else { return Ok(false) };
        let Some(field) = open.fields.last_mut() else { return Ok(false) };
        if level != field.level {
            return Ok(false);
        }
        match c {
            b'!' if next != Some(b'=') => {
                self.at += 1;
                self.push(Kind::Op, start);
            }
            b':' => {
                field.in_spec = true;
                open.in_text = true;
                self.at += 1;
                self.push(Kind::Op, start);
            }
            b'}' => {
                open.fields.pop();
                open.in_text = true;
                self.open.pop();
                self.at += 1;
                self.push(Kind::Op, start);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn open_field(&mut self) -> Scan {
        let start = self.at;
        self.at += 1;
        if self.fstrings.len() > MAX_FSTRINGS {
            return self.eager("too many nested f-strings");
        }
        self.open.push(Bracket { bracket: b'{', at: TextSize::new(start as u32).to_u32() });
        if self.open.len() > super::MAX_BRACKETS {
            return self.eager("too many nested parentheses");
        }
        let level = self.open.len();
        if let Some(open) = self.fstrings.last_mut() {
            if open.fields.len() > 2 {
                self.at = start;
                return self.eager("f-string: expressions nested too deeply");
            }
            open.fields.push(Field { level, in_spec: false });
            open.in_text = false;
        }
        self.push(Kind::Op, start);
        Ok(())
    }

    fn enter_expression(&mut self) {
        if let Some(open) = self.fstrings.last_mut() {
            open.in_text = false;
            if let Some(field) = open.fields.last_mut() {
                field.in_spec = false;
            }
        }
    }

    fn middle(&mut self, begin: usize) {
        if self.at > begin {
            self.push(Kind::FStringMiddle, begin);
        }
    }
}
