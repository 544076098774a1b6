//! A pattern or template read token by token, and the escapes that both know.
//!
//! One token is looked at ahead, as in CPython: a backslash at the very end is an error as soon as it comes into view.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::PatternError;
use crate::builtins::text::{ascii_str, escape_non_ascii, repr_str};
use crate::builtins::unicode;

type Result<T> = std::result::Result<T, PatternError>;

/// One character, or a backslash and the character after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Char(u32),
    Escape(u32),
}

/// Where reading stands.
#[derive(Debug)]
pub(super) struct Source {
    points: Vec<u32>,
    /// Where `next` begins.
    at: usize,
    next: Option<Token>,
    pub(super) is_bytes: bool,
}

/// The code points of a text.
pub(crate) fn points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

/// Whether `point` is one of these ASCII characters.
pub(super) fn is_one_of(point: u32, chars: &str) -> bool {
    u8::try_from(point).is_ok_and(|byte| chars.as_bytes().contains(&byte))
}

impl Token {
    /// Its length in the source.
    pub(super) fn len(self) -> usize {
        match self {
            Token::Char(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    /// As it is written.
    pub(super) fn text(self) -> String {
        match self {
            Token::Char(point) => character(point).to_string(),
            Token::Escape(point) => format!("\\{}", character(point)),
        }
    }

    /// The character, if it is one of these ASCII characters and not escaped.
    pub(super) fn one_of(self, chars: &str) -> Option<char> {
        match self {
            Token::Char(point) if is_one_of(point, chars) => char::from_u32(point),
            _ => None,
        }
    }

    pub(super) fn is_letter(self) -> bool {
        matches!(self, Token::Char(point) if char::from_u32(point)
            .is_some_and(|c| if c.is_ascii() { c.is_ascii_alphabetic() } else { unicode::ALPHA.has(c) }))
    }
}

fn character(point: u32) -> char {
    char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)
}

impl Source {
    pub(super) fn new(points: Vec<u32>, is_bytes: bool) -> Result<Source> {
        let mut source = Source { points, at: 0, next: None, is_bytes };
        source.seek(0)?;
        Ok(source)
    }

    pub(super) fn seek(&mut self, at: usize) -> Result<()> {
        self.at = at;
        self.next = match self.points.get(at) {
            Some(&point) if point == u32::from(b'\\') => match self.points.get(at + 1) {
                Some(&point) => Some(Token::Escape(point)),
                None => return Err(PatternError::at("bad escape (end of pattern)", at)),
            },
            point => point.map(|&point| Token::Char(point)),
        };
        Ok(())
    }

    pub(super) fn next(&self) -> Option<Token> {
        self.next
    }

    /// Where the next token begins.
    pub(super) fn tell(&self) -> usize {
        self.at
    }

    pub(super) fn get(&mut self) -> Result<Option<Token>> {
        let token = self.next;
        self.seek(self.at + token.map_or(0, Token::len))?;
        Ok(token)
    }

    /// Whether the next token is the character `c`, which is then read.
    pub(super) fn skip(&mut self, c: char) -> Result<bool> {
        let is_next = self.next == Some(Token::Char(u32::from(c)));
        if is_next {
            self.get()?;
        }
        Ok(is_next)
    }

    /// Reads up to `most` digits of that base.
    pub(super) fn digits(&mut self, most: usize, base: u32) -> Result<String> {
        let mut digits = String::new();
        while digits.len() < most
            && let Some(Token::Char(point)) = self.next
            && let Some(c) = char::from_u32(point).filter(|c| c.is_digit(base))
        {
            digits.push(c);
            self.get()?;
        }
        Ok(digits)
    }

    /// What stands before `end`, which is read, too; `what` it is.
    pub(super) fn until(&mut self, end: char, what: &str) -> Result<String> {
        let start = self.at;
        let mut text = String::new();
        loop {
            match self.get()? {
                None if text.is_empty() => return Err(self.error(format!("missing {what}"), self.at)),
                None => return Err(self.error(format!("missing {end}, unterminated name"), start)),
                Some(token) if token == Token::Char(u32::from(end)) => break,
                Some(token) => text += &token.text(),
            }
        }
        if text.is_empty() { Err(self.error(format!("missing {what}"), start)) } else { Ok(text) }
    }

    /// Refuses what is no name of a group; it ends `after` characters before here.
    pub(super) fn check_name(&self, name: &str, after: usize) -> Result<()> {
        let mut chars = name.chars();
        let good = chars.next().is_some_and(|c| c == '_' || is_xid_start(c)) && chars.all(is_xid_continue);
        if good && (!self.is_bytes || name.is_ascii()) {
            return Ok(());
        }
        let shown = if self.is_bytes && !name.is_ascii() { ascii_str(name) } else { repr_str(name) };
        let length = name.chars().count();
        Err(self.error(format!("bad character in group name {shown}"), self.at - length - after))
    }

    pub(super) fn error(&self, message: String, position: usize) -> PatternError {
        PatternError::at(if self.is_bytes { escape_non_ascii(&message) } else { message }, position)
    }

    /// An error about the escape `text` that was just read.
    pub(super) fn bad(&self, what: &str, text: &str) -> PatternError {
        self.error(format!("{what} {text}"), self.at - text.chars().count())
    }

    pub(super) fn bad_octal(&self, text: &str) -> PatternError {
        let message = format!("octal escape value {text} outside of range 0-0o377");
        self.error(message, self.at - text.len())
    }

    /// `\x41`, `\u0041`, `\U00000041`, whose first two characters were read: the character.
    pub(super) fn hexadecimal(&mut self, kind: char, width: usize) -> Result<u32> {
        let text = format!("\\{kind}{}", self.digits(width, 16)?);
        if text.len() < width + 2 {
            return Err(self.bad("incomplete escape", &text));
        }
        match u32::from_str_radix(&text[2..], 16) {
            Ok(point) if point <= 0x10_ffff => Ok(point),
            _ => Err(self.bad("bad escape", &text)),
        }
    }

    /// `\N{NAME}`, whose first two characters were read.
    pub(super) fn named(&mut self) -> PatternError {
        match self.skip('{') {
            Err(error) => error,
            Ok(false) => self.error("missing {".to_owned(), self.at),
            Ok(true) => match self.until('}', "character name") {
                Err(error) => error,
                Ok(_) => PatternError::CharacterName,
            },
        }
    }
}

/// The character that `\n` and its kin stand for.
pub(super) fn simple_escape(point: u32) -> Option<u32> {
    let known = [('a', 7), ('b', 8), ('f', 12), ('n', 10), ('r', 13), ('t', 9), ('v', 11), ('\\', 92)];
    known.iter().find(|&&(c, _)| u32::from(c) == point).map(|&(_, meant)| meant)
}

/// The number that octal digits write.
pub(super) fn octal(digits: &str) -> u32 {
    u32::from_str_radix(digits, 8).unwrap_or(0)
}
