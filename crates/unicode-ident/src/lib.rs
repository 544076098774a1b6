//! Which characters may be in a name, as CPython 3.13 has it (Unicode 15.1), in the place of the crate that ruff's lexer asks.
//!
//! That one has tables of a later Unicode, beside those that `str.isidentifier` needs: 2 KB of a visitor's first download. The
//! tables are made by `crates/vm/src/builtins/unicode/tables.py`, packed as runs and unpacked when first asked.

use std::sync::OnceLock;

static STARTS: Property = Property::new(include_bytes!("starts_name.bin"));
static CONTINUES: Property = Property::new(include_bytes!("continues_name.bin"));

/// Whether a name may begin with the character; of `_` the callers say it themselves.
pub fn is_xid_start(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { STARTS.has(c) }
}

/// Whether the character may follow in a name.
pub fn is_xid_continue(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { CONTINUES.has(c) }
}

/// A property of characters.
pub struct Property {
    packed: &'static [u8],
    borders: OnceLock<Vec<u32>>,
}

impl Property {
    /// From the lengths of alternating runs, first of characters without the property; see [`numbers`].
    pub const fn new(packed: &'static [u8]) -> Property {
        Property { packed, borders: OnceLock::new() }
    }

    /// Where the property begins and ends, in turns.
    pub fn borders(&self) -> &[u32] {
        self.borders.get_or_init(|| {
            numbers(self.packed)
                .scan(0, |at, length| {
                    *at += length;
                    Some(*at)
                })
                .collect()
        })
    }

    pub fn has(&self, c: char) -> bool {
        self.borders().partition_point(|&border| border <= c as u32) % 2 == 1
    }
}

/// The numbers of a table: base 128, low digits first.
pub fn numbers(packed: &'static [u8]) -> impl Iterator<Item = u32> {
    packed
        .split_inclusive(|byte| *byte < 128)
        .map(|digits| digits.iter().rev().fold(0, |number, digit| number << 7 | u32::from(digit & 127)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cpythons() {
        for (c, starts, continues) in [
            ('a', true, true),
            ('_', false, true),
            ('7', false, true),
            ('-', false, false),
            ('é', true, true),
            ('中', true, true),
            // A mark, a digit and a full stop.
            ('\u{301}', false, true),
            ('٣', false, true),
            ('。', false, false),
            // New in Unicode 16, so no letter yet.
            ('\u{a7cb}', false, false),
        ] {
            assert_eq!((is_xid_start(c), is_xid_continue(c)), (starts, continues), "{c:?}");
        }
    }
}
