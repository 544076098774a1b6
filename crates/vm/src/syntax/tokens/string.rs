//! Plain strings; an f-string's start is recognised here and read in `fstring`.

use super::{Kind, Scan, Scanner, fstring, line_number, point};

/// Whether a word before a quote is a string prefix.
pub(super) fn is_prefix(word: &str) -> bool {
    ["r", "u", "b", "f", "br", "rb", "fr", "rf"].iter().any(|prefix| word.eq_ignore_ascii_case(prefix))
}

impl Scanner<'_> {
    /// Reads the string that starts (with its prefix) at `start`; the scanner stands at its quote.
    pub(super) fn string(&mut self, start: usize) -> Scan {
        let prefix = self.text(start).to_ascii_lowercase();
        let Some(quote) = self.peek(0) else { return Ok(()) };
        let triple = self.peek(1) == Some(quote) && self.peek(2) == Some(quote);
        self.at += if triple { 3 } else { 1 };
        if prefix.contains('f') {
            self.push(Kind::FStringStart, start);
            let raw = prefix.contains('r');
            self.fstrings.push(fstring::Open {
                start,
                quote,
                triple,
                raw,
                fields: Vec::new(),
                in_text: true,
            });
            return Ok(());
        }
        loop {
            match self.peek(0) {
                None => break,
                Some(b'\n' | b'\r') if !triple => break,
                Some(b'\\') => {
                    self.at += 1;
                    match self.peek(0) {
                        Some(b'\r') => self.line_end(),
                        Some(_) => self.at += 1,
                        None => {}
                    }
                }
                Some(c) if c == quote && self.closes(quote, triple) => {
                    self.at += if triple { 3 } else { 1 };
                    self.push(Kind::String, start);
                    return Ok(());
                }
                Some(_) => self.at += 1,
            }
        }
        let shares_quote =
            self.fstrings.last().is_some_and(|open| open.quote == quote && open.triple == triple);
        if shares_quote {
            return Err((point("f-string: expecting '}'", start), true));
        }
        self.unterminated("string", triple, start)
    }

    pub(super) fn closes(&self, quote: u8, triple: bool) -> bool {
        !triple || (self.peek(1) == Some(quote) && self.peek(2) == Some(quote))
    }

    /// The error about a string that the source or the line ends in.
    pub(super) fn unterminated(&self, what: &str, triple: bool, start: usize) -> Scan {
        let before = self.source.get(..self.at).unwrap_or("");
        // The end of the source counts as part of its last line.
        let ends_source = self.peek(0).is_none();
        let line =
            line_number(if ends_source { before.strip_suffix('\n').unwrap_or(before) } else { before });
        let triple = if triple { "triple-quoted " } else { "" };
        Err((point(format!("unterminated {triple}{what} literal (detected at line {line})"), start), true))
    }
}
