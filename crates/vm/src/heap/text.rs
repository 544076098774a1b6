//! Python strings: UTF-8 with the length in code points, indexed in constant time when they are ASCII.
//!
//! Lone surrogates cannot be held (a divergence): a string is always valid Unicode text.

use std::cell::Cell;

/// A string's characters, its length, and its hash once somebody asked.
#[derive(Clone, Debug)]
pub struct Str {
    text: Box<str>,
    /// Length in code points.
    chars: u32,
    /// 0: not computed yet.
    hash: Cell<u32>,
}

impl Str {
    pub fn new(text: impl Into<Box<str>>) -> Str {
        let text = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { text, chars: chars as u32, hash: Cell::new(0) }
    }

    /// Several strings in one.
    #[inline]
    pub(crate) fn joined<'s>(pieces: impl Iterator<Item = &'s Str> + Clone) -> Str {
        let mut text = String::with_capacity(pieces.clone().map(|piece| piece.text.len()).sum());
        let mut chars = 0;
        for piece in pieces {
            text.push_str(&piece.text);
            chars += piece.chars;
        }
        Str { text: text.into(), chars, hash: Cell::new(0) }
    }

    /// A string of which it is known that it is ASCII.
    #[inline]
    pub(crate) fn ascii(text: &str) -> Str {
        Str { text: text.into(), chars: text.len() as u32, hash: Cell::new(0) }
    }

    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Length in code points: Python's `len`.
    pub fn chars(&self) -> usize {
        self.chars as usize
    }

    pub fn is_ascii(&self) -> bool {
        self.chars as usize == self.text.len()
    }

    /// The character at `index` (from 0).
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.text.as_bytes().get(index).map(|&b| b as char)
        } else {
            self.text.chars().nth(index)
        }
    }

    /// The characters from `start` to `end` (code points, cut to the length).
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let (start, end) = (start.min(self.chars()), end.min(self.chars()));
        if start >= end {
            return "";
        }
        if self.is_ascii() {
            return &self.text[start..end];
        }
        let mut offsets = self.text.char_indices().map(|(i, _)| i);
        let from = offsets.nth(start).unwrap_or(self.text.len());
        let to = offsets.nth(end - start - 1).unwrap_or(self.text.len());
        &self.text[from..to]
    }

    /// A hash that is the same for equal text, in every run (FNV-1a, folded; never 0).
    #[inline]
    pub fn hash(&self) -> i64 {
        if self.hash.get() == 0 {
            let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
            for &byte in self.text.as_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
            self.hash.set(((hash ^ hash >> 32) as u32).max(1));
        }
        i64::from(self.hash.get()).wrapping_mul(0x09e3_779b_97f4_a7c1)
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.text == other.text
    }
}
