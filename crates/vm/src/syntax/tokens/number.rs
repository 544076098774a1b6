//! Numbers, and what is wrong with them.
//!
//! The order of the checks is CPython's, as the first to fail gives the words.

use ruff_text_size::{TextRange, TextSize};

use super::{Kind, Scan, Scanner};
use crate::syntax::error::Diagnosis;

impl Scanner<'_> {
    pub(super) fn number(&mut self) -> Scan {
        let start = self.at;
        let radix = match (self.peek(0), self.peek(1)) {
            (Some(b'0'), Some(b'x' | b'X')) => Some((16, "hexadecimal")),
            (Some(b'0'), Some(b'o' | b'O')) => Some((8, "octal")),
            (Some(b'0'), Some(b'b' | b'B')) => Some((2, "binary")),
            _ => None,
        };
        match radix {
            Some((base, name)) => self.radix_number(base, name)?,
            None => self.decimal_number(start)?,
        }
        self.push(Kind::Number, start);
        Ok(())
    }

    fn radix_number(&mut self, base: u32, name: &str) -> Scan {
        self.at += 2;
        loop {
            if self.peek(0) == Some(b'_') {
                self.at += 1;
            }
            let first = self.peek(0).map(char::from);
            if !first.is_some_and(|c| c.is_digit(base)) {
                if let Some(digit) = first.filter(char::is_ascii_digit) {
                    self.at += 1;
                    return self.eager(format!("invalid digit '{digit}' in {name} literal"));
                }
                return self.eager(format!("invalid {name} literal"));
            }
            while self.peek(0).is_some_and(|c| (c as char).is_digit(base)) {
                self.at += 1;
            }
            if self.peek(0) != Some(b'_') {
                break;
            }
        }
        if let Some(digit) = self.peek(0).filter(u8::is_ascii_digit) {
            self.at += 1;
            return self.eager(format!("invalid digit '{}' in {name} literal", digit as char));
        }
        self.end_of_number(name)
    }

    fn decimal_number(&mut self, start: usize) -> Scan {
        let mut name = "decimal";
        if self.peek(0) != Some(b'.') {
            self.digits()?;
        }
        let whole_end = self.at;
        let mut is_integer = true;
        if self.peek(0) == Some(b'.') {
            is_integer = false;
            self.at += 1;
            if self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                self.digits()?;
            }
        }
        if matches!(self.peek(0), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.peek(1), Some(b'+' | b'-')));
            if self.peek(1 + sign).is_some_and(|c| c.is_ascii_digit()) {
                is_integer = false;
                self.at += 1 + sign;
                self.digits()?;
            } else if sign == 1 {
                self.at += 2;
                return self.eager("invalid decimal literal");
            }
        }
        if matches!(self.peek(0), Some(b'j' | b'J')) {
            is_integer = false;
            self.at += 1;
            name = "imaginary";
        }
        let whole = self.source.get(start..whole_end).unwrap_or("");
        if is_integer && whole.starts_with('0') && whole.contains(|c: char| matches!(c, '1'..='9')) {
            let zeros = whole.bytes().take_while(|&c| c == b'0' || c == b'_').count();
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            let range = TextRange::at(TextSize::new(start as u32), TextSize::new(zeros as u32));
            return Err((Diagnosis::syntax(message, range), true));
        }
        self.end_of_number(name)
    }

    fn digits(&mut self) -> Scan {
        loop {
            while self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
            if self.peek(0) != Some(b'_') {
                return Ok(());
            }
            self.at += 1;
            if !self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                return self.eager("invalid decimal literal");
            }
        }
    }

    /// A number may touch a keyword (`1if x else 2`) and nothing else that could be a name.
    fn end_of_number(&mut self, name: &str) -> Scan {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let keywords: [&[u8]; 8] = [b"and", b"else", b"for", b"if", b"in", b"is", b"or", b"not"];
        let touches = rest.first().is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'_');
        if touches && !keywords.iter().any(|word| rest.starts_with(word)) {
            return self.eager(format!("invalid {name} literal"));
        }
        Ok(())
    }
}
