//! Templates of `sub` and `expand`: text with `\1` and `\g<name>`.

use super::source::{Source, Token, is_one_of, octal, simple_escape};
use super::{PatternError, Regex};

type Result<T> = std::result::Result<T, PatternError>;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As it is: UTF-8, or bytes.
    Text(Vec<u8>),
    Group(u32),
}

/// Reads a template, given as code points or bytes, for a pattern.
pub(crate) fn template(points: Vec<u32>, is_bytes: bool, regex: &Regex) -> Result<Vec<Piece>> {
    let mut template = Template { source: Source::new(points, is_bytes)?, pieces: Vec::new(), regex };
    while let Some(token) = template.source.get()? {
        match token {
            Token::Char(point) => template.push(point),
            Token::Escape(point) => template.escape(point)?,
        }
    }
    Ok(template.pieces)
}

struct Template<'a> {
    source: Source,
    pieces: Vec<Piece>,
    regex: &'a Regex,
}

impl Template<'_> {
    fn push(&mut self, point: u32) {
        if !matches!(self.pieces.last(), Some(Piece::Text(_))) {
            self.pieces.push(Piece::Text(Vec::new()));
        }
        if let Some(Piece::Text(text)) = self.pieces.last_mut() {
            match char::from_u32(point) {
                Some(c) if !self.source.is_bytes => text.extend(c.encode_utf8(&mut [0; 4]).as_bytes()),
                _ => text.push(point as u8),
            }
        }
    }

    fn escape(&mut self, point: u32) -> Result<()> {
        match char::from_u32(point) {
            Some('g') => {
                if !self.source.skip('<')? {
                    return Err(self.source.error("missing <".to_owned(), self.source.tell()));
                }
                self.named()
            }
            Some('0') => {
                let meant = octal(&self.source.digits(2, 8)?);
                self.push(meant);
                Ok(())
            }
            Some(digit @ '1'..='9') => self.numbered(digit),
            Some(c) => {
                match simple_escape(point) {
                    Some(meant) => self.push(meant),
                    None if c.is_ascii_alphabetic() => {
                        return Err(self.source.bad("bad escape", &format!("\\{c}")));
                    }
                    None => {
                        self.push(u32::from(b'\\'));
                        self.push(point);
                    }
                }
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn named(&mut self) -> Result<()> {
        let name = self.source.until('>', "group name")?;
        let start = self.source.tell() - name.chars().count() - 1;
        if !name.chars().all(|c| is_one_of(u32::from(c), "0123456789")) {
            self.source.check_name(&name, 1)?;
            let group = self.regex.group_named(&name).ok_or(PatternError::UnknownGroup(name))?;
            self.pieces.push(Piece::Group(group));
            return Ok(());
        }
        let number = match name.trim_start_matches('0') {
            "" => "0",
            number => number,
        };
        self.group(number, start)
    }

    fn numbered(&mut self, first: char) -> Result<()> {
        let mut digits = String::from(first) + &self.source.digits(1, 10)?;
        if digits.len() == 2 && digits.chars().all(|c| c.is_digit(8)) {
            digits += &self.source.digits(1, 8)?;
        }
        if digits.len() < 3 {
            let start = self.source.tell() - digits.len();
            return self.group(&digits, start);
        }
        match octal(&digits) {
            meant if meant > 0o377 => Err(self.source.bad_octal(&format!("\\{digits}"))),
            meant => {
                self.push(meant);
                Ok(())
            }
        }
    }

    fn group(&mut self, number: &str, start: usize) -> Result<()> {
        match number.parse() {
            Ok(group) if group <= self.regex.groups() => {
                self.pieces.push(Piece::Group(group));
                Ok(())
            }
            _ => Err(self.source.error(format!("invalid group reference {number}"), start)),
        }
    }
}
