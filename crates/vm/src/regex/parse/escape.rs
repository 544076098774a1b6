//! Backslashes: classes of characters, places, references to groups, characters by number.

use super::brackets::single;
use super::{Parser, Result};
use crate::regex::PatternError;
use crate::regex::node::{Node, Place};
use crate::regex::set::{Category, Item, Kind};
use crate::regex::source::{Token, is_one_of, octal, simple_escape};

const DIGITS: &str = "0123456789";

impl Parser<'_> {
    /// The escape whose first two characters were read.
    pub(super) fn escape(&mut self, point: u32, flags: u32) -> Result<Node> {
        let unicode = self.is_unicode(flags);
        if let Some(category) = self.category(point, flags) {
            return Ok(Node::Category(category));
        }
        match char::from_u32(point) {
            Some('A') => return Ok(Node::Place(Place::Start)),
            Some('Z') => return Ok(Node::Place(Place::End)),
            Some(c @ ('b' | 'B')) => return Ok(Node::Place(Place::Boundary { negated: c == 'B', unicode })),
            Some('0') => {
                let digits = self.source.digits(2, 8)?;
                return Ok(Node::Char(octal(&digits), self.fold(flags)));
            }
            Some(digit @ '1'..='9') => return self.number(digit, flags),
            _ => {}
        }
        let point = match simple_escape(point) {
            Some(meant) => meant,
            None => self.character(point)?,
        };
        Ok(Node::Char(point, self.fold(flags)))
    }

    /// The same in brackets, where it can only mean characters.
    pub(super) fn escape_in_brackets(&mut self, point: u32, flags: u32) -> Result<Item> {
        if let Some(meant) = simple_escape(point) {
            return Ok(single(meant));
        }
        if let Some(category) = self.category(point, flags) {
            return Ok(Item::Category(category));
        }
        if !is_one_of(point, DIGITS) {
            return self.character(point).map(single);
        }
        let text = format!("{}{}", Token::Escape(point).text(), self.more_octal(point)?);
        match octal(&text[1..]) {
            _ if is_one_of(point, "89") => Err(self.source.bad("bad escape", &text)),
            meant if meant > 0o377 => Err(self.source.bad_octal(&text)),
            meant => Ok(single(meant)),
        }
    }

    fn more_octal(&mut self, first: u32) -> Result<String> {
        if is_one_of(first, "89") { Ok(String::new()) } else { self.source.digits(2, 8) }
    }

    /// `\x41` and its kin; a letter that means nothing is an error, everything else stands for itself.
    fn character(&mut self, point: u32) -> Result<u32> {
        match char::from_u32(point) {
            Some('x') => self.source.hexadecimal('x', 2),
            Some('u') if !self.source.is_bytes => self.source.hexadecimal('u', 4),
            Some('U') if !self.source.is_bytes => self.source.hexadecimal('U', 8),
            Some('N') if !self.source.is_bytes => Err(self.source.named()),
            Some(c) if c.is_ascii_alphabetic() => Err(self.source.bad("bad escape", &format!("\\{c}"))),
            _ => Ok(point),
        }
    }

    /// A reference to a group, or three octal digits.
    fn number(&mut self, first: char, flags: u32) -> Result<Node> {
        let mut digits = String::from(first) + &self.source.digits(1, 10)?;
        let is_octal = |text: &str| text.chars().all(|c| c.is_digit(8));
        if digits.len() == 2 && is_octal(&digits) {
            digits += &self.source.digits(1, 8)?;
        }
        if digits.len() == 3 {
            let meant = octal(&digits);
            if meant > 0o377 {
                return Err(self.source.bad_octal(&format!("\\{digits}")));
            }
            return Ok(Node::Char(meant, self.fold(flags)));
        }
        let group: u32 = digits.parse().unwrap_or(u32::MAX);
        let start = self.source.tell() - digits.len();
        if group as usize >= self.widths.len() {
            return Err(PatternError::at(format!("invalid group reference {group}"), start));
        }
        self.check_closed(group, start - 1)?;
        Ok(Node::Ref(group, self.fold(flags)))
    }

    /// Refuses a reference, which begins at `at`, to a group that is not complete or not yet known.
    pub(super) fn check_closed(&self, group: u32, at: usize) -> Result<()> {
        if self.is_open(group) {
            return Err(PatternError::at("cannot refer to an open group", at));
        }
        self.check_behind(group)
    }

    /// In a lookbehind, groups must be from before it.
    pub(super) fn check_behind(&self, group: u32) -> Result<()> {
        match self.behind {
            Some(_) if self.is_open(group) => Err(self.error("cannot refer to an open group")),
            Some(before) if group as usize >= before => {
                Err(self.error("cannot refer to group defined in the same lookbehind subpattern"))
            }
            _ => Ok(()),
        }
    }

    fn is_open(&self, group: u32) -> bool {
        self.widths.get(group as usize).copied().flatten().is_none()
    }

    fn category(&self, point: u32, flags: u32) -> Option<Category> {
        let c = char::from_u32(point)?;
        let kind = match c.to_ascii_lowercase() {
            'd' => Kind::Digit,
            's' => Kind::Space,
            'w' => Kind::Word,
            _ => return None,
        };
        Some(Category { kind, negated: c.is_ascii_uppercase(), unicode: self.is_unicode(flags) })
    }
}
