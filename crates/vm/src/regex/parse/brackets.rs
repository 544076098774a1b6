//! `[…]`: sets of characters.

use super::{Parser, Result};
use crate::regex::node::Node;
use crate::regex::set::Item;
use crate::regex::source::Token;

impl Parser<'_> {
    /// The set whose opening bracket was read.
    pub(super) fn brackets(&mut self, flags: u32) -> Result<Node> {
        let start = self.source.tell() - 1;
        if self.source.next() == Some(Token::Char(u32::from(b'['))) {
            self.note("nested set", self.source.tell());
        }
        let negated = self.source.skip('^')?;
        let mut items = Vec::new();
        loop {
            let token = self.member(start)?;
            if token.one_of("]").is_some() && !items.is_empty() {
                break;
            }
            if let Some(sign) = token.one_of("-&~|")
                && !items.is_empty()
                && self.source.next() == Some(token)
            {
                let what = match sign {
                    '-' => "set difference",
                    '&' => "set intersection",
                    '~' => "set symmetric difference",
                    _ => "set union",
                };
                self.note(what, self.source.tell() - 1);
            }
            let low = self.item(token, flags)?;
            if !self.source.skip('-')? {
                items.push(low);
                continue;
            }
            let last = self.member(start)?;
            if last.one_of("]").is_some() {
                items.extend([low, single(u32::from(b'-'))]);
                break;
            }
            if last.one_of("-").is_some() {
                self.note("set difference", self.source.tell() - 2);
            }
            let high = self.item(last, flags)?;
            match (low, high) {
                (Item::Range(low, _), Item::Range(high, _)) if low <= high => {
                    items.push(Item::Range(low, high))
                }
                _ => {
                    let text = format!("{}-{}", token.text(), last.text());
                    return Err(self.source.bad("bad character range", &text));
                }
            }
        }
        Ok(match items.as_slice() {
            &[Item::Range(low, high)] if low == high && !negated => Node::Char(low, self.fold(flags)),
            _ => Node::Set { items, negated, fold: self.fold(flags) },
        })
    }

    fn member(&mut self, start: usize) -> Result<Token> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => Err(self.source.error("unterminated character set".to_owned(), start)),
        }
    }

    fn item(&mut self, token: Token, flags: u32) -> Result<Item> {
        match token {
            Token::Char(point) => Ok(single(point)),
            Token::Escape(point) => self.escape_in_brackets(point, flags),
        }
    }

    /// Warns of what will mean something else one day.
    fn note(&mut self, what: &str, at: usize) {
        self.notes.push(format!("Possible {what} at position {at}"));
    }
}

pub(super) fn single(point: u32) -> Item {
    Item::Range(point, point)
}
